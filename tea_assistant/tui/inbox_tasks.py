"""What the inbox does with a decision: the edits, and the boxes that ask for what is missing."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from tea_assistant.model.evidence import EvidenceState
from tea_assistant.services.edits import new_evidence
from tea_assistant.services.forms.choices import Choice
from tea_assistant.services.inbox import decisions
from tea_assistant.services.inbox.facts import due_of
from tea_assistant.services.inbox.inbox import Item, Kind
from tea_assistant.tui.inbox_verdicts import EMPTY, Verdict
from tea_assistant.tui.widgets.ask_text import AskText
from tea_assistant.tui.widgets.chooser import Chooser
from tea_assistant.tui.widgets.evidence_chooser import (
    Candidate,
    EvidenceChoice,
    EvidenceChooser,
    candidates,
)

if TYPE_CHECKING:
    from tea_assistant.tui.screens.inbox import InboxScreen


class InboxTasks:
    """Carries out the decisions of the screen."""

    def __init__(self, screen: "InboxScreen") -> None:
        self._screen = screen
        self._signer = ""
        """Who confirms, where the user has said so."""
        self._evidence: list[str] = []
        """The measures that are to back the answer at hand, until there is one."""

    def take_up(self, item: Item | None) -> None:
        """Begin with another thing."""
        self._evidence = []
        due = (
            due_of(self._screen.session.application, item) if item and item.kind is Kind.EXPECTATION else None
        )
        if due and due.answer and due.answered == self._screen.session.cycle:
            self._evidence = list(due.answer.evidence)

    def hint(self, item: Item) -> str:
        """Name the measures that back the answer at hand; empty where there are none."""
        if item.kind is not Kind.EXPECTATION or not self._evidence:
            return ""
        known = self._screen.session.dossier.evidence
        return "Belegt durch: " + ", ".join(
            (known[e].title or e) if e in known else e for e in self._evidence
        )

    def may_edit(self, item: Item) -> bool:
        """Tell whether the file of a thing can be edited now, and say why where it cannot."""
        refusal = self._screen.session.refusal(item.file)
        if refusal:
            self._screen.tell(refusal)
        return refusal is None

    # Deciding

    def decide(self, item: Item, verdict: Verdict, text: str) -> None:
        """Let a decision count, and go on."""
        session = self._screen.session
        if verdict.state is not None:
            state = verdict.state
            self._signed(lambda by: self._decide_measure(item, state, by, text))
        elif verdict.outcome is not None:
            outcome = verdict.outcome
            self._then_on(lambda: decisions.answer(session, item, outcome, text, self._evidence))
        elif verdict is EMPTY:
            self._then_on(lambda: decisions.empty_text(session, item))
        else:
            self._then_on(lambda: decisions.confirm_text(session, item))

    def confirm(self, item: Item) -> None:
        """Confirm what was changed, and go on."""
        session = self._screen.session
        if item.kind is Kind.TEXT:
            self._then_on(lambda: decisions.confirm_text(session, item))
        else:
            self._signed(lambda by: decisions.confirm_changed(session, item, by))

    def write(self, item: Item, text: str) -> None:
        """Store what is typed in a text."""
        self._screen.attempt(lambda: decisions.write_text(self._screen.session, item, text))

    def _decide_measure(self, item: Item, state: EvidenceState, by: str, text: str) -> None:
        ended = state is EvidenceState.ENDED
        change, reason = ("", text) if ended else (text, "")
        decisions.decide_measure(self._screen.session, item, state, by, change=change, reason=reason)

    def _then_on(self, edit: Callable[[], None]) -> None:
        if self._screen.attempt(edit):
            self._screen.go_on()

    # Who confirms

    def _signed(self, edit: Callable[[str], None]) -> None:
        by = self._signer or decisions.signer(self._screen.session)
        if by:
            self._then_on(lambda: edit(by))
        else:
            self._ask(lambda name: self._then_on(lambda: edit(name)))

    def ask_signer(self) -> None:
        """Ask who confirms from now on."""
        self._ask(lambda _: None)

    def _ask(self, then: Callable[[str], None]) -> None:
        def take(name: str | None) -> None:
            if name:
                self._signer = name
                then(name)

        box = AskText(
            "Wer bestätigt?",
            "Welche Stelle oder Person steht für diese Angaben? Das wird nur einmal gefragt.",
            "Weiter",
            example=self._signer or decisions.signer(self._screen.session) or "Büro für Gleichstellung",
        )
        self._screen.app.push_screen(box, take)

    # Choosing

    def offer_all(self, items: Sequence[Item], at: str) -> None:
        """Offer everything to jump to."""
        choices = [
            Choice(
                i.key,
                f"{'✓' if i.decided else '○'} {i.title}",
                self._about(i) + (" · hier sind Sie" if i.key == at else ""),
            )
            for i in items
        ]

        def take(choice: Choice | None) -> None:
            if choice is not None:
                self._screen.jump(choice.value)

        # Beside ✓ and ○ a third sign would ask what it means.
        self._screen.app.push_screen(Chooser("Wiedervorlage", choices, at, marked=False), take)

    def _about(self, item: Item) -> str:
        field = self._screen.session.application.catalogue.fields.get(item.field)
        return f"{field.label if field else 'ganze Bewerbung'} · {item.decided or 'offen'}"

    def replace(self, item: Item) -> None:
        """Ask which measure takes the place of one, and go on."""
        chooser = partial(EvidenceChooser, f"Was ersetzt „{item.title}“?", verb="wählt")
        self._choose(item, chooser, [item.id], lambda successor: self._replace(item, successor))

    def _replace(self, item: Item, successor: str) -> None:
        session = self._screen.session
        self._signed(lambda by: decisions.replace_measure(session, item, by, successor))

    def back(self, item: Item) -> None:
        """Ask for a measure that backs the answer at hand."""
        chooser = partial(EvidenceChooser, f"Maßnahme für „{item.title}“")
        self._choose(item, chooser, self._evidence, lambda evidence: self._back(item, evidence))

    def _back(self, item: Item, evidence: str) -> None:
        self._evidence = [*self._evidence, evidence]
        session = self._screen.session
        due = due_of(session.application, item)
        if due and due.answer and due.answer.state and due.answered == session.cycle:
            state, text = due.answer.state, due.answer.text
            self._screen.attempt(lambda: decisions.answer(session, item, state, text, self._evidence))
        self._screen.show_session()

    def _choose(
        self,
        item: Item,
        chooser: Callable[[Sequence[Candidate]], EvidenceChooser],
        left_out: list[str],
        then: Callable[[str], None],
    ) -> None:
        application = self._screen.session.application
        found = candidates(application, item.field, "", left_out)

        def take(choice: EvidenceChoice | None) -> None:
            if choice is None:
                return
            if choice.evidence:
                then(choice.evidence)
            else:
                self._create(item, choice.new_title, then)

        self._screen.app.push_screen(chooser(found), take)

    def _create(self, item: Item, title: str, then: Callable[[str], None]) -> None:
        session = self._screen.session
        created: list[str] = []
        if self._screen.attempt(lambda: created.append(new_evidence(session, title, field=item.field))):
            then(created[0])
