"""A list to pick from that draws only the rows in sight, so that thousands of them cost nothing."""

import textwrap
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from tea_assistant.tui.named_keys import keyed
from tea_assistant.tui.plain import plain

_LINES = 256
"""Drawn lines that are kept: more than fit on any screen."""
Draw = Callable[[str, int], Sequence[Content]]
"""Draws the row of a key for a width in cells: one content a line."""


class PickList(ScrollView, can_focus=True):
    """A scrolling list of rows of equal height; each row has a key and is drawn when it comes into sight."""

    DEFAULT_CSS = """
    PickList {
        height: auto;
        overflow-x: hidden;
        background: $surface;
        &:focus { background-tint: $foreground 5%; }
        & > .pick-list--empty { color: $text-muted; }
        & > .pick-list--highlighted { background: $block-cursor-blurred-background; }
        &:focus > .pick-list--highlighted {
            color: $block-cursor-foreground;
            background: $block-cursor-background;
            text-style: $block-cursor-text-style;
        }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"pick-list--highlighted", "pick-list--empty"}
    ALLOW_SELECT: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", "Nach oben", show=False),
        Binding("down", "move(1)", "Nach unten", show=False),
        Binding("pageup", "page(-1)", "Seite nach oben", show=False),
        Binding("pagedown", "page(1)", "Seite nach unten", show=False),
        Binding("home", "first", "Zum Anfang", show=False),
        Binding("end", "last", "Zum Ende", show=False),
        Binding("enter", "choose", "Auswählen", show=False),
    ]

    highlighted: reactive[int | None] = reactive(None)
    """The row under the cursor, counted from 0; None in an empty list."""

    class Highlighted(Message):
        """Another row is under the cursor."""

        def __init__(self, pick_list: "PickList", key: str) -> None:
            super().__init__()
            self.pick_list = pick_list
            self.key = key

        @property
        def control(self) -> "PickList":
            """The list that this is about."""
            return self.pick_list

    class Chosen(Highlighted):
        """A row was chosen with Enter or a click."""

    def __init__(
        self,
        draw: Draw,
        *,
        row_height: int = 1,
        empty: str = "",
        id: str | None = None,  # noqa: A002 (Textual's name)
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.empty = empty
        self.keys: tuple[str, ...] = ()
        self._draw = draw
        self._row_height = row_height
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(_LINES)
        """Lines that were drawn, by all that they are made of: most changes change one of them."""

    def show(self, keys: Sequence[str], *, at: str | None = None) -> None:
        """Show these rows; the cursor goes to the row `at`, or stays on its row where that is still there."""
        wanted = self.key if at is None else at
        before, rows = self.highlighted, len(self.keys)
        self.keys = tuple(keys)
        self.virtual_size = Size(0, max(len(self.keys) * self._row_height, 1))
        if not self.keys:
            self.highlighted = None
        elif wanted in self.keys:
            self.highlighted = self.keys.index(wanted)
        else:
            self.highlighted = min(before or 0, len(self.keys) - 1)
        self.refresh(layout=len(self.keys) != rows and self.styles.auto_dimensions)
        self._keep_in_sight()

    @property
    def key(self) -> str | None:
        """The key of the row under the cursor."""
        at = self.highlighted
        return self.keys[at] if at is not None and at < len(self.keys) else None

    def move_to(self, key: str) -> None:
        """Put the cursor on the row of a key, where there is one."""
        if key in self.keys:
            self.highlighted = self.keys.index(key)

    def watch_highlighted(self, before: int | None, now: int | None) -> None:
        """Tell who listens, and keep the row in sight."""
        self.refresh()
        if now is not None and now != before and self.key is not None:
            self._keep_in_sight()
            self.post_message(self.Highlighted(self, self.key))

    def render_line(self, y: int) -> Strip:
        """Draw one line of the list."""
        width = self.scrollable_content_region.width
        index, line = divmod(y + self.scroll_offset.y, self._row_height)
        if index >= len(self.keys):
            text = "" if self.keys else self._empty_line(y, width)
            return self._strip(plain(text), width, "pick-list--empty" if text else "")
        lines = self._draw(self.keys[index], width)
        content = lines[line] if line < len(lines) else Content()
        return self._strip(content, width, "pick-list--highlighted" if index == self.highlighted else "")

    def _empty_line(self, y: int, width: int) -> str:
        """Return a line of what an empty list says, broken into as many as there is room for."""
        height = max(self.scrollable_content_region.height, 1)
        lines = textwrap.wrap(keyed(self, self.empty), max(width, 2), max_lines=height, placeholder=" …")
        return lines[y] if y < len(lines) else ""

    def _strip(self, content: Content, width: int, component: str) -> Strip:
        style = self.get_visual_style(component) if component else self.visual_style
        known = content.plain, tuple(content.spans), width, style
        strip = self._strips.get(known)
        if strip is None:
            fitting = content.truncate(width, ellipsis=True)
            strips = Visual.to_strips(self, fitting, max(width, 1), 1, style, pad=True)
            strip = self._strips[known] = strips[0] if strips else Strip.blank(width, style.rich_style)
        return strip

    def notify_style_update(self) -> None:
        """Draw all lines anew."""
        self._strips.clear()
        super().notify_style_update()

    def _keep_in_sight(self) -> None:
        if self.highlighted is not None and self.is_attached:
            top = self.highlighted * self._row_height
            region = Region(0, top, max(self.scrollable_content_region.width, 1), self._row_height)
            self.scroll_to_region(region, animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        """Choose the row that was clicked."""
        index = (event.y + self.scroll_offset.y) // self._row_height
        if event.button == 1 and 0 <= index < len(self.keys):
            self.highlighted = index
            self.action_choose()

    def action_move(self, by: int) -> None:
        """Move the cursor by some rows."""
        if self.keys:
            self.highlighted = max(0, min((self.highlighted or 0) + by, len(self.keys) - 1))

    def action_page(self, direction: int) -> None:
        """Move the cursor by what is in sight."""
        self.action_move(direction * max(self.scrollable_content_region.height // self._row_height, 1))

    def action_first(self) -> None:
        """Move the cursor to the first row."""
        self.action_move(-len(self.keys))

    def action_last(self) -> None:
        """Move the cursor to the last row."""
        self.action_move(len(self.keys))

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self.key is not None:
            self.post_message(self.Chosen(self, self.key))
