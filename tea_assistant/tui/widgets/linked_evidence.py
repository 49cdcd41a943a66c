"""The measures that back an activity, with what can be done about them."""

from collections.abc import Sequence

from msgspec import Struct
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from tea_assistant.model.application import Application
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.entry_list import EntryList
from tea_assistant.tui.widgets.steady import Steady


class LinkedMeasure(Struct, frozen=True):
    """A measure as the list shows it."""

    id: str
    title: str
    state: str


def linked_measures(application: Application, evidence_ids: Sequence[str]) -> list[LinkedMeasure]:
    """Return the linked measures; one that the dossier no longer has says so."""
    return [_linked(application, evidence_id) for evidence_id in evidence_ids]


def state_title(application: Application, evidence_id: str) -> str:
    """Say in a word what became of a measure in this round."""
    state = application.dossier.evidence[evidence_id].in_cycle(application.cycle.id).state
    return application.labels.value("evidence", "cycles", "state", state.value) if state else "ohne Stand"


def _linked(application: Application, evidence_id: str) -> LinkedMeasure:
    evidence = application.dossier.evidence.get(evidence_id)
    if evidence is None:
        return LinkedMeasure(evidence_id, evidence_id, "! gibt es nicht")
    return LinkedMeasure(evidence_id, evidence.title or evidence_id, state_title(application, evidence_id))


class LinkedEvidence(Vertical):
    """Lists the linked measures; says what the user wants done with them."""

    DEFAULT_CSS = """
    LinkedEvidence {
        height: auto;
        & > .linked-evidence--heading { height: 1; text-style: bold; }
        & PickList { max-height: 6; background: transparent; }
    }
    """

    class Asked(Message):
        """The user wants something done: `what` is add, new, open or remove."""

        def __init__(self, what: str, evidence: str) -> None:
            super().__init__()
            self.what = what
            self.evidence = evidence
            """The measure under the cursor; empty where there is none."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._rows: list[LinkedMeasure] = []
        self._heading = Steady(classes="linked-evidence--heading", markup=False)
        actions = [("+ verknüpfen", "add"), ("+ neue", "new"), ("öffnen", "open"), ("− lösen", "remove")]
        self.entries = EntryList(self._draw, "Noch keine Maßnahme verknüpft.", actions)

    def compose(self) -> ComposeResult:
        """Put the list under its heading."""
        yield self._heading
        yield self.entries

    def show(self, rows: Sequence[LinkedMeasure]) -> None:
        """Show these measures."""
        self._rows = list(rows)
        count = len(self._rows)
        self._heading.update(plain(f"Maßnahmen ({count})" if count else "Maßnahmen"))
        self.entries.show(count)

    def allow(self, *, edits: bool) -> None:
        """Let the list be edited, or only read."""
        self.entries.set_locked(locked=not edits)

    def focus(self, scroll_visible: bool = True) -> "LinkedEvidence":
        """Put the cursor into the list."""
        self.entries.pick_list.focus(scroll_visible)
        return self

    def _draw(self, key: str, width: int) -> list[Content]:
        row = self._rows[int(key)]
        state = plain(f"  {row.state}", "$text-muted")
        room = max(width - state.cell_length, 8)
        return [plain(row.title).truncate(room, ellipsis=True, pad=True) + state]

    @on(EntryList.Asked)
    def _asked(self, event: EntryList.Asked) -> None:
        event.stop()
        evidence = self._rows[event.index].id if 0 <= event.index < len(self._rows) else ""
        if evidence or event.what in ("add", "new"):
            self.post_message(self.Asked(event.what, evidence))

    @on(EntryList.Moved)
    def _moved(self, event: EntryList.Moved) -> None:
        event.stop()
