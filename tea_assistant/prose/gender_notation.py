"""Finds the forms that name more than one gender: `Bürger*innen`, `BürgerInnen`, „Bürgerinnen und Bürger“."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from tea_assistant.model.dossier import GenderNotation
from tea_assistant.patterns import regex

_JOINS = {
    "*": GenderNotation.STAR,
    "\\*": GenderNotation.STAR,
    ":": GenderNotation.COLON,
    "_": GenderNotation.UNDERSCORE,
    "/": GenderNotation.SLASH,
    "/-": GenderNotation.SLASH,
}
_LETTER = "[A-Za-zÀ-ÖØ-öø-ž]"
_WORD = rf"(?<![\w-]){_LETTER}++(?:-{_LETTER}++)*+"
_SHORT = regex(
    rf"(?P<stem>{_WORD})(?P<join>\\?\*|[:_]|/-?)(?P<ending>innen[a-zäöüß]*+|in|[rnms]|e[rnms]?|die|der|sie|er)"
    r"(?!\w|[.:_/*]\w)"
)
# A text is searched for what joins the halves first: a word stands at every other character.
_JOIN = regex(r"[*:_/](?=-?[deimnrs])(?<=[A-Za-zÀ-ÖØ-öø-ž\\].)")
_CAPITAL_I = regex(r"I(?<=[a-zäöüß]I)n")
_WOMAN = regex(rf"in(?<={_LETTER}in)(?:nen)?(?!{_LETTER})")
_LONGEST = 80
"""Letters of a word; what is longer may be anything."""
_BINNEN_I = regex(rf"(?<!\w)(?P<stem>{_LETTER}[a-zäöüß]++)I(?P<ending>nnen[a-zäöüß]*+|n)(?!\w)")
_BETWEEN = (
    r"(?:\s{1,3}(?:und|oder|sowie|bzw\.|beziehungsweise|&)\s{1,3}"
    r"(?:(?:de[rnms]|die|das|(?:k?eine|jede|ihre|unsere|alle)[rnms]?|ein)\s{1,3})?|\s?/\s?)"
)
_PAIR = regex(rf"(?P<first>{_WORD})(?={_BETWEEN}(?P<second>-?{_LETTER}++))")
# „Schule/in Ausbildung“ is no form of a person: without a mark of its own, `in` needs a word for one.
_PERSON = regex(
    r"(?:er|or|eur|ier|ent|ant|ist|olog|at|rät|ling|graf|ärzt|anwält|kolleg|kund|expert|beamt|chef|wirt|nom)$"
)
_ARTICLE = regex(rf"(?:{_LETTER}e|(?:k|s|m|d)?ein|ihr|unser|euer|jed|welch|dies)$", re.IGNORECASE)
_PRONOUNS = frozenset((("der", "die"), ("die", "der"), ("er", "sie"), ("sie", "er")))
_ENDINGS = ("", "e", "en", "n", "s", "es")
"""What a word for a man may have behind the stem of the word for a woman: Kolleg-in, Kolleg-en."""
_PLAIN = str.maketrans("äöü", "aou")
_SHORTEST = 3


class GenderedForm(Struct, frozen=True):
    """A form that names more than one gender, with its place in the text."""

    notation: GenderNotation
    text: str
    start: int
    stem: str
    """What stands before the ending: Bürger."""
    ending: str
    """As in a short form: innen, in, r."""

    def written(self, notation: GenderNotation) -> str:
        """Return the same form in another notation; empty where that takes knowing the word."""
        joins = {v: k for k, v in _JOINS.items() if k != "\\*"}
        is_noun = self.ending.startswith("in")
        if notation is GenderNotation.BINNEN_I:
            return f"{self.stem}I{self.ending[1:]}" if is_noun else ""
        if notation is GenderNotation.PAIR:
            return self._pair() if self.stem.endswith("er") else ""
        if notation is GenderNotation.SLASH and not is_noun:
            return f"{self.stem}/{self.ending}"
        return f"{self.stem}{joins[notation]}{self.ending}" if notation in joins else ""

    def _pair(self) -> str:
        words = {"in": "oder", "innen": "und"}
        word = words.get(self.ending)
        return f"{self.stem}{self.ending} {word} {self.stem}" if word else ""


def may_hold_forms(text: str) -> bool:
    """Tell whether a text may have gendered forms; a prose without any has none in its paragraphs either."""
    return bool(_JOIN.search(text) or _CAPITAL_I.search(text) or _WOMAN.search(text))


@lru_cache(maxsize=1024)
def gendered_forms(text: str) -> tuple[GenderedForm, ...]:
    """Return the gendered forms of a text in its order; a generic masculine cannot be told from a man."""
    found = [*_short(text), *_binnen_i(text), *_pairs(text)]
    return tuple(sorted(found, key=lambda form: form.start))


def _short(text: str) -> Iterator[GenderedForm]:
    end = 0
    for join in _JOIN.finditer(text):
        at = join.start()
        if text[at - 1] == "\\":
            at -= 1
        match = _SHORT.match(text, _word_start(text, at, end)) if at >= end else None
        if match:
            end = match.end()
            if _is_short(match["stem"], match["join"], match["ending"]):
                notation = _JOINS[match["join"]]
                yield GenderedForm(notation, match[0], match.start(), match["stem"], match["ending"])


def _word_start(text: str, at: int, least: int) -> int:
    """Return where the letters and hyphens before an offset begin."""
    blank = text.rfind(" ", max(at - _LONGEST, least), at) + 1
    if blank and text[blank:at].isalpha():
        return blank
    while at > least and (text[at - 1].isalpha() or text[at - 1] == "-"):
        at -= 1
    return at


def _may_name_women(text: str) -> bool:
    for match in _WOMAN.finditer(text):
        end = match.start()
        least = max(end - _LONGEST, 0)
        begin = _word_start(text, end, least)
        # „Ein Jahr“ names nobody: before the ending stands more of a word.
        if end - begin >= _SHORTEST and (begin == least or not text[begin:end].islower()):
            return True
    return False


def _is_short(stem: str, join: str, ending: str) -> bool:
    if ending.startswith("innen"):
        return len(stem) >= _SHORTEST
    if ending == "in":
        return stem[0].isupper() and (join in ("*", "\\*", "/-") or bool(_PERSON.search(stem)))
    if (stem.lower(), ending) in _PRONOUNS:
        return join != "/"
    return ending not in ("die", "der", "sie", "er") and bool(_ARTICLE.search(stem))


def _binnen_i(text: str) -> Iterator[GenderedForm]:
    for match in _BINNEN_I.finditer(text) if _CAPITAL_I.search(text) else ():
        stem, ending = match["stem"], f"i{match['ending']}"
        if ending != "in" or _PERSON.search(stem):
            yield GenderedForm(GenderNotation.BINNEN_I, match[0], match.start(), stem, ending)


def _pairs(text: str) -> Iterator[GenderedForm]:
    for match in _PAIR.finditer(text) if _may_name_women(text) else ():
        for woman, man in ((match["first"], match["second"]), (match["second"], match["first"])):
            stem, ending = _feminine(woman)
            if stem and _is_the_same(stem, man):
                words = text[match.start() : match.end("second")]
                yield GenderedForm(GenderNotation.PAIR, words, match.start(), stem, ending)
                break


def _feminine(word: str) -> tuple[str, str]:
    for ending in ("innen", "in"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST and word[0].isupper():
            return word.removesuffix(ending), ending
    return "", ""


def _is_the_same(stem: str, man: str) -> bool:
    plain, other = stem.lower().translate(_PLAIN), man.lower().translate(_PLAIN)
    if other.startswith("-"):
        # „Ansprechpartnerinnen und -partner“
        return any(plain.endswith(other[1:].removesuffix(ending)) for ending in _ENDINGS if len(other) > 3)
    return other.startswith(plain) and other[len(plain) :] in _ENDINGS
