"""The question at a dossier that another window has open."""

from enum import StrEnum

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, Static

from tea_assistant.services.claim import Standing, State, since, who
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import Dialog

WARNING = (
    "Das andere Fenster kann danach nur noch lesen, sobald es davon erfährt. Was dort bis dahin geschrieben "
    "wird, speichert es noch: Verschiedene Stellen führt das Programm zusammen, sonst fragt es."
)


class Way(StrEnum):
    """How to open a dossier that is open elsewhere."""

    READ = "read"
    TAKE_OVER = "take-over"
    LEAVE = "leave"


class SecondWindow(Dialog[Way]):
    """Says who has the dossier open and since when; without an answer it is only read."""

    DEFAULT_CSS = """
    SecondWindow .second-window--who { height: auto; margin: 0 0 1 2; text-style: bold; }
    """

    def __init__(self, standing: Standing) -> None:
        super().__init__()
        self._standing = standing

    def compose(self) -> ComposeResult:
        """Put what is known above the ways to go on; the harmless one comes first."""
        other = self._standing.other
        with Vertical(classes="dialog--box") as box:
            box.border_title = "Die Mappe ist schon geöffnet"
            if other:
                yield Static(plain(f"{who(other)}, {since(other)}"), classes="second-window--who")
            if other and self._standing.state is State.SILENT:
                yield Static(
                    f"Von dort war zuletzt am {other.seen:%d.%m.%Y um %H:%M} Uhr etwas zu hören. Vermutlich "
                    "ist der Computer abgestürzt oder vom Netz getrennt; dann können Sie übernehmen.",
                    classes="dialog--text",
                )
            yield Static(
                "Zum Lesen sehen Sie alles, auch was dort gerade geändert wird. Bearbeiten kann immer nur "
                "ein Fenster.",
                classes="dialog--text",
            )
            with Horizontal(classes="dialog--buttons"):
                yield Button("Zum Lesen öffnen", id=Way.READ, variant="primary", compact=True)
                yield Button("Übernehmen …", id=Way.TAKE_OVER, compact=True)
                yield Button("Beenden", id=Way.LEAVE, compact=True)

    @on(Button.Pressed)
    def _answer(self, event: Button.Pressed) -> None:
        event.stop()
        self.dismiss(Way(str(event.button.id)))
