"""Whether installation, computer and dossier are in order, line by line, with what to do."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from itertools import groupby
from types import MappingProxyType
from typing import ClassVar

from textual import work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from tea_assistant.services.doctor.doctor import examine
from tea_assistant.services.doctor.remark import Remark, Sign, Terminal
from tea_assistant.services.doctor.text import SIGNS, verdict
from tea_assistant.tui.keys import Command
from tea_assistant.tui.page import Page
from tea_assistant.tui.plain import plain

_STYLES: Mapping[Sign, str] = MappingProxyType(
    {Sign.FINE: "$text-success", Sign.NOTE: "bold $text-warning", Sign.BROKEN: "bold $text-error"}
)


class DoctorScreen(Page):
    """Shows what an examination remarks; it runs beside the screen and changes nothing."""

    CSS_PATH = "doctor.tcss"
    HEADING = "Ist alles in Ordnung?"
    HELP_TEXT = """
Hier steht, was geprüft ist: Installation, Terminal, Uhr, Rechte, Platz, Sperren, Reste von Abstürzen und die
Prüfsummen von Nachweisen, Freigaben, Ständen und Abgabepaketen. Geändert wird nichts.

- **✓** ist in Ordnung, **!** sollten Sie sich ansehen, **✗** muss behoben werden; darunter steht, wie.
- **n** prüft noch einmal. Dasselbe sagt `tea doctor` auf der Befehlszeile.
"""
    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("examine_again", "n", "again", "Noch einmal", "Prüft noch einmal.", in_footer=True),
    )

    def compose(self) -> ComposeResult:
        """Put the remarks into one text."""
        with VerticalScroll(id="doctor-remarks"):
            yield Static("Wird geprüft …", id="doctor-verdict", markup=False)
            yield Vertical(id="doctor-lines")

    def on_mount(self) -> None:
        """Begin to look."""
        self.query_one("#doctor-remarks").focus()
        self._examine()

    def action_again(self) -> None:
        """Look once more."""
        self._examine()

    @work(exclusive=True, group="doctor")
    async def _examine(self) -> None:
        size = self.app.size
        terminal = Terminal(
            size.width,
            size.height,
            str(getattr(sys.__stdout__, "encoding", "") or ""),
            has_colours=not self.app.no_color,
        )
        # What is not saved yet is not looked at: it is about the files.
        found = await self.worked_out(
            lambda: examine(self.session.root, terminal, datetime.now().astimezone())
        )
        self.query_one("#doctor-verdict", Static).update(_verdict(found))
        lines = self.query_one("#doctor-lines")
        await lines.remove_children()
        await lines.mount_all(_lines(found))


def _verdict(remarks: Sequence[Remark]) -> Content:
    worst = next(
        (sign for sign in (Sign.BROKEN, Sign.NOTE) if any(r.sign is sign for r in remarks)), Sign.FINE
    )
    return plain(f"{SIGNS[worst]} {verdict(remarks)}", _STYLES[worst])


def _lines(remarks: Sequence[Remark]) -> Iterator[Widget]:
    for group, members in groupby(remarks, key=lambda remark: remark.group):
        yield Static(plain(group, "bold $primary"), classes="doctor--group")
        for remark in members:
            advice = plain(f"\n→ {remark.advice}", "$text-muted", lines=True) if remark.advice else plain("")
            yield Horizontal(
                Static(plain(SIGNS[remark.sign], _STYLES[remark.sign]), classes="doctor--sign"),
                Static(plain(remark.text) + advice, classes="doctor--text"),
            )
