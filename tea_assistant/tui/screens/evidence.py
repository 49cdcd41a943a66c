"""The screen for the measures: a list to search, and a form for the one at hand."""

from collections.abc import Mapping
from typing import ClassVar

from msgspec.structs import asdict, replace
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Static

from tea_assistant.errors import TeaError
from tea_assistant.model.layout import evidence_file, field_file
from tea_assistant.model.source import Path
from tea_assistant.services.edits import new_evidence
from tea_assistant.tui.keys import Command
from tea_assistant.tui.page import Page
from tea_assistant.tui.plain import plain
from tea_assistant.tui.request_sending import ask_department
from tea_assistant.tui.widgets import evidence_rows
from tea_assistant.tui.widgets.ask_first import AskFirst
from tea_assistant.tui.widgets.ask_text import AskText
from tea_assistant.tui.widgets.evidence_detail import EvidenceDetail
from tea_assistant.tui.widgets.evidence_rows import EvidenceFilter
from tea_assistant.tui.widgets.filter_dialog import FilterDialog
from tea_assistant.tui.widgets.form_input import FormInput
from tea_assistant.tui.widgets.pick_list import PickList

_NOT_FOUND = "Keine Maßnahme gefunden."
_NONE_YET = "Noch keine Maßnahme. Mit Strg+N legen Sie eine an."


