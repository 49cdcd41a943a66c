"""Requests to departments: sent out as forms, kept in the dossier, listed until they are answered."""

from collections.abc import Collection, Sequence
from enum import StrEnum
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from tea_assistant.checks.nearest import suggestion
from tea_assistant.errors import ChangedOnDisk, EditError, FileError, UsageError
from tea_assistant.model.dates import day_of
from tea_assistant.model.ids import slug
from tea_assistant.model.layout import request_file
from tea_assistant.model.request import Question, Request
from tea_assistant.patterns import regex
from tea_assistant.prose.printable import printable
from tea_assistant.services.build import FOLDER
from tea_assistant.services.inbox.decisions import signer
from tea_assistant.services.requests.form import form_of, identity
from tea_assistant.services.requests.questions import Wanted, questions
from tea_assistant.services.requests.text import text_form
from tea_assistant.services.session import Session
from tea_assistant.store import files, schema
from tea_assistant.store.yaml.writer import Change

FORMATS = ("xlsx", "md")
"""What a form can be."""
_GERMAN_DAY = regex(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})")


class RequestState(StrEnum):
    """Where a request stands."""

    WAITING = "waiting"
    OVERDUE = "overdue"
    TO_DECIDE = "to_decide"
    """Something came back, and somebody has to look at it."""
    ANSWERED = "answered"
    CLOSED = "closed"
    UNREADABLE = "unreadable"
    """Its file is damaged; the check says where."""


class Sending(Struct, frozen=True):
    """What a person says of a request before it goes out."""

    department: str
    wanted: Wanted = field(default_factory=Wanted)
    until: str = ""
    to: str = ""
    note: str = ""
    formats: Collection[str] = FORMATS


class Sent(Struct, frozen=True):
    """A request that was written."""

    request: Request
    paths: tuple[Path, ...]


def iso_day(session: Session, text: str) -> str:
    """Return a day as files write it, from German or ISO notation; raises `UsageError` for what is no day."""
    text = text.strip()
    found = _GERMAN_DAY.fullmatch(text)
    iso = f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}" if found else text
    day = day_of(iso) if len(iso) == len("2025-01-01") else None
    if day is None:
        raise UsageError(f"„{text}“ ist kein Tag.", hint="Zum Beispiel: 31.03.2025 oder 2025-03-31")
    if day < session.today():
        raise UsageError(f"Der {text} ist schon vorbei.", hint="Bitte einen Tag nennen, der noch kommt.")
    return iso


def prepare(session: Session, sending: Sending) -> Request:
    """Put a request together without writing anything; raises `UsageError` where it asks for nothing."""
    department = " ".join(printable(sending.department).split())
    if not department:
        raise UsageError("Wer soll gefragt werden?", hint="Zum Beispiel: tea request Personalamt")
    asked = questions(session, department, sending.wanted)
    request = Request(
        slug(department, taken=session.application.round.requests),
        department=department,
        to=" ".join(printable(sending.to).split()),
        asked=session.today().isoformat(),
        by=signer(session),
        until=iso_day(session, sending.until) if sending.until.strip() else "",
        note=printable(sending.note, lines=True).strip(),
        questions=asked,
    )
    seal = identity(session.application.organisation.name, session.cycle, request).seal
    return replace(request, seal=seal)


def send(session: Session, request: Request, formats: Collection[str], folder: Path | None = None) -> Sent:
    """Write the forms and the record; raises `TeaError`, and then neither is there."""
    if error := session.refusal(request_file(session.cycle, request.id)):
        raise error
    written = list(_write(session, request, formats, folder or session.root / FOLDER))
    try:
        session.write(
            request_file(session.cycle, request.id), record(request), f"Anfrage an {request.department}"
        )
    except EditError:
        for path in written:
            path.unlink(missing_ok=True)
        raise
    return Sent(request, tuple(written))


