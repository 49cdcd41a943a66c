"""Picking documents of this computer: several files, or folders with all that is in them."""

from pathlib import Path
from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Button, DirectoryTree, Input, Static
from textual.widgets.directory_tree import DirEntry
from textual.widgets.tree import TreeNode

from tea_assistant.services import typed_paths
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.dialog import Dialog
from tea_assistant.tui.widgets.file_picker import FolderTree
from tea_assistant.tui.widgets.form_input import FormInput

_KEYS = "Den Pfad eingeben, oder unten wählen: Leertaste merkt Dateien und Ordner vor."


class MarkedTree(FolderTree):
    """Folders and files, of which several can be marked."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space", "mark", show=False)]

    class Marked(Message):
        """Something was marked, or is no more."""

    def __init__(self, start: Path) -> None:
        super().__init__(start)
        self.marked: list[Path] = []

    def render_label(self, node: TreeNode[DirEntry], base_style: Style, style: Style) -> Text:
        """Put a sign before what is marked."""
        label = super().render_label(node, base_style, style)
        chosen = node.data is not None and node.data.path in self.marked
        return Text.assemble(("✓ ", "bold"), label) if chosen else label

    def action_mark(self) -> None:
        """Mark what is under the cursor, or take the mark away."""
        node = self.cursor_node
        if node is None or node.data is None:
            return
        path = node.data.path
        if path in self.marked:
            self.marked.remove(path)
        else:
            self.marked.append(path)
        # What was drawn once is kept.
        node.refresh()
        self.post_message(self.Marked())


class SourcePicker(Dialog[tuple[Path, ...]]):
    """Asks for documents; the result is their paths, or None."""

    DEFAULT_CSS = """
    SourcePicker {
        & MarkedTree { height: 1fr; min-height: 5; margin-top: 1; background: $surface; padding: 0 1; }
        & > .dialog--box { height: 90%; }
        & .dialog--buttons { height: 1; }
    }
    """

    def __init__(self, start: Path) -> None:
        super().__init__()
        self._start = start
        self._error = Static(classes="dialog--error", markup=False)

    def compose(self) -> ComposeResult:
        """Put the path above the folders."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = plain("Dokumente einlesen")
            yield Static(_KEYS, classes="dialog--text", markup=False)
            yield FormInput(f"z. B. {self._start / 'gleichstellungsplan.pdf'}")
            yield self._error
            yield Static(id="source-marked", markup=False)
            yield MarkedTree(self._start)
            with Horizontal(classes="dialog--buttons"):
                yield Button("Abbrechen", id="cancel", compact=True)
                yield Button("Einlesen", id="read", variant="primary", compact=True)

    def on_mount(self) -> None:
        """Begin without a choice."""
        self._show_marked()

    @on(MarkedTree.Marked)
    def _show_marked(self) -> None:
        names = [path.name for path in self._tree.marked]
        line = self.query_one("#source-marked", Static)
        line.display = bool(names)
        line.update(plain(f"Vorgemerkt: {', '.join(names)}", "$text-accent"))

    @property
    def _tree(self) -> MarkedTree:
        return self.query_one(MarkedTree)

    @on(DirectoryTree.FileSelected)
    def _picked(self, event: DirectoryTree.FileSelected) -> None:
        if event.path not in self._tree.marked:
            self._tree.action_mark()
        self.query_one("#read", Button).focus()

    @on(Input.Submitted)
    @on(Button.Pressed, "#read")
    def _take(self) -> None:
        typed = self.query_one(FormInput).value.strip()
        named = typed_paths.found(typed) if typed else None
        paths = dict.fromkeys([*([named] if named else []), *self._tree.marked])
        if paths and (named or not typed):
            self.dismiss(tuple(paths))
            return
        told = f"Das gibt es nicht: {typed}" if typed else "Bitte eine Datei oder einen Ordner wählen."
        self._error.update(plain(told))
        self._error.display = True

    @on(Button.Pressed, "#cancel")
    def _cancel(self) -> None:
        self.action_leave()
