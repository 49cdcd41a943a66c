"""Undo and redo, as texts of files before and after."""

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Step:
    """One edit: what it was called, and the file's text before and after; None where there was no file."""

    label: str
    file: str
    before: str | None
    after: str | None
    merge_key: str = ""
    """Steps in a row with the same key are one step to the user, such as the typing in one text."""


class History:
    """The steps that can be undone and redone."""

    def __init__(self) -> None:
        self.undoable: list[Step] = []
        self.redoable: list[Step] = []

    def add(self, step: Step) -> None:
        """Remember a step; it goes into the last one where both belong to the same typing."""
        last = self.undoable[-1] if self.undoable else None
        if last and step.merge_key and (last.merge_key, last.file) == (step.merge_key, step.file):
            self.undoable[-1] = replace(last, after=step.after)
        else:
            self.undoable.append(step)
        self.redoable.clear()

    def seal(self) -> None:
        """End the current typing: what is typed next is a step of its own."""
        if self.undoable:
            self.undoable[-1] = replace(self.undoable[-1], merge_key="")
