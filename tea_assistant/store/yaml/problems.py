"""What can be wrong with a YAML file before anybody looks at its content, worded in German."""

import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from tea_assistant.model.source import Path
from tea_assistant.patterns import regex

LIMIT: Final = 2_000_000
"""Bytes that one file may have."""
DEEPEST: Final = 40
"""Levels of lists and mappings inside each other."""

Place = tuple[int, int]
"""Line and column, both from 1."""


class Problem(Struct, frozen=True):
    """One thing that is wrong with a file, with its place from 1 and an example of what is right."""

    code: str
    line: int
    column: int
    message: str
    hint: str
    path: Path = ()


def wrong_encoding(place: Place, byte: int, guess: str, shown: str) -> Problem:
    """Report bytes that are not UTF-8, and what they probably are."""
    return Problem(
        "TEA001",
        *place,
        f"Die Datei ist nicht als UTF-8 gespeichert: Byte 0x{byte:02X} ist hier nicht möglich; "
        f"vermutlich {guess}{f' (dann steht hier „{shown}“)' if shown else ''}.",
        "Bitte die Datei in einem Editor mit dieser Kodierung öffnen, die Umlaute prüfen "
        "und als „UTF-8“ speichern.",
    )


def duplicate_key(key: str, first: int, again: Place, path: Path) -> Problem:
    """Report a key that stands twice in one mapping."""
    return Problem(
        "TEA003",
        *again,
        f"Der Schlüssel „{key}“ steht zweimal: in Zeile {first} und in Zeile {again[0]}. "
        f"Gelesen wurde nur der Wert aus Zeile {first}.",
        f"Bitte beide Werte unter einem „{key}:“ zusammenführen und den anderen Eintrag löschen.",
        path,
    )


_CONFLICT: Final = regex(r"^(?:<{7}|={7}|>{7})(?=[ \r\n]|\Z)", re.MULTILINE)


def conflicts(text: str) -> Iterator[Problem]:
    """Report each merge conflict that git left in the file."""
    if "<<<<<<<" not in text and ">>>>>>>" not in text:
        return
    block: list[str] = []
    start = offset = 0
    line = 1
    for match in _CONFLICT.finditer(text):
        line += text.count("\n", offset, match.start())
        offset = match.start()
        if block and match[0] == "<<<<<<<":
            yield from _conflict(start, block)
            block = []
        if not block:
            start = line
        block.append(f"{match[0]} in Zeile {line}")
        if match[0] == ">>>>>>>":
            yield from _conflict(start, block)
            block = []
    yield from _conflict(start, block)


def _conflict(line: int, marks: list[str]) -> Iterator[Problem]:
    # Seven equals signs alone underline a heading.
    if any("=======" not in mark for mark in marks):
        yield Problem(
            "TEA004",
            line,
            1,
            f"Hier hat Git zwei Fassungen nebeneinander gestellt: {', '.join(marks)}.",
            "Bitte eine Fassung behalten und die Zeilen mit <<<<<<<, ======= und >>>>>>> löschen.",
        )


def tab_indentation(place: Place) -> Problem:
    """Report a line that is indented with a tab."""
    return Problem(
        "TEA005",
        *place,
        "Die Zeile ist mit einem Tabulator eingerückt.",
        "Bitte mit Leerzeichen einrücken, zwei für jede Ebene: „  title: Mentoring“.",
    )


def alias(name: str, place: Place, path: Path) -> Problem:
    """Report `*name`, which YAML takes for a reference to another value."""
    return Problem(
        "TEA006",
        *place,
        f"„*{name}“ gilt in YAML als Verweis auf einen anderen Wert; Verweise sind hier nicht erlaubt.",
        f'Bitte Text, der mit * beginnt, in Anführungszeichen setzen: "*{name}".',
        path,
    )


def anchor(name: str, place: Place, path: Path) -> Problem:
    """Report `&name`, which YAML takes for the name of a value."""
    return Problem(
        "TEA006",
        *place,
        f"„&{name}“ gilt in YAML als Anker für Verweise; Anker sind hier nicht erlaubt.",
        f'Bitte Text, der mit & beginnt, in Anführungszeichen setzen: "&{name}"; sonst „&{name}“ löschen.',
        path,
    )


def tag(name: str, place: Place, path: Path) -> Problem:
    """Report `!name`, which YAML takes for the type of a value."""
    shown = name.replace("tag:yaml.org,2002:", "!!") if name.startswith("tag:") else name
    return Problem(
        "TEA007",
        *place,
        f"„{shown}“ gilt in YAML als Typangabe; Typangaben sind hier nicht erlaubt.",
        f'Bitte Text, der mit ! beginnt, in Anführungszeichen setzen: "{shown}"; sonst „{shown}“ löschen.',
        path,
    )


def too_large(size: int) -> Problem:
    """Report a file with more bytes than one file may have."""
    millions = f"{size / 1_000_000:.1f}".replace(".", ",")
    return Problem(
        "TEA008",
        1,
        1,
        f"Die Datei ist mit {millions} MB zu groß; höchstens {LIMIT // 1_000_000} MB sind erlaubt.",
        "Lange Dokumente gehören als Anlage nach attachments/, in die Datei nur ein Nachweis darauf: "
        "„file: attachments/konzept.pdf“.",
    )


def too_deep(place: Place) -> Problem:
    """Report lists and mappings that stand too deep inside each other."""
    return Problem(
        "TEA009",
        *place,
        f"Hier sind mehr als {DEEPEST} Ebenen ineinander verschachtelt.",
        "Bitte flacher gliedern; Text, der mit [ oder { beginnt, in Anführungszeichen setzen: "
        '"[siehe Anlage]".',
    )


def several_documents(first: int, second: Place) -> Problem:
    """Report a second document in the same file."""
    return Problem(
        "TEA010",
        *second,
        f"Die Datei enthält mehrere Dokumente: Das erste beginnt in Zeile {first}, mit „---“ folgt "
        f"hier ein weiteres. Gelesen wurde nur das erste.",
        "Bitte jedes Dokument in eine eigene Datei schreiben oder die Zeile mit „---“ löschen.",
    )


def control_character(character: str, place: Place) -> Problem:
    """Report a character that YAML does not allow."""
    name = "NUL, " if character == "\0" else ""
    return Problem(
        "TEA011",
        *place,
        f"Hier steht ein unsichtbares Steuerzeichen ({name}U+{ord(character):04X}), "
        "das in YAML nicht erlaubt ist.",
        "Bitte das Zeichen löschen; meist ist es beim Kopieren aus einem anderen Programm hineingeraten.",
    )


def complex_key(place: Place, path: Path) -> Problem:
    """Report a list or mapping in the place of a key."""
    return Problem(
        "TEA002",
        *place,
        "Hier steht eine Liste oder Gruppe, wo ein Schlüssel stehen muss.",
        "Ein Schlüssel ist ein einfaches Wort: „title: Mentoring“. Text mit geschweiften Klammern "
        'bitte in Anführungszeichen setzen: "{{leadership.women.share}}".',
        path,
    )