class EvidenceScreen(Page):
    """All measures of the dossier; below 100 columns list and form take turns."""

    CSS_PATH = "evidence.tcss"
    HEADING = "Maßnahmen"
    PANES: ClassVar[Mapping[str, int]] = {"evidence-list": 100}
    HELP_TEXT = """
Jede Maßnahme wird **einmal** beschrieben und kann in mehreren Aktionsfeldern stehen.

- **Suchen:** Tippen Sie oben; ↑ und ↓ wählen, **Enter** öffnet, **Esc** führt zurück zur Liste.
- **Strg+N** legt eine neue Maßnahme an, **Strg+E** grenzt die Liste ein, etwa auf Maßnahmen ohne Nachweis.
- **Strg+O** hängt eine Datei an: Sie wird in die Mappe kopiert. **Strg+L** fügt einen Link hinzu.
- **Entf** in der Liste legt die Maßnahme in den Papierkorb der Mappe. **Strg+Z** holt sie zurück.
- Unter **Verknüpft mit** steht, wo die Maßnahme in der Bewerbung steht; Enter springt dorthin.
"""
    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command("new_evidence", "ctrl+n", "new", "Neu", "Legt eine neue Maßnahme an.", in_footer=True),
        Command(
            "filter_evidence",
            "ctrl+e",
            "filter",
            "Eingrenzen",
            "Zeigt nur einen Teil der Maßnahmen.",
            in_footer=True,
        ),
        Command(
            "attach",
            "ctrl+o",
            "attach",
            "Datei anhängen",
            "Kopiert eine Datei in die Mappe, als Nachweis.",
            in_footer=True,
        ),
        Command("ask_department", "f7", "ask_department", "Fachstelle fragen", "Fragt nach dieser Maßnahme."),
        Command("add_link", "ctrl+l", "add_link", "Link", "Fügt einen Link als Nachweis hinzu."),
        Command(
            "evidence_pane", "f6", "switch_pane", "Liste / Formular", "Wechselt zwischen Liste und Formular."
        ),
        Command(
            "delete_evidence", "delete", "delete", "Löschen", "Legt die Maßnahme der Liste in den Papierkorb."
        ),
    )

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "to_list", show=False),
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
    ]
    PAUSE: ClassVar[float] = 0.1
    """Seconds after which the form follows the list."""

    def __init__(self, evidence_id: str = "") -> None:
        super().__init__()
        self._wanted = evidence_id
        self._filter = EvidenceFilter()
        self._waiting: Timer | None = None

    def compose(self) -> ComposeResult:
        """Put the list beside the form."""
        with Horizontal(id="evidence-body"):
            with Vertical(id="evidence-list"):
                yield FormInput("Suchen: Titel tippen", id="evidence-query")
                yield Static(id="evidence-count", markup=False)
                yield PickList(self._draw, row_height=2, id="evidence-rows")
            yield EvidenceDetail(self)

    def on_mount(self) -> None:
        """Show the form at once where one measure is wanted."""
        self.set_class(bool(self._wanted), "-form")

    @property
    def rows(self) -> PickList:
        """The list of measures."""
        return self.query_one("#evidence-rows", PickList)

    @property
    def detail(self) -> EvidenceDetail:
        """The form of the measure at hand."""
        return self.query_one(EvidenceDetail)

    @property
    def place(self) -> tuple[str, Path]:
        """The measure at hand, and the field in which the user is."""
        return self.detail.place

    # The session

    def show_session(self) -> None:
        """Show the measures as they are now; the one at hand stays, whatever the list leaves out."""
        at_hand = self._wanted or self.rows.key or ""
        ids = self._found()
        if at_hand not in ids and at_hand in self.session.dossier.evidence:
            ids.insert(min(self.rows.highlighted or 0, len(ids)), at_hand)
        self._list(ids, at_hand)
        self._show_at_hand()

    def _found(self) -> list[str]:
        query = self.query_one("#evidence-query", Input).value
        return evidence_rows.found(self.session.application, query, self._filter)

    def _list(self, ids: list[str], at: str) -> None:
        self.rows.empty = _NOT_FOUND if self.session.application.dossier.evidence else _NONE_YET
        self.rows.show(ids, at=at)
        self._show_count(len(ids))

    def show_place(self, path: Path) -> None:
        """Put the focus on the field of a value."""
        if self._waiting is not None:
            self._show_at_hand()
        self.add_class("-form")
        self.call_after_refresh(self.detail.show_place, path)

    def commit(self) -> None:
        """Store what is still being typed."""
        self.detail.commit()

    def _show_count(self, shown: int) -> None:
        total = len(self.session.application.dossier.evidence)
        count = f"{shown} von {total}" if shown != total else f"{total} Maßnahmen"
        narrowed = evidence_rows.filter_text(self._filter, self.session.application)
        self.query_one("#evidence-count", Static).update(
            plain(f"{count} · {narrowed}" if narrowed else count)
        )

    def _draw(self, key: str, width: int) -> tuple[Content, ...]:
        del width
        evidence = self.session.application.dossier.evidence.get(key)
        return evidence_rows.row(evidence, self.session.application) if evidence else ()

    # The list

    @on(Input.Changed, "#evidence-query")
    def _search(self) -> None:
        self._list_anew()

    def _list_anew(self) -> None:
        self._wanted = ""
        ids = self._found()
        self._list(ids, ids[0] if ids else "")
        self._show_soon()

    def _show_soon(self) -> None:
        # Laying out a form takes longer than a key is held down between two rows.
        self._stop_waiting()
        if self.PAUSE:
            self._waiting = self.set_timer(self.PAUSE, self._show_at_hand)
        else:
            self._show_at_hand()

    def _show_at_hand(self) -> None:
        self._stop_waiting()
        self.detail.show(self.rows.key or "")

    def _stop_waiting(self) -> None:
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None

    @on(PickList.Highlighted, "#evidence-rows")
    def _highlight(self, event: PickList.Highlighted) -> None:
        if event.key != self._wanted:
            self._wanted = ""
        self._show_soon()
        if self.destination and self.destination.subject:
            self.destination = replace(self.destination, subject=event.key)

    @on(PickList.Chosen, "#evidence-rows")
    @on(Input.Submitted, "#evidence-query")
    def _open(self) -> None:
        if self.rows.key:
            self.show_place(())

    def action_move(self, by: int) -> None:
        """Move through the list from inside the search."""
        self.rows.action_move(by)

    def action_to_list(self) -> None:
        """Leave the form for the list."""
        self.commit()
        self.remove_class("-form")
        self.rows.focus()

    def action_switch_pane(self) -> None:
        """Go from the list to the form, or back."""
        if self._in_form:
            self.action_to_list()
        elif self.rows.key:
            self.show_place(())

    @property
    def _in_form(self) -> bool:
        # Side by side, the form is where the focus is; one after the other, it is what is on screen.
        if self.has_class("-wide"):
            return self.detail.has_focus_within
        return self.has_class("-form")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let keys mean something only where it fits."""
        match action:
            case "to_list":
                return self._in_form
            case "move":
                return self.focused is not None and self.focused.id == "evidence-query"
            case "delete":
                return self.rows.has_focus and self.rows.key is not None
            case "attach" | "add_link":
                return bool(self.rows.key)
        return super().check_action(action, parameters)

    # What can be done

    def action_filter(self) -> None:
        """Ask what to show."""
        parts = evidence_rows.filter_choices(self.session.application)
        self.ask(FilterDialog("Liste eingrenzen", parts, asdict(self._filter)), self._narrow)

    def _narrow(self, chosen: dict[str, str] | None) -> None:
        if chosen is not None:
            self._filter = EvidenceFilter(**chosen)
            self._list_anew()

    def action_new(self) -> None:
        """Ask for the title of a new measure."""
        box = AskText("Neue Maßnahme", "Wie heißt die Maßnahme?", "Anlegen", example="Mentoring für Frauen")
        self.ask(box, self._create)

    def _create(self, title: str | None) -> None:
        if title is None:
            return
        try:
            created = new_evidence(self.session, title)
        except TeaError as error:
            self.tell(error)
            return
        self.go(evidence_file(created), ("summary",))

    def action_delete(self) -> None:
        """Ask before the measure goes to the trash."""
        key = self.rows.key or ""
        title = evidence_rows.title(self.session.application.dossier.evidence[key])
        links = len(self.session.application.links.get(key, ()))
        question = f"„{title}“ kommt in den Papierkorb der Mappe; Strg+Z holt die Maßnahme zurück."
        if links:
            where = "einer Aktivität" if links == 1 else f"{links} Aktivitäten"
            question += f"\nSie ist noch mit {where} verknüpft. Dort meldet die Prüfung dann, dass sie fehlt."
        self.ask(AskFirst("Maßnahme löschen", question, "Löschen"), lambda yes: self._delete(key, yes))

    def _delete(self, key: str, confirmed: bool | None) -> None:
        evidence = self.session.application.dossier.evidence.get(key)
        if not confirmed or evidence is None:
            return
        try:
            self.session.delete(evidence.where.file, f"Maßnahme „{evidence_rows.title(evidence)}“ löschen")
        except TeaError as error:
            self.tell(error)

    def action_attach(self) -> None:
        """Attach a file to the measure at hand."""
        self.detail.attach()

    def action_ask_department(self) -> None:
        """Ask a department about the measure at hand."""
        self.commit()
        ask_department(self, self.rows.key or "")

    def action_add_link(self) -> None:
        """Add a link to the measure at hand."""
        self.detail.add_link()

    @on(EvidenceDetail.LinkChosen)
    def _jump(self, event: EvidenceDetail.LinkChosen) -> None:
        self.go(field_file(self.session.cycle, event.link.field), event.link.path)
