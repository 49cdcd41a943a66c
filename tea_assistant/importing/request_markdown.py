"""Reads a request form that was sent as text: through any editor, and through mail that quotes and wraps."""

import re
from collections.abc import Mapping, Sequence

from tea_assistant.importing.request_answers import (
    ANSWERED,
    ANSWERED_BY,
    FilledIn,
    ReturnedForm,
    missing_note,
)
from tea_assistant.importing.request_identity import identity_of, unmarked
from tea_assistant.model.request import Ask, ask_at

IDENTITY, IDENTITY_END = "Kennung", "Ende der Kennung"
_QUOTED = re.compile(r"^(?:[ \t\u00a0]*>)+ ?")
_RULE = r"[\s=\-–—_*#|\\]*"
_BEGIN = re.compile(rf"^{_RULE}Antwort (\d+\.\d+){_RULE}$", re.IGNORECASE)
_END = re.compile(rf"^{_RULE}Ende(?: (\d+\.\d+))?{_RULE}$", re.IGNORECASE)
_IDENTITY = re.compile(rf"^{_RULE}{IDENTITY}\b(?! der).*$", re.IGNORECASE)
_IDENTITY_END = re.compile(rf"^{_RULE}{IDENTITY_END}{_RULE}$", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n{3,}")
_MARK = "TEA-Anfrage"


def is_request(text: str) -> bool:
    """Tell whether a text is a request form, whole or damaged."""
    return _MARK in text or ("Siegel:" in text and "Fachstelle:" in text)


def read(name: str, text: str, labels: Mapping[Ask, Mapping[str, str]]) -> ReturnedForm:
    """Read a form; `labels` are the words before the boxes of each kind of question, by their names.

    Raises `ForeignFileError` where nobody can tell which form it is.
    """
    lines = [_QUOTED.sub("", line).rstrip() for line in text.replace("\u00a0", " ").splitlines()]
    identity = identity_of(name, _identity_text(name, lines))
    asks = {marker.question: ask_at(marker.path) for marker in identity.markers}
    blocks, broken = _blocks(lines)
    filled = {}
    for question, (line, block) in blocks.items():
        if question not in asks:
            continue
        boxes = _boxes(block, labels[asks[question]])
        filled[question] = FilledIn({box: said for box, said in boxes.items() if said}, f"Zeile {line}")
    notes = [
        *(
            f"Bei Frage {number} fehlt die Zeile „Ende {number}“; gelesen wurde bis zur nächsten."
            for number in broken
        ),
        *missing_note(identity, blocks),
    ]
    return ReturnedForm(
        name, identity, _said(lines, ANSWERED_BY), _said(lines, ANSWERED), filled, tuple(notes)
    )


def _identity_text(name: str, lines: Sequence[str]) -> str:
    begin = next((at for at, line in enumerate(lines) if _IDENTITY.match(line)), None)
    if begin is None:
        raise unmarked(name)
    return "\n".join(lines[begin + 1 :])


def _blocks(lines: Sequence[str]) -> tuple[dict[str, tuple[int, list[str]]], list[str]]:
    """Return the lines of each answer with the number of the first, and the questions that nobody closed."""
    found: dict[str, tuple[int, list[str]]] = {}
    broken: list[str] = []
    at = ""
    for number, line in enumerate(lines, start=1):
        begun = _BEGIN.match(line)
        if begun or _END.match(line) or _IDENTITY.match(line) or line.startswith("## "):
            if at and not _END.match(line):
                broken.append(at)
            at = begun[1] if begun else ""
            if at:
                found[at] = (number + 1, [])
        elif at:
            found[at][1].append(line)
    return found, broken


def _boxes(block: Sequence[str], labels: Mapping[str, str]) -> dict[str, str]:
    if len(labels) < 2:
        text = _BLANK_LINES.sub("\n\n", "\n".join(block)).strip()
        return dict.fromkeys(labels, text)
    by_label = {label.casefold(): box for box, label in labels.items()}
    boxes: dict[str, list[str]] = {}
    at = ""
    for line in block:
        label, colon, said = line.partition(":")
        box = by_label.get(label.strip(" *_-").casefold()) if colon else None
        if box:
            at = box
            boxes[at] = [said.strip()]
        elif at:
            # Mail breaks long lines in two.
            boxes[at].append(line.strip())
    return {box: " ".join(filter(None, said)) for box, said in boxes.items()}


def _said(lines: Sequence[str], label: str) -> str:
    for line in lines:
        before, colon, said = line.partition(":")
        if colon and before.strip(" *_-").casefold() == label.casefold():
            return " ".join(said.strip(" *_").split())
    return ""
