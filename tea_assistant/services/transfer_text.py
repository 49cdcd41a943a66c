"""The transfer into the portal as a list for people and as values for programs."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from tea_assistant.errors import UsageError
from tea_assistant.figures.german import plain_number_text
from tea_assistant.services.progress import as_json_text, heading, part_label
from tea_assistant.services.session import Session
from tea_assistant.services.transfer import (
    Tally,
    Transferable,
    TransferState,
    standing,
    tally,
    transferables,
)

SIGNS = {
    TransferState.OPEN: "○",
    TransferState.DONE: "✓",
    TransferState.CHANGED: "◐",
    TransferState.GONE: "✗",
}
WORDS = {
    TransferState.OPEN: "offen",
    TransferState.DONE: "übertragen",
    TransferState.CHANGED: "geändert",
    TransferState.GONE: "entfallen",
}
_WIDEST = 44
"""A title longer than this moves its key to the right; for the others the keys stand below one another."""


def tally_text(count: Tally) -> str:
    """Say how far the transfer is: „14 von 96 übertragen, 2 geändert“."""
    words = [f"{count.done} von {count.total} übertragen"]
    words += [f"{count.changed} geändert"] if count.changed else []
    words += [f"{count.gone} entfallen"] if count.gone else []
    return ", ".join(words)


def characters_text(each: Transferable) -> str:
    """Say how long a text is, and how long it may be: „1.204 von höchstens 1.000 Zeichen“."""
    if each.text.ticked and not each.characters:
        return "nur ankreuzen"
    of = f" von höchstens {_number(each.text.limit)}" if each.text.limit else ""
    return f"{_number(each.characters)}{of} Zeichen"


def as_text(session: Session, part: str = "") -> str:
    """List the texts part by part, with their state, their length and their key."""
    texts = transferables(session.application)
    lines = [heading(session), f"Ins Portal: {tally_text(tally(texts))}", ""]
    for name, group in groupby(_of_part(session, texts, part), key=lambda each: each.text.part):
        lines += [part_label(session, name), *_rows(list(group)), ""]
    lines.append("   ".join(f"{SIGNS[state]} {WORDS[state]}" for state in TransferState))
    lines.append("Einen Text allein: tea transfer --block SCHLÜSSEL   Abhaken: --done SCHLÜSSEL")
    return "\n".join(lines)


def as_json(session: Session, part: str = "") -> str:
    """Return the same with the texts themselves, for programs."""
    texts = transferables(session.application)
    count = tally(texts)
    value = {
        "format": 1,
        "dossier": session.application.organisation.name,
        "cycle": session.cycle,
        "counts": {
            "total": count.total,
            "done": count.done,
            "changed": count.changed,
            "gone": count.gone,
        },
        "texts": [_value(each) for each in _of_part(session, texts, part)],
    }
    return as_json_text(value)


REPORTS = {"text": as_text, "json": as_json}


def _of_part(session: Session, texts: Sequence[Transferable], part: str) -> list[Transferable]:
    found = [each for each in texts if part in ("", each.text.part)]
    if part and not found and part not in {known.id for known in session.application.parts}:
        known_parts = ", ".join(dict.fromkeys(each.text.part for each in texts))
        raise UsageError(f"Einen Teil „{part}“ gibt es nicht.", hint=f"Möglich sind: {known_parts}.")
    return found


def _rows(texts: Sequence[Transferable]) -> Iterator[str]:
    width = max((len(each.text.title) for each in texts if len(each.text.title) <= _WIDEST), default=0)
    for name, group in groupby(texts, key=lambda each: each.text.group):
        indent = "    " if name else "  "
        if name:
            yield f"  {name}"
        for each in group:
            length = _number(each.characters) if each.characters else "–"
            yield f"{indent}{SIGNS[each.state]} {length:>6}  {each.text.title:<{width}}  {each.key}"
            if each.state in (TransferState.CHANGED, TransferState.GONE):
                yield f"{indent}          {standing(each)}"
            if each.too_long:
                yield f"{indent}          zu lang: {characters_text(each)}"


def _number(count: int) -> str:
    return plain_number_text(Fraction(count))


def _value(each: Transferable) -> dict[str, object]:
    text, mark = each.text, each.mark
    return {
        "key": text.key,
        "part": text.part,
        "group": text.group,
        "title": text.title,
        "tick": text.ticked,
        "characters": each.characters,
        "limit": text.limit,
        "state": each.state.value,
        "transferred": mark.transferred if mark else None,
        "by": mark.by if mark else None,
        "text": text.text,
    }
