"""The trash of the dossier: what was deleted, what it said, and the way back."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tea_assistant.errors import TeaError
from tea_assistant.services.trash import TrashEntry, bring_back, contents, trash_entries
from tea_assistant.services.trash_text import EMPTY, notes_on
from tea_assistant.tui.keys import Command
from tea_assistant.tui.page import Page
from tea_assistant.tui.plain import clean, plain
from tea_assistant.tui.widgets.pick_list import PickList

_LONGEST = 4_000
"""Characters of one value that are shown."""


class TrashScreen(Page):
    """Lists what can be brought back, and shows what the entry at hand says."""

    CSS_PATH = "trash.tcss"
    HEADING = "Papierkorb"
    HELP_TEXT = """
Was Sie löschen, bleibt **30 Tage** in der Mappe: Maßnahmen, Runden, Stände und ersetzte Anlagen.

- **↑** und **↓** wählen, daneben steht, was im Eintrag stand; **→** und **←** blättern dort.
- **z** oder **Enter** holt ihn zurück an seinen Platz. **Strg+Z** nimmt das zurück (Texte).
- Steht dort inzwischen etwas anderes, kommt das dafür in den Papierkorb; verloren geht nichts.

Verweise auf eine Maßnahme finden sie wieder, sobald sie zurück ist.
"""
    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "bring_back",
            "z",
            "bring_back",
            "Zurückholen",
            "Holt den gewählten Eintrag zurück.",
            in_footer=True,
        ),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,ctrl+down", "scroll(4)", show=False),
        Binding("left,ctrl+up", "scroll(-4)", show=False),
    ]
    PANES: ClassVar[Mapping[str, int]] = {"trash-list": 100}

    def __init__(self) -> None:
        super().__init__()
        self._entries: dict[str, TrashEntry] = {}

    def compose(self) -> ComposeResult:
        """Put the list beside what the entry at hand says."""
        with Vertical(id="trash-body"):
            yield PickList(self._draw, row_height=2, empty=EMPTY, id="trash-list")
            with VerticalScroll(id="trash-detail", can_focus=False):
                yield Static(id="trash-contents", markup=False)

    def on_mount(self) -> None:
        """Begin in the list."""
        self._list.focus()

    @property
    def _list(self) -> PickList:
        return self.query_one("#trash-list", PickList)

    @property
    def current(self) -> TrashEntry | None:
        """The entry at hand."""
        return self._entries.get(self._list.key or "")

    def show_session(self) -> None:
        """Show what lies there now."""
        self._entries = {entry.key: entry for entry in trash_entries(self.session)}
        self._list.show(list(self._entries))
        self.set_class(not self._entries, "-empty")
        self._show()

    @on(PickList.Highlighted)
    def _show(self) -> None:
        entry = self.current
        told = Content("")
        if entry:
            until = f"Gelöscht {entry.moment:%d.%m.%Y, %H:%M} · bleibt bis {entry.until:%d.%m.%Y}"
            lines = [
                plain(entry.title, "bold"),
                plain(until, "$text-muted"),
                plain(entry.file, "$text-muted"),
            ]
            for field in contents(self.session, entry):
                text = (field.new or "").rstrip()[:_LONGEST]
                lines += [Content(""), plain(field.label, "$primary"), plain(text, lines=True)]
            told = Content("\n").join(lines)
        self.query_one("#trash-contents", Static).update(told)
        self.query_one("#trash-detail").scroll_home(animate=False)
        self.refresh_bindings()

    def _draw(self, key: str, width: int) -> list[Content]:
        entry = self._entries[key]
        again = " · andere Fassung in der Mappe" if entry.is_back else ""
        return [
            plain(f" {entry.title}").truncate(max(width, 8), ellipsis=True),
            plain(f"   gelöscht {entry.moment:%d.%m.%Y, %H:%M}{again}", "$text-muted").truncate(
                max(width, 8), ellipsis=True
            ),
        ]

    @on(PickList.Chosen)
    def _chosen(self, event: PickList.Chosen) -> None:
        event.stop()
        self.action_bring_back()

    def action_bring_back(self) -> None:
        """Put the entry at hand where it stood."""
        entry = self.current
        if entry is None:
            return
        try:
            done = bring_back(self.session, entry)
        except TeaError as error:
            self.tell(error)
            return
        told = "\n".join([f"{done.title} ist wieder in der Mappe.", *notes_on(done)])
        self.notify(clean(told, lines=True), markup=False, timeout=10)
        self.show_session()

    def action_scroll(self, lines: int) -> None:
        """Show what stands further down or up in the entry."""
        self.query_one("#trash-detail").scroll_relative(y=lines, animate=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to bring back only where something lies there and can be written."""
        if action == "bring_back":
            return bool(self.current) and not self.session.read_only
        return super().check_action(action, parameters)
