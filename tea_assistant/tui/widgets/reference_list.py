"""The list that opens beside the cursor while a reference is typed."""

from collections.abc import Sequence

from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from tea_assistant.tui.plain import clean, plain
from tea_assistant.tui.widgets.reference_completion import Suggestion

_WIDEST = 62
_HIGHEST = 8


class ReferenceList(OptionList, can_focus=True):
    """Suggestions over the text; the editor keeps the focus and passes on the keys that choose."""

    DEFAULT_CSS = """
    ReferenceList {
        display: none;
        overlay: screen;
        constrain: inside inflect;
        height: auto;
        max-height: 10;
        border: round $accent;
        border-subtitle-color: $text-muted;
        background: $panel;
        padding: 0 1;
        & > .option-list--option-highlighted {
            background: $block-cursor-background;
            color: $block-cursor-foreground;
            text-style: bold;
        }
    }
    """

    class Chosen(Message):
        """A suggestion was clicked."""

        def __init__(self, suggestion: Suggestion) -> None:
            super().__init__()
            self.suggestion = suggestion

    def __init__(self) -> None:
        super().__init__()
        self._suggestions: list[Suggestion] = []

    @property
    def is_open(self) -> bool:
        """Whether the list is on screen."""
        return bool(self.display)

    @property
    def chosen(self) -> Suggestion | None:
        """The suggestion under the highlight."""
        at = self.highlighted
        return self._suggestions[at] if at is not None and at < len(self._suggestions) else None

    def open(self, suggestions: Sequence[Suggestion], cursor: Offset) -> None:
        """Show suggestions under the cursor, or above it where the screen ends."""
        screen = self.app.size
        width = min(_WIDEST, screen.width - 2)
        if self._suggestions != suggestions:
            self._suggestions = list(suggestions)
            self.set_options(Option(_row(s, width - 6)) for s in self._suggestions)
            self.highlighted = 0
        self.styles.width = width
        height = min(len(self._suggestions), _HIGHEST) + 2
        below = cursor.y + 1 + height <= screen.height
        self.absolute_offset = Offset(cursor.x, cursor.y + 1 if below else max(0, cursor.y - height))
        self.display = True

    def close(self) -> None:
        """Take the list off the screen."""
        self.display = False

    def focus_on_click(self) -> bool:
        """Leave the focus in the text, where typing goes on."""
        return False

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show below the list what would be put in."""
        event.stop()
        self.border_subtitle = plain(self.chosen.reference) if self.chosen else ""

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Tell the editor what was clicked."""
        event.stop()
        if self.chosen:
            self.post_message(self.Chosen(self.chosen))


def _row(suggestion: Suggestion, width: int) -> Content:
    shows = _shortened(clean(suggestion.shows), width // 2)
    title = ("  " if suggestion.indented else "") + clean(suggestion.title)
    room = width - Content(shows).cell_length - 2
    left = Content(_shortened(title, room))
    gap = " " * max(2, width - left.cell_length - Content(shows).cell_length)
    return Content.assemble(left, gap, Content(shows))


def _shortened(text: str, width: int) -> str:
    content = Content(text)
    return text if content.cell_length <= width else content.truncate(width, ellipsis=True).plain
