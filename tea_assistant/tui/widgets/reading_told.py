"""What came of reading documents: how much each proposes, and what a person should know of it."""

from collections import Counter
from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from tea_assistant.model.proposal import Proposal
from tea_assistant.services.triage.reading import Reading
from tea_assistant.tui.plain import plain
from tea_assistant.tui.triage.verdicts import NAMES, PLURALS
from tea_assistant.tui.widgets.dialog import Dialog


class ReadingTold(Dialog[None]):
    """Tells once what was read; then one begins."""

    DEFAULT_CSS = """
    ReadingTold {
        & VerticalScroll { height: auto; max-height: 16; }
        & VerticalScroll Static { height: auto; }
    }
    """

    def __init__(self, reading: Reading) -> None:
        super().__init__()
        self._reading = reading

    def compose(self) -> ComposeResult:
        """Put the documents above the button."""
        with Vertical(classes="dialog--box") as box:
            box.border_title = plain("Eingelesen")
            with VerticalScroll(can_focus=False):
                yield Static(Content("\n").join(_told(self._reading)), markup=False)
            with Horizontal(classes="dialog--buttons"):
                yield Button("Beginnen", id="done", variant="primary", compact=True)

    @on(Button.Pressed)
    def _begin(self) -> None:
        self.action_leave()


def _told(reading: Reading) -> Iterator[Content]:
    for read in reading.documents:
        yield plain(read.source.name, "bold")
        yield plain(f"  {counted(read.proposals) or 'Kein Vorschlag.'}")
        yield from (plain(f"  ! {remark}", "$text-muted") for remark in read.source.remarks)
    yield from (plain(f"✗ {remark}", "$text-warning") for remark in reading.remarks)


def counted(proposals: tuple[Proposal, ...]) -> str:
    """Say how many proposals of each kind there are."""
    counts = Counter(proposal.kind for proposal in proposals)
    said = [f"{n} {NAMES[kind] if n == 1 else PLURALS[kind]}" for kind in NAMES if (n := counts[kind])]
    return ", ".join(said)
