"""What came of the inbox, and where to go on."""

from collections import Counter
from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tea_assistant.services.inbox.inbox import Item, open_items
from tea_assistant.services.session import Session
from tea_assistant.tui.inbox_verdicts import PLURALS
from tea_assistant.tui.named_keys import keyed
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.pick_list import PickList

_AGAIN = "again"


class InboxSummary(VerticalScroll, can_focus=False):
    """Counts what was decided, and offers the next steps."""

    DEFAULT_CSS = """
    InboxSummary {
        padding: 1 2;
        display: none;
        & > Static { height: auto; margin-bottom: 1; }
        & > PickList { background: $background; }
    }
    """

    class Again(Message):
        """The user wants to go through what is open."""

    class Wanted(Message):
        """The user wants to go on elsewhere: an action of the app."""

        def __init__(self, action: str) -> None:
            super().__init__()
            self.action = action

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's name)
        super().__init__(id=id)
        self._said = Static(markup=False)
        self._steps: dict[str, str] = {}
        self.choices = PickList(self._draw)

    def compose(self) -> ComposeResult:
        """Put the counts above the next steps."""
        yield self._said
        yield Static("Wie es weitergeht", markup=False)
        yield self.choices

    def show(self, session: Session, items: Sequence[Item]) -> None:
        """Show what came of it."""
        self._said.update(Content("\n").join(_said(session, items)))
        self._steps = _steps(session, items)
        self.choices.show(list(self._steps))

    def _draw(self, key: str, width: int) -> list[Content]:
        del width
        return [plain("→ ", "$accent") + plain(keyed(self, self._steps[key]))]

    @on(PickList.Chosen)
    def _chosen(self, event: PickList.Chosen) -> None:
        event.stop()
        self.post_message(self.Again() if event.key == _AGAIN else self.Wanted(event.key))


def _said(session: Session, items: Sequence[Item]) -> list[Content]:
    if not items:
        renews = session.application.cycle.renews
        why = (
            f"Aus der Runde {renews} ist nichts übernommen, das zu entscheiden wäre."
            if renews
            else f"Die Runde {session.cycle} schließt an keine frühere an. Hier ist nichts zu entscheiden."
        )
        return [plain(why)]
    left = open_items(items)
    head = (
        f"Noch offen: {len(left)} von {len(items)}."
        if left
        else f"Alles entschieden: {len(items)} von {len(items)}."
    )
    lines = [plain(head, "bold"), Content()]
    counts = Counter((item.kind, item.decided or "offen") for item in items)
    for kind, name in PLURALS.items():
        said = [f"{number} {_several(number, word)}" for (of, word), number in counts.items() if of is kind]
        if said:
            lines.append(plain(f"{name}: ", "$text-muted") + plain(", ".join(said)))
    return lines


def _several(number: int, word: str) -> str:
    """Put the one verb among the decisions into the plural."""
    return "laufen" if number > 1 and word == "läuft" else word


def _steps(session: Session, items: Sequence[Item]) -> dict[str, str]:
    steps = {_AGAIN: "Noch einmal durch, was offen ist"} if open_items(items) else {}
    if items and session.application.figures is None:
        steps["app.open('figures')"] = "Kennzahlen zum neuen Stichtag eintragen"
    steps |= {"app.next_gap": "Zur nächsten Lücke der Bewerbung (F8)"} if items else {}
    steps |= (
        {"app.open('progress')": "Ansehen, was sich seit der letzten Runde geändert hat"} if items else {}
    )
    steps["app.open('renew')"] = "Neue Runde beginnen"
    steps["app.open('overview')"] = "Zur Übersicht (F2)"
    if items:
        del steps["app.open('renew')"]
    return steps
