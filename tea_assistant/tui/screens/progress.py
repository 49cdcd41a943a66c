"""What changed: the chapter on two rounds, all rounds side by side, figures as bars, and the timeline."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, ScrollableContainer, VerticalScroll
from textual.widgets import Markdown, Static

from tea_assistant.document.timeline_text import timeline_text
from tea_assistant.errors import TeaError
from tea_assistant.model.layout import role_of
from tea_assistant.model.timeline import timeline
from tea_assistant.renewal.overview import overview
from tea_assistant.services.forms.choices import Choice
from tea_assistant.services.progress_report import as_markdown
from tea_assistant.tui.keys import Command
from tea_assistant.tui.page import Page
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.choice_field import ChoiceButton
from tea_assistant.tui.widgets.chooser import Chooser
from tea_assistant.tui.widgets.key_row import KeyRow
from tea_assistant.tui.widgets.markdown_pieces import MarkdownPieces
from tea_assistant.tui.widgets.rounds_table import RoundsTable
from tea_assistant.tui.widgets.share_bars import ShareBars

_VIEWS = {
    "1": ("chapter", "Was sich geändert hat"),
    "2": ("all", "Alle Runden"),
    "3": ("shares", "Anteile"),
    "4": ("timeline", "Zeitleiste"),
}


class ProgressScreen(Page):
    """Shows the progress between two rounds and over all of them."""

    AUTO_FOCUS = "#progress-chapter"
    CSS_PATH = "progress.tcss"
    HEADING = "Fortschritt"
    HELP_TEXT = """
Vier Ansichten, die Tasten 1 bis 4 wechseln:

- **Was sich geändert hat**: das Kapitel zwischen zwei Runden. Es entsteht aus dem Stand der Maßnahmen, ihren
  Ergebnissen, den Kennzahlen und den Antworten auf Erwartungen. Oben wählen Sie die Runden.
- **Alle Runden**: jede Maßnahme und jede Kennzahl über alle Bewerbungen.
- **Anteile**: die Kennzahlen als Balken.
- **Zeitleiste**: wann Maßnahmen liefen und belegt sind, und wo im Berichtszeitraum etwas fehlt.
"""
    COMMANDS: ClassVar[tuple[Command, ...]] = tuple(
        Command(f"progress_{name}", key, f"view('{key}')", title, f"Zeigt: {title}.")
        for key, (name, title) in _VIEWS.items()
    )

    def __init__(self) -> None:
        super().__init__()
        self._view = "1"
        self._old = self._new = ""

    def compose(self) -> ComposeResult:
        """Put the views above what they show."""
        yield KeyRow(id="progress-views")
        with Horizontal(id="progress-rounds"):
            yield Static("Von", classes="progress--label")
            yield ChoiceButton(name="old")
            yield Static("bis", classes="progress--label")
            yield ChoiceButton(name="new")
        with VerticalScroll(id="progress-chapter"):
            yield Static(id="progress-nothing", markup=False)
            yield MarkdownPieces()
        with VerticalScroll(id="progress-all"):
            yield RoundsTable()
        with VerticalScroll(id="progress-shares"):
            yield ShareBars()
        with ScrollableContainer(id="progress-timeline"):
            yield Static(id="timeline", markup=False)

    # What is shown

    def show_session(self) -> None:
        """Show what the dossier says now."""
        self._settle_rounds()
        for button in self.query(ChoiceButton):
            button.show(plain((self._old if button.name == "old" else self._new) or "–"))
        self._show_view()

    def _settle_rounds(self) -> None:
        rounds = self.session.rounds
        if self._new not in rounds:
            self._new = self.session.cycle if self.session.cycle in rounds else max(rounds, default="")
        if self._old not in rounds or self._old >= self._new:
            newer = self.session.dossier.rounds.get(self._new)
            earlier = [cycle for cycle in rounds if cycle < self._new]
            renews = newer.cycle.renews if newer else ""
            self._old = renews if renews in earlier else max(earlier, default="")

    def _show_view(self) -> None:
        views = [(key, title, key == self._view) for key, (_, title) in _VIEWS.items()]
        self.query_one("#progress-views", KeyRow).show(views)
        for key, (name, _) in _VIEWS.items():
            self.query_one(f"#progress-{name}").display = key == self._view
        self.query_one("#progress-rounds").display = self._view == "1"
        dossier = self.session.dossier
        match self._view:
            case "1":
                self._show_chapter()
            case "2":
                self.query_one(RoundsTable).show(overview(dossier), self.session.application.labels)
            case "3":
                self.query_one(ShareBars).show(overview(dossier))
            case _:
                self._show_timeline()

    @work(exclusive=True, group="progress")
    async def _show_chapter(self) -> None:
        nothing = self.query_one("#progress-nothing", Static)
        pieces = self.query_one(MarkdownPieces)
        problem = ""
        text = ""
        try:
            if self._old:
                text = as_markdown(self.session, self._old, self._new)
            else:
                problem = "Es gibt noch keine frühere Runde, mit der sich vergleichen ließe."
        except TeaError as error:
            problem = str(error)
        nothing.display = bool(problem)
        nothing.update(plain(problem))
        await pieces.show(text)

    def _show_timeline(self) -> None:
        found = timeline(self.session.application)
        drawn = timeline_text(found) if found else "Für diese Runde ist kein Abgabetermin eingetragen."
        self.query_one("#timeline", Static).update(plain(drawn, lines=True))

    # Choosing

    def action_view(self, key: str) -> None:
        """Show another view."""
        self._view = key
        self._show_view()
        self.query_one(f"#progress-{_VIEWS[key][0]}").focus()

    @on(KeyRow.Pressed)
    def _clicked(self, event: KeyRow.Pressed) -> None:
        event.stop()
        self.action_view(event.key)

    @on(ChoiceButton.Opened)
    def _open_rounds(self, event: ChoiceButton.Opened) -> None:
        event.stop()
        is_old = event.button.name == "old"
        first = min(self.session.rounds, default="")
        rounds = [c for c in reversed(self.session.rounds) if (c < self._new if is_old else c > first)]
        choices = [Choice(cycle, cycle) for cycle in rounds]
        chosen = self._old if is_old else self._new
        if choices:
            self.app.push_screen(
                Chooser("Frühere Runde" if is_old else "Spätere Runde", choices, chosen),
                lambda choice: self._take_round(choice, is_old=is_old),
            )

    def _take_round(self, choice: Choice | None, *, is_old: bool) -> None:
        if choice is None:
            return
        if is_old:
            self._old = choice.value
        else:
            self._new = choice.value
        self.show_session()

    @on(Markdown.LinkClicked)
    def _link_clicked(self, event: Markdown.LinkClicked) -> None:
        event.stop()
        if role_of(event.href):
            self.go(event.href)
