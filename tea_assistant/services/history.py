"""Undo and redo, as texts of files before and after."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.errors import EditError


class Step(Struct, frozen=True):
    """One edit: what it was called, and the file's text before and after; None where there was no file."""

    label: str
    file: str
    before: str | None
    after: str | None
    merge_key: str = ""
    """Steps in a row with the same key are one step to the user, such as the typing in one text."""
    group: int = 0
    """Steps in a row with the same number are taken back together; 0 stands for none."""


class History:
    """The steps that can be undone and redone."""

    def __init__(self) -> None:
        self.undoable: list[Step] = []
        self.redoable: list[Step] = []
        self._group = 0
        self._groups = 0

    def add(self, step: Step) -> None:
        """Remember a step; it goes into the last one where both belong to the same typing."""
        step = replace(step, group=self._group)
        last = self.undoable[-1] if self.undoable else None
        if last and step.merge_key and (last.merge_key, last.file) == (step.merge_key, step.file):
            merged = replace(last, after=step.after)
            # What was typed and taken back again is no step.
            self.undoable[-1:] = [merged] if merged.after != merged.before else []
        else:
            self.undoable.append(step)
        self.redoable.clear()

    def seal(self) -> None:
        """End the current typing: what is typed next is a step of its own."""
        if self.undoable:
            self.undoable[-1] = replace(self.undoable[-1], merge_key="")

    @contextmanager
    def group(self) -> Iterator[int]:
        """Put the steps that are added inside into one group, and give its number."""
        outer = self._group
        self._groups += 1
        self._group = outer or self._groups
        try:
            yield self._group
        finally:
            self._group = outer

    def undo(self, text_of: Callable[[str], str | None]) -> list[Step]:
        """Move the last step with its group to what can be redone, and return them newest first.

        Raises `EditError` where a file does not say any more what it said after its step.
        """
        steps = _last_group(self.undoable)
        _require(((step, step.after, step.before) for step in steps), text_of)
        self.redoable += steps
        del self.undoable[len(self.undoable) - len(steps) :]
        return steps

    def redo(self, text_of: Callable[[str], str | None]) -> list[Step]:
        """Move what was undone last back, and return it oldest first; raises `EditError` as `undo` does."""
        steps = _last_group(self.redoable)
        _require(((step, step.before, step.after) for step in steps), text_of)
        self.undoable += steps
        del self.redoable[len(self.redoable) - len(steps) :]
        return steps


def _last_group(steps: list[Step]) -> list[Step]:
    """Return the last step and those before it in the same group, the last one first."""
    if not steps:
        return []
    count = 1
    while steps[-1].group and count < len(steps) and steps[-1 - count].group == steps[-1].group:
        count += 1
    return steps[: -count - 1 : -1]


def _require(
    turns: Iterator[tuple[Step, str | None, str | None]], text_of: Callable[[str], str | None]
) -> None:
    texts: dict[str, str | None] = {}
    for step, stands, becomes in turns:
        if (texts[step.file] if step.file in texts else text_of(step.file)) != stands:
            raise EditError(
                f"„{step.label}“ lässt sich nicht mehr zurücknehmen: Die Datei wurde inzwischen geändert.",
                file=step.file,
            )
        texts[step.file] = becomes
