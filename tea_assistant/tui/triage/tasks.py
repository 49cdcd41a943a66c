"""What the screen for documents does with a decision: the edits, and the boxes that ask first."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from tea_assistant.errors import TeaError
from tea_assistant.model.layout import evidence_file
from tea_assistant.model.proposal import ProposalKind
from tea_assistant.services.forms.choices import Choice, referable
from tea_assistant.services.triage.items import Item
from tea_assistant.services.triage.pointer import table_number
from tea_assistant.services.triage.triage import Triage
from tea_assistant.tui.inbox_verdicts import Verdict
from tea_assistant.tui.page import TableWanted
from tea_assistant.tui.refusals import for_screens
from tea_assistant.tui.triage import texts as triage_texts
from tea_assistant.tui.triage.triaging import Triaging
from tea_assistant.tui.triage.verdicts import DONE, LATER, LOOK, MERGE, READ, REFUSE, REOPEN, SPLIT
from tea_assistant.tui.widgets.ask_first import AskFirst
from tea_assistant.tui.widgets.chooser import Chooser
from tea_assistant.tui.widgets.confirm_list import ConfirmList
from tea_assistant.tui.widgets.merge_dialog import MergeDialog
from tea_assistant.tui.widgets.split_dialog import SplitDialog, places

if TYPE_CHECKING:
    from tea_assistant.tui.screens.triage import TriageScreen

_OTHER = "item:"
"""Stands before the ids of proposals among the things to merge with."""
_IN_FIGURES = "steht in den Kennzahlen"
_REPLACE_TEXT = (
    "Text ersetzen",
    "An dieser Stelle steht schon ein Text. Soll der neue ihn ersetzen? Strg+Z holt ihn zurück.",
    "Ersetzen",
)
_REPLACE_AWARD = (
    "Auszeichnung ersetzen",
    "Zu dieser Runde steht sie schon anders da. Sollen diese Angaben gelten? Strg+Z holt die alten zurück.",
    "Ersetzen",
)


class TriageTasks:
    """Carries out the decisions of the screen."""

    def __init__(self, screen: "TriageScreen") -> None:
        self._screen = screen

    @property
    def _triaging(self) -> Triaging:
        return self._screen.triaging

    @property
    def _triage(self) -> Triage:
        return self._triaging.triage

    def decide(self, item: Item, verdict: Verdict, text: str) -> None:
        """Let a decision count."""
        if verdict is REFUSE:
            self._then_on(lambda: self._triage.refuse(item, text))
        elif verdict is DONE:
            self._then_on(lambda: self._triage.refuse(item, _IN_FIGURES))
        elif verdict is LATER:
            self._then_on(lambda: self._triage.later(item))
        elif verdict is REOPEN:
            self._attempt(lambda: self._triage.reopen(item))
        elif verdict is MERGE:
            self._ask_partner(item)
        elif verdict is SPLIT:
            self._ask_split(item)
        elif verdict is READ:
            document = self._triage.document_of(item)
            self._screen.post_message(TableWanted(document.path, table_number(document, item.proposal)))
        elif verdict is LOOK:
            self._screen.go(evidence_file(item.evidence))
        else:
            self.accept(item)

    def accept(self, item: Item) -> None:
        """Take a proposal over; where a text would be replaced, ask first."""
        values = self._triaging.drafts.get(item.id)
        if self._triaging.standing_text(item):
            box = AskFirst(*(_REPLACE_AWARD if item.proposal.kind is ProposalKind.AWARD else _REPLACE_TEXT))
            self._screen.ask(box, lambda yes: self._accept(item, values, replace=True) if yes else None)
        else:
            self._accept(item, values)

    def _accept(self, item: Item, values: dict[str, object] | None, *, replace: bool = False) -> None:
        self._then_on(lambda: self._triage.accept(item, values, replace=replace))

    # Merging

    def _ask_partner(self, item: Item) -> None:
        choices = [
            Choice(each.evidence, each.title, f"{triage_texts.likeness(each.score)}: {each.reason}")
            for each in self._triage.candidates(item)
        ]
        for other in self._triage.alike(item):
            told = f"noch nicht entschieden: {self._triage.document_of(other).source.name}"
            choices.append(Choice(f"{_OTHER}{other.id}", triage_texts.title(other.proposal), told))
        known = {choice.value for choice in choices}
        measures = referable(self._screen.session.application, "evidence")
        choices += [Choice(c.value, c.title, "in der Mappe") for c in measures if c.value not in known]
        if choices:
            self._screen.ask(Chooser("Zusammenführen mit", choices), partial(self._take_partner, item))
        else:
            self._screen.notify("In der Mappe ist noch keine Maßnahme, mit der es zusammengehen könnte.")

    def _take_partner(self, item: Item, choice: Choice | None) -> None:
        if choice is None:
            return
        if choice.value.startswith(_OTHER):
            other = self._triage.item(choice.value.removeprefix(_OTHER))
            if other is not None:
                self._join(item, other)
            return
        values = self._triaging.drafts.get(item.id)
        additions = self._triage.additions(item, choice.value, values)
        box = MergeDialog(choice.title, additions)

        def take(names: tuple[str, ...] | None) -> None:
            if names is not None:
                self._then_on(lambda: self._triage.merge(item, choice.value, names, values))

        # The chooser has only just gone.
        self._screen.call_after_refresh(self._screen.ask, box, take)

    def _join(self, item: Item, other: Item) -> None:
        def join() -> None:
            whole = self._triage.join([item, other])
            self._screen.walk.load(self._triage.items)
            self._screen.walk.go_to(whole.id)

        self._attempt(join)

    # Splitting

    def _ask_split(self, item: Item) -> None:
        text = item.proposal.text
        if places(text):
            self._screen.ask(SplitDialog(text), partial(self._take_split, item))
        else:
            self._screen.notify("Das ist nur ein Satz; da gibt es nichts zu teilen.")

    def _take_split(self, item: Item, at: int | None) -> None:
        if at is None:
            return

        def split() -> None:
            first, _ = self._triage.split(item, at)
            self._screen.walk.load(self._triage.items)
            self._screen.walk.go_to(first.id)

        self._attempt(split)

    # All that is certain

    def ask_bulk(self) -> None:
        """Show all that is certain, and take it over if that is confirmed."""
        certain = [item for item in self._triage.certain if item.id not in self._triaging.drafts]
        if not certain:
            self._screen.notify(
                "Kein offener Vorschlag ist so sicher, dass er ungesehen übernommen werden kann."
            )
            return
        fields = self._screen.session.application.catalogue.fields
        things = [
            f"{fields[field].label}: {triage_texts.title(item.proposal)}"
            if (field := item.proposal.action_field) in fields
            else triage_texts.title(item.proposal)
            for item in certain
        ]
        count = "1 Vorschlag" if len(certain) == 1 else f"{len(certain)} Vorschläge"
        question = (
            f"{count} mit sicherem Aktionsfeld, ohne Warnung und ohne ähnliche Maßnahme in der Mappe. "
            "Strg+Z nimmt alles auf einmal zurück."
        )
        box = ConfirmList("Alle sicheren übernehmen", question, things, f"{len(certain)} übernehmen")
        self._screen.ask(box, lambda yes: self._bulk(certain) if yes else None)

    def _bulk(self, certain: list[Item]) -> None:
        if self._attempt(lambda: self._triage.bulk_accept(certain)) and self._screen.item in certain:
            self._screen.go_on()

    # Making the edit

    def _then_on(self, edit: Callable[[], object]) -> None:
        """Make an edit, and go on to the next proposal."""
        if self._attempt(edit):
            self._screen.go_on()

    def _attempt(self, edit: Callable[[], object]) -> bool:
        try:
            edit()
        except TeaError as error:
            self._screen.tell(for_screens(error))
            return False
        finally:
            self._screen.session.seal()
        return True
