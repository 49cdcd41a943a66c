"""A request as a form: what stands on its cover, and its questions in sections with their wording."""

from collections.abc import Iterator, Mapping
from datetime import date
from itertools import groupby

from msgspec import Struct

from tea_assistant.figures.german import plain_number_text
from tea_assistant.importing.requests.answers import ANSWERED, ANSWERED_BY
from tea_assistant.importing.requests.identity import Identity, Marker, sealed
from tea_assistant.model.application import Application
from tea_assistant.model.dates import is_before
from tea_assistant.model.decoding import decode
from tea_assistant.model.evidence import Evidence, Result
from tea_assistant.model.figures import FigureRow
from tea_assistant.model.layout import Kind, role_of
from tea_assistant.model.request import Ask, Question, Request
from tea_assistant.prose.dates import german_date
from tea_assistant.services.figures.show import row_label
from tea_assistant.services.old_texts import resolved
from tea_assistant.services.requests.values import box_labels, wording
from tea_assistant.services.session import Session


class Asked(Struct, frozen=True):
    """One question of a form."""

    number: str
    question: Question
    title: str
    help: str
    """The explanation; empty where the same stands above already."""


class Section(Struct, frozen=True):
    """What is asked about one thing."""

    kind: Kind
    title: str
    about: tuple[str, ...]
    """What the department should know of it."""
    asked: tuple[Asked, ...]


class Form(Struct, frozen=True):
    """A form before it becomes a file."""

    title: str
    facts: tuple[tuple[str, str], ...]
    """Who asks whom, until when: name and value."""
    why: str
    how: tuple[str, ...]
    then: str
    """What happens with the answers."""
    sections: tuple[Section, ...]
    identity: Identity

    @property
    def signature(self) -> tuple[str, str]:
        """What is asked of whoever fills it in."""
        return ANSWERED_BY, ANSWERED


HOW = (
    "Bitte füllen Sie nur die gelben Felder aus; alles andere ist geschützt.",
    "Was schon dasteht, ist unser letzter Stand. Stimmt es, bleibt es stehen; sonst überschreiben Sie es.",
    "Ein leeres Feld heißt: keine Angabe. Was wir schon haben, bleibt dann, wie es ist.",
    "Zahlen ohne Schätzwort: 12 statt „ca. 12“; Datum als 31.12.2024, 12/2024 oder 2024.",
    "Dateien, die Sie als Nachweis nennen, schicken Sie bitte zusammen mit diesem Formular zurück.",
)
"""How the workbook is filled in."""
_THEN = (
    "Ihre Antworten werden neben dem bisherigen Stand gelesen und einzeln von einer Person übernommen oder "
    "nachgefragt. Festgehalten wird, wer wann geantwortet hat. Veröffentlicht wird nur, was in der Bewerbung "
    "steht."
)


def form_of(session: Session, request: Request) -> Form:
    """Put the form of a request together from its record."""
    application = session.application
    organisation = application.organisation
    return Form(
        f"Anfrage an: {request.department}",
        tuple((name, " ".join(value.split())) for name, value in _facts(application, request) if value),
        _why(application, session.today()),
        HOW,
        _THEN,
        tuple(_sections(application, request)),
        identity(organisation.name, application.cycle.id, request),
    )


def identity(organisation: str, cycle: str, request: Request) -> Identity:
    """Return how the form of a request is told from every other one."""
    markers = tuple(
        Marker(number, question.file, question.path, question.fingerprint)
        for number, question in request.questions.items()
    )
    return sealed(Identity(organisation, cycle, request.id, request.department, request.asked, markers))


def about(application: Application, question: Question) -> str:
    """Name what a question is about: the measure, the activity, the reference date."""
    role = role_of(question.file)
    match role.kind if role else None:
        case Kind.EVIDENCE if role:
            evidence = application.dossier.evidence.get(role.id)
            return evidence.title if evidence and evidence.title else role.id
        case Kind.FIGURES if role:
            day = german_date(role.id)
            return f"Kennzahlen {day}" if role.id.isdecimal() else f"Kennzahlen zum {day}"
        case Kind.FIELD if role:
            field = application.catalogue.fields.get(role.id)
            name = question.path.split("/")[1]
            found = next((c for c in field.criteria if c.id == name), None) if field else None
            return found.title if found else name
    return question.file


