"""The findings: what the checks see, where it is, and why it matters."""

from collections.abc import Callable, Mapping
from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Tab, Tabs

from tea_assistant.checks.registry import rule
from tea_assistant.errors import TeaError
from tea_assistant.model.finding import Finding
from tea_assistant.services.acceptance import accept, withdraw
from tea_assistant.services.forms.choices import Choice
from tea_assistant.services.progress import severity_name
from tea_assistant.services.report.page import write_page
from tea_assistant.tui import severity, wording
from tea_assistant.tui.finding_list import Filter, View, chosen, label, part_label
from tea_assistant.tui.keys import Command
from tea_assistant.tui.page import Page
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.ask_text import AskText
from tea_assistant.tui.widgets.chooser import Chooser
from tea_assistant.tui.widgets.finding_detail import FindingDetail
from tea_assistant.tui.widgets.grouped_list import GroupedList
from tea_assistant.tui.widgets.pick_list import PickList
from tea_assistant.tui.widgets.search_line import SearchLine

_ALL_PARTS = Choice("*", "Alle Teile")


class FindingsScreen(Page):
    """Lists the findings; each leads to the value that it is about."""

    CSS_PATH = "findings.tcss"
    HEADING = "Befunde"
    HELP_TEXT = """
Die Prüfung sieht bei jeder Änderung die ganze Mappe durch. **Fehler** machen die Bewerbung falsch oder
unlesbar, **Warnungen** zeigen, wo etwas fehlt oder schwach ist, **Hinweise**, was noch besser ginge.

Enter springt zu der Stelle, um die es geht. Die Pfeiltasten rechts und links wechseln zwischen Fehlern,
Warnungen und Hinweisen; mit / suchen Sie.

Soll ein Befund so bleiben, nehmen Sie ihn mit einer Begründung **hin**. Er steht dann in einer eigenen
Liste und lässt sich dort wieder hervorholen.

Für alle, die das Programm nicht haben, schreibt **Bericht** eine Webseite neben die Dokumente: mit allen
Befunden, Nachweisen, Anmerkungen und Freigaben, und was sich seit dem letzten Bericht geändert hat.
"""
    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("search_findings", "slash", "search", "Filtern", "Sucht in den Befunden.", in_footer=True),
        Command(
            "choose_part", "t", "choose_part", "Teil", "Zeigt nur die Befunde eines Teils.", in_footer=True
        ),
        Command(
            "accept",
            "h",
            "accept",
            "Hinnehmen",
            "Nimmt den Befund mit einer Begründung hin, oder hebt das auf.",
        ),
        Command(
            "report",
            "b",
            "report",
            "Bericht",
            "Schreibt den Bericht als Webseite für Menschen ohne das Programm.",
            in_footer=True,
        ),
        Command(
            "copy_findings", "k", "copy_findings", "Kopieren", "Kopiert die Liste als Tabelle für Excel."
        ),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "view(1)", show=False),
        Binding("left", "view(-1)", show=False),
    ]
    PANES: ClassVar[Mapping[str, int]] = {"findings": 100}

    def __init__(self) -> None:
        super().__init__()
        self._filter = Filter()
        self._found: dict[str, Finding] = {}
        self._title_width = 0

    def compose(self) -> ComposeResult:
        """Lay out the views above the list, and beside it what the finding means."""
        yield Tabs(*(Tab(view.value, id=view.value) for view in View), id="views")
        with Horizontal(id="findings-filter"):
            yield SearchLine("Suchen", id="search")
        with Vertical(id="findings-body"):
            yield GroupedList(self._draw, empty="Keine Befunde.", id="findings")
            yield FindingDetail(id="detail")

    def on_mount(self) -> None:
        """Begin in the list."""
        self.query_one("#views", Tabs).can_focus = False
        self.query_one("#findings").focus()

    def show_session(self) -> None:
        """Show what the checks see now."""
        report = self.session.report
        tabs = self.query_one("#views", Tabs)
        for view in View:
            tabs.query_one(f"#{view.value}", Tab).label = plain(label(view, report))
        self._show_list()

    def _show_list(self) -> None:
        findings = chosen(self.session.report, self.session.application, self._filter)
        self._found = {_key(finding): finding for finding in findings}
        self._title_width = max((_title(finding).cell_length for finding in findings), default=0)
        rows: list[str] = []
        for key, finding in self._found.items():
            # A severity is a group of its own, so a part may come twice.
            heading = f"{finding.severity}|{part_label(self.session.application, finding.part)}"
            rows += [key] if heading in rows else [heading, key]
        self.query_one(GroupedList).show_groups(rows, frozenset(rows) - self._found.keys())
        self._show_detail()

    def _show_detail(self) -> None:
        finding = self._current
        place = wording.file_title(self.session.application, finding.file) if finding else ""
        if finding and finding.line > 1:
            place += f", Zeile {finding.line}"
        self.query_one(FindingDetail).show(finding, place, self.session.application.labels)

    @property
    def _current(self) -> Finding | None:
        return self._found.get(self.query_one(GroupedList).key or "")

    def _draw(self, key: str, width: int) -> list[Content]:
        finding = self._found.get(key)
        if finding is None:
            return [plain(key.partition("|")[2], "bold $text-primary")]
        room = min(width * 3 // 5, self._title_width)
        title = _title(finding)
        # The heading above names the part already; the room is for what is wrong in it.
        message = finding.message.removeprefix(f"{part_label(self.session.application, finding.part)}: ")
        return [title.truncate(room, ellipsis=True, pad=True) + plain(f"  {message}", "$text-muted")]

    @on(PickList.Highlighted, "#findings")
    def _highlighted(self) -> None:
        self._show_detail()

    @on(PickList.Chosen, "#findings")
    def _open(self) -> None:
        if finding := self._current:
            self.go(finding.file, finding.path)

    @on(Tabs.TabActivated, "#views")
    def _view_chosen(self, event: Tabs.TabActivated) -> None:
        self._filter = replace(self._filter, view=View(str(event.tab.id)))
        self._show_list()

    @on(Input.Changed, "#search")
    def _search(self, event: Input.Changed) -> None:
        self._filter = replace(self._filter, query=event.value)
        self._show_list()

    @on(SearchLine.Left)
    def _leave_search(self) -> None:
        self.query_one("#findings").focus()

    def action_view(self, by: int) -> None:
        """Show the findings of another weight."""
        views = list(View)
        at = (views.index(self._filter.view) + by) % len(views)
        self.query_one("#views", Tabs).active = views[at].value

    def action_search(self) -> None:
        """Go to the search."""
        self.query_one("#search").focus()

    def action_choose_part(self) -> None:
        """Let the user choose the part whose findings are shown."""
        parts = dict.fromkeys(finding.part for finding in self.session.report.findings)
        choices = [_ALL_PARTS, *(Choice(part, part_label(self.session.application, part)) for part in parts)]
        chosen_now = _ALL_PARTS.value if self._filter.part is None else self._filter.part
        self.ask(Chooser("Befunde zu", choices, chosen_now), self._part_chosen)

    def _part_chosen(self, choice: Choice | None) -> None:
        if choice is not None:
            part = None if choice is _ALL_PARTS else choice.value
            self._filter = replace(self._filter, part=part)
            self._show_list()

    def action_report(self) -> None:
        """Write the report as a web page, and say where it lies."""
        try:
            path = write_page(self.session)
        except TeaError as error:
            self.tell(error)
            return
        self.notify(plain(f"Bericht geschrieben:\n{path}", lines=True).plain, timeout=20, markup=False)

    def action_copy_findings(self) -> None:
        """Copy what is listed as a table."""
        from tea_assistant.tui.table_copy import copy_table  # noqa: PLC0415 (when it is wanted)

        application = self.session.application
        head = (
            "Gewicht",
            "Regel",
            "Teil",
            "Stelle",
            "Zeile",
            "Befund",
            "Was zu tun ist",
            "Hingenommen, weil",
        )
        listed = (
            (
                severity_name(finding.severity, 1),
                finding.code,
                part_label(application, finding.part),
                wording.file_title(application, finding.file),
                str(finding.line),
                finding.message,
                finding.hint,
                finding.accepted,
            )
            for finding in self._found.values()
        )
        copy_table(self, "befunde", (head, *listed))

    def action_accept(self) -> None:
        """Accept the finding with a reason, or let an accepted one stand again."""
        finding = self._current
        if finding is None:
            return
        if finding.accepted:
            self._try(lambda: withdraw(self.session, finding))
            return
        question = f"{finding.message} Warum darf das so bleiben?"
        ask = AskText("Befund hinnehmen", question, "Hinnehmen", example="Die Zahlen werden nicht erhoben.")
        self.ask(ask, lambda reason: self._accept(finding, reason))

    def _accept(self, finding: Finding, reason: str | None) -> None:
        if reason:
            self._try(lambda: accept(self.session, finding, reason))

    def _try(self, change: Callable[[], None]) -> None:
        try:
            change()
        except TeaError as error:
            self.tell(error)


def _key(finding: Finding) -> str:
    place = f"{finding.file}:{finding.line}:{finding.column}"
    return f"{finding.code}|{place}|{finding.dotted_path}|{finding.message}"


def _title(finding: Finding) -> Content:
    sign = plain(f" {severity.SIGNS[finding.severity]} ", severity.STYLES[finding.severity])
    return sign + plain(rule(finding.code).title)
