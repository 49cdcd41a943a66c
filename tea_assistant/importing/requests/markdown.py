"""Reads a request form that was sent as text: through any editor, and through mail that quotes and wraps."""

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from tea_assistant.importing.requests.answers import (
    ANSWERED,
    ANSWERED_BY,
    FilledIn,
    ReturnedForm,
    missing_note,
)
from tea_assistant.importing.requests.identity import fingerprint, identity_of, unmarked
from tea_assistant.model.request import Ask, ask_at
from tea_assistant.patterns import regex

IDENTITY, IDENTITY_END = "Kennung", "Ende der Kennung"
_QUOTED = regex(r"^(?:[ \t\u00a0]*>)+ ?")
_RULE = r"[\s=\-–—_*#|\\]*"
_BEGIN = regex(rf"^{_RULE}Antwort (\d+\.\d+){_RULE}$", re.IGNORECASE)
_END = regex(rf"^{_RULE}Ende (\d+\.\d+){_RULE}$", re.IGNORECASE)
_IDENTITY = regex(rf"^{_RULE}{IDENTITY} \(bitte", re.IGNORECASE)
_BLANK_LINES = regex(r"\n{3,}")
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
    sent = {marker.question: marker.fingerprint for marker in identity.markers}
    filled: dict[str, FilledIn] = {}
    notes = []
    for block in _blocks(lines):
        if block.question not in asks:
            continue
        boxes = _boxes(block.lines, labels[asks[block.question]])
        said = FilledIn({box: text for box, text in boxes.items() if text}, f"Zeile {block.line}")
        known = filled.get(block.question)
        if known is None or fingerprint(known.boxes.items()) == sent[block.question]:
            filled[block.question] = said
        elif fingerprint(said.boxes.items()) not in (
            sent[block.question],
            fingerprint(known.boxes.items()),
        ):
            # A mail that quotes the form has each question twice; two answers are another matter.
            notes.append(f"Die Frage {block.question} hat zwei Antworten; gelesen wurde die erste.")
        if not block.closed:
            notes.append(
                f"Bei Frage {block.question} fehlt die Zeile „Ende {block.question}“; "
                "gelesen wurde bis zur nächsten."
            )
    notes += missing_note(identity, filled)
    return ReturnedForm(
        name, identity, _said(lines, ANSWERED_BY), _said(lines, ANSWERED), filled, tuple(notes)
    )


def _identity_text(name: str, lines: Sequence[str]) -> str:
    begin = next((at for at, line in enumerate(lines) if _IDENTITY.match(line)), None)
    if begin is None:
        raise unmarked(name)
    return "\n".join(lines[begin + 1 :])


class _Block(Struct, frozen=True):
    """The lines of an answer, with the number of the first."""

    question: str
    line: int
    lines: tuple[str, ...]
    closed: bool


def _blocks(lines: Sequence[str]) -> Iterator[_Block]:
    ends = {end[1] for line in lines if (end := _END.match(line))}
    question, begun, found = "", 0, list[str]()
    for number, line in enumerate(lines, start=1):
        begin, end = _BEGIN.match(line), _END.match(line)
        # Where its end is gone, an answer ends with the next heading; else that belongs to the answer.
        lost = bool(_IDENTITY.match(line)) or (question not in ends and line.startswith("## "))
        if question and (begin or lost or (end and end[1] == question)):
            yield _Block(question, begun, tuple(found), closed=end is not None)
            question = ""
        if begin:
            question, begun, found = begin[1], number + 1, []
        elif question:
            found.append(line)


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
        if colon and before.strip(" *_-").casefold() == label.casefold() and said.strip(" *_"):
            return " ".join(said.strip(" *_").split())
    return ""
