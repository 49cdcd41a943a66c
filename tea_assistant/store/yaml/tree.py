"""The nodes of a YAML text and the offsets between which each stands."""

from collections.abc import Iterator
from enum import Enum, auto
from typing import Any

from msgspec import Struct, field
from yaml import MappingStartEvent, ScalarEvent, SequenceStartEvent, StreamEndEvent

from tea_assistant.store.yaml.events import EventSource, open_events
from tea_assistant.store.yaml.layout import Layout


class Kind(Enum):
    """How a node is written."""

    NOTHING = auto()
    SCALAR = auto()
    BLOCK_SCALAR = auto()
    FLOW_MAPPING = auto()
    FLOW_SEQUENCE = auto()
    BLOCK_MAPPING = auto()
    BLOCK_SEQUENCE = auto()


class Node(Struct):
    """A value in the text: from `start` to behind its last character."""

    kind: Kind
    start: int
    end: int
    column: int
    """Of its first character, from 0."""
    style: str = ""
    """Of a scalar: the quotation mark, or the whole header of a block scalar (`|2-`)."""
    text: str = ""
    """Of a scalar: what it says."""
    indent: int = 0
    """Of a block scalar: the spaces before its lines."""
    entries: "list[Entry]" = field(default_factory=list)

    @property
    def is_flow(self) -> bool:
        """Written inside brackets or braces."""
        return self.kind in {Kind.FLOW_MAPPING, Kind.FLOW_SEQUENCE}

    @property
    def is_block(self) -> bool:
        """Written as lines, one entry below the other."""
        return self.kind in {Kind.BLOCK_MAPPING, Kind.BLOCK_SEQUENCE}

    @property
    def is_mapping(self) -> bool:
        """Has keys."""
        return self.kind in {Kind.FLOW_MAPPING, Kind.BLOCK_MAPPING}

    def last_leaf(self) -> "Node":
        """Return the node in this one that stands last in the text."""
        node = self
        while node.entries:
            node = node.entries[-1].value
        return node


class Entry(Struct):
    """One item of a sequence or one key of a mapping with its value."""

    start: int
    """Of the dash, the key, or the `?` before it."""
    head: int
    """Behind the dash or the colon, or behind the key where there is no colon."""
    has_colon: bool
    name: str | None
    value: Node

    @property
    def end(self) -> int:
        """Behind the last character of its value."""
        return max(self.head, self.value.end)


class Tree(Struct):
    """A text, its lines, and its root node; no root where there is no document."""

    layout: Layout
    root: Node | None

    def walk(self) -> Iterator[Node]:
        """Yield every node, in the order of the text."""
        waiting = [self.root] if self.root else []
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(entry.value for entry in reversed(node.entries))


def grow(text: str, newline: str = "") -> Tree:
    """Parse a text that is known to be readable; `newline` is how new lines are to end, if told."""
    layout = Layout(text, newline)
    following = open_events(text)
    following()
    start = following()
    if type(start) is StreamEndEvent:
        return Tree(layout, None)
    builder = _Grower(layout, following)
    return Tree(layout, builder.node(following(), _offset(start.end_mark) if start.explicit else 0, 0))


class _Grower:
    def __init__(self, layout: Layout, following: EventSource) -> None:
        self._layout = layout
        self._text = layout.text
        self._next = following

    def node(self, event: Any, head: int, column: int) -> Node:
        """Build a node; `head` is where an empty one stands, `column` that of the entry that holds it."""
        if type(event) is ScalarEvent:
            return self._scalar(event, head, column)
        start = _offset(event.start_mark)
        node = Node(Kind.NOTHING, start, start, event.start_mark.column)
        if type(event) is MappingStartEvent:
            node.kind = Kind.FLOW_MAPPING if event.flow_style else Kind.BLOCK_MAPPING
            end = self._pairs(node)
        else:
            node.kind = Kind.FLOW_SEQUENCE if event.flow_style else Kind.BLOCK_SEQUENCE
            end = self._items(node)
        # The end of a block is told only when the next thing begins, maybe many comments below.
        has_brackets = event.flow_style and self._text[start] in "[{"
        node.end = _offset(end.end_mark) if has_brackets else node.entries[-1].end
        return node

    def _pairs(self, node: Node) -> Any:
        behind = node.start + (self._text[node.start] == "{" and node.is_flow)
        while type(key := self._next()) is ScalarEvent:
            start = self._layout.next_content(behind)
            if node.is_flow and self._text[start] == ",":
                start = self._layout.next_content(start + 1)
            key_end = _offset(key.end_mark)
            value = self._next()
            colon = self._layout.next_content(key_end)
            has_colon = self._text.startswith(":", colon) and colon < _offset(value.start_mark)
            head = colon + 1 if has_colon else key_end
            entry = Entry(start, head, has_colon, key.value, self.node(value, head, node.column))
            node.entries.append(entry)
            behind = entry.end
        return key

    def _items(self, node: Node) -> Any:
        behind = node.start
        while isinstance(event := self._next(), ScalarEvent | MappingStartEvent | SequenceStartEvent):
            if node.is_flow:
                start = head = _offset(event.start_mark)
            else:
                start = self._layout.next_content(behind)
                head = start + 1
            entry = Entry(start, head, True, None, self.node(event, head, node.column))
            node.entries.append(entry)
            behind = entry.end
        return event

    def _scalar(self, event: Any, head: int, column: int) -> Node:
        start, end = _offset(event.start_mark), _offset(event.end_mark)
        if not event.style:
            if start == end:
                return Node(Kind.NOTHING, head, head, self._layout.column(head))
            return Node(Kind.SCALAR, start, end, event.start_mark.column, text=event.value)
        if event.style in "\"'":
            return Node(Kind.SCALAR, start, end, event.start_mark.column, event.style, event.value)
        return self._block_scalar(event, column)

    def _block_scalar(self, event: Any, column: int) -> Node:
        start = _offset(event.start_mark)
        header = self._text[start : self._layout.line_end(start)].split("#")[0].split()[0]
        body = self._layout.next_line(start)
        digit = next((int(mark) for mark in header if mark.isdigit()), 0)
        indent = column + digit if digit else self._indent(body, _offset(event.end_mark))
        node = Node(Kind.BLOCK_SCALAR, start, start, event.start_mark.column, header, event.value, indent)
        node.end = self._body_end(node, body, _offset(event.end_mark))
        return node

    def _indent(self, body: int, limit: int) -> int:
        mark = min(self._layout.next_mark(body), limit)
        # A tab can be the first character of the text.
        line = self._text[self._layout.line_start(mark) : self._layout.line_end(mark)]
        return len(line) - len(line.lstrip(" "))

    def _body_end(self, node: Node, body: int, limit: int) -> int:
        """Return the end of the last line that belongs to the text; blank lines do only if they are kept."""
        layout = self._layout
        if limit <= body:
            return layout.line_end(node.start)
        end = layout.previous_line_end(limit) if layout.line_start(limit) == limit else limit
        if "+" in node.style:
            return end
        while end >= body:
            line = self._text[layout.line_start(end) : end]
            if line.strip(" ") or len(line) > node.indent:
                return end
            end = layout.previous_line_end(end)
        return layout.line_end(node.start)


def _offset(mark: Any) -> int:
    offset: int = mark.index
    return offset
