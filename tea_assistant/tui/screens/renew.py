"""Beginning the next round from the last one: what it will be, then making it, and taking it back."""

from typing import ClassVar

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Input, Static

from tea_assistant.errors import TeaError
from tea_assistant.renewal.migrate import Move
from tea_assistant.renewal.rounds import was_concluded
from tea_assistant.services.forms.choices import Choice, title_of
from tea_assistant.services.renew import Preview, preview, renew
from tea_assistant.services.renew_undo import undo_renewal
from tea_assistant.tui.keys import Command
from tea_assistant.tui.named_keys import keyed
from tea_assistant.tui.page import Page
from tea_assistant.tui.plain import plain
from tea_assistant.tui.refusals import explained, for_screens
from tea_assistant.tui.renewal_choices import (
    catalogue_choices,
    chosen_of,
    split_choices,
    split_title,
    targets_of,
)
from tea_assistant.tui.widgets.ask_first import AskFirst
from tea_assistant.tui.widgets.choice_field import ChoiceButton
from tea_assistant.tui.widgets.chooser import Chooser
from tea_assistant.tui.widgets.form_input import FormInput
from tea_assistant.tui.widgets.pick_list import PickList
from tea_assistant.tui.widgets.renewal_notes import RenewalNotes

_YEARS = 3
"""The award is valid for so long."""
_NEVER_HANDED_IN = " Doch? Dann gehört der Tag in ihre Einstellungen: Strg+P, „Einstellungen der Runde“."


class _State(Struct, frozen=True):
    """What can be done with the year and the catalogue that are chosen."""

    found: Preview | None = None
    problem: str = ""
    anyway: bool = False
    """Only with the user's word: the round before was never handed in."""


