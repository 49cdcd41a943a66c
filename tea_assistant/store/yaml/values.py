"""Plain values and a table of their places, built in one pass over the events of a document."""

from typing import Any

from yaml import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from tea_assistant.model.source import Path, Position
from tea_assistant.store.text_places import Places, breaks_lines_oddly
from tea_assistant.store.yaml import problems as yaml_problems
from tea_assistant.store.yaml.events import EventSource
from tea_assistant.store.yaml.problems import DEEPEST, Problem
from tea_assistant.store.yaml.prose import prose_position
from tea_assistant.store.yaml.scalars import resolve


class TooDeep(Exception):
    """Lists and mappings stand too deep inside each other; nothing below was looked at."""

    def __init__(self, problem: Problem) -> None:
        super().__init__()
        self.problem = problem


class ValueBuilder:
    """Builds the value of a text's first document, and notes what is wrong with it."""

    def __init__(self, text: str) -> None:
        self._text = text
        # YAML ends lines at more characters than editors do; then the lines are counted here.
        self._places = Places(text) if breaks_lines_oddly(text) else None
        self.positions: dict[Path, Position] = {}
        self.key_positions: dict[Path, tuple[int, int]] = {}
        self.problems: list[Problem] = []

    def build(self, following: EventSource) -> Any:
        """Return the value of the first document; a second one is a problem."""
        following()
        start = following()
        if type(start) is StreamEndEvent:
            return None
        root: list[Any] = []
        self._fill(root, following)
        again = following()
        if type(again) is DocumentStartEvent:
            first = self._place(start.start_mark)[0]
            second = self._place(again.start_mark)
            self.problems.append(yaml_problems.several_documents(first, second))
        return root[0]

    def _fill(self, root: list[Any], following: EventSource) -> None:
        """Put the document's value into `root`; without recursion, for the depth is up to the file."""
        container: Any = root
        path: Path = ()
        here: Path = ()
        is_mapping = awaits_key = False
        outside: list[tuple[Any, Path, bool]] = []
        while True:
            event = following()
            kind = type(event)
            if awaits_key and kind is not MappingEndEvent:
                if self._take_key(event, container, path, following, len(outside)):
                    here = (*path, event.value)
                    awaits_key = False
                continue
            if kind in _ENDS:
                if not outside:
                    return
                container, path, is_mapping = outside.pop()
                awaits_key = is_mapping
                continue
            if not is_mapping and outside:
                here = (*path, len(container))
            value = self._scalar(event, here) if kind is ScalarEvent else self._other(event, here)
            if is_mapping:
                container[here[-1]] = value
                awaits_key = True
            else:
                container.append(value)
            if kind is not ScalarEvent and kind is not AliasEvent:
                if len(outside) == DEEPEST:
                    raise TooDeep(yaml_problems.too_deep(self._place(event.start_mark)))
                if value is None:
                    self._skip(following, len(outside) + 1)
                    continue
                outside.append((container, path, is_mapping))
                container, path = value, here
                is_mapping = awaits_key = kind is MappingStartEvent

    def _take_key(
        self, event: Any, container: dict[str, Any], path: Path, following: EventSource, depth: int
    ) -> bool:
        """Note where a key stands; False where its value was left out because the key cannot be used."""
        if type(event) is ScalarEvent:
            name = event.value
            here = (*path, name)
            if event.anchor or event.tag:
                self._report_properties(event, here)
            place = self._place(event.start_mark)
            if name not in container:
                self.key_positions[here] = place
                return True
            first = self.key_positions[here][0]
            self.problems.append(yaml_problems.duplicate_key(name, first, place, here))
        elif type(event) is AliasEvent:
            self.problems.append(yaml_problems.alias(event.anchor or "", self._place(event.start_mark), path))
        else:
            self.problems.append(yaml_problems.complex_key(self._place(event.start_mark), path))
            self._skip(following, depth + 1)
        value = following()
        if isinstance(value, CollectionStartEvent):
            self._skip(following, depth + 1)
        return False

    def _skip(self, following: EventSource, depth: int) -> None:
        """Pass over the rest of a list or mapping that just began."""
        inside = 1
        while inside:
            event = following()
            if isinstance(event, CollectionStartEvent):
                inside += 1
                if depth + inside > DEEPEST + 1:
                    raise TooDeep(yaml_problems.too_deep(self._place(event.start_mark)))
            elif isinstance(event, CollectionEndEvent):
                inside -= 1

    def _scalar(self, event: Any, here: Path) -> Any:
        line, column = self._place(event.start_mark)
        style = event.style
        if event.anchor or event.tag:
            self._report_properties(event, here)
        if not style:
            self.positions[here] = Position(line, column, line, column, False)
            return event.value if event.tag else resolve(event.value)
        if style in "|>" and not self._places:
            self.positions[here] = prose_position(
                self._text, event.start_mark.index, (line, column), event.value, style
            )
        else:
            self.positions[here] = Position(line, column, line, column + (style in "\"'"), False)
        return event.value

    def _other(self, event: Any, here: Path) -> dict[str, Any] | list[Any] | None:
        """Open a list or mapping; None for what is refused."""
        line, column = place = self._place(event.start_mark)
        self.positions[here] = Position(line, column, line, column, False)
        if type(event) is AliasEvent:
            self.problems.append(yaml_problems.alias(event.anchor or "", place, here))
            return None
        if event.anchor or event.tag:
            self._report_properties(event, here)
            if event.tag:
                return None
        return [] if type(event) is SequenceStartEvent else {}

    def _report_properties(self, event: Any, here: Path) -> None:
        place = self._place(event.start_mark)
        if event.anchor:
            self.problems.append(yaml_problems.anchor(event.anchor, place, here))
        if event.tag:
            self.problems.append(yaml_problems.tag(event.tag, place, here))

    def _place(self, mark: Any) -> tuple[int, int]:
        return self._places.at(mark.index) if self._places else (mark.line + 1, mark.column + 1)


_ENDS = frozenset((SequenceEndEvent, MappingEndEvent, DocumentEndEvent))