def question_title(application: Application, question: Question) -> str:
    """Word a question: what it asks, or whom a row of figures counts."""
    if question.ask is Ask.COUNT:
        return row_label(application, decode(FigureRow, question.group))
    return wording(question.ask)[0] if question.ask else ""


def _facts(application: Application, request: Request) -> Iterator[tuple[str, str]]:
    contact = application.organisation.contact
    yield "Es fragt", request.by or application.organisation.office or application.organisation.name
    yield "Organisation", application.organisation.name
    yield "Rückfragen an", ", ".join(filter(None, (contact.name, contact.phone, contact.email)))
    yield "An", ", ".join(dict.fromkeys(filter(None, (request.department, request.to))))
    yield "Gefragt am", german_date(request.asked)
    yield "Antwort bitte bis", german_date(request.until)
    yield "Mitteilung", request.note


def _why(application: Application, today: date) -> str:
    deadline = application.cycle.deadline
    passed = not deadline or is_before(deadline, today)
    until = "" if passed else f" Abgabe ist am {german_date(deadline)}."
    award = application.catalogue.award or application.catalogue.title
    return (
        f"{application.organisation.name} bewirbt sich in der Runde {application.cycle.id} um eine "
        f"Auszeichnung: {award}.{until} Dafür brauchen wir von Ihnen den heutigen Stand: was läuft, was sich "
        "verändert hat, was es bewirkt."
    )


def _sections(application: Application, request: Request) -> Iterator[Section]:
    def section_of(item: tuple[str, Question]) -> str:
        return item[0].partition(".")[0]

    for _, group in groupby(request.questions.items(), key=section_of):
        items = list(group)
        first = items[0][1]
        role = role_of(first.file)
        kind = role.kind if role else Kind.EVIDENCE
        told: set[Ask] = set()
        asked = []
        for number, question in items:
            if question.ask is None:
                continue
            help_ = "" if question.ask in told else wording(question.ask)[1]
            told.add(question.ask)
            asked.append(Asked(number, question, question_title(application, question), help_))
        yield Section(kind, about(application, first), tuple(_context(application, first)), tuple(asked))


def _context(application: Application, question: Question) -> Iterator[str]:
    role = role_of(question.file)
    if role is None:
        return
    if role.kind is Kind.EVIDENCE and (evidence := application.dossier.evidence.get(role.id)):
        yield from _known(application, evidence)
    elif role.kind is Kind.FIELD and (field := application.catalogue.fields.get(role.id)):
        yield f"Aktionsfeld: {field.label}"
        name = question.path.split("/")[1]
        yield from (c.question for c in field.criteria if c.id == name and c.question)
    elif role.kind is Kind.FIGURES and (figures := application.dossier.figures.get(role.id)):
        yield from filter(None, (f"Quelle bisher: {figures.source}" if figures.source else "",))


def _known(application: Application, evidence: Evidence) -> Iterator[str]:
    if evidence.summary.strip():
        yield " ".join(resolved(evidence.summary, application).split())
    for result in evidence.results:
        yield f"Bisher gemeldet: {result_text(result)}"
    for proof in evidence.proofs:
        yield f"Nachweis liegt vor: {proof.title}" + (f" ({german_date(proof.dated)})" if proof.dated else "")


def result_text(result: Result) -> str:
    """Write a result in one line."""
    number = plain_number_text(result.value) if result.value is not None else ""
    what = " ".join(filter(None, (number, result.unit))) or result.text
    rest = ", ".join(filter(None, (german_date(result.as_of) if result.as_of else "", result.source)))
    return f"{what} ({rest})" if rest else what


def labels_by_ask() -> Mapping[Ask, Mapping[str, str]]:
    """Return the names of the boxes of every kind of question."""
    return {ask: box_labels(ask) for ask in Ask}
