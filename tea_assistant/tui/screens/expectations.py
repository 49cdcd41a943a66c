"""What the juries said: praise and expectations, round by round."""

from collections.abc import Mapping
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tea_assistant.errors import TeaError
from tea_assistant.model.layout import jury_file
from tea_assistant.model.source import Path
from tea_assistant.renewal.expectations import due_expectations
from tea_assistant.renewal.rounds import was_concluded
from tea_assistant.renewal.successors import fields_in_order
from tea_assistant.services.forms.choices import Choice
from tea_assistant.services.jury_text import Pick, record, sentences
from tea_assistant.tui.keys import Command
from tea_assistant.tui.named_keys import keyed
from tea_assistant.tui.page import Page
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.edit_text import EditText
from tea_assistant.tui.widgets.form_subject import FormSubject
from tea_assistant.tui.widgets.pick_list import PickList
from tea_assistant.tui.widgets.schema_form import SchemaForm
from tea_assistant.tui.widgets.sentence_sorter import SentenceSorter

_PASTE = "Text hier einfügen, meist mit Strg+Umschalt+V oder der rechten Maustaste"


class ExpectationsScreen(Page):
    """The jury's decision on each round as a form; its text can be pasted and sorted."""

    CSS_PATH = "expectations.tcss"
    HEADING = "Jury und Erwartungen"
    PANES: ClassVar[Mapping[str, int]] = {"jury-list": 100}
    HELP_TEXT = """
Was die Jury gelobt, gefragt und bemerkt hat, und was Sie ihr angekündigt haben: Beim nächsten Mal wird danach
gefragt.

- **Strg+N** nimmt den Text der Jury auf: einfügen, dann Satz für Satz sagen, was er ist. Schreiben Sie ihn
  dabei ruhig in eigenen Worten um (**ä**).
- Jede Runde hat ihre eigene Begründung; ● ist die Runde, an der Sie arbeiten. Solange sie nicht eingereicht
  ist, beginnt es bei der Runde davor: Deren Jury hat die Wünsche, die jetzt zu beantworten sind.
- **Beantwortet** werden Erwartungen in der Wiedervorlage der nächsten Runde oder hier unter „Antworten“.
"""
    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "paste_jury",
            "ctrl+n",
            "paste",
            "Jurytext einfügen",
            "Nimmt den Text der Jury Satz für Satz auf.",
            in_footer=True,
        ),
        Command(
            "jury_pane", "f6", "switch_pane", "Liste / Formular", "Wechselt zwischen Runden und Formular."
        ),
    )

    def __init__(self, cycle: str = "") -> None:
        super().__init__()
        self._wanted = cycle
        self._form: SchemaForm | None = None

    def compose(self) -> ComposeResult:
        """Put the rounds beside the form."""
        with Horizontal(id="jury-body"):
            with Vertical(id="jury-list"):
                yield Static("Runden", id="jury-title", markup=False)
                yield PickList(self._draw, empty="noch keine", id="jury-rounds")
            with Vertical(id="jury-detail"):
                yield Static(id="jury-due", markup=False)

    @property
    def rounds(self) -> PickList:
        """The list of rounds."""
        return self.query_one("#jury-rounds", PickList)

    @property
    def place(self) -> tuple[str, Path]:
        """The decision at hand, and the field in which the user is."""
        return (self._form.subject.file, self._form.place) if self._form else ("", ())

    def show_session(self) -> None:
        """Show the rounds and the decision on the one at hand."""
        rounds = sorted(self.session.dossier.rounds, reverse=True)
        self.rounds.show(rounds, at=self._wanted or (None if self.rounds.keys else self._begin()))
        self._show(self.rounds.key or "")

    def _begin(self) -> str:
        """Return the round at hand once it was handed in; before that the one whose wishes it answers."""
        here = self.session.dossier.rounds.get(self.session.cycle)
        before = here.cycle.renews if here and not was_concluded(here) else ""
        return before if before in self.session.dossier.rounds else self.session.cycle

    def show_place(self, path: Path) -> None:
        """Put the focus on the field of a value."""
        if self._form is not None:
            self._form.show_place(path)

    def commit(self) -> None:
        """Store what is still being typed."""
        if self._form is not None:
            self._form.commit()

    def _show(self, cycle: str) -> None:
        round_ = self.session.dossier.rounds.get(cycle)
        if self._form is not None:
            self._form.display = round_ is not None
        if round_ is None:
            return
        file = round_.jury.where.file if round_.jury else jury_file(cycle)
        subject = FormSubject(self, file)
        if self._form is None:
            self._form = SchemaForm(subject)
            self.query_one("#jury-detail").mount(self._form)
        elif self._form.subject.file != subject.file:
            self._form.show_file(subject)
        else:
            self._form.show_session()
        self.query_one("#jury-due", Static).update(self._due())

    def _due(self) -> Content:
        """Say how many wishes of earlier juries the round at hand still owes an answer."""
        cycle = self.session.cycle
        due = due_expectations(self.session.dossier, cycle)
        left = sum(found.answer is None for found in due)
        if not due:
            return plain(f"Die Runde {cycle} hat keine früheren Erwartungen zu beantworten.", "$text-muted")
        if not left:
            return plain(
                f"✓ Runde {cycle}: Alle {len(due)} früheren Erwartungen sind beantwortet.", "$text-success"
            )
        told = f"! Runde {cycle}: {left} von {len(due)} früheren Erwartungen noch ohne Antwort (Strg+G)."
        return plain(keyed(self, told), "$text-warning")

    def _draw(self, key: str, width: int) -> list[Content]:
        del width
        sign = "● " if key == self.session.cycle else "  "
        round_ = self.session.dossier.rounds.get(key)
        has = plain("  ✓ Jury", "$text-muted") if round_ and round_.jury else Content()
        return [plain(sign, "$accent") + plain(key) + has]

    @on(PickList.Highlighted, "#jury-rounds")
    def _highlight(self, event: PickList.Highlighted) -> None:
        self._wanted = event.key
        self._show(event.key)

    @on(PickList.Chosen, "#jury-rounds")
    def _open(self) -> None:
        self.show_place(("praise",))

    def action_switch_pane(self) -> None:
        """Go from the rounds to the form, or back."""
        if self.rounds.has_focus:
            self.show_place(("praise",))
        else:
            self.commit()
            self.rounds.focus()

    # The text of the jury

    def action_paste(self) -> None:
        """Ask for the text of the jury."""
        self.commit()
        cycle = self.rounds.key
        if cycle is None or self._form is None:
            return
        if refusal := self._form.subject.refusal:
            self.tell(refusal)
            return
        question = f"Was hat die Jury zur Bewerbung {cycle} geschrieben? Danach sortieren Sie Satz für Satz."
        self.app.push_screen(
            EditText("Jurytext einfügen", question, "Weiter", placeholder=_PASTE),
            lambda text: self._sort(cycle, text),
        )

    def _sort(self, cycle: str, text: str | None) -> None:
        if text is None:
            return
        sorter = SentenceSorter(sentences(text), self._fields(cycle))
        self.app.push_screen(sorter, lambda picks: self._record(cycle, picks))

    def _fields(self, cycle: str) -> list[Choice]:
        """Return the action fields that the jury of a round judged by."""
        dossier = self.session.dossier
        catalogue = dossier.catalogues.get(dossier.rounds[cycle].cycle.catalogue)
        if catalogue is None:
            return []
        fields = (catalogue.fields[field] for field in fields_in_order(catalogue))
        return [Choice(f.id, f.label) for f in fields if f.asked_of(dossier.organisation.sector)]

    def _record(self, cycle: str, picks: tuple[Pick, ...] | None) -> None:
        if picks is None:
            return
        try:
            count = record(self.session, cycle, picks)
        except TeaError as error:
            self.tell(error)
            return
        self.notify(f"{count} {'Satz' if count == 1 else 'Sätze'} übernommen.", markup=False)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer to paste only where there is a round."""
        if action == "paste":
            return bool(self.rounds.keys) if self.is_mounted else None
        return super().check_action(action, parameters)