def _write(session: Session, request: Request, formats: Collection[str], folder: Path) -> list[Path]:
    form = form_of(session, request)
    stem = f"anfrage-{request.id}-{session.cycle}"
    contents: dict[str, bytes] = {}
    if "xlsx" in formats:
        # Costs half a second to load.
        from tea_assistant.services.requests.workbook import workbook  # noqa: PLC0415

        contents[f"{stem}.xlsx"] = workbook(form)
    if "md" in formats:
        contents[f"{stem}.md"] = text_form(form)
    paths: list[Path] = []
    try:
        if folder == session.root / FOLDER:
            files.own_place(session.root, FOLDER)
        for name, content in contents.items():
            files.write_checked(folder / name, content, None)
            paths.append(folder / name)
    except (ChangedOnDisk, OSError) as error:
        for path in paths:
            path.unlink(missing_ok=True)
        reason = (
            files.explain(error)
            if isinstance(error, OSError)
            else "Die Datei gibt es schon, mit anderem Inhalt."
        )
        raise FileError(
            f"Das Formular lässt sich nicht nach {folder} schreiben: {reason}",
            hint="An eine andere Stelle: tea request … -o ORDNER",
        ) from error
    return paths


def record(request: Request) -> dict[str, object]:
    """Return a request as its file holds it."""
    said = {
        "department": request.department,
        "to": request.to,
        "asked": request.asked,
        "by": request.by,
        "until": request.until,
        "note": request.note,
        "seal": request.seal,
    }
    asked = {number: _question(question) for number, question in request.questions.items()}
    return {"format": schema.FORMAT, **{k: v for k, v in said.items() if v}, "questions": asked}


def _question(question: Question) -> dict[str, object]:
    said = {
        "ask": question.ask.value if question.ask else "",
        "file": question.file,
        "path": question.path,
        "group": dict(question.group),
        "sent": dict(question.sent),
        "fingerprint": question.fingerprint,
    }
    return {key: value for key, value in said.items() if value}


def state_of(request: Request, session: Session) -> RequestState:
    """Tell where a request stands today."""
    if session.value(request.where.file) is None:
        return RequestState.UNREADABLE
    if request.open_answers:
        return RequestState.TO_DECIDE
    if request.closed:
        return RequestState.CLOSED
    if request.returned:
        return RequestState.ANSWERED
    until = day_of(request.until) if request.until else None
    return RequestState.OVERDUE if until and until < session.today() else RequestState.WAITING


def requests_of(session: Session) -> Sequence[Request]:
    """Return the requests of the round: what is overdue or to decide first, then by their date."""
    order = (RequestState.UNREADABLE, RequestState.TO_DECIDE, RequestState.OVERDUE, RequestState.WAITING)
    found = session.application.round.requests.values()

    def rank(request: Request) -> tuple[int, str, str]:
        state = state_of(request, session)
        return (order.index(state) if state in order else len(order), request.until or "9", request.id)

    return sorted(found, key=rank)


def outstanding(session: Session) -> list[Request]:
    """Return the requests that wait for an answer or for a decision."""
    done = (RequestState.ANSWERED, RequestState.CLOSED)
    return [request for request in requests_of(session) if state_of(request, session) not in done]


def close(session: Session, request_id: str) -> Request:
    """Close a request, whatever came back; raises `UsageError` where there is no such open one."""
    found = session.application.round.requests.get(request_id)
    if found is None:
        known = list(session.application.round.requests)
        raise UsageError(
            f"Die Anfrage „{request_id}“ gibt es nicht.",
            hint=suggestion(request_id, known, "Alle Anfragen zeigt: tea request --list"),
        )
    if found.closed:
        raise UsageError(f"Die Anfrage „{request_id}“ ist schon abgeschlossen.")
    session.edit(
        found.where.file,
        [Change(("closed",), session.today().isoformat())],
        f"Anfrage an {found.department} abschließen",
    )
    return found
