"""The right side of an action field: what is asked, what is decided, the text and the measures."""

import asyncio
from collections.abc import Callable

from textual import work
from textual.app import ComposeResult
from textual.containers import Container, Horizontal, VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Button

from tea_assistant.model.application import Application
from tea_assistant.model.source import Path
from tea_assistant.tui.field_entries import EntryKind, FieldEntry
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.decision_bar import DecisionBar
from tea_assistant.tui.widgets.foldable import Foldable
from tea_assistant.tui.widgets.linked_evidence import LinkedEvidence, linked_measures
from tea_assistant.tui.widgets.progress import glyph, stage_style
from tea_assistant.tui.widgets.prose_editor import ProseEditor
from tea_assistant.tui.widgets.prose_preview import ProsePreview
from tea_assistant.tui.widgets.steady import Steady
from tea_assistant.tui.widgets.thread_note import ThreadNote

_REASON = "Ein Satz, warum nicht. Er ist nur für Sie und steht nicht in der Bewerbung."
_KEPT = "Text und Maßnahmen bleiben in der Mappe, stehen aber nicht in der Bewerbung."


class EntryDetail(VerticalScroll):
    """Shows one entry of an action field and lets it be edited."""

    def __init__(self, application: Callable[[], Application], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, can_focus=False)
        self._application = application
        self._previews = 0
        """How often the preview was asked for: only the last time counts."""
        self.decision = DecisionBar(id="decision")
        self.reason = ProseEditor(id="reason", placeholder=_REASON)
        self.statement = ProseEditor(application, id="statement")
        self.preview = ProsePreview(id="preview")
        self.linked = LinkedEvidence(id="linked")
        self._title = Steady(id="entry-title", markup=False)
        self._state = Steady(id="entry-state", markup=False)
        self._question = Steady(id="entry-question", markup=False)
        self.remarks = ThreadNote()
        self.guidance = Foldable("Hinweise", id="entry-guidance")
        self._kept = Steady(_KEPT, id="kept", markup=False)
        self._own = Horizontal(
            Button("Umbenennen", id="rename-own", compact=True),
            Button("Entfernen", id="remove-own", compact=True),
            id="own-buttons",
        )
        self._new = Button("+ Eigene Aktivität anlegen", id="add-own", variant="primary", compact=True)
        self.writing = Container(self.statement, self.preview, id="writing")

    def compose(self) -> ComposeResult:
        """Put what is asked above what is answered."""
        with Horizontal(id="entry-head"):
            yield self._title
            yield self._state
        yield self.remarks
        yield self._question
        yield self.guidance
        yield self.decision
        yield self._own
        yield self._new
        yield self.reason
        yield self._kept
        yield self.writing
        yield self.linked

    def show(self, entry: FieldEntry, application: Application, *, other: bool) -> None:
        """Show an entry; `other` where it is not the one that was shown before."""
        self._title.update(plain(entry.title))
        sign = entry.sign or glyph(entry.stage)
        shown = "" if entry.kind is EntryKind.NEW else f"{sign} {entry.short_word}"
        self._state.update(plain(shown, stage_style(entry.stage)))
        self._question.update(plain(entry.question))
        self._question.display = bool(entry.question)
        self.guidance.show(_guidance(entry))
        self._show_parts(entry)
        self.decision.show(applies=entry.applies)
        self.reason.load(entry.because, other=other)
        self.statement.load(entry.statement, other=other)
        self.linked.show(linked_measures(application, entry.evidence))
        if other:
            self.scroll_home(animate=False)

    def show_preview(self, *, wanted: bool, pause: float = 0) -> None:
        """Show how the text will read, or hide that; after a pause it is drawn unless it is told again."""
        self.preview.display = wanted
        self.writing.set_class(wanted, "-previewed")
        if wanted and self.writing.display:
            self._previews += 1
            self._draw_preview(self._previews, pause)

    # Without a description, Textual would write out its arguments as one.
    @work(description="preview")
    async def _draw_preview(self, number: int, pause: float) -> None:
        if pause:
            await asyncio.sleep(pause)
            if number != self._previews:
                return
        await self.preview.show(self.statement.text, self._application())

    def focus_part(self, entry: FieldEntry, rest: Path) -> None:
        """Put the focus on a value of the entry, or on what has to be answered before."""
        match rest:
            case ("evidence", *_) if self.linked.display:
                self.linked.focus()
            case ("applies", *_) if self.decision.display:
                self.decision.focus()
            case _:
                self.focus_answer(entry)

    def focus_answer(self, entry: FieldEntry) -> None:
        """Put the focus on what is to be answered first: the decision, the reason or the text."""
        if entry.kind is EntryKind.NEW:
            self._new.focus()
        elif entry.applies is None:
            self.decision.focus()
        elif entry.applies is False:
            self.reason.focus()
        else:
            self.statement.focus()

    def allow(self, *, edits: bool) -> None:
        """Let everything be edited, or only read."""
        self.reason.read_only = not edits
        self.statement.read_only = not edits
        self.decision.disabled = not edits
        self.linked.allow(edits=edits)
        for button in (*self._own.query(Button), self._new):
            button.disabled = not edits

    def place_of(self, focused: Widget | None, entry: FieldEntry) -> Path:
        """Return the path of what has the focus."""
        if focused is None or self not in focused.ancestors:
            return entry.path
        if focused is self.decision:
            return (*entry.path, "applies")
        if self.reason in focused.ancestors:
            return (*entry.path, "because")
        if self.linked in focused.ancestors:
            return (*entry.path, "evidence")
        return entry.text_path

    def _show_parts(self, entry: FieldEntry) -> None:
        dropped = entry.applies is False
        asks_text = entry.kind is not EntryKind.NEW
        self.decision.display = entry.kind is EntryKind.CRITERION
        self.reason.display = dropped
        self._kept.display = dropped and bool(entry.statement.strip() or entry.evidence)
        self.writing.display = asks_text and not dropped
        self.linked.display = entry.has_evidence and not dropped
        self._own.display = entry.kind is EntryKind.OWN
        self._new.display = entry.kind is EntryKind.NEW


def _guidance(entry: FieldEntry) -> Content:
    lines = []
    if entry.guidance:
        lines.append(plain(entry.guidance))
    if entry.good_evidence:
        lines.append(plain("Gute Nachweise: ", "bold") + plain(entry.good_evidence))
    if lines and not entry.official:
        lines.append(plain("Der Wortlaut ist erschlossen, nicht amtlich.", "italic"))
    return Content("\n").join(lines)
