"""YAML's syntax errors in German: what is probably meant, and an example of what is right."""

import re
from collections.abc import Callable
from typing import Final

from msgspec import Struct
from yaml import MarkedYAMLError, YAMLError

from tea_assistant.model.source import Place
from tea_assistant.patterns import regex
from tea_assistant.store.text_places import line_around, place_at
from tea_assistant.store.yaml.problems import Problem, control_character, tab_indentation

_UNPRINTABLE: Final = regex(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff")


class _Place(Struct, frozen=True):
    """Where the parser stopped, and what stands there."""

    text: str
    offset: int

    @property
    def character(self) -> str:
        return self.text[self.offset : self.offset + 1]

    @property
    def line(self) -> str:
        return line_around(self.text, self.offset)

    @property
    def before(self) -> str:
        """What stands before it on its line."""
        column = place_at(self.text, self.offset).column
        return self.line[: column - 1]

    @property
    def word(self) -> str:
        """The words that begin here, short enough for an example."""
        rest = self.line[len(self.before) :].split(" #")[0].strip().replace('"', "'")
        return rest if len(rest) <= 40 else f"{rest[:40].rstrip()} …"


class _Wording(Struct, frozen=True):
    message: str
    hint: str


_Word = _Wording | Callable[[_Place], _Wording]


def explain(error: YAMLError | UnicodeEncodeError, text: str) -> Problem:
    """Word an error of the parser in German, at the place that is most likely to blame."""
    if not isinstance(error, MarkedYAMLError):
        return _unprintable(text)
    problem = f"{error.problem or ''}".lower()
    context = f"{error.context or ''}".lower()
    mark = error.problem_mark or error.context_mark
    place = _Place(text, min(mark.index, len(text)) if mark else 0)
    if tab := _tab(place, problem):
        return tab
    at_context, word = next(
        (rule[1:] for rule in _RULES if rule[0].search(f"{context}|{problem}")), (False, _UNREADABLE)
    )
    if at_context and error.context_mark:
        place = _Place(text, min(error.context_mark.index, len(text)))
    wording = word if isinstance(word, _Wording) else word(place)
    if word in {_colon, _no_colon} and (missing := _missing_space(place)):
        place, wording = missing
    return Problem("TEA002", *place_at(text, place.offset), wording.message, wording.hint)


def _unprintable(text: str) -> Problem:
    found = _UNPRINTABLE.search(text)
    offset = found.start() if found else 0
    return control_character(found[0] if found else "\0", place_at(text, offset))


def _tab(place: _Place, problem: str) -> Problem | None:
    line = place.line
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" in indent and (len(place.before) <= len(indent) or "tab" in problem):
        return tab_indentation(Place(place_at(place.text, place.offset).line, indent.index("\t") + 1))
    if place.character == "\t" and "cannot start" in problem:
        return tab_indentation(place_at(place.text, place.offset))
    return None


_GLUED: Final = regex(r"\s*(?:- +)?([\w-]+):(?=[^\s:/\\])")
_OWN_KEY: Final = regex(r"\s*(?:- +)*[\w-]+: ")


def _missing_space(place: _Place) -> tuple[_Place, _Wording] | None:
    """Find `key:value` in the line at fault, or in the one above, which YAML takes for running text."""
    line_start = place.offset - len(place.before)
    above_end = len(place.text[:line_start].rstrip())
    above_start = above_end - len(_Place(place.text, above_end).before)
    for start in (line_start, above_start):
        if found := _GLUED.match(place.text, start):
            value = _Place(place.text, found.end()).word
            if found[1].isdigit():  # 12:30
                continue
            return _Place(place.text, found.end()), _Wording(
                f"Nach „{found[1]}:“ fehlt ein Leerzeichen.", f"So ist es richtig: {found[1]}: {value}"
            )
    return None


_UNREADABLE: Final = _Wording(
    "Diese Stelle ist so nicht lesbar.",
    "Bitte Einrückung und Anführungszeichen hier und in der Zeile darüber prüfen: „title: Mentoring“.",
)


def _bad_start(place: _Place) -> _Wording:
    return _Wording(
        f"Text darf nicht ohne Anführungszeichen mit „{place.character}“ beginnen."
        if place.character.isprintable() and place.character
        else "Text darf so nicht beginnen.",
        f'Bitte mit Anführungszeichen schreiben: "{place.word}".',
    )


def _colon(place: _Place) -> _Wording:
    if _OWN_KEY.match(place.before):
        return _Wording(
            "In diesem Text steht ein Doppelpunkt mit Leerzeichen; er sieht wie ein zweiter Schlüssel aus.",
            'Bitte den Text in Anführungszeichen setzen: title: "Mentoring: zweiter Durchgang".',
        )
    return _Wording(
        "Diese Zeile passt nicht zur Zeile darüber: Dort fehlt ein Doppelpunkt, oder eine der beiden ist "
        "falsch eingerückt.",
        "Schlüssel derselben Gruppe beginnen in derselben Spalte; mehrzeiliger Text steht eingerückt "
        "unter „summary: |“.",
    )


def _no_colon(place: _Place) -> _Wording:
    return _Wording(
        f"Nach „{place.word}“ fehlt ein Doppelpunkt, oder die Zeile ist nicht weit genug eingerückt.",
        "Ein Eintrag hat die Form „title: Mentoring“; mehrzeiliger Text steht eingerückt unter „summary: |“.",
    )


def _entry(place: _Place) -> _Wording:
    last = place.before.rstrip()[-1:]
    if last in {'"', "'"}:
        return _Wording(
            "Nach dem schließenden Anführungszeichen steht noch Text.",
            "Bitte den ganzen Text in Anführungszeichen setzen und innen „…“ verwenden: "
            'title: "Das Programm „Mentoring“ der Stadt".',
        )
    if last in {"]", "}"}:
        return _Wording(
            f"Nach „{last}“ steht noch Text.",
            "Bitte Text, der mit einer Klammer beginnt, ganz in Anführungszeichen setzen: "
            'title: "[Entwurf] Mentoring".',
        )
    if not place.before.strip():
        return _Wording(
            "Diese Zeile beginnt in einer Spalte, die zu keiner Ebene darüber gehört.",
            "Schlüssel derselben Gruppe beginnen in derselben Spalte, jede Ebene tiefer zwei Leerzeichen "
            "weiter rechts.",
        )
    return _UNREADABLE


def _not_closed(place: _Place) -> _Wording:
    quote = place.character if place.character in {'"', "'"} else '"'
    return _Wording(
        "Das Anführungszeichen, das hier beginnt, wird nicht geschlossen.",
        f"Bitte am Ende des Textes ein {quote} ergänzen: title: {quote}Mentoring{quote}.",
    )


_BACKSLASH: Final = _Wording(
    "Ein Rückstrich (\\) in doppelten Anführungszeichen leitet ein Sonderzeichen ein; dieses gibt es nicht.",
    "Bitte einfache Anführungszeichen verwenden: 'C:\\Mappe\\Konzept.pdf'.",
)


_BLOCK_HEADER: Final = _Wording(
    "Nach „|“ oder „>“ darf in derselben Zeile kein Text stehen.",
    "Bitte den Text in die nächste Zeile schreiben und um zwei Leerzeichen einrücken.",
)


_DASH: Final = _Wording(
    "Ein Listenpunkt („- “) ist an dieser Stelle nicht möglich.",
    "Listenpunkte stehen auf eigenen Zeilen unter dem Schlüssel: erst „partners:“, "
    "darunter „  - Stadt Köln“.",
)


_NO_DASH: Final = _Wording(
    "Diese Zeile steht in einer Liste, beginnt aber nicht mit „- “.",
    "Bitte „- “ davorsetzen oder die Zeile so einrücken wie den Eintrag, zu dem sie gehört: "
    "„  - Stadt Köln“.",
)


def _bracket(place: _Place) -> _Wording:
    closing = "}" if place.character == "{" else "]"
    return _Wording(
        f"In der Klammer, die hier beginnt, fehlt ein Komma oder das schließende „{closing}“.",
        "Eine Liste in einer Zeile sieht so aus: [af01, af03]. Text, der mit einer Klammer beginnt, "
        'bitte in Anführungszeichen setzen: "[Entwurf] Mentoring".',
    )


def _no_value(place: _Place) -> _Wording:
    if place.character in {",", "]", "}"}:
        return _bad_start(place)
    return _UNREADABLE


_GAP: Final = _Wording(
    "In dieser Klammer fehlt ein Wert.", "Eine Liste in einer Zeile sieht so aus: [af01, af03]."
)


_STRAY_TEXT: Final = _Wording(
    "Dieser Text gehört zu keinem Schlüssel.",
    "Jeder Wert braucht einen Schlüssel davor: „title: Mentoring“.",
)


_RULES: Final[tuple[tuple[re.Pattern[str], bool, _Word], ...]] = tuple(
    (regex(pattern), at_context, word)
    for pattern, at_context, word in (
        (r"quoted.*\|.*(end of stream|document (indicator|separator))", True, _not_closed),
        (r"quoted.*\|.*(escape|hexadecimal|hexdecimal)", False, _BACKSLASH),
        (r"block scalar\|", True, _BLOCK_HEADER),
        (
            r"scanning an? (alias|anchor)|(scanning|parsing) a.* tag|tag handle|non-specific tag",
            True,
            _bad_start,
        ),
        (r"directive|incompatible yaml", True, _bad_start),
        (r"cannot start any token|unexpected ':'|mapping keys are not allowed", False, _bad_start),
        (r"mapping values are not allowed", False, _colon),
        (r"could not find expected ':'", True, _no_colon),
        (r"sequence entries are not allowed", False, _DASH),
        (r"flow (sequence|mapping)\|", True, _bracket),
        (r"block collection\|", False, _NO_DASH),
        (r"block mapping\|", False, _entry),
        (r"flow node\|", False, _GAP),
        (r"node content", False, _no_value),
        (r"<document start>", False, _STRAY_TEXT),
    )
)
"""What the parser did and met; whether the start of it is to blame; how to say it. The first match counts."""
