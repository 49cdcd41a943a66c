"""The texts of an application in the order of the portal's form, each as it goes into one field."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.document.attachments import attachment_entry
from tea_assistant.document.blocks import Line
from tea_assistant.document.figures_table import figure_notes
from tea_assistant.document.measures import measure_facts
from tea_assistant.document.organisation import organisation_facts
from tea_assistant.document.plain import plain_prose, plain_spans, plain_text
from tea_assistant.document.references import resolver
from tea_assistant.document.registers import Registers
from tea_assistant.figures.published_text import published_text
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Part, PartKind
from tea_assistant.model.evidence import Evidence, Proof
from tea_assistant.model.layout import DOSSIER_FILE, cycle_file, evidence_file, field_file, figures_file
from tea_assistant.model.source import Path

_NOTES = "Stichtag, Quelle und Hinweise"


class PortalText(Struct, frozen=True):
    """What goes into one field of the portal's form."""

    key: str
    """Stays the same while the text changes: af03/opening, evidence/mentoring/goal."""
    part: str
    title: str
    text: str
    """Without markup; empty for an activity that is only ticked."""
    group: str = ""
    """Which measure or activity it belongs to, where the part has several."""
    ticked: bool = False
    """Whether it is an activity that the form offers to tick."""
    limit: int | None = None
    """How many characters the field takes, where the catalogue knows that."""
    file: str = ""
    path: Path = ()
    """Where in the dossier it is written."""


def portal_texts(application: Application) -> tuple[PortalText, ...]:
    """Return what an application says, field by field; what is not written yet is left out."""
    form = _Form(application)
    found = (text for part in application.parts for text in form.part(part) if text.text or text.ticked)
    return tuple(_with_keys_of_their_own(found))


def _with_keys_of_their_own(texts: Iterator[PortalText]) -> Iterator[PortalText]:
    seen: Counter[str] = Counter()
    for text in texts:
        seen[text.key] += 1
        # Ids that a person has given twice must not make two texts one.
        yield replace(text, key=f"{text.key}-{seen[text.key]}") if seen[text.key] > 1 else text


