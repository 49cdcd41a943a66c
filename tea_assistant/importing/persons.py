"""Finds the names of persons in a text by how they stand there, so that no proposal repeats them."""

import re
from collections.abc import Iterator

from msgspec import Struct

from tea_assistant.importing.first_names import FIRST_NAMES
from tea_assistant.importing.person_words import (
    ADDRESS,
    DEGREE,
    FUNCTION,
    FUNCTION_WORD,
    NAME,
    PAIR,
    RUN,
    SAYING,
    WORD,
    is_small,
    may_be_name,
    stands_before_nouns,
)
from tea_assistant.patterns import regex

_TITLED = regex(rf"\b(?:(?:{ADDRESS}\s+)?{DEGREE}|{ADDRESS}\s+)(?P<name>{NAME})")
_FUNCTION = regex(rf"(?P<function>{FUNCTION})\s+(?P<title>(?:{ADDRESS}\s+)?{DEGREE})?(?P<name>{NAME})")
_SAID = regex(rf"\b{SAYING}\s+(?:sich\s+)?(?P<name>{PAIR})")
_MARKED = regex(rf"(?P<name>{PAIR})(?:\s*\(|,\s+(?={FUNCTION})|\s+{SAYING}\b)")
_RUN = regex(rf"(?<![\w.-]){RUN}")
_SO = regex(rf"\b(?:so|sagte?|erklärte?|betonte?|ergänzte?)\s+(?P<name>{WORD})(?=\s*[.,;:!?“”]|\s*$)")
_INITIALS = regex(rf"(?<![\w.])(?<!\.\s)(?P<name>(?:[A-ZÄÖÜ]\.[ -]?){{1,2}}\s?{WORD})")
_CAPITALS = regex(
    r"(?<![\w-])(?<![A-ZÄÖÜ]\s)(?P<name>[A-ZÄÖÜ]{4,}(?:\s[A-ZÄÖÜ-]{4,}){1,2})(?![\w-])(?!\s[A-ZÄÖÜ]{2})"
)
_PEOPLE = regex(rf"\b(?:Herren|Damen)\s+(?P<names>{WORD}(?:(?:,|\s+und)\s+{WORD})+)")
_ANY = regex(rf"(?<![\w-]){WORD}(?![\w-])")
_LAST_WORD = regex(r"([\w*-]+)\s*$")
_REACH = 40
_IN = frozenset(("in", "aus", "nach", "bei"))
"""Behind them stands a place."""
_PARTICLES = frozenset(
    (*("von", "vom", "van", "de", "der", "den", "zu"), *("zur", "zum", "und", "ten", "ter", "da", "di"))
)
_CITY = regex(r"(?:stadt|berg|burg|dorf|heim|furt|brück|ing|hav|mund|bach|haus|feld)er$")


class Person(Struct, frozen=True):
    """A person whose name stands in a text."""

    name: str
    function: str = ""
    """What the text says that the person is; it may be told."""


def persons_in(text: str) -> tuple[Person, ...]:
    """Return the persons whom a text names, each once, in its order; better one too many than one too few."""
    found: dict[str, tuple[int, str]] = {}
    for at, name, function in _found(text):
        key = " ".join(name.split())
        before, known = found.get(key, (at, ""))
        found[key] = min(at, before), known or function
    order = sorted(found, key=lambda name: found[name][0])
    # „Lehmann“ and „Karl“ are the „Karl Lehmann“ whom the text names as well.
    told = {word for name in order if " " in name for word in name.split()}
    return tuple(Person(name, found[name][1]) for name in order if " " in name or name not in told)


