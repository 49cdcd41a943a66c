"""Finds words in everything that a dossier says, whatever the spelling, and says where they stand."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import islice
from re import Match
from typing import Any

from msgspec import Struct

from tea_assistant.model.application import Application
from tea_assistant.model.layout import Kind, role_of
from tea_assistant.model.source import Path, Place, Source
from tea_assistant.patterns import regex
from tea_assistant.prose.spellings import anyhow, in_a_row
from tea_assistant.services.compare import names_in
from tea_assistant.services.file_titles import title_of
from tea_assistant.services.find_texts import Text, catalogue_texts, texts_of
from tea_assistant.services.session import Session
from tea_assistant.services.value_text import below, entry_name
from tea_assistant.store.parsed_file import ParsedFile
from tea_assistant.store.schema import schema

MOST = 300
"""Places that are shown; who finds more types another word."""
_FEWEST = 2
"""A single letter stands everywhere."""
_WORD = regex(r"[^\W\d_]{4,}")
_ALIKE = 0.75
"""How much of a word has to be the same for it to be meant by a mistyped one."""


class Hit(Struct, frozen=True):
    """A place where the words stand."""

    file: str
    path: Path
    text: str
    """All of the text there."""
    start: int
    end: int
    """Where the word stands in it that is marked."""
    kind: str
    about: str
    """German: what it belongs to, such as „Maßnahme „Mentoring“ · Nachweise · Konzept“."""
    line: int
    column: int
    """In the file, from 1."""
    cycle: str = ""
    """The round it belongs to; empty where it is of all rounds."""


class Found(Struct, frozen=True):
    """What was found, best first."""

    hits: tuple[Hit, ...] = ()
    total: int = 0
    """With those that are not shown."""
    instead: str = ""
    """The word that was looked for instead, where the one that was typed stands nowhere."""


class Now(Struct, frozen=True):
    """What a search looks at: taken at one moment, it may be looked through in a thread."""

    files: Mapping[str, ParsedFile]
    application: Application

    @classmethod
    def of(cls, session: Session) -> "Now":
        """Take what a session says now."""
        return cls(dict(session.files), session.application)


class Finder:
    """Looks through a dossier; what has been walked through is walked through again only where it changed."""

    def __init__(self) -> None:
        self._texts: dict[str, tuple[ParsedFile, tuple[Text, ...]]] = {}
        self._catalogue: tuple[Application | None, tuple[Text, ...]] = None, ()

    def find(self, now: Now, query: str) -> Found:
        """Find the places that have all words of a query, together in one text or at least in one file."""
        words = tuple(query.split())
        if len(query.strip()) < _FEWEST:
            return Found()
        texts = self._all(now)
        found, instead = _matches(texts, words), ""
        if not found and (meant := _meant(texts, words)) != words:
            found, instead = _matches(texts, meant), " ".join(meant)
        cycle = now.application.cycle.id
        best = sorted(found, key=lambda pair: -_points(pair[0], pair[1], cycle))
        place = Places(now)
        return Found(tuple(place.hit(text, at) for text, at in best[:MOST]), len(found), instead)

    def _all(self, now: Now) -> list[Text]:
        for file, parsed in now.files.items():
            if file not in self._texts or self._texts[file][0] is not parsed:
                self._texts[file] = parsed, texts_of(parsed)
        if self._catalogue[0] is not now.application:
            self._catalogue = now.application, catalogue_texts(now.application)
        texts = list(self._catalogue[1])
        for file in now.files:
            texts += self._texts[file][1]
        return texts


def _matches(texts: Sequence[Text], words: tuple[str, ...]) -> list[tuple[Text, Match[str]]]:
    patterns = sorted(map(anyhow, words), key=lambda pattern: -len(pattern.pattern))
    first, rest = patterns[0], patterns[1:]
    held = [(text, at) for text in texts if (at := first.search(text.text))]
    together = [(t, at) for t, at in held if all(pattern.search(t.text) for pattern in rest)]
    if rest and not together:
        # A title says the one, a text below it the other.
        files = {text.file for text, _ in held}
        for pattern in rest:
            files &= {text.file for text in texts if text.file in files and pattern.search(text.text)}
        return [(text, at) for text, at in held if text.file in files]
    row = in_a_row(words) if rest else first
    return [(text, row.search(text.text) or at) for text, at in together]


def _points(text: Text, at: Match[str], cycle: str) -> int:
    group = _round(text.file)
    begins = not (at.start() and text.text[at.start() - 1].isalnum())
    ends = at.end() == len(text.text) or not text.text[at.end()].isalnum()
    row = " " in at.group()
    # Of earlier rounds one wants to know last.
    return 8 * text.heads + 4 * begins + 2 * ends + 10 * row - 32 * (group not in ("", cycle))


def _round(file: str) -> str:
    role = role_of(file)
    return role.group if role else ""


def _meant(texts: Iterable[Text], words: tuple[str, ...]) -> tuple[str, ...]:
    """Return for each word that stands nowhere the one that looks most like it."""
    texts = list(texts)
    missing = [word for word in words if not any(anyhow(word).search(text.text) for text in texts)]
    if not missing:
        return words
    known = {word.lower() for text in texts for word in _WORD.findall(text.text)}
    return tuple(_nearest(word, known) if word in missing else word for word in words)


def _nearest(word: str, known: Iterable[str]) -> str:
    asked = SequenceMatcher(b=word.lower())
    best, most = word, _ALIKE
    for candidate in sorted(known):
        if abs(len(candidate) - len(word)) > 2:
            continue
        asked.set_seq1(candidate)
        if asked.real_quick_ratio() > most and asked.quick_ratio() > most and asked.ratio() > most:
            best, most = candidate, asked.ratio()
    return best


class Places:
    """Says in German, and with line and column, where a text stands."""

    def __init__(self, now: Now) -> None:
        self._now = now
        self._names = names_in(now.application.dossier)

    def about(self, text: Text) -> str:
        """Return what a text belongs to, such as „Maßnahme „Mentoring“ · Kurzbeschreibung“."""
        return " · ".join(dict.fromkeys(filter(None, (self._title(text), *self._labels(text)))))

    def hit(self, text: Text, at: Match[str]) -> Hit:
        """Return where something stands in a text."""
        line, column = self._line(text, at)
        return Hit(
            text.file,
            text.path,
            text.text,
            at.start(),
            at.end(),
            text.kind,
            self.about(text),
            line,
            column,
            _round(text.file),
        )

    def _title(self, text: Text) -> str:
        role = role_of(text.file)
        if role is None:
            return text.file
        parsed = self._now.files.get(text.file)
        name = self._names.get(role.id, "")
        if role.kind is Kind.REVIEW and parsed:
            name = str(parsed.thing.name)
        elif role.kind is Kind.REQUEST and parsed:
            name = str(parsed.thing.department)
        return title_of(role, name)

    def _labels(self, text: Text) -> Iterator[str]:
        if text.name:
            yield text.name
            return
        role, parsed = role_of(text.file), self._now.files.get(text.file)
        if role is None or parsed is None:
            return
        governing, value = schema(role.kind), parsed.value
        for step in text.path:
            known = governing.get("properties", {})
            governing = below(governing, step)
            try:
                value = value[step]
            except (KeyError, IndexError, TypeError):
                return
            if isinstance(step, int):
                name = entry_name(governing, value, step, self._names) if isinstance(value, dict) else ""
                # An id says nothing to people.
                yield "" if isinstance(value, dict) and name == value.get("id") else name
            elif step in known:
                yield str(governing.get("title", step))
            else:
                yield self._names.get(step, step)

    def _line(self, text: Text, at: Match[str]) -> Place:
        parsed = self._now.files.get(text.file)
        where: Source = getattr(parsed.thing, "where", Source(text.file)) if parsed else Source(text.file)
        position = where.positions.get(text.path)
        # What the catalogue asks for stands where the answer to it begins.
        if parsed is None or position is None or _value_at(parsed.value, text.path) != text.text:
            return where.place(text.path)
        before = text.text[: at.start()]
        if not position.literal and len(text.text.split()) > 1:
            # A file may break such a text anywhere.
            return _in_file(parsed.text, position.line, before, at.group()) or where.place(text.path)
        return where.prose_place(text.path, before.count("\n"), len(before.rpartition("\n")[2]))


def _value_at(value: Any, path: Path) -> Any:
    for step in path:
        value = value[step]
    return value


def _in_file(text: str, line: int, before: str, found: str) -> Place | None:
    """Return where the words stand in the text of a file, from a line on, after as many of them as before."""
    begin = sum(len(each) + 1 for each in text.split("\n")[: line - 1])
    words = re.compile(r"\s+".join(map(re.escape, found.split())))
    nth = len(words.findall(before))
    hit = next(islice(words.finditer(text, begin), nth, None), None)
    if hit is None:
        return None
    lead = text[: hit.start()]
    return Place(lead.count("\n") + 1, len(lead.rpartition("\n")[2]) + 1)
