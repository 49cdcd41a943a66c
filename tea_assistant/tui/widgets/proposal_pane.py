"""What a proposal would become: every value under its label, with how sure it is on top."""

from collections.abc import Iterator, Sequence

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from tea_assistant.figures.german import plain_number_text
from tea_assistant.model.proposal import ProposalKind
from tea_assistant.services.session import Session
from tea_assistant.services.triage.items import Candidate, Item
from tea_assistant.tui.plain import plain
from tea_assistant.tui.triage import texts as triage_texts
from tea_assistant.tui.triage.forms import plans_of
from tea_assistant.tui.triage.triaging import Triaging

_LEGEND = "−so− ist weggefallen, +so+ ist dazugekommen"


class ProposalPane(VerticalScroll, can_focus=False):
    """Shows one proposal as the form that it would fill in."""

    DEFAULT_CSS = """
    ProposalPane {
        scrollbar-size-vertical: 1;
        & > Static { height: auto; }
        & > .proposal-pane--title { text-style: bold; }
        & > .proposal-pane--sure { margin-bottom: 1; }
        & > .proposal-pane--earlier { margin-bottom: 1; padding-left: 1; border-left: thick $warning; }
    }
    """

    def compose(self) -> ComposeResult:
        """Put what is to be looked at above the values."""
        yield Static(classes="proposal-pane--title", markup=False)
        yield Static(classes="proposal-pane--sure", markup=False)
        yield Static(classes="proposal-pane--earlier", markup=False)
        yield Static(classes="proposal-pane--values", markup=False)

    def show(self, triaging: Triaging, item: Item, candidates: Sequence[Candidate]) -> None:
        """Show a proposal as it stands now."""
        heading, sure, earlier, values = self.query(Static)
        known = triaging.values(item)
        # Of what a jury or an application says, the text is all there is.
        is_figure = item.proposal.kind is ProposalKind.FIGURE
        named = item.proposal.title if is_figure else str(known.get("title") or "")
        heading.update(plain(named))
        heading.display = bool(named)
        changed = [plain("✎ von Ihnen geändert, noch nicht übernommen", "bold $text-warning")]
        lines = [*triage_texts.how_sure(item), *(changed if item.id in triaging.drafts else [])]
        if item.state.waits:
            lines += triage_texts.alike(candidates)
        sure.update(Content("\n").join(lines))
        sure.display = bool(lines)
        earlier.display = item.earlier is not None
        if item.earlier is not None:
            told = plain(f"Hat sich geändert; damals {item.earlier.state.word}.  ", "bold $text-warning")
            legend = plain(f"{_LEGEND}\n", "$text-muted", lines=True)
            earlier.update(told + legend + triage_texts.differences(item.earlier.text, item.proposal.text))
        values.update(Content("\n").join(_values(triaging, item)))
        self.scroll_home(animate=False)


def _values(triaging: Triaging, item: Item) -> Iterator[Content]:
    session: Session = triaging.session
    if item.proposal.kind is ProposalKind.FIGURE:
        yield from _figure(triaging, item)
        return
    known = triaging.values(item)
    if standing := triaging.standing_text(item):
        is_award = item.proposal.kind is ProposalKind.AWARD
        there = "Dort steht es schon anders" if is_award else "Dort steht schon ein Text"
        yield plain(f"{there}. Übernehmen ersetzt das, nach einer Rückfrage:", "bold $text-warning")
        if is_award:
            yield plain(standing, lines=True)
        else:
            yield triage_texts.differences(standing, str(known.get("text", "")))
        yield Content()
    # The title stands on top.
    plans = [plan for plan in plans_of(session, item.proposal.kind) if plan.path != ("title",)]
    yield from triage_texts.values(plans, known, session.application)


def _figure(triaging: Triaging, item: Item) -> Iterator[Content]:
    proposal = item.proposal
    if not proposal.results:
        told = "Aus Tabellen übernimmt „Kennzahlen einlesen“: Dort sehen Sie jede Zelle, bevor sie zählt."
        yield plain(told)
    indicator = triaging.session.application.catalogue.indicators.get(proposal.indicator)
    for result in proposal.results:
        yield plain(result.text, lines=True)
        yield plain("Kennzahl: ", "$text-accent") + plain(indicator.title if indicator else "– nicht erkannt")
        yield plain("Runde: ", "$text-accent") + plain(proposal.cycle or "– nicht erkannt")
        if result.value is not None:
            number = plain_number_text(result.value)
            yield plain("Wert: ", "$text-accent") + plain(f"{number} {result.unit}".rstrip())
    if pointer := triaging.triage.pointer(item):
        yield plain("Auf der Befehlszeile: ", "$text-muted") + plain(pointer)
