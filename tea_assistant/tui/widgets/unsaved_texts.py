"""The question after a crash: what is to become of texts that had not been saved."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from tea_assistant.model.unsaved import Unsaved
from tea_assistant.services.unsaved import Lost, when
from tea_assistant.tui.flowing_text import FlowingText
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import Dialog

_LONGEST = 20_000
"""Characters of one text that are shown; all of it is taken over."""


class Way(StrEnum):
    """What to do with the texts."""

    TAKE = "take"
    DISCARD = "discard"


class UnsavedTexts(Dialog[Way]):
    """Shows the texts in full; the result is None where the user decides later."""

    DEFAULT_CSS = """
    UnsavedTexts {
        & > .dialog--box { max-width: 100; }
        & VerticalScroll {
            height: auto;
            max-height: 24;
            border-left: outer $primary;
            padding: 0 1;
            background: $surface;
        }
        &.-short-screen VerticalScroll { max-height: 9; }
        & VerticalScroll Static { height: auto; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,ctrl+down", "scroll(1)", show=False),
        Binding("up,ctrl+up", "scroll(-1)", show=False),
        Binding("pagedown", "scroll(8)", show=False),
        Binding("pageup", "scroll(-8)", show=False),
    ]

    def __init__(self, unsaved: Unsaved, lost: Sequence[Lost], today: date) -> None:
        super().__init__()
        self._when = when(unsaved, today)
        self._lost = lost

    def compose(self) -> ComposeResult:
        """Put the texts between what happened and what can be done."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = f"Nicht gespeicherter Text {self._when}"
            box.border_subtitle = "↑↓ blättert · Esc entscheidet später"
            yield Static(
                "Das Programm wurde nicht richtig beendet. Das war geschrieben und noch nicht gespeichert:",
                classes="dialog--text",
            )
            with VerticalScroll(can_focus=False):
                yield Static(Content("\n\n").join(self._texts()), markup=False)
            with Horizontal(classes="dialog--buttons"):
                yield Button("Später", id="later", compact=True)
                yield Button("Verwerfen", id=Way.DISCARD, variant="error", compact=True)
                yield Button("Übernehmen", id=Way.TAKE, variant="primary", compact=True)

    def on_mount(self) -> None:
        """Leave room for the buttons on a small screen, and begin with what loses nothing."""
        self.set_class(self.app.size.height < 34, "-short-screen")
        self.query_one(f"#{Way.TAKE}").focus()

    def action_scroll(self, lines: int) -> None:
        """Show what stands further down or up."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _texts(self) -> list[Content]:
        return [
            plain(f"{lost.title}\n", "bold", lines=True) + plain(_shown(lost.text), lines=True)
            for lost in self._lost
        ]

    @on(Button.Pressed)
    def _answer(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(None if event.button.id == "later" else Way(str(event.button.id)))


def _shown(text: str) -> str:
    return FlowingText(text.rstrip()).flowing if len(text) <= _LONGEST else f"{text[:_LONGEST]} …"
