"""Asks, field by field, what is to stand where two have changed the same place."""

from collections.abc import Mapping, Sequence
from typing import Any

from tea_assistant.cli import terminal
from tea_assistant.patterns import regex
from tea_assistant.services.conflicts import Dispute, Disputed
from tea_assistant.services.plain_table import wrapped
from tea_assistant.services.sync.disputes import in_words
from tea_assistant.services.sync.merge import FileConflict

_NOTHING = "(hier steht nichts)"
_LATER = "s"
_BEGINS_ITEM = regex(r"\s*(?:[-*+#>|]|\d+[.)])")


class _Later(Exception):
    """The person wants to decide another time."""


def ask_all(
    conflicts: Sequence[FileConflict], names: Mapping[str, str], *, can_ask: bool
) -> Mapping[str, str | None] | None:
    """Return the text of each file as a person wants it; None for later, or where nobody is there."""
    disputes = [in_words(conflict, names) for conflict in conflicts]
    if not can_ask:
        terminal.tell("Auf beiden Seiten geändert:")
        for dispute in disputes:
            terminal.tell("\n".join(wrapped(f"{dispute.title}: {_labels(dispute)}", "  ", "    ")))
        return None
    try:
        return {dispute.file: _text(dispute) for dispute in disputes}
    except _Later:
        return None


def _labels(dispute: Dispute) -> str:
    return ", ".join(field.label for field in dispute.fields) or "die ganze Datei"


def _text(dispute: Dispute) -> str | None:
    if not dispute.fields:
        return _whole(dispute)
    values: dict[int, Any] = {}
    for number, field in enumerate(dispute.fields):
        heading = f"{dispute.title} · {field.label} ({number + 1} von {len(dispute.fields)})"
        values[number] = _value(heading, field)
    return dispute.decided(values)


def _whole(dispute: Dispute) -> str | None:
    """Ask about a file that one side removed, or that cannot be taken apart."""
    if dispute.mine is None:
        told = "Hier ist die Datei gelöscht, bei den anderen geändert."
    elif dispute.theirs is None:
        told = "Hier ist die Datei geändert, bei den anderen gelöscht."
    else:
        told = "Eine Fassung lässt sich nicht lesen; deshalb gilt eine von beiden ganz."
    terminal.tell(f"\n{dispute.title}\n  {told}")
    answer = _answer({"m": "[m]eine", "a": "[a]ndere"})
    return dispute.mine if answer == "m" else dispute.theirs


def _value(heading: str, field: Disputed) -> Any:
    choices = {"m": "[m]eine", "a": "[a]ndere"}
    lines = ["", heading, *_shown("Meine Fassung", field.mine), *_shown("Andere Fassung", field.theirs)]
    if field.proposal is not None:
        choices["v"] = "[v]orschlag"
        lines += _shown("Vorschlag", field.proposal)
    terminal.tell("\n".join(lines))
    answer = _answer(choices)
    conflict = field.conflict
    return {"m": conflict.mine, "a": conflict.theirs, "v": conflict.proposal}[answer]


def _shown(title: str, text: str | None) -> list[str]:
    lines = [line for part in _flowing(text or _NOTHING) for line in wrapped(part, "    ", "    ") or [""]]
    return [f"  {title}:", *lines]


def _flowing(text: str) -> list[str]:
    """Return the paragraphs of a text, whose lines end where they did in a wider window."""
    parts: list[str] = []
    for line in text.splitlines():
        if parts and parts[-1] and line.strip() and not _BEGINS_ITEM.match(line):
            parts[-1] += f" {line.strip()}"
        else:
            parts.append(line.strip())
    return parts


def _answer(choices: Mapping[str, str]) -> str:
    question = ", ".join([*choices.values(), "[s]päter"])
    while True:
        said = terminal.ask(f"{question}: ").casefold()[:1]
        # No answer at all, such as at the end of the input, decides nothing.
        if said in ("", _LATER):
            raise _Later
        if said in choices:
            return said
