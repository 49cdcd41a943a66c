"""The decision about a file that was changed here and elsewhere, place by place."""

from typing import Any, ClassVar

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Button, Static

from tea_assistant.errors import TeaError
from tea_assistant.model.labels import Labels
from tea_assistant.services.conflicts import Dispute, Disputed
from tea_assistant.tui.plain import clean, plain
from tea_assistant.tui.widgets.dialog import Dialog
from tea_assistant.tui.widgets.field_versions import Choice, VersionCard, cards
from tea_assistant.tui.widgets.prose_area import ProseArea
from tea_assistant.tui.widgets.whole_versions import WholeVersions

MINE, THEIRS = "Ihre Fassung", "Fassung von außen"
_KEYS = "Ziffer wählt · ←/→ andere Stelle · ↑/↓ blättert · Esc: später"
_WHOLE_KEYS = "↑ ↓ blättert · Tab zur Auswahl · Esc entscheidet später"
_WRITING = "Strg+↓ übernimmt Ihren Text · Esc verwirft ihn"


class Decision(Struct, frozen=True):
    """The text that is to stand in the file; None removes the file."""

    text: str | None


class ConflictScreen(Dialog[Decision]):
    """Shows each place that both changed; the result is None where the user decides later."""

    CSS_PATH = "conflict.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"choose({n})", f"Fassung {n}", show=False) for n in range(1, 5)),
        Binding("right,n", "step(1)", "Weiter", show=False),
        Binding("left,p", "step(-1)", "Zurück", show=False),
        Binding("a", "agree", "Alle ohne Widerspruch übernehmen", show=False),
        Binding("ctrl+down", "take_own", "Übernehmen", show=False, priority=True),
    ]

    def __init__(self, dispute: Dispute, labels: Labels, *, theirs: str = THEIRS) -> None:
        super().__init__()
        self._dispute = dispute
        self._labels = labels
        self._names = MINE, theirs
        self._at = 0
        self._choices: dict[int, Choice] = {}
        self._own: dict[int, str] = {}

    def compose(self) -> ComposeResult:
        """Put the place at hand above the decision."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = plain(f"Zwei Fassungen: {self._dispute.title}")
            with Vertical(id="fields"):
                with Horizontal(id="field-head"):
                    yield Static(id="field-label")
                    yield Static(id="field-place")
                yield VerticalScroll(id="field-versions")
                yield ProseArea(plain("Was soll hier stehen?"))
                yield Static(id="field-legend")
            yield WholeVersions(self._dispute, self._labels, self._names)
            with Horizontal(classes="dialog--buttons"):
                yield Button("Fertig", id="done", variant="primary", compact=True)
                yield Button("Alle ohne Widerspruch übernehmen", id="agree", compact=True)
                yield Button("Ganze Datei", id="show-whole", compact=True)
                yield Button("Ihre Fassung behalten", id=Choice.MINE, compact=True)
                yield Button("Andere übernehmen", id=Choice.THEIRS, compact=True)
                yield Button("Einzeln", id="show-fields", compact=True)
                yield Button("Später", id="later", compact=True)

    async def on_mount(self) -> None:
        """Begin in the text: nothing is decided by a stray key."""
        self.query_one(ProseArea).display = False
        self._show_mode(whole=not self._dispute.fields)
        await self._show_field()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let digits be typed while somebody writes, and offer nothing where whole files are shown."""
        del parameters
        if action == "take_own":
            return self._is_writing
        if action in {"choose", "step", "agree"}:
            return not self._is_writing and not self._is_whole
        return True

    # What is shown

    @property
    def _is_writing(self) -> bool:
        return bool(self.is_mounted and self.query_one(ProseArea).display)

    @property
    def _is_whole(self) -> bool:
        return bool(self.query_one(WholeVersions).display)

    @property
    def _field(self) -> Disputed:
        return self._dispute.fields[self._at]

    def _show_mode(self, *, whole: bool) -> None:
        self.query_one(WholeVersions).display = whole
        self.query_one("#fields").display = not whole
        for button in (Choice.MINE, Choice.THEIRS, "show-fields"):
            self.query_one(f"#{button}").display = whole
        for button in ("done", "agree", "show-whole"):
            self.query_one(f"#{button}").display = not whole
        if not self._dispute.fields:
            self.query_one("#show-fields").display = False
        self.query_one("#agree").display = not whole and bool(self._agreeable)
        self._show_keys()
        self.query_one("#versions" if whole else "#field-versions").focus()

    def _show_keys(self) -> None:
        keys = _WHOLE_KEYS if self._is_whole else _WRITING if self._is_writing else _KEYS
        self.query_one(".dialog--box").border_subtitle = keys

    async def _show_field(self) -> None:
        if not self._dispute.fields:
            return
        chosen = self._choices.get(self._at)
        self.query_one("#field-label", Static).update(plain(self._field.label))
        count = len(self._dispute.fields)
        state = "✓ entschieden" if chosen else "○ offen"
        place = f"‹ {self._at + 1} von {count} ›  " if count > 1 else ""
        self.query_one("#field-place", Static).update(f"{place}{state}")
        legend = "Unterstrichen: steht nicht in der anderen Fassung"
        if self._dispute.settled:
            legend += f"\nSchon zusammengeführt: {', '.join(self._dispute.settled)}"
        self.query_one("#field-legend", Static).update(plain(legend, lines=True))
        versions = self.query_one("#field-versions", VerticalScroll)
        with self.app.batch_update():
            await versions.remove_children()
            await versions.mount(*cards(self._field, self._names, chosen, self._own.get(self._at)))
        versions.scroll_home(animate=False)

    # Deciding

    async def action_step(self, by: int) -> None:
        """Go to the next place, or back."""
        self._at = (self._at + by) % len(self._dispute.fields)
        await self._show_field()

    async def action_choose(self, number: int) -> None:
        """Choose a version by its number."""
        shown = list(self.query(VersionCard))
        if number <= len(shown):
            await self._choose(Choice(str(shown[number - 1].id).removeprefix("version-")))

    @on(VersionCard.Chosen)
    async def _clicked(self, event: VersionCard.Chosen) -> None:
        event.stop()
        if not self._is_writing:
            await self._choose(event.choice)

    async def _choose(self, choice: Choice) -> None:
        if choice is Choice.OWN:
            self._write()
            return
        self._choices[self._at] = choice
        await self._go_on()

    async def _go_on(self) -> None:
        """Show the next place that is open; where none is left, only the end is left to do."""
        count = len(self._dispute.fields)
        later = [(self._at + by) % count for by in range(1, count)]
        self._at = next((at for at in later if at not in self._choices), self._at)
        await self._show_field()
        if len(self._choices) == count:
            self.query_one("#done").focus()

    async def action_agree(self) -> None:
        """Take the proposal wherever both only added something."""
        self._choices |= dict.fromkeys(self._agreeable, Choice.PROPOSAL)
        await self._go_on()

    @property
    def _agreeable(self) -> list[int]:
        fields = enumerate(self._dispute.fields)
        return [at for at, field in fields if not field.contradicts and at not in self._choices]

    # Writing by hand

    def _write(self) -> None:
        area = self.query_one(ProseArea)
        field = self._field
        texts = (self._own.get(self._at), field.proposal, field.mine, field.theirs)
        area.load_text(next((text for text in texts if text), "").rstrip())
        self._show_writing(now=True)
        area.focus()

    def _show_writing(self, *, now: bool) -> None:
        self.query_one(ProseArea).display = now
        self.query_one("#field-versions").display = not now
        self.query_one(".dialog--buttons").display = not now
        self._show_keys()

    async def action_take_own(self) -> None:
        """Take what was written by hand."""
        typed = self.query_one(ProseArea).text.rstrip()
        values = (self._field.conflict.mine, self._field.conflict.theirs)
        if any(isinstance(value, str) and value.endswith("\n") for value in values):
            typed += "\n"
        self._own[self._at] = typed
        self._choices[self._at] = Choice.OWN
        self._show_writing(now=False)
        self.query_one("#field-versions").focus()
        await self._go_on()

    def action_leave(self) -> None:
        """Stop writing, or decide later."""
        if self._is_writing:
            self._show_writing(now=False)
            self.query_one("#field-versions").focus()
        else:
            self.dismiss(None)

    # The end

    @on(Button.Pressed)
    async def _press(self, event: Button.Pressed) -> None:
        event.stop()
        match event.button.id:
            case "done":
                self._finish()
            case "agree":
                await self.action_agree()
            case "show-whole" | "show-fields" as mode:
                self._show_mode(whole=mode == "show-whole")
            case Choice.MINE:
                self.dismiss(Decision(self._dispute.mine))
            case Choice.THEIRS:
                self.dismiss(Decision(self._dispute.theirs))
            case _:
                self.dismiss(None)

    def _finish(self) -> None:
        left = len(self._dispute.fields) - len(self._choices)
        if left:
            places = "Eine Stelle ist" if left == 1 else f"{left} Stellen sind"
            self.notify(f"{places} noch offen.", severity="warning", markup=False)
            return
        try:
            text = self._dispute.decided({at: self._value(at) for at in self._choices})
        except TeaError as error:
            self.notify(clean(str(error), lines=True), severity="error", markup=False)
            return
        self.dismiss(Decision(text))

    def _value(self, at: int) -> Any:
        choice = self._choices[at]
        if choice is Choice.OWN:
            return self._own[at]
        return getattr(self._dispute.fields[at].conflict, choice.value)
