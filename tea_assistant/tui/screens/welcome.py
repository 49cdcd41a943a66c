"""The first screen where no dossier is open: how somebody wants to begin."""

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tea_assistant.services.recent_dossiers import Recent
from tea_assistant.tui.beginning import Beginning, Way
from tea_assistant.tui.first_screen import FirstScreen
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.folder_picker import FolderPicker
from tea_assistant.tui.widgets.key_bar import KeyBar
from tea_assistant.tui.widgets.pick_list import PickList

_OTHER = "other"
_CHOICES = {
    Way.TOUR.name: (
        "Rundgang, zehn Minuten",
        "Alles einmal selbst tun, an einer erfundenen Stadt.",
    ),
    Way.CREATE.name: (
        "Neue Mappe anlegen",
        "Für Ihre Bewerbung. Vorhandene Unterlagen liest das Programm ein.",
    ),
    _OTHER: ("Vorhandene Mappe öffnen", "Eine, die schon auf diesem Rechner oder im Netzwerk liegt."),
    Way.EXAMPLE.name: ("Beispiel ansehen", "Die fast fertige Bewerbung von Musterstadt, als Kopie."),
}
_MOST_RECENT = 3
_MOST = len(_CHOICES) + _MOST_RECENT


class WelcomeScreen(FirstScreen[Beginning | None]):
    """Offers the ways to begin; the result is the one that was chosen."""

    CSS_PATH = "welcome.tcss"
    HEADING = "Der Anfang"
    HELP_TEXT = """
So geht alles in diesem Programm:

- **Pfeiltasten** bewegen die Markierung, **Enter** wählt. Ein **Klick** mit der Maus tut dasselbe.
- **Tab** geht zum nächsten Feld, **Esc** einen Schritt zurück, **Strg+Q** beendet.
- **F1** erklärt immer den Bildschirm, auf dem Sie gerade sind.

Eine **Mappe** ist ein Ordner, in dem alles liegt, was zu Ihren Bewerbungen gehört. Sie bleibt auf Ihrem
Rechner oder Ihrem Netzlaufwerk; das Programm schickt nichts ins Internet.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Beenden", show=True, id="leave"),
        *(Binding(str(number), f"choose({number})", show=False) for number in range(1, _MOST + 1)),
    ]

    def __init__(self, folder: Path, recent: Sequence[Recent], problem: str = "") -> None:
        super().__init__()
        self._folder = folder
        self._recent = {str(known.root): known for known in recent[:_MOST_RECENT]}
        self._problem = problem

    def compose(self) -> ComposeResult:
        """Greet, and offer."""
        with VerticalScroll(id="welcome-body", can_focus=False):
            yield Static("TEA · Bewerbung um das TOTAL E-QUALITY Prädikat", id="welcome-title")
            yield Static(plain(f"✗ {self._problem}"), id="welcome-problem")
            yield Static("Guten Tag! Womit möchten Sie beginnen?", id="welcome-question")
            yield PickList(self._draw, row_height=2, id="welcome-ways")
            yield Static("Pfeiltasten ↑ ↓ und Enter wählen, oder ein Klick mit der Maus.", id="welcome-keys")
        yield KeyBar()

    def on_mount(self) -> None:
        """Begin where somebody most likely goes on."""
        self.query_one("#welcome-problem").display = bool(self._problem)
        ways = self.query_one(PickList)
        ways.show(self._keys)
        ways.focus()

    @property
    def _keys(self) -> list[str]:
        return [*self._recent, *_CHOICES]

    def action_leave(self) -> None:
        """End without a dossier."""
        self.dismiss(None)

    def action_choose(self, number: int) -> None:
        """Choose by the number before a row."""
        if number <= len(self._keys):
            self._choose(self._keys[number - 1])

    @on(PickList.Chosen)
    def _chosen(self, event: PickList.Chosen) -> None:
        event.stop()
        self._choose(event.key)

    def _choose(self, key: str) -> None:
        if key in self._recent:
            self.dismiss(Beginning(Way.OPEN, self._recent[key].root))
        elif key == _OTHER:
            self.app.push_screen(FolderPicker(_near(self._folder)), self._picked)
        else:
            self.dismiss(Beginning(Way[key]))

    def _picked(self, root: Path | None) -> None:
        if root:
            self.dismiss(Beginning(Way.OPEN, root))

    def _draw(self, key: str, width: int) -> list[Content]:
        number = Content.styled(f" {self._keys.index(key) + 1}  ", "bold $accent")
        if known := self._recent.get(key):
            title, told = f"Weiter mit {known.name or known.root.name}", _end(str(known.root), width - 5)
        else:
            title, told = _CHOICES[key]
        return [number + plain(title, "bold"), plain(f"    {told}", "$text-muted")]


def _end(path: str, room: int) -> str:
    """Shorten a path; its end says most."""
    return path if len(path) <= room else f"…{path[-max(room - 1, 1) :]}"


def _near(folder: Path) -> Path:
    """Return where to look for a dossier first."""
    try:
        return Path.home() if folder.resolve() == Path.cwd().resolve() else folder
    except (OSError, RuntimeError):
        return folder
