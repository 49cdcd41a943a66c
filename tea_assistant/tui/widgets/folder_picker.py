"""Picking the folder of a dossier, by typing its path or by looking through the folders."""

from collections.abc import Iterable
from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, DirectoryTree, Input, Static

from tea_assistant.model.layout import DOSSIER_FILE
from tea_assistant.services import typed_paths
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import Dialog
from tea_assistant.tui.widgets.file_picker import FolderTree
from tea_assistant.tui.widgets.form_input import FormInput


class OnlyFolders(FolderTree):
    """The folders of this computer."""

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        """Leave out all files."""
        return [path for path in super().filter_paths(paths) if path.is_dir()]


class FolderPicker(Dialog[Path]):
    """Asks for the folder of a dossier; the result is that folder, or None."""

    DEFAULT_CSS = """
    FolderPicker {
        & OnlyFolders { height: 1fr; min-height: 6; margin-top: 1; background: $surface; padding: 0 1; }
        & > .dialog--box { height: 90%; }
        & #folder-told { height: 1; margin-top: 1; }
        & .dialog--buttons { height: 1; }
    }
    """

    def __init__(self, start: Path) -> None:
        super().__init__()
        self._start = start

    def compose(self) -> ComposeResult:
        """Put the path above the folders."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = "Mappe öffnen"
            yield Static("Wo liegt die Mappe? Den Ordner unten anklicken oder hier eintippen:", markup=False)
            yield FormInput(f"z. B. {self._start / 'bewerbung'}")
            yield OnlyFolders(self._start)
            yield Static(id="folder-told", markup=False)
            with Horizontal(classes="dialog--buttons"):
                yield Button("Abbrechen", id="cancel", compact=True)
                yield Button("Öffnen", id="open", variant="primary", compact=True)

    @on(DirectoryTree.DirectorySelected)
    def _picked(self, event: DirectoryTree.DirectorySelected) -> None:
        event.stop()
        self.query_one(FormInput).value = str(event.path)
        if _is_dossier(event.path):
            self.query_one("#folder-told", Static).update(plain("✓ Hier liegt eine Mappe.", "$text-success"))
            self.query_one("#open", Button).focus()
        else:
            self.query_one("#folder-told", Static).update("")

    @on(Input.Submitted)
    @on(Button.Pressed, "#open")
    def _take(self) -> None:
        typed = self.query_one(FormInput).value.strip()
        path = typed_paths.found(typed)
        if typed and path and _is_dossier(path):
            self.dismiss(path)
            return
        if not typed:
            problem = "Bitte einen Ordner wählen."
        elif path and path.is_dir():
            problem = f"In diesem Ordner liegt keine Mappe (es fehlt {DOSSIER_FILE})."
        else:
            problem = "Diesen Ordner gibt es nicht."
        self.query_one("#folder-told", Static).update(plain(f"✗ {problem}", "$text-error"))

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.action_leave()


def _is_dossier(folder: Path) -> bool:
    try:
        return (folder / DOSSIER_FILE).is_file()
    except OSError:
        return False
