"""Going through documents: the place in the source beside what would become of it, decided one by one."""

from collections.abc import Mapping, Sequence
from pathlib import Path as FilePath
from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from tea_assistant.errors import TeaError
from tea_assistant.model.layout import evidence_file
from tea_assistant.model.source import Path
from tea_assistant.services.forms.choices import Choice
from tea_assistant.services.triage.items import Item
from tea_assistant.services.triage.reading import Reading
from tea_assistant.tui.deciding_page import CHOOSE, DecidingPage
from tea_assistant.tui.inbox_verdicts import Verdict
from tea_assistant.tui.keys import Command
from tea_assistant.tui.plain import plain
from tea_assistant.tui.refusals import explained
from tea_assistant.tui.triage import texts as triage_texts
from tea_assistant.tui.triage.commands import COMMANDS, HELP_TEXT
from tea_assistant.tui.triage.tasks import TriageTasks
from tea_assistant.tui.triage.triaging import Triaging
from tea_assistant.tui.triage.verdicts import CHANGE, LATER, NAMES, OPENING, offered, verdict
from tea_assistant.tui.triage.walk import Shown, TriageWalk
from tea_assistant.tui.widgets.answer_line import AnswerLine
from tea_assistant.tui.widgets.chooser import Chooser
from tea_assistant.tui.widgets.draft_pane import DraftPane
from tea_assistant.tui.widgets.pick_list import PickList
from tea_assistant.tui.widgets.proposal_pane import ProposalPane
from tea_assistant.tui.widgets.reading_box import ReadingBox
from tea_assistant.tui.widgets.reading_told import ReadingTold
from tea_assistant.tui.widgets.source_pane import SourcePane, place_of
from tea_assistant.tui.widgets.source_picker import SourcePicker
from tea_assistant.tui.widgets.triage_empty import TriageEmpty
from tea_assistant.tui.widgets.triage_head import TriageHead
from tea_assistant.tui.widgets.verdict_bar import VerdictBar

if TYPE_CHECKING:
    from tea_assistant.tui.app import TeaApp


