"""A text that can be folded away under its heading."""

from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from tea_assistant.tui.widgets.steady import Steady


class FoldHeading(Steady, can_focus=True):
    """The line that folds and unfolds."""

    ALLOW_SELECT: ClassVar[bool] = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "turn", "Auf- und zuklappen", show=False),
        Binding("right", "turn(True)", "Aufklappen", show=False),
        Binding("left", "turn(False)", "Zuklappen", show=False),
    ]

    class Toggled(Message):
        """The user wants the text folded the other way, or as `unfolded` says."""

        def __init__(self, *, unfolded: bool | None) -> None:
            super().__init__()
            self.unfolded = unfolded

    def action_turn(self, unfolded: bool | None = None) -> None:
        """Fold or unfold the text."""
        self.post_message(self.Toggled(unfolded=unfolded))

    def on_click(self, event: events.Click) -> None:
        """Fold or unfold the text."""
        event.stop()
        self.action_turn()


class Foldable(Vertical):
    """A heading with a text below that the user unfolds when it is wanted."""

    DEFAULT_CSS = """
    Foldable {
        height: auto;
        & > FoldHeading { width: auto; height: 1; color: $text-accent; }
        & > FoldHeading:hover { text-style: underline; }
        & > FoldHeading:focus { background: $block-cursor-background; color: $block-cursor-foreground; }
        & > .foldable--text {
            height: auto;
            max-width: 102;
            padding: 0 0 0 2;
            color: $text-muted;
            display: none;
        }
        &.-unfolded > .foldable--text { display: block; }
    }
    """

    class Folded(Message):
        """The user has folded or unfolded the text."""

        def __init__(self, foldable: "Foldable", *, unfolded: bool) -> None:
            super().__init__()
            self.foldable = foldable
            self.unfolded = unfolded

        @property
        def control(self) -> "Foldable":
            """The text that this is about."""
            return self.foldable

    def __init__(self, heading: str, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._heading = FoldHeading(markup=False)
        self._text = Steady(classes="foldable--text", markup=False)
        self._title = heading

    def compose(self) -> ComposeResult:
        """Put the text under its heading."""
        yield self._heading
        yield self._text
        self.fold(unfolded=False)

    @property
    def unfolded(self) -> bool:
        """Whether the text can be read."""
        return self.has_class("-unfolded")

    def show(self, text: Content, *, heading: str = "") -> None:
        """Show a text; without one there is nothing to unfold."""
        self._title = heading or self._title
        self._text.update(text)
        self.display = bool(text.plain.strip())
        self.fold(unfolded=self.unfolded)

    def fold(self, *, unfolded: bool) -> None:
        """Fold or unfold the text."""
        self.set_class(unfolded, "-unfolded")
        self._heading.update(Content(f"{'▾' if unfolded else '▸'} {self._title}"))

    def on_fold_heading_toggled(self, event: FoldHeading.Toggled) -> None:
        """Fold or unfold, and tell the owner, who remembers."""
        event.stop()
        wanted = not self.unfolded if event.unfolded is None else event.unfolded
        if wanted != self.unfolded:
            self.fold(unfolded=wanted)
            self.post_message(self.Folded(self, unfolded=wanted))