def _found(text: str) -> Iterator[tuple[int, str, str]]:
    for match in _TITLED.finditer(text):
        # Behind „Frau“ and „Dr.“ stands a name, whatever it looks like; only a function may come between.
        if name := _behind_functions(match["name"]):
            yield match.start("name"), name, ""
    for match in _FUNCTION.finditer(text):
        name = match["name"] if match["title"] else _first_names(match["name"])
        if name and not FUNCTION_WORD.fullmatch(name):
            yield match.start("name"), name, match["function"]
    for match in _SAID.finditer(text):
        if name := _behind_functions(match["name"]):
            yield match.start("name"), name, ""
    for match in _MARKED.finditer(text):
        if name := _last_names(match["name"]):
            at = match.end("name") - len(name)
            if not _is_noun_phrase(text, at):
                yield at, name, _function_at(text, match.end())
    for pattern in (_SO, _INITIALS, _CAPITALS):
        for match in pattern.finditer(text):
            words = re.findall(r"[^\W\d_]{2,}(?:-[^\W\d_]+)*", match["name"].title())
            if all(may_be_name(word, is_last=True) for word in words):
                yield match.start("name"), match["name"], ""
    for match in _PEOPLE.finditer(text):
        for word in re.finditer(WORD, match["names"]):
            yield match.start("names") + word.start(), word[0], ""
    for match in _ANY.finditer(text):
        if match[0] in FIRST_NAMES:
            yield match.start(), match[0], ""
    for match in _RUN.finditer(text):
        for at, name in _names_in(match[0], match.start(), text):
            yield at, name, ""


def _behind_functions(name: str) -> str:
    words = name.split()
    while words and FUNCTION_WORD.fullmatch(words[0]):
        words.pop(0)
    return " ".join(words)


def _first_names(name: str) -> str:
    """Return the first words that may be a name, up to one that is none."""
    kept: list[str] = []
    for word in name.split():
        if word[:1].isupper() and not word.endswith(".") and not may_be_name(word):
            break
        kept.append(word)
    while kept and kept[-1] in _PARTICLES:
        kept.pop()
    return " ".join(kept)


def _last_names(name: str) -> str:
    """Return the last words of a text if they may be a name."""
    words = name.split()
    while words and not may_be_name(words[0]):
        words.pop(0)
    is_name = len(words) > 1 and all(may_be_name(word) for word in words if word[:1].isupper())
    return name[name.index(words[0]) :] if is_name else ""


def _names_in(run: str, start: int, text: str) -> Iterator[tuple[int, str]]:
    """Yield two and more words in a row that have nothing of other nouns."""
    kept: list[re.Match[str]] = []
    for word in [*re.finditer(r"\S+", run), None]:
        if word is not None and (word[0].endswith(".") or word[0].islower() or may_be_name(word[0])):
            kept.append(word)
            continue
        if word is not None and kept and may_be_name(word[0], is_last=True):
            kept.append(word)
        kept = _stripped(kept)
        if len(kept) > 1 and (
            kept[0][0] in FIRST_NAMES or _stands_alone(kept[0][0], text, start + kept[0].start())
        ):
            yield start + kept[0].start(), run[kept[0].start() : kept[-1].end()]
        kept = []


def _stripped(words: list[re.Match[str]]) -> list[re.Match[str]]:
    """Return the words without „von“ and „der“ at their ends."""
    while words and words[-1][0].islower():
        words = words[:-1]
    while words and words[0][0].islower():
        words = words[1:]
    return words


def _stands_alone(word: str, text: str, at: int) -> bool:
    return not _is_of_a_city(word, text) and not _is_noun_phrase(text, at)


def _is_of_a_city(word: str, text: str) -> bool:
    """Tell whether a word says where something is from: „Düsseldorfer“, if the text knows the city."""
    if not word.endswith("er"):
        return False
    return _CITY.search(word) is not None or bool(re.search(rf"\b{re.escape(word[:-2])}(?:e|en)?\b", text))


def _is_noun_phrase(text: str, at: int) -> bool:
    """Tell whether what stands before asks for a noun or a place."""
    before = _LAST_WORD.search(text[max(at - _REACH, 0) : at])
    if before is None:
        return False
    word = before[1]
    if word[:1].isupper() and not stands_before_nouns(word) and word.casefold() not in _IN:
        return not (may_be_name(word) or is_small(word) or FUNCTION_WORD.fullmatch(word))
    return stands_before_nouns(word) or word.casefold() in _IN


def _function_at(text: str, at: int) -> str:
    found = FUNCTION_WORD.match(text, at)
    return found[0] if found else ""
