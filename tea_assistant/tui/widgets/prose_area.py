"""The text field for prose: long paragraphs stay fast, references stand out, function keys stay free."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.content import Content
from textual.expand_tabs import expand_text_tabs_from_widths
from textual.strip import Strip
from textual.widgets import TextArea

from tea_assistant.tui.own_keys import obey
from tea_assistant.tui.plain import clean

if TYPE_CHECKING:
    from tea_assistant.services.spelling.proofreading import Proofreading

# Textual selects a line and all with the first two, which belong to the screens here, as Ctrl+E does; in
# an office, Ctrl+A selects all.
_NOT_HERE = frozenset(("f6", "f7", "home,ctrl+a", "end,ctrl+e"))
_LONGEST_REFERENCE = 100
_ROWS = 512
"""Drawn rows that are kept: more than fit on any screen."""
_REFERENCE = "prose-area--reference"
_UNKNOWN = Style(underline=True)
_Styled = tuple[Style | None, int, int]
"""A style, None for that of references, and the columns of a row where it begins and ends."""
LONGEST = 500_000
"""Characters that a text can take: many times an application, and still a file that can be read again."""


class ProseArea(TextArea, inherit_bindings=False):
    """A text area whose typing is undone first here, and then in the dossier."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(b for b in TextArea.BINDINGS if isinstance(b, Binding) and b.key not in _NOT_HERE),
        Binding("home", "cursor_line_start", "Zum Anfang der Zeile", show=False),
        Binding("end", "cursor_line_end", "Zum Ende der Zeile", show=False),
        Binding("ctrl+a", "select_all", "Alles auswählen", show=False),
        Binding("ctrl+home", "cursor_text_start", "Zum Anfang des Textes", show=False),
        Binding("ctrl+end", "cursor_text_end", "Zum Ende des Textes", show=False),
        Binding("ctrl+shift+home", "cursor_text_start(True)", "Bis zum Anfang auswählen", show=False),
        Binding("ctrl+shift+end", "cursor_text_end(True)", "Bis zum Ende auswählen", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {_REFERENCE}
    DEFAULT_CSS = """
    ProseArea {
        border: round $border-blurred;
        &:focus { border: round $border; }
        & .prose-area--reference { color: $text-accent; }
    }
    """

    def __init__(self, placeholder: Content) -> None:
        self._drawn: LRUCache[tuple[object, ...], Strip] = LRUCache(_ROWS)
        """Rows that were drawn, by all that they are made of: a key changes one of them."""
        super().__init__(
            language=None,
            soft_wrap=True,
            tab_behavior="focus",
            # A line is a whole paragraph here, too much to light up.
            highlight_cursor_line=False,
            placeholder=placeholder,
        )
        self.takes_key: Callable[[str], bool] = _takes_none
        """Whether a key is used for something else; it is not typed then."""
        # Looks through the whole text at every bracket.
        self.match_cursor_bracket = False

    @property
    def is_blank(self) -> bool:
        """Whether there is no character at all; cheap, unlike the text."""
        return self.document.line_count == 1 and not self.document.get_line(0)

    async def _on_key(self, event: events.Key) -> None:
        # The list of suggestions comes first; what it does not take is typed.
        if self.takes_key(event.key):
            event.stop()
            event.prevent_default()
        else:
            await obey(self, event)

    async def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        if self.read_only or not event.text:
            return
        if len(self.text) + len(event.text) > LONGEST:
            message = "Das ist zu viel für einen Text. Nichts wurde eingefügt."
            self.notify(message, severity="warning", markup=False)
            return
        # Word processors end lines in many ways, and terminals let control characters through.
        pasted = clean("\n".join(event.text.splitlines()), lines=True)
        if result := self._replace_via_keyboard(pasted, *self.selection):
            self.move_cursor(result.end_location)

    def action_undo(self) -> None:
        """Take back typing; where there is none left, the last change of the dossier."""
        if self.history.undo_stack:
            self.undo()
        else:
            self.call_later(self.app.run_action, "undo")

    def action_redo(self) -> None:
        """Restore typing; where there is none left, the last change of the dossier."""
        if self.history.redo_stack:
            self.redo()
        else:
            self.call_later(self.app.run_action, "redo")

    def on_resize(self) -> None:
        """Draw what has been wrapped anew; on its way here the old lines were drawn once more."""
        self.refresh()

    def notify_style_update(self) -> None:
        """Draw all rows anew."""
        self._drawn.clear()
        super().notify_style_update()

    def action_cursor_text_start(self, select: bool = False) -> None:
        """Go to the beginning of the text."""
        self.move_cursor((0, 0), select=select)

    def action_cursor_text_end(self, select: bool = False) -> None:
        """Go to the end of the text."""
        self.move_cursor(self.document.end, select=select)

    def render_line(self, y: int) -> Strip:
        """Draw one row of the screen from its own piece of the paragraph."""
        if self.is_blank:
            return super().render_line(y)
        theme = self._theme
        base = (theme.base_style if theme else None) or self.rich_style
        width = self.scrollable_content_region.width
        at = y + self.scroll_offset.y
        wrapped = self.wrapped_document
        if at >= wrapped.height:
            return Strip.blank(width, base)
        # The public way to a row walks through its whole paragraph.
        row, section = wrapped._offset_to_line_info[at]  # noqa: SLF001
        line = self.document.get_line(row)
        offsets = wrapped.get_offsets(row)
        start = offsets[section - 1] if section else 0
        end = offsets[section] if section < len(offsets) else len(line)
        piece = line[start:end]
        tabs = wrapped.get_tab_widths(row)[line.count("\t", 0, start) :] if "\t" in piece else []
        styles = tuple(self._styles(row, line, start, end))
        known = piece, styles, tuple(tabs), width, base
        strip = self._drawn.get(known)
        if strip is None:
            strip = self._drawn[known] = self._draw(piece, styles, tabs, width, base)
        return strip

    def _draw(self, piece: str, styles: Sequence[_Styled], tabs: list[int], width: int, base: Style) -> Strip:
        text = Text(_visible(piece) + " ", end="", no_wrap=True)
        for style, first, last in styles:
            text.stylize(style or self.get_component_rich_style(_REFERENCE, partial=True), first, last)
        if tabs:
            text = expand_text_tabs_from_widths(text, tabs)
        strip = Strip(text.render(self.app.console))
        return strip.adjust_cell_length(width, base).apply_style(base)

    def _styles(self, row: int, line: str, start: int, end: int) -> Iterator[_Styled]:
        for first, last in _references(line, start, end):
            yield None, max(first, start) - start, min(last, end) - start
        for first, last in self._unknown(row, line):
            if first < end and last > start:
                yield _UNKNOWN, max(first, start) - start, min(last, end) - start
        theme = self._theme
        top, bottom = sorted(self.selection)
        if theme and theme.selection_style and top != bottom and top[0] <= row <= bottom[0]:
            first = top[1] if row == top[0] else 0
            # The selected end of a line shows as one cell more.
            last = bottom[1] if row == bottom[0] else len(line) + 1
            if first <= end and last > start:
                last = min(last, end + (last > len(line)))
                yield theme.selection_style, max(first, start) - start, last - start
        cursor_row, cursor = self.cursor_location
        here = start <= cursor < end or cursor == end == len(line)
        if theme and theme.cursor_style and row == cursor_row and here and self._draw_cursor:
            yield theme.cursor_style, cursor - start, cursor + 1 - start

    def _unknown(self, row: int, line: str) -> Sequence[tuple[int, int]]:
        """Return where unknown words stand in a line, once the spelling was asked for."""
        spelling: Proofreading | None = getattr(self.app, "spelling", None)
        if spelling is None:
            return ()
        cursor_row, cursor = self.cursor_location
        return spelling.marks(line, cursor if self.has_focus and row == cursor_row else -1)


def _takes_none(_key: str) -> bool:
    return False


def _visible(text: str) -> str:
    # Tabs keep their own width; one character stands for one, or the cursor would go astray.
    return "\t".join(clean(piece) for piece in text.split("\t"))


def _references(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where references stand that reach into a piece of a paragraph."""
    for opening, closing in (("{{", "}}"), ("[[", "]]")):
        at = line.find(opening, max(0, start - _LONGEST_REFERENCE), end)
        while at >= 0:
            last = line.find(closing, at, at + _LONGEST_REFERENCE)
            # Brackets that open again before these close belong to another reference.
            if last >= start and line.find(opening, at + 2, last) < 0:
                yield at, last + 2
            at = line.find(opening, at + 2, end)