class TriageScreen(DecidingPage):
    """Shows one proposal beside its source, and takes the decision."""

    CSS_PATH = "triage.tcss"
    HEADING = "Dokumente einlesen"
    PANES: ClassVar[Mapping[str, int]] = {"triage-list": 100, "triage-side-source": 100}
    HELP_TEXT = HELP_TEXT
    COMMANDS: ClassVar[tuple[Command, ...]] = COMMANDS
    OPENING = OPENING
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("tab", "other_side", show=False),
        # The footer names keys in capitals.
        Binding("A", "bulk", show=False),
        # Where the keyboard has no umlauts.
        Binding("j", "choose('j')", show=False),
        Binding("u", "choose('u')", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._shown: Item | None = None
        self._draft = DraftPane(self, id="triage-draft")
        self._tasks = TriageTasks(self)

    def compose(self) -> ComposeResult:
        """Put the list, the source and the proposal above the decision."""
        yield TriageHead(id="triage-head")
        yield TriageEmpty(id="triage-empty")
        with Horizontal(id="triage-body"):
            yield PickList(self._draw, row_height=2, id="triage-list")
            with Vertical(id="triage-side-source"):
                yield Static(classes="triage--side", id="triage-source-name", markup=False)
                yield SourcePane(id="triage-source")
            with Vertical(id="triage-side-proposal"):
                yield Static(classes="triage--side", id="triage-proposal-name", markup=False)
                yield ProposalPane(id="triage-proposal")
                yield self._draft
        with Vertical(id="triage-decision"):
            yield Static(CHOOSE, id="triage-hint", markup=False)
            yield VerdictBar()
            yield AnswerLine()

    @property
    def triaging(self) -> Triaging:
        """What is open in this window."""
        app = cast("TeaApp", self.app)
        if app.triaging is None or app.triaging.session is not self.session:
            app.triaging = Triaging(self.session)
        return app.triaging

    @property
    def walk(self) -> TriageWalk:
        """Where one is."""
        return self.triaging.walk

    @property
    def item(self) -> Item | None:
        """The proposal at hand."""
        return self.walk.item

    @property
    def is_changing(self) -> bool:
        """Whether the form is open."""
        return self._draft.item is not None

    @property
    def place(self) -> tuple[str, Path]:
        """What became of the proposal at hand, where it became something."""
        item = self.item
        return (evidence_file(item.evidence), ()) if item and item.evidence else ("", ())

    @property
    def _list(self) -> PickList:
        return self.query_one("#triage-list", PickList)

    # What is shown

    def show_session(self) -> None:
        """Show the proposals as they stand now."""
        self.walk.load(self.triaging.triage.items)
        self._draft.show_session()
        self.show()

    def show(self) -> None:
        """Show the proposal at hand."""
        item, before = self.item, self._shown
        self._shown = item
        other = (item.id if item else "") != (before.id if before else "")
        if other:
            self._close_draft()
            self.choose(None)
        self._list.show([each.id for each in self.walk.shown], at=item.id if item else "")
        self._list.refresh()
        self._show_parts(item)
        if item is not None:
            self._show_item(item, anew=other or item != before)
        self.show_verdicts()
        if other and not self._list.has_focus:
            (self.bar if item else self.query_one(TriageEmpty).choices).focus()
        self.refresh_bindings()

    def _show_parts(self, item: Item | None) -> None:
        counts = self.triaging.triage.counts
        self.query_one("#triage-head").display = counts.total > 0
        self.query_one("#triage-body").display = item is not None
        self.query_one("#triage-decision").display = item is not None and not self.is_changing
        empty = self.query_one(TriageEmpty)
        empty.display = item is None
        if item is None:
            empty.show(self.triaging)
        kind, place = "", ""
        if item is not None:
            number = f"{self.walk.number} von {len(self.walk.shown)}"
            narrowed = "" if self.walk.filter is Shown.OPEN else f" (nur: {self.walk.filter.word})"
            kind = f"{NAMES[item.proposal.kind]} {number}{narrowed}"
            document = self.triaging.triage.document_of(item).source.name
            place = ", ".join(filter(None, (document, place_of(item.proposal))))
        self.query_one(TriageHead).show(counts, kind, place)

    def _show_item(self, item: Item, *, anew: bool) -> None:
        triage = self.triaging.triage
        if anew:
            self.query_one(SourcePane).show(triage.document_of(item), item.proposal)
        candidates = triage.candidates(item) if item.state.waits else ()
        self.query_one(ProposalPane).show(self.triaging, item, candidates)
        self.query_one(ProposalPane).display = not self.is_changing
        on_source = self.has_class("-source")
        for name, title, active in (
            ("#triage-source-name", "Im Dokument", on_source),
            ("#triage-proposal-name", "Was daraus wird", not on_source),
        ):
            line = self.query_one(name, Static)
            other = "" if self.is_changing else "  Tab: Vorschlag" if on_source else "  Tab: Dokument"
            line.update(
                plain(f"{'▸ ' if active else '  '}{title}") + plain(other if active else "", "$text-muted")
            )
            line.set_class(active, "-active")

    def show_verdicts(self) -> None:
        """Show what can be decided about the proposal at hand."""
        item = self.item
        if item is None:
            return
        self.bar.offer(offered(item), self.chosen)
        line = self.query_one("#triage-hint", Static)
        line.update(plain(self.hint, "$text-muted"))
        line.display = bool(self.hint)

    def _draw(self, key: str, width: int) -> Sequence[Content]:
        del width
        item = self.triaging.triage.item(key)
        return triage_texts.row(item, self.session.application) if item else ()

    # Choosing

    def action_choose(self, key: str) -> None:
        """Choose a decision by its key; to put off decides nothing, so it happens at once."""
        item = self.item
        chosen = verdict(item, key) if item else None
        if item is None or chosen is None:
            return
        if chosen is LATER:
            self._tasks.decide(item, LATER, "")
        else:
            self.choose(chosen)

    def settle(self, chosen: Verdict, text: str) -> None:
        """Let a decision count, or open the form."""
        item = self.item
        if item is None:
            return
        if chosen is CHANGE:
            self.choose(None)
            self._draft.open(self.triaging, item)
            self.remove_class("-source")
            self.show()
        else:
            if chosen in OPENING:
                self.choose(None)
            self._tasks.decide(item, chosen, text)

    def go_on(self) -> None:
        """Show the next proposal, after a decision."""
        self.choose(None)
        self.walk.decided(self.triaging.triage.items)
        self.remove_class("-source")
        self.show()

    # Changing

    def commit(self) -> None:
        """Keep what is being typed."""
        self._draft.commit()

    def action_finish(self) -> None:
        """Take over what stands in the form, and go on."""
        item = self.item
        if item is not None and self.is_changing:
            self._close_draft()
            self.show()
            self._tasks.accept(item)

    def _close_draft(self) -> None:
        if self.is_changing:
            self._draft.close()
            self.bar.focus()

    async def action_leave(self) -> None:
        """Leave the form, the line, the list, or the screen."""
        if self.is_changing:
            self._close_draft()
            self.show()
        elif self.chosen is not None:
            self.choose(None)
        elif self._list.has_focus:
            self.action_list()
        else:
            await self.run_action("app.back")

    # Moving about

    def action_step(self, by: int) -> None:
        """Look at the proposal before or after."""
        self.walk.step(by)
        self.show()

    def action_other_side(self) -> None:
        """Turn to the source, or back to the proposal; in the form, go to the next field."""
        if self.is_changing or self.item is None or self.line.display:
            self.focus_next()
        else:
            self.toggle_class("-source")
            self.show()
            self.query_one(SourcePane).point()

    def action_scroll(self, by: int) -> None:
        """Scroll the side at hand."""
        pane = self.query_one(SourcePane if self.has_class("-source") else ProposalPane)
        pane.scroll_to(y=pane.scroll_y + by, animate=False)

    def action_list(self) -> None:
        """Go to the list, or back from it."""
        to_list = not self._list.has_focus
        self.set_class(to_list, "-list")
        self.call_after_refresh((self._list if to_list else self.bar).focus)

    @on(PickList.Highlighted, "#triage-list")
    def _highlight(self, event: PickList.Highlighted) -> None:
        event.stop()
        if self._list.has_focus and (self.item is None or event.key != self.item.id):
            self.walk.go_to(event.key)
            self.show()

    @on(PickList.Chosen, "#triage-list")
    def _open_row(self, event: PickList.Chosen) -> None:
        event.stop()
        self.walk.go_to(event.key)
        self.remove_class("-list")
        self.bar.focus()
        self.show()

    def action_filter(self) -> None:
        """Ask which proposals to go through."""
        choices = [
            Choice(each.value, f"{each.word[:1].upper()}{each.word[1:]} ({count})")
            for each in Shown
            if (count := self.walk.count(each)) or each in (Shown.OPEN, Shown.ALL)
        ]
        self.ask(Chooser("Welche Vorschläge?", choices, self.walk.filter.value), self._narrow)

    def _narrow(self, choice: Choice | None) -> None:
        if choice is not None:
            self.walk.show(Shown(choice.value))
            self.show()

    def action_bulk(self) -> None:
        """Offer to take over all that is certain."""
        self._tasks.ask_bulk()

    # Reading

    def action_pick(self) -> None:
        """Ask for documents."""
        self.ask(SourcePicker(self.session.root.parent), self.take_paths)

    def take_paths(self, paths: tuple[FilePath, ...] | None) -> None:
        """Read what was picked."""
        if paths:
            # The box that asked has only just gone.
            self.call_after_refresh(self.read, paths)

    def read(self, paths: Sequence[FilePath]) -> None:
        """Read documents, and begin with what they propose."""
        self.ask(ReadingBox(paths, self.session.application), self._take_in)

    def _take_in(self, outcome: Reading | TeaError | None) -> None:
        """Begin with what was read, or say why it could not be."""
        if outcome is None:
            return
        if isinstance(outcome, TeaError):
            self.notify(explained(outcome), severity="error", markup=False, timeout=15)
            return
        self.triaging.add(outcome)
        self.show_session()
        # The box that read has only just gone.
        self.call_after_refresh(self.tell_of, outcome)

    def tell_of(self, reading: Reading) -> None:
        """Say what was read, before one begins."""
        self.ask(ReadingTold(reading), lambda _: None)

    @on(TriageEmpty.Wanted)
    async def _begin(self, event: TriageEmpty.Wanted) -> None:
        event.stop()
        await self.run_action(event.action)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let keys mean something only where it fits."""
        match action:
            case "choose":
                return self._can_choose and self._offers(str(parameters[0]))
            case "decide":
                return self._can_choose
            case "finish":
                return self.is_changing
            case "step" | "scroll" | "list" | "bulk":
                return self.item is not None and not self.is_changing and not self.line.display
            case "filter":
                return bool(self.walk.items) and not self.is_changing
        return super().check_action(action, parameters)

    @property
    def _can_choose(self) -> bool:
        # While words are asked for, a letter that comes too early must not choose something else.
        return self.item is not None and not self.is_changing and not self.line.display

    def _offers(self, key: str) -> bool:
        return self.item is not None and verdict(self.item, key) is not None
