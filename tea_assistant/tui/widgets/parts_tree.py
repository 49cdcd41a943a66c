"""The parts of an application as a tree, each with its sign, its word and its bar."""

from collections.abc import Iterable, Sequence
from typing import ClassVar

from msgspec import Struct
from rich.style import Style
from rich.text import Text
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.widgets import Tree
from textual.widgets.tree import TreeNode

from tea_assistant.model.source import Path
from tea_assistant.services.progress import percent
from tea_assistant.tui.plain import clean
from tea_assistant.tui.widgets.progress import Stage, bar_pieces, glyph

_TOGGLE = Style.from_meta({"toggle": True})
_BAR, _SHORT_BAR = 12, 8
_ROOM_FOR_BAR, _ROOM_FOR_SHORT_BAR = 70, 56
_LENGTH = 16
_ROOM_FOR_WORDS = 86
"""Columns from which on the stage is told in words too where the length needs room."""


class PartRow(Struct, frozen=True):
    """One line of the tree: a part of the application, or one of the things that it asks for."""

    key: str
    title: str
    stage: Stage
    file: str
    path: Path
    share: float | None = None
    """None for a line without a bar."""
    word: str = ""
    """What is said instead of the stage's own word."""
    sign: str = ""
    """What is drawn instead of the stage's own sign."""
    length: str = ""
    """How long it is, as it is shown; empty while nobody knows."""
    too_long: bool = False
    children: tuple["PartRow", ...] = ()


class PartsTree(Tree[PartRow]):
    """Shows rows and says which one was chosen; keeps what is unfolded and where the cursor is."""

    DEFAULT_CSS = """
    PartsTree {
        background: transparent;
        padding: 0;
        scrollbar-gutter: stable;
        scrollbar-size: 0 1;
        overflow-x: hidden;
        &:focus { background-tint: $foreground 0%; }
        & > .parts-tree--too-long { color: $text-warning; }
        & > .parts-tree--filled { color: $primary; }
        & > .parts-tree--empty { color: $text-muted 50%; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "parts-tree--filled",
        "parts-tree--empty",
        "parts-tree--too-long",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "unfold", "Aufklappen", show=False),
        Binding("left", "fold", "Zuklappen", show=False),
    ]

    class Chosen(Message):
        """A row was chosen with Enter or a click."""

        def __init__(self, row: PartRow) -> None:
            super().__init__()
            self.row = row

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__("", id=id)
        self.show_root = False
        self.auto_expand = False
        self.guide_depth = 2
        self._has_lengths = False
        self.show_guides = False

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 (Textual's own)
        """Return the number of rows; asking for the last one also builds them, before anything is drawn."""
        return self.last_line + 1

    def show(self, rows: Sequence[PartRow]) -> None:
        """Show these rows, unfolded and with the cursor as before."""
        unfolded = {row.key for node in self.root.children if node.is_expanded and (row := node.data)}
        at = self.cursor_node.data.key if self.cursor_node and self.cursor_node.data else ""
        self.clear()
        self._has_lengths = any(row.length for row in rows)
        for row in rows:
            node = self.root.add("", row, expand=row.key in unfolded, allow_expand=bool(row.children))
            for child in row.children:
                node.add_leaf("", child)
        self.call_after_refresh(self._restore_cursor, at)

    def _restore_cursor(self, key: str) -> None:
        found = next((node for node in self._shown_nodes() if node.data and node.data.key == key), None)
        if found is not None:
            self.move_cursor(found)
        elif self.cursor_line < 0:
            self.cursor_line = 0

    def _shown_nodes(self) -> Iterable[TreeNode[PartRow]]:
        for node in self.root.children:
            yield node
            if node.is_expanded:
                yield from node.children

    def render_label(self, node: TreeNode[PartRow], base_style: Style, style: Style) -> Text:
        """Draw a row over the whole width: sign and title on the left, bar and word on the right."""
        row = node.data
        if row is None:
            return Text()
        level = 0 if node.parent is self.root else 1
        width = self.scrollable_content_region.width - level * self.guide_depth
        left = Text(f"{row.sign or glyph(row.stage)} {clean(row.title)}", style)
        right = self._right(row, width, style)
        fold = Text("  ", style)
        if node.allow_expand:
            fold = Text("▾ " if node.is_expanded else "▸ ", base_style + _TOGGLE + style)
        left.truncate(max(width - right.cell_len - 3, 4), overflow="ellipsis", pad=True)
        return Text.assemble(fold, left, Text(" ", style), right)

    def _right(self, row: PartRow, width: int, style: Style) -> Text:
        word = row.word or row.stage.value
        if row.share is None:
            return Text(f"{word:<15}", style)
        # Where there is little room the title says more than a bar.
        bar = _BAR if width >= _ROOM_FOR_BAR else _SHORT_BAR if width >= _ROOM_FOR_SHORT_BAR else 0
        filled, empty = bar_pieces(row.share, bar) if bar else ("", "")
        return Text.assemble(
            (filled, style + self.get_component_rich_style("parts-tree--filled", partial=True)),
            (empty, style + self.get_component_rich_style("parts-tree--empty", partial=True)),
            (f" {percent(row.share):>5}", style),
            (f"  {word:<8}" if not self._has_lengths or width >= _ROOM_FOR_WORDS else "", style),
            self._length(row, style),
        )

    def _length(self, row: PartRow, style: Style) -> Text:
        if not self._has_lengths:
            return Text()
        warning = self.get_component_rich_style("parts-tree--too-long", partial=True)
        return Text(f" {row.length:>{_LENGTH}}", style + warning if row.too_long else style)

    def on_tree_node_selected(self, event: Tree.NodeSelected[PartRow]) -> None:
        """Say which row was chosen."""
        event.stop()
        if event.node.data:
            self.post_message(self.Chosen(event.node.data))

    def action_unfold(self) -> None:
        """Show what the row under the cursor asks for, or go to the first thing of it."""
        node = self.cursor_node
        if node and node.allow_expand:
            if node.is_expanded:
                self.action_cursor_down()
            else:
                node.expand()

    def action_fold(self) -> None:
        """Fold the row under the cursor, or go to the part it belongs to."""
        node = self.cursor_node
        if node and node.is_expanded and node.allow_expand:
            node.collapse()
        elif node and node.parent and node.parent is not self.root:
            self.move_cursor(node.parent)
