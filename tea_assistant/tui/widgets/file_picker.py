"""Picking a file of this computer, by typing its path or by looking through the folders."""

from collections.abc import Iterable
from pathlib import Path

from rich.style import Style
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Button, DirectoryTree, Input, Static
from textual.widgets.directory_tree import DirEntry
from textual.widgets.tree import TreeNode

from tea_assistant.services import typed_paths
from tea_assistant.tui.plain import clean, plain
from tea_assistant.tui.widgets.dialog import Dialog
from tea_assistant.tui.widgets.form_input import FormInput


class FolderTree(DirectoryTree):
    """The folders and files of this computer, without hidden ones."""

    ICON_NODE = "▸ "
    ICON_NODE_EXPANDED = "▾ "
    ICON_FILE = "  "

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        """Leave out what the system hides."""
        return [path for path in paths if not path.name.startswith((".", "~$"))]

    def render_label(self, node: TreeNode[DirEntry], base_style: Style, style: Style) -> Text:
        """Show a name that may hold anything."""
        label = super().render_label(node, base_style, style)
        label.plain = clean(label.plain)
        return label


class FilePicker(Dialog[Path]):
    """Asks for a file; the result is its path, or None."""

    DEFAULT_CSS = """
    FilePicker {
        & FolderTree { height: 1fr; min-height: 6; margin-top: 1; background: $surface; padding: 0 1; }
        & > .dialog--box { height: 90%; }
        & .dialog--buttons { height: 1; }
    }
    """

    def __init__(
        self,
        title: str,
        start: Path | None = None,
        *,
        button: str = "Anhängen",
        example: str = "konzept.pdf",
    ) -> None:
        super().__init__()
        self._title = title
        self._button = button
        self._example = example
        self._start = start or _home()
        self._error = Static(classes="dialog--error", markup=False)

    def compose(self) -> ComposeResult:
        """Put the path above the folders."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = plain(self._title)
            yield Static(
                "Den Pfad eingeben oder unten eine Datei auswählen:", classes="dialog--text", markup=False
            )
            yield FormInput(f"z. B. {self._start / self._example}")
            yield self._error
            yield FolderTree(self._start)
            with Horizontal(classes="dialog--buttons"):
                yield Button("Abbrechen", id="cancel", compact=True)
                yield Button(self._button, id="attach", variant="primary", compact=True)

    @on(DirectoryTree.FileSelected)
    def _picked(self, event: DirectoryTree.FileSelected) -> None:
        self.query_one(FormInput).value = str(event.path)
        self.query_one("#attach", Button).focus()

    @on(Input.Submitted)
    @on(Button.Pressed, "#attach")
    def _take(self) -> None:
        typed = self.query_one(FormInput).value.strip()
        path = typed_paths.found(typed)
        if typed and path and path.is_file():
            self.dismiss(path)
            return
        self._error.update(
            plain(f"Diese Datei gibt es nicht: {typed}" if typed else "Bitte eine Datei auswählen.")
        )
        self._error.display = True

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.action_leave()


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:
        # No home folder is known, as for some service accounts.
        return Path.cwd()