class _Form:
    def __init__(self, application: Application) -> None:
        self._application = application
        self._registers = Registers(application)
        self._resolver = resolver(application, lambda _: "")
        self._parts: Mapping[PartKind, Callable[[Part], Iterator[PortalText]]] = {
            PartKind.ORGANISATION: self._organisation,
            PartKind.FIGURES: self._figures,
            PartKind.UNDERSTANDING: self._understanding,
            PartKind.ACTION_FIELD: self._action_field,
            PartKind.EVIDENCE: self._measures,
        }

    def part(self, part: Part) -> Iterator[PortalText]:
        """Yield the fields of a part; the portal asks for no progress and no list of attachments."""
        fill = self._parts.get(part.kind) if part.kind else None
        return fill(part) if fill else iter(())

    def _organisation(self, part: Part) -> Iterator[PortalText]:
        application = self._application
        about = self._plain(application.organisation.about)
        told = [(fact.key, fact.label, _listed(fact.lines)) for fact in organisation_facts(self._registers)]
        for key, title, text in (*told, ("about", application.labels.key("dossier", "about"), about)):
            if key in application.catalogue.indicators:
                # Here the form asks for a number alone; its course stands among the figures.
                number = published_text(self._registers.published, key) or ""
                yield _text(part, key, title, plain_text(number), file=self._figures_file)
            else:
                yield _text(part, key, title, text, file=DOSSIER_FILE, path=(key,))

    def _figures(self, part: Part) -> Iterator[PortalText]:
        published, file = self._registers.published, self._figures_file
        for indicator in self._application.catalogue.indicators.values():
            text = published_text(published, indicator.id, "history") or ""
            yield _text(part, indicator.id, indicator.title, plain_text(text), file=file)
        yield _text(part, "notes", _NOTES, _listed(figure_notes(self._registers)), file=file)

    def _understanding(self, part: Part) -> Iterator[PortalText]:
        application = self._application
        cycle, file = application.cycle, cycle_file(application.cycle.id)
        for prompt in application.catalogue.understanding:
            text = self._plain(cycle.understanding.get(prompt.id, ""))
            yield _text(part, prompt.id, prompt.title, text, file=file, path=("understanding", prompt.id))
        documents = tuple(map(self._proof, cycle.documents))
        title = application.labels.key("cycle", "documents")
        yield _text(part, "documents", title, _listed(documents), file=file, path=("documents",))

    def _action_field(self, part: Part) -> Iterator[PortalText]:
        application, labels = self._application, self._application.labels
        field, answer = application.catalogue.fields[part.id], application.answer(part.id)
        file = field_file(application.cycle.id, part.id)
        title = (field.opening.title if field.opening else "") or labels.key("field", "opening")
        yield _text(part, "opening", title, self._plain(answer.opening), file=file, path=("opening",))
        for criterion in field.criteria:
            said = answer.criteria.get(criterion.id)
            if said and said.applies:
                text, path = self._plain(said.statement), ("criteria", criterion.id, "statement")
                ticked = _text(part, criterion.id, criterion.title, text, "statement", file=file, path=path)
                yield replace(ticked, ticked=True)
        for at, own in enumerate(answer.own_criteria):
            for key, text in (("title", plain_text(own.title)), ("statement", self._plain(own.statement))):
                title = labels.key("field", "own_criteria", key)
                place: Path = ("own_criteria", at, key)
                found = _text(part, f"{own.id}/{key}", title, text, key, file=file, path=place)
                yield replace(found, group=plain_text(own.title) or own.id)
        title = (field.closing.title if field.closing else "") or labels.key("field", "closing")
        yield _text(part, "closing", title, self._plain(answer.closing), file=file, path=("closing",))

    def _measures(self, part: Part) -> Iterator[PortalText]:
        for evidence in self._registers.measures:
            for text in self._measure(part, evidence):
                yield replace(text, group=plain_text(evidence.title) or evidence.id)

    def _measure(self, part: Part, evidence: Evidence) -> Iterator[PortalText]:
        labels, file = self._application.labels, evidence_file(evidence.id)
        texts = {
            "title": plain_text(evidence.title),
            "summary": self._plain(evidence.summary),
            "goal": self._plain(evidence.goal),
        }
        titled = [(key, labels.key("evidence", key), text) for key, text in texts.items()]
        for fact in measure_facts(self._registers, evidence):
            # Numbers of attachments mean nothing where there is no list of them.
            proofs = map(self._proof, self._registers.proofs(evidence))
            lines = tuple(proofs) if fact.key == "proofs" else fact.lines
            titled.append((fact.key, fact.label, _listed(lines)))
        for key, title, text in titled:
            yield _text(part, f"{evidence.id}/{key}", title, text, key, file=file, path=(key,))

    def _proof(self, proof: Proof) -> Line:
        return attachment_entry(self._application.labels, self._registers.as_released(proof))

    @property
    def _figures_file(self) -> str:
        cycle = self._application.cycle
        return figures_file(cycle.figures) if cycle.figures else cycle_file(cycle.id)

    def _plain(self, prose: str) -> str:
        return plain_prose(prose, self._resolver)


def _text(
    part: Part, name: str, title: str, text: str, field: str = "", *, file: str, path: Path = ()
) -> PortalText:
    limit = part.limits.get(field or name)
    return PortalText(f"{part.id}/{name}", part.id, title, text, limit=limit, file=file, path=path)


def _listed(lines: tuple[Line, ...]) -> str:
    """Write one line as it is, and several as a list."""
    written = [plain_spans(line) for line in lines]
    return written[0] if len(written) == 1 else "\n".join(f"- {text}" for text in written)
