"""The overview: how far the application is, and where to go on."""

from datetime import datetime
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from tea_assistant.checks.items import Item
from tea_assistant.model.passages import Passage, passage
from tea_assistant.services.progress import percent
from tea_assistant.tui import wording
from tea_assistant.tui.import_notice import import_notice
from tea_assistant.tui.named_keys import keyed
from tea_assistant.tui.page import Page
from tea_assistant.tui.page_words import longest_passages, total_note, total_pages
from tea_assistant.tui.part_rows import part_rows
from tea_assistant.tui.plain import plain
from tea_assistant.tui.renewal_notice import renewal_notice
from tea_assistant.tui.request_notice import request_notice
from tea_assistant.tui.review.notice import review_notice
from tea_assistant.tui.severity import counts
from tea_assistant.tui.widgets.parts_tree import PartsTree
from tea_assistant.tui.widgets.pick_list import PickList
from tea_assistant.tui.widgets.progress import drawn_bar

_NEXT = 5
_RECENT = 5
_BAR, _SHORT_BAR = 14, 8
_WIDE = 100
_LONGEST = 5


class OverviewScreen(Page):
    """Shows the parts of the application, the next gaps, the findings and what was changed last."""

    CSS_PATH = "overview.tcss"
    HEADING = "Übersicht"
    HELP_TEXT = """
Hier sehen Sie, wie weit die Bewerbung ist.

- **Teile der Bewerbung**: Enter öffnet einen Teil, die Pfeiltasten rechts und links klappen ihn auf und zu.
  ✓ heißt fertig, ◐ begonnen, ○ offen; » 2 dahinter: zwei Anmerkungen der Prüfung sind offen.
- **Als Nächstes**: die nächsten fünf offenen Stellen. Die Tasten 1 bis 5 führen direkt dorthin.
- **Was es schon gibt**: Strg+O liest Dokumente ein und geht mit Ihnen durch, was darin steht.
- **Befunde**: was die Prüfung an der Mappe auszusetzen hat.
- **Umfang**: wie viele Seiten das PDF hat, und jeder Teil neben seinem Richtwert. Ist es zu viel (▲), stehen
  hier die längsten Stellen; Enter führt hin.

Fertig heißt: Es steht etwas da. Ob es gut ist, sagen die Befunde.
"""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+o", "app.open('triage')", show=False),
        *(Binding(str(number), f"gap({number})", show=False) for number in range(1, _NEXT + 1)),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._gaps: dict[str, Item] = {}
        self._recent: dict[str, datetime] = {}
        self._longest: dict[str, tuple[Passage, str]] = {}

    def compose(self) -> ComposeResult:
        """Lay out the parts beside what comes next."""
        with Horizontal(id="overview-head"):
            yield Static(id="deadline")
            yield Static(id="overall")
        with VerticalScroll(id="overview-body", can_focus=False):
            with Vertical(id="parts-pane"):
                yield Static("Teile der Bewerbung", classes="section", id="parts-title")
                yield PartsTree(id="parts")
            with Vertical(id="next-pane"):
                yield Static("Als Nächstes", classes="section")
                yield PickList(
                    self._draw_gap, empty="Nichts mehr offen: Alle Teile sind ausgefüllt.", id="gaps"
                )
                yield Static("Was es schon gibt", classes="section", id="import-title")
                yield Button(id="import", compact=True)
                yield Static("Wiedervorlage", classes="section", id="renewal-title")
                yield Button(id="renewal", compact=True)
                yield Static("Anfragen", classes="section", id="asked-title")
                yield Button(id="asked", compact=True)
                yield Static("Prüfung", classes="section", id="review-title")
                yield Button(id="review", compact=True)
                yield Static("Befunde", classes="section")
                yield Button(id="counts", compact=True)
                yield Static("Umfang", classes="section", id="length-title")
                yield Static(id="length")
                yield PickList(self._draw_longest, id="longest")
                yield Static("Zuletzt geändert", classes="section", id="recent-title")
                yield PickList(self._draw_recent, empty="Noch nichts gespeichert.", id="recent")

    def on_mount(self) -> None:
        """Begin at the top: the first focus scrolls while nothing has its height yet."""
        self.call_after_refresh(self.query_one("#overview-body").scroll_home, animate=False)

    def show_session(self) -> None:
        """Show how far everything is now."""
        session = self.session
        left = keyed(self, wording.sentence(wording.deadline(session)))
        self.query_one("#deadline", Static).update(plain(left))
        self._gaps = {str(n): gap for n, gap in enumerate(session.completeness.gaps()[:_NEXT], start=1)}
        self.query_one("#gaps", PickList).show(tuple(self._gaps))
        self.show_findings()
        self._show_renewal()
        self._recent = dict(session.recent(_RECENT))
        self.query_one("#recent", PickList).show(tuple(self._recent))
        self.show_pages()

    def show_findings(self) -> None:
        """Show how many findings there are."""
        told = counts(self.findings.counts) if self.findings else plain("wird geprüft …", "$text-muted")
        self.query_one("#counts", Button).label = told

    def show_pages(self) -> None:
        """Show how far and how long the whole and each part are."""
        application, problem = self.session.application, self.page_problem
        self._show_overall()
        self.query_one(PartsTree).show(part_rows(self.session))
        told = plain(problem, "$text-muted") if problem else total_note(application)
        self.query_one("#length", Static).update(told)
        self._longest = {
            section: (found, pages)
            for section, pages in longest_passages(application, _LONGEST)
            if (found := passage(application, section))
        }
        self.query_one("#longest", PickList).show(tuple(self._longest))
        for name in ("#length-title", "#length"):
            self.query_one(name).display = bool(told)
        self.query_one("#longest").display = bool(self._longest)

    def on_resize(self) -> None:
        """Draw the bar as long as there is room."""
        self._show_overall()

    def _show_overall(self) -> None:
        overall, wide = self.session.completeness.overall, self.app.size.width >= _WIDE
        pages = total_pages(self.session.application, "Seiten" if wide else "S.")
        drawn = drawn_bar(overall, _BAR if wide or not pages else _SHORT_BAR)
        drawn += Content(f"  {percent(overall)}{' ausgefüllt' if wide or not pages else ''}")
        self.query_one("#overall", Static).update(
            drawn + Content("  ·  " if wide else " · ") + pages if pages else drawn
        )

    def _show_renewal(self) -> None:
        notices = {"renewal": renewal_notice(self.session), "asked": request_notice(self.session)}
        notices["review"] = review_notice(self.session)
        notices["import"] = import_notice(self.session)
        for name, notice in notices.items():
            for part in (f"#{name}-title", f"#{name}"):
                self.query_one(part).display = notice is not None
            if notice:
                self.query_one(f"#{name}", Button).label = plain(keyed(self, notice.text))

    def _draw_gap(self, key: str, width: int) -> list[Content]:
        gap = self._gaps[key]
        field = self.session.application.catalogue.fields.get(gap.part)
        part = field.label if field else ""
        number = Content.styled(f" {key} ", "bold $accent")
        title = plain(gap.title)
        where = plain(part, "$text-muted")
        room = width - title.cell_length - 6
        return [
            number + Content(" ") + title + Content("  ") + where
            if part and room > 6
            else number + Content(" ") + title
        ]

    def _draw_longest(self, key: str, width: int) -> list[Content]:
        found, pages = self._longest[key]
        room = max(width - len(pages) - 3, 8)
        title = plain(found.title).truncate(room, ellipsis=True, pad=True)
        return [Content(" ") + title + plain(f" {pages} ", "$text-muted")]

    def _draw_recent(self, key: str, width: int) -> list[Content]:
        when = wording.moment(self._recent[key], self.session.today())
        title = plain(wording.short_title(self.session.application, key))
        room = max(width - len(when) - 3, 8)
        return [
            Content(" ") + title.truncate(room, ellipsis=True, pad=True) + plain(f" {when} ", "$text-muted")
        ]

    @on(PartsTree.Chosen)
    def open_part(self, event: PartsTree.Chosen) -> None:
        """Go to the part or the thing that was chosen."""
        self.go(event.row.file, event.row.path)

    @on(PickList.Chosen, "#gaps")
    def open_gap(self, event: PickList.Chosen) -> None:
        """Go to a gap."""
        gap = self._gaps[event.key]
        self.go(gap.file, gap.path)

    @on(PickList.Chosen, "#longest")
    def open_passage(self, event: PickList.Chosen) -> None:
        """Go to one of the longest passages."""
        found, _ = self._longest[event.key]
        self.go(found.file, found.path)

    @on(PickList.Chosen, "#recent")
    def open_recent(self, event: PickList.Chosen) -> None:
        """Go to a file that was changed."""
        self.go(event.key)

    @on(Button.Pressed, "#counts")
    async def open_findings(self) -> None:
        """Show the findings."""
        await self.run_action("app.open('findings')")

    @on(Button.Pressed, "#import")
    async def open_documents(self) -> None:
        """Read documents, or go on with what was begun."""
        await self.run_action("app.open('triage')")

    @on(Button.Pressed, "#renewal")
    async def open_renewal(self) -> None:
        """Go to what is left to decide, or to the next round."""
        if notice := renewal_notice(self.session):
            await self.run_action(notice.action)

    @on(Button.Pressed, "#asked")
    async def open_requests(self) -> None:
        """Go to the answers that wait, or to the requests."""
        if notice := request_notice(self.session):
            await self.run_action(notice.action)

    @on(Button.Pressed, "#review")
    async def open_review(self) -> None:
        """Go to the comments of the reviewers, or review."""
        if notice := review_notice(self.session):
            await self.run_action(notice.action)

    def action_gap(self, number: int) -> None:
        """Go to one of the next gaps."""
        if gap := self._gaps.get(str(number)):
            self.go(gap.file, gap.path)