class RenewScreen(Page):
    """Shows the new round before it is made; afterwards it leads to the inbox."""

    CSS_PATH = "renew.tcss"
    HEADING = "Neue Bewerbungsrunde"
    HELP_TEXT = """
Alle drei Jahre geht es von vorn los, mit dem, was da ist. Hier sehen Sie **vorher**, was übernommen wird:

- **Maßnahmen** kommen mit dem Stand „noch nicht angesehen“, **Texte** mit einer Marke. Nichts gilt still als
  aktuell.
- **Wünsche der Jury** und Ankündigungen werden zu Aufgaben, die alten Kennzahlen zu früheren Werten.
- Die frühere Runde bleibt, wie sie ist.

Die neue Runde lässt sich **zurücknehmen**, solange niemand an ihr gearbeitet hat. Danach geht es in der
Wiedervorlage weiter.
"""
    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("make_round", "ctrl+n", "make", "Anlegen", "Legt die gezeigte Runde an.", in_footer=True),
    )

    def __init__(self) -> None:
        super().__init__()
        self._catalogue = ""
        self._decisions: dict[str, tuple[str, ...]] = {}
        self._state = _State()

    def compose(self) -> ComposeResult:
        """Put the year and the catalogue above what the round will be."""
        with Vertical(id="renew-head"):
            with Horizontal(classes="renew--row"):
                yield Static("Jahr der Bewerbung", classes="renew--label")
                yield FormInput("2028", id="renew-year")
            with Horizontal(classes="renew--row"):
                yield Static("Katalog", classes="renew--label")
                yield ChoiceButton()
        with VerticalScroll(id="renew-preview"):
            yield Static(id="renew-problem", markup=False)
            with Vertical(id="renew-splits"):
                yield Static("Zu entscheiden: Enter wählt, wohin es geht", classes="renew--heading")
                yield PickList(self._draw_split, row_height=2, id="renew-moves")
            yield RenewalNotes()
        with Horizontal(id="renew-buttons"):
            yield Button("Runde anlegen", variant="primary", id="renew-make", compact=True)
            yield Button("Zur Wiedervorlage", variant="primary", id="renew-inbox", compact=True)
            yield Button("Zurücknehmen", id="renew-undo", compact=True)

    def on_mount(self) -> None:
        """Offer the next round."""
        with self.prevent(Input.Changed):
            self._year.value = self._next()
        self.show_session()

    @property
    def _year(self) -> FormInput:
        return self.query_one("#renew-year", FormInput)

    def _next(self) -> str:
        newest = max(self.session.rounds, default="")
        round_ = self.session.dossier.rounds.get(newest)
        if round_ and round_.cycle.carried.cycle and not was_concluded(round_):
            # It has been begun already: to be finished, or to be taken back.
            return newest
        return str(int(newest) + _YEARS) if newest.isdecimal() else ""

    # What is shown

    def show_session(self) -> None:
        """Show what the new round would be now."""
        self._state = self._look()
        found = self._state.found
        choices = catalogue_choices(self.session.application)
        self.query_one(ChoiceButton).show(plain(title_of(choices, self._catalogue)))
        problem = self.query_one("#renew-problem", Static)
        problem.display = bool(self._state.problem)
        hint = _NEVER_HANDED_IN if self._state.anyway else ""
        said = keyed(self, f"{'!' if found else '✗'} {self._state.problem}{hint}")
        problem.update(plain(said, lines=True))
        splits = [move.id for move in self._splits]
        self.query_one("#renew-splits").display = bool(splits)
        self.query_one("#renew-moves", PickList).show(splits)
        self.query_one(RenewalNotes).show(found)
        self._show_buttons(found)
        self.refresh_bindings()

    def _show_buttons(self, found: Preview | None) -> None:
        done = bool(found and found.is_done)
        make = self.query_one("#renew-make", Button)
        make.display = found is not None and not done
        if found:
            verb = (
                "vervollständigen" if found.begun else "trotzdem anlegen" if self._state.anyway else "anlegen"
            )
            make.label = f"Runde {found.plan.new} {verb}"
        make.disabled = self.session.read_only
        self.query_one("#renew-inbox").display = done
        undo = self.query_one("#renew-undo", Button)
        undo.display = bool(found and found.begun)
        undo.disabled = self.session.read_only

    def _look(self) -> _State:
        to = self._year.value.strip()
        if not to:
            return _State(problem="Bitte das Jahr der neuen Bewerbung eintragen.")
        try:
            return _State(self._preview(to, anyway=False))
        except TeaError as refusal:
            try:
                return _State(self._preview(to, anyway=True), refusal.message, anyway=True)
            except TeaError as error:
                return _State(problem=explained(error))

    def _preview(self, to: str, *, anyway: bool) -> Preview:
        return preview(
            self.session, to, catalogue=self._catalogue, decisions=self._decisions or None, anyway=anyway
        )

    @property
    def _splits(self) -> list[Move]:
        found = self._state.found
        if found is None or found.begun:
            return []
        return [move for move in found.plan.migration.moves if len(move.successors) > 1]

    # Choosing

    @on(Input.Changed, "#renew-year")
    def _year_typed(self) -> None:
        self._decisions.clear()
        self.show_session()

    @on(ChoiceButton.Opened)
    def _open_catalogues(self, event: ChoiceButton.Opened) -> None:
        event.stop()
        choices = catalogue_choices(self.session.application)
        self.app.push_screen(Chooser("Katalog", choices, self._catalogue), self._take_catalogue)

    @on(ChoiceButton.Cleared)
    def _clear_catalogue(self, event: ChoiceButton.Cleared) -> None:
        event.stop()
        self._take_catalogue(Choice("", ""))

    def _take_catalogue(self, choice: Choice | None) -> None:
        if choice is not None:
            self._catalogue = choice.value
            self._decisions.clear()
            self.show_session()

    def _draw_split(self, key: str, width: int) -> list[Content]:
        del width
        move = next((move for move in self._splits if move.id == key), None)
        if move is None or self._state.found is None:
            return []
        title, place = split_title(move, self._state.found.plan.catalogue)
        sign = plain("✓ ", "$text-success") if move.decided else plain("○ ", "$text-muted")
        return [sign + plain(title), plain(f"  {place}", "$text-muted")]

    @on(PickList.Chosen, "#renew-moves")
    def _open_split(self, event: PickList.Chosen) -> None:
        event.stop()
        found = self._state.found
        move = next((move for move in self._splits if move.id == event.key), None)
        if found and move:
            choices = split_choices(move, found.plan.catalogue)
            self.app.push_screen(
                Chooser(f"Wohin geht „{move.title}“?", choices, chosen_of(move)),
                lambda choice: self._take_split(event.key, choice),
            )

    def _take_split(self, key: str, choice: Choice | None) -> None:
        if choice is not None:
            self._decisions[key] = targets_of(choice.value)
            self.show_session()

    # Making and taking back

    @on(Button.Pressed, "#renew-make")
    def _pressed_make(self) -> None:
        self.action_make()

    def action_make(self) -> None:
        """Make the round that is shown, and open it."""
        found = self._state.found
        if found is None or found.is_done:
            return
        to = found.plan.new
        try:
            renew(
                self.session,
                to,
                catalogue=self._catalogue,
                decisions=self._decisions or None,
                anyway=self._state.anyway,
            )
        except TeaError as error:
            self.tell(for_screens(error))
            self.show_session()
            return
        # What the plan was made from is settled now.
        self._catalogue, self._decisions = "", {}
        self.session.open_round(to)
        self.show_session()
        self.query_one("#renew-preview", VerticalScroll).scroll_home(animate=False)
        self.query_one("#renew-inbox").focus()

    @on(Button.Pressed, "#renew-inbox")
    async def _to_inbox(self) -> None:
        if self._state.found:
            self._look_through(self._state.found.plan.new)
        await self.run_action("app.open('inbox')")

    def _look_through(self, cycle: str) -> None:
        if self.session.cycle != cycle:
            self.session.open_round(cycle)

    @on(Button.Pressed, "#renew-undo")
    def _ask_undo(self) -> None:
        found = self._state.found
        if found:
            to = found.plan.new
            question = (
                f"Die Runde {to} kommt in den Papierkorb der Mappe. Die frühere Runde bleibt, wie sie ist."
            )
            self.app.push_screen(
                AskFirst("Runde zurücknehmen", question, "Zurücknehmen"), lambda yes: self._undo(to, yes)
            )

    def _undo(self, to: str, confirmed: bool | None) -> None:
        if not confirmed:
            return
        try:
            undo_renewal(self.session, to)
        except TeaError as error:
            self.tell(for_screens(error))
            return
        self.notify(f"Die Runde {to} ist zurückgenommen.", markup=False)
        self.show_session()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to make a round only where there is one to make."""
        if action == "make":
            found = self._state.found
            return found is not None and not found.is_done and not self.session.read_only
        return super().check_action(action, parameters)
