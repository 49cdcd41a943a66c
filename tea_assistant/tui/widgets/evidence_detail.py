"""The form of one measure, with where it is linked and where it comes from."""

from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tea_assistant.model.source import Path
from tea_assistant.tui.named_keys import keyed
from tea_assistant.tui.page import Page
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.evidence_rows import LinkRow, links_of, origin_text
from tea_assistant.tui.widgets.form_subject import FormSubject
from tea_assistant.tui.widgets.pick_list import PickList
from tea_assistant.tui.widgets.records_field import RecordsField
from tea_assistant.tui.widgets.schema_form import SchemaForm
from tea_assistant.tui.widgets.thread_note import ThreadNote

_NONE_YET = (
    "Noch keine Maßnahme. Mit Strg+N legen Sie eine an; Strg+P „Dokumente einlesen“ holt sie aus dem "
    "Plan oder der letzten Bewerbung."
)


class EvidenceDetail(Vertical):
    """Shows and edits the measure at hand."""

    DEFAULT_CSS = """
    EvidenceDetail {
        width: 3fr;
        & .evidence-detail--empty { margin: 1 2; color: $text-muted; }
        & .evidence-detail--links { height: auto; margin-bottom: 1; }
        & .evidence-detail--links Static { color: $text-muted; }
        & .evidence-detail--links PickList { max-height: 4; background: $background; }
        & .evidence-detail--links PickList > .pick-list--highlighted { background: $background; }
        & .evidence-detail--origin { height: auto; margin-bottom: 1; color: $text-muted; }
    }
    """

    class LinkChosen(Message):
        """The user wants to go where the measure is linked."""

        def __init__(self, link: LinkRow) -> None:
            super().__init__()
            self.link = link

    def __init__(self, page: Page) -> None:
        super().__init__()
        self._page = page
        self._links: tuple[LinkRow, ...] = ()
        self._link_list = PickList(self._draw, empty="in dieser Runde noch nirgends")
        self._origin = Static(classes="evidence-detail--origin", markup=False)
        self._remarks = ThreadNote()
        self._empty = Static(classes="evidence-detail--empty", markup=False)
        self._form: SchemaForm | None = None

    def compose(self) -> ComposeResult:
        """Begin without a form: there may be no measure."""
        self._empty.update(keyed(self, _NONE_YET))
        yield self._empty

    @property
    def place(self) -> tuple[str, Path]:
        """The file of the measure at hand, and the field in which the user is."""
        return (self._form.subject.file, self._form.place) if self._form else ("", ())

    def show(self, evidence_id: str) -> None:
        """Show a measure, and what the dossier says of it now."""
        application = self._page.session.application
        evidence = application.dossier.evidence.get(evidence_id)
        self._empty.display = evidence is None
        if self._form is not None:
            self._form.display = evidence is not None
        if evidence is None:
            return
        subject = FormSubject(self._page, evidence.where.file)
        if self._form is None:
            self._form = self._make_form(subject)
            self.mount(self._form)
        elif self._form.subject.file != subject.file:
            self._form.show_file(subject)
        else:
            self._form.show_session()
        self._links = tuple(links_of(evidence_id, application))
        self._link_list.show([str(n) for n in range(len(self._links))])
        self._remarks.show(application, evidence.where.file)
        origin = origin_text(evidence)
        self._origin.display = bool(origin)
        self._origin.update(plain("Herkunft  ", "bold") + plain(origin))

    def show_place(self, path: Path) -> None:
        """Put the focus on the field of a value."""
        if self._form is not None:
            self._form.show_place(path)

    def commit(self) -> None:
        """Store what is still being typed."""
        if self._form is not None:
            self._form.commit()

    def attach(self) -> None:
        """Let the user attach a file as a proof."""
        if proofs := self._proofs():
            proofs.attach()

    def add_link(self) -> None:
        """Let the user add a link as a proof."""
        if proofs := self._proofs():
            proofs.add(("url",))

    def _proofs(self) -> RecordsField | None:
        self.commit()
        field = self._form.field(("proofs",)) if self._form else None
        return field if isinstance(field, RecordsField) else None

    def _make_form(self, subject: FormSubject) -> SchemaForm:
        links = Vertical(
            Static("Verknüpft mit", markup=False), self._link_list, classes="evidence-detail--links"
        )
        return SchemaForm(subject, head=[self._remarks, links], tail=[self._origin])

    def _draw(self, key: str, width: int) -> Sequence[Content]:
        del width
        return [plain("→ ", "$accent") + plain(self._links[int(key)].title)]

    @on(PickList.Chosen)
    def _jump(self, event: PickList.Chosen) -> None:
        if event.pick_list is self._link_list:
            event.stop()
            self.post_message(self.LinkChosen(self._links[int(event.key)]))
