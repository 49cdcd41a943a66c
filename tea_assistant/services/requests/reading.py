"""Takes in a request form that came back: is it one of ours, what does it say, what of it is new."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from tea_assistant.errors import ForeignFileError
from tea_assistant.importing.requests import markdown as request_markdown
from tea_assistant.importing.requests import xlsx as request_xlsx
from tea_assistant.importing.requests.answers import FilledIn, ReturnedForm
from tea_assistant.importing.requests.identity import Identity, fingerprint
from tea_assistant.importing.text_decoding import decoded
from tea_assistant.model.request import Ask, Question, ReceivedAnswer, Request, Return
from tea_assistant.prose.dates import german_date
from tea_assistant.prose.printable import printable
from tea_assistant.services.requests.form import labels_by_ask
from tea_assistant.services.requests.values import evened
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change

_ZIP = b"PK\x03\x04"
_OF_ONE_ROUND = (Ask.STATE, Ask.CHANGE, Ask.STATEMENT)


class Receipt(Struct, frozen=True):
    """A form that was read, with its request and the answers that are new; nothing is written yet."""

    request: Request
    cycle: str
    form: Return
    answers: tuple[ReceivedAnswer, ...]
    notes: tuple[str, ...]
    folder: Path
    """Where the form lay; files that it names may lie there too."""


def is_answer(name: str, data: bytes) -> bool:
    """Tell whether a file is a request form, whole or damaged."""
    if data.startswith(_ZIP):
        return request_xlsx.is_request(name, data)
    try:
        return request_markdown.is_request(decoded(name, data))
    except ForeignFileError:
        return False


def receive(session: Session, path: Path, data: bytes) -> Receipt:
    """Read a form and find its request; raises `ForeignFileError` where it cannot be taken in."""
    form = _read(path.name, data)
    request = _request(session, form)
    known = fingerprints_of(request)
    notes = [*_round_notes(session, form.identity), *form.notes]
    if form.identity.markers and known != {m.question: m.fingerprint for m in form.identity.markers}:
        notes.append("Die Aufzeichnung der Anfrage wurde geändert; verglichen wird mit dem, was dort steht.")
    back = Return(
        printable(form.name),
        hashlib.sha256(data).hexdigest(),
        session.today().isoformat(),
        printable(form.answered_by),
        printable(form.answered),
    )
    answers = tuple(_answers(session, request, form, back))
    notes += _again_notes(request, back, answers)
    return Receipt(request, form.identity.cycle, back, answers, tuple(notes), path.parent)


def record(session: Session, receipt: Receipt) -> Receipt:
    """Put down that a form came back, and its answers as open; nothing is put down twice."""
    request = session.dossier.rounds[receipt.cycle].requests[receipt.request.id]
    changes = []
    if all(back.sha256 != receipt.form.sha256 for back in request.returned):
        changes.append(Change(("returned", len(request.returned)), _plain_return(receipt.form)))
    start = len(request.answers)
    changes += [
        Change(("answers", start + at), plain_answer(answer)) for at, answer in enumerate(receipt.answers)
    ]
    if changes:
        session.edit(request.where.file, changes, f"Antwort von {request.department} einlesen")
    return receipt


def fits(session: Session, cycle: str, question: Question) -> bool:
    """Tell whether an answer still has its place in the round at hand."""
    return cycle == session.cycle or question.ask not in _OF_ONE_ROUND


def fingerprints_of(request: Request) -> dict[str, str]:
    """Return the fingerprints of what was sent, as the record has it."""
    return {number: fingerprint(question.sent.items()) for number, question in request.questions.items()}


def plain_answer(answer: ReceivedAnswer) -> dict[str, object]:
    """Return an answer as the file of its request holds it."""
    said = {
        "question": answer.question,
        "answer": dict(answer.answer),
        "place": answer.place,
        "document": answer.document,
        "received": answer.received,
        "answered_by": answer.answered_by,
        "answered": answer.answered,
        "verdict": answer.verdict.value if answer.verdict else "",
        "taken": dict(answer.taken),
        "by": answer.by,
        "decided": answer.decided,
    }
    return {key: value for key, value in said.items() if value}


def _plain_return(back: Return) -> dict[str, object]:
    said = {
        "document": back.document,
        "sha256": back.sha256,
        "received": back.received,
        "answered_by": back.answered_by,
        "answered": back.answered,
    }
    return {key: value for key, value in said.items() if value}


def _read(name: str, data: bytes) -> ReturnedForm:
    if data.startswith(_ZIP):
        return request_xlsx.read(name, data)
    return request_markdown.read(name, decoded(name, data), labels_by_ask())


def _request(session: Session, form: ReturnedForm) -> Request:
    said = form.identity
    round_ = session.dossier.rounds.get(said.cycle)
    found = round_.requests.get(said.request) if round_ else None
    if found and found.seal == said.seal:
        return found
    ours = " ".join(session.application.organisation.name.split())
    if said.organisation != ours:
        raise ForeignFileError(
            f"Dieses Formular gehört zu einer anderen Mappe: „{printable(said.organisation)}“. "
            "Es wurde nichts übernommen.",
            file=form.name,
            hint=f"Diese Mappe ist die von „{ours}“. Bitte die andere Mappe angeben: --into ORDNER",
        )
    raise ForeignFileError(
        f"Die Anfrage „{said.request}“ der Runde {said.cycle} vom {german_date(said.asked)} kennt "
        "diese Mappe nicht. Es wurde nichts übernommen.",
        file=form.name,
        hint="Vielleicht wurde sie zurückgenommen oder in einer anderen Kopie der Mappe gestellt.",
    )


def _round_notes(session: Session, said: Identity) -> Iterator[str]:
    if said.cycle != session.cycle:
        yield (
            f"Die Anfrage gehört zur Runde {said.cycle}, offen ist {session.cycle}: Angeboten wird, "
            "was in jeder Runde gilt (Ergebnisse, Zuständige, Nachweise, Zahlen). Alles andere nimmt "
            f"tea import … --cycle {said.cycle}."
        )


def _again_notes(request: Request, back: Return, answers: tuple[ReceivedAnswer, ...]) -> Iterator[str]:
    before = next((each for each in request.returned if each.sha256 == back.sha256), None)
    if before:
        yield f"Diese Datei wurde am {german_date(before.received)} schon eingelesen."
    elif not answers:
        yield "Das Formular kam ohne neue Angaben zurück: Es steht alles so da, wie es hinausging."
    if request.closed:
        yield f"Die Anfrage ist seit dem {german_date(request.closed)} abgeschlossen."


def _answers(
    session: Session, request: Request, form: ReturnedForm, back: Return
) -> Iterator[ReceivedAnswer]:
    known = [(answer.question, dict(answer.answer)) for answer in request.answers]
    for number, question in request.questions.items():
        filled = form.filled.get(number)
        if filled is None or question.ask is None or not fits(session, form.identity.cycle, question):
            continue
        boxes = _said(question, filled, back)
        if boxes and (number, boxes) not in known:
            yield ReceivedAnswer(
                number, boxes, filled.place, back.document, back.received, back.answered_by, back.answered
            )


def _said(question: Question, filled: FilledIn, back: Return) -> dict[str, str]:
    """Return the boxes that say something new: an empty one says nothing, and what was sent is no answer."""
    assert question.ask is not None
    boxes = {box: printable(text, lines=True) for box, text in filled.boxes.items()}
    said = evened(question.ask, boxes)
    if question.ask is Ask.STATE and back.answered_by:
        # Left as it was and signed, it says that this still holds.
        return boxes
    return {
        box: text
        for box, text in boxes.items()
        if said.get(box) and _flat(said[box]) != _flat(question.sent.get(box, ""))
    }


def _flat(text: str) -> str:
    return " ".join(text.split())
