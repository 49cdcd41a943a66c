"""Changes written into a YAML text, so that everything else in it stays as it is."""

from collections.abc import Sequence
from typing import Any

from tea_assistant.errors import FileError, WriteMismatch
from tea_assistant.store.yaml.layout import newline_of
from tea_assistant.store.yaml.plan import REMOVE, Change, Step, plain, same, steps
from tea_assistant.store.yaml.reader import read
from tea_assistant.store.yaml.render import document

__all__ = ["REMOVE", "Change", "apply", "dump"]

_BYTE_ORDER_MARK = "\ufeff"


def apply(text: str, changes: Sequence[Change]) -> str:
    """Return the text with the changes made one after the other; equal values leave it as it is."""
    body = text.removeprefix(_BYTE_ORDER_MARK)
    reading = read(body)
    if reading.problems:
        problem = reading.problems[0]
        raise FileError(problem.message, line=problem.line, hint=problem.hint)
    todo, meant = steps(reading.value, changes)
    if todo:
        body = _edited(body, todo)
        _check(body, meant)
    return text[: len(text) - len(text.removeprefix(_BYTE_ORDER_MARK))] + body


def _edited(body: str, todo: Sequence[Step]) -> str:
    # Only who writes needs these.
    from yaml import YAMLError  # noqa: PLC0415

    from tea_assistant.store.yaml.edits import edit  # noqa: PLC0415

    newline = newline_of(body)
    try:
        for step in todo:
            body = edit(body, step, newline)
    except (YAMLError, LookupError, StopIteration) as error:
        # A step before has gone wrong: the text cannot be read now, or lacks what it should have.
        raise _mismatch() from error
    return body


def dump(value: Any) -> str:
    """Return the text of a new file."""
    text = document(plain(value))
    _check(text, value)
    return text


def _check(text: str, meant: Any) -> None:
    """Refuse a text that does not say what was meant: better no edit than a wrong one."""
    from tea_assistant.store.yaml.events import open_events  # noqa: PLC0415 (only who writes needs it)

    # By libyaml, whatever form it has: what is written here is read elsewhere, too.
    reading = read(text, open_events)
    if reading.problems or not same(reading.value, meant):
        raise _mismatch()


def _mismatch() -> WriteMismatch:
    return WriteMismatch(
        "Diese Änderung lässt sich nicht sicher in die Datei schreiben; es wurde nichts geändert.",
        hint="Bitte die Stelle in einem Texteditor ändern und die Datei neu laden.",
    )
