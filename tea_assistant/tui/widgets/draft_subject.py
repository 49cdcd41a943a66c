"""The values of a proposal as a form sees them: changed here, and written only when they are taken over."""

import copy
from collections.abc import Callable
from typing import Any

from tea_assistant.errors import EditError
from tea_assistant.model.finding import Finding
from tea_assistant.model.source import Path
from tea_assistant.tui.page import Page
from tea_assistant.tui.widgets.form_subject import FormSubject

Values = dict[str, object]


class DraftSubject(FormSubject):
    """Gives a form values that no file has yet, and hands over what they are changed to."""

    def __init__(self, page: Page, file: str, values: Values, changed: Callable[[Values], None]) -> None:
        super().__init__(page, file)
        self._values: Values = copy.deepcopy(values)
        self._changed = changed

    @property
    def exists(self) -> bool:
        """A draft is always there."""
        return True

    @property
    def is_readable(self) -> bool:
        """A draft is always readable."""
        return True

    @property
    def refusal(self) -> EditError | None:
        """A draft can always be changed; whether it can be taken over shows later."""
        return None

    def value(self, path: Path) -> Any:
        """Return the value at a path; None where there is none."""
        value: Any = self._values
        for step in path:
            value = _child(value, step)
        return value

    def set(self, path: Path, value: object, title: str, *, merge_key: str = "") -> bool:
        """Put a value at a path, or take it away with None."""
        del title, merge_key
        return self.change("", (path, value)) or self.value(path) == value

    def change(self, label: str, *changes: tuple[Path, object]) -> bool:
        """Put several values at once; None takes one away. Returns whether anything changed."""
        del label
        before = copy.deepcopy(self._values)
        for path, value in changes:
            _put(self._values, path, value)
        if self._values == before:
            return False
        self._changed(copy.deepcopy(self._values))
        return True

    def findings(self, covers: Callable[[Path], bool]) -> list[Finding]:
        """No check has read a draft."""
        del covers
        return []

    def missing(self, path: Path) -> list[Finding]:
        """No check has read a draft."""
        del path
        return []


def _child(value: Any, step: str | int) -> Any:
    if isinstance(step, int):
        return value[step] if isinstance(value, list) and step < len(value) else None
    return value.get(step) if isinstance(value, dict) else None


def _put(values: Any, path: Path, value: object) -> None:
    *way, last = path
    node = values
    for step, following in zip(way, path[1:], strict=True):
        inner = _child(node, step)
        if inner is None:
            inner = [] if isinstance(following, int) else {}
            _set(node, step, inner)
        node = inner
    if value is not None:
        _set(node, last, value)
    elif isinstance(node, list) and isinstance(last, int):
        if last < len(node):
            del node[last]
    elif isinstance(node, dict):
        node.pop(last, None)


def _set(node: Any, step: str | int, value: object) -> None:
    if isinstance(node, list) and isinstance(step, int) and step >= len(node):
        node.append(value)
    else:
        node[step] = value
