"""Decides what becomes of an answer: the value and the record of the decision are one step."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import MappingProxyType

from tea_assistant.errors import EditError
from tea_assistant.model.evidence import EvidenceState
from tea_assistant.model.layout import role_of
from tea_assistant.model.request import Ask, Question, Verdict
from tea_assistant.services.edits import attach
from tea_assistant.services.inbox.decisions import signer
from tea_assistant.services.requests.present import place_of, row_number, value_at
from tea_assistant.services.requests.proposals import Proposal, troubles_of
from tea_assistant.services.requests.values import values_of
from tea_assistant.services.session import Session
from tea_assistant.store import schema
from tea_assistant.store.yaml.writer import REMOVE, Change

Values = Mapping[str, object]


def accept(session: Session, proposal: Proposal, *, read: bool = True, beside: Path | None = None) -> None:
    """Take an answer over as it is; one that nobody has `read` stays to be confirmed.

    Files that it names are taken along from the folder `beside`. Raises `EditError` and changes nothing.
    """
    _take(session, proposal, proposal.answer.answer, Verdict.ACCEPTED if read else Verdict.UNREAD, beside)


def accept_unread(
    session: Session, waiting: Sequence[Proposal], beside: Path | None = None
) -> tuple[int, list[tuple[Proposal, str]]]:
    """Take over what nobody has looked at; return how many, and what stays to be decided with the reason."""
    taken = 0
    left = []
    for proposal in waiting:
        if proposal.answer.verdict is Verdict.UNREAD:
            continue
        if proposal.moved and not proposal.confirms:
            left.append((proposal, "Hier hat sich die Mappe seit der Anfrage geändert."))
            continue
        try:
            accept(session, proposal, read=False, beside=beside)
            taken += 1
        except EditError as error:
            left.append((proposal, error.message))
    return taken, left


def change(
    session: Session, proposal: Proposal, boxes: Mapping[str, str], *, beside: Path | None = None
) -> None:
    """Take another wording over than the one that was written; raises `EditError` and changes nothing."""
    if not any(text.strip() for text in boxes.values()):
        raise EditError("Die Antwort ist leer. Soll sie nicht übernommen werden, bitte ablehnen.")
    same = {box: text.strip() for box, text in boxes.items()} == dict(proposal.answer.answer)
    _take(session, proposal, boxes, Verdict.ACCEPTED if same else Verdict.CHANGED, beside)


def refuse(session: Session, proposal: Proposal) -> None:
    """Leave the dossier as it is, and put that down."""
    if proposal.answer.verdict is Verdict.UNREAD:
        raise EditError(
            "Diese Antwort steht schon in der Mappe.",
            hint="Bitte die Stelle dort ändern und die Antwort dann bestätigen.",
        )
    _record(session, proposal, Verdict.REFUSED, {}, f"Antwort zu „{proposal.title}“ nicht übernehmen")


def _take(
    session: Session, proposal: Proposal, boxes: Mapping[str, str], verdict: Verdict, beside: Path | None
) -> None:
    place = "" if verdict is Verdict.CHANGED else proposal.answer.place
    if troubles := troubles_of(proposal.ask, boxes, place):
        raise EditError(" ".join(troubles), hint="Bitte berichtigen oder die Antwort nicht übernehmen.")
    values, _ = values_of(proposal.ask, boxes)
    label = f"Antwort zu „{proposal.title}“ übernehmen"
    with session.together():
        _require_file(session, proposal)
        if proposal.ask is Ask.PROOF:
            changes = _proof(session, proposal, values, beside)
        else:
            changes = _CHANGES[proposal.ask](session, proposal, values, verdict)
        if changes:
            session.edit(proposal.question.file, changes, label)
            _require_valid(session, proposal.question)
        taken = boxes if verdict is Verdict.CHANGED else {}
        _record(session, proposal, verdict, taken, label)


def _require_file(session: Session, proposal: Proposal) -> None:
    if session.text(proposal.question.file) is None and proposal.ask not in (Ask.COUNT, Ask.STATEMENT):
        raise EditError(
            f"„{proposal.title}“ gibt es in der Mappe nicht mehr.", hint="Die Antwort lässt sich ablehnen."
        )


def _require_valid(session: Session, question: Question) -> None:
    role = role_of(question.file)
    if role and not schema.is_valid(role.kind, session.value(question.file)):
        raise EditError(
            "Das Ergebnis wäre keine gültige Datei; es wurde nichts geändert.",
            hint="Bitte zuerst beheben, was die Prüfung zu dieser Stelle sagt.",
        )


def _record(
    session: Session, proposal: Proposal, verdict: Verdict, taken: Mapping[str, str], label: str
) -> None:
    path = ("answers", proposal.number)
    request = session.dossier.rounds[proposal.cycle].requests[proposal.request.id]
    if proposal.number >= len(request.answers) or request.answers[proposal.number] != proposal.answer:
        raise EditError("Die Antwort ist inzwischen eine andere; bitte die Liste neu ansehen.")
    changes = [
        Change((*path, "verdict"), verdict.value),
        Change((*path, "by"), REMOVE if verdict is Verdict.UNREAD else signer(session) or REMOVE),
        Change((*path, "decided"), session.today().isoformat()),
        Change(
            (*path, "taken"), {box: text.strip() for box, text in taken.items() if text.strip()} or REMOVE
        ),
    ]
    session.edit(proposal.request.where.file, changes, label)


def _state(session: Session, proposal: Proposal, values: Values, verdict: Verdict) -> list[Change]:
    path = tuple(proposal.question.path.split("/"))[:-1]
    who = proposal.request.answerer(proposal.answer)
    unread = verdict is Verdict.UNREAD
    return [
        Change((*path, "state"), values["state"]),
        # Nobody has looked at it yet, so nobody has confirmed it.
        Change((*path, "confirmed"), REMOVE if unread else session.today().isoformat()),
        Change((*path, "by"), REMOVE if unread else who),
    ]


def _change(session: Session, proposal: Proposal, values: Values, _verdict: Verdict) -> list[Change]:
    path = tuple(proposal.question.path.split("/"))[:-1]
    entry = value_at(session, proposal.question.file, path)
    state = entry.get("state") if isinstance(entry, Mapping) else None
    key = "reason" if state == EvidenceState.ENDED else "change"
    changes = [Change((*path, key), values["change"])]
    return changes if state else [Change((*path, "state"), EvidenceState.OPEN.value), *changes]


def _plain(_session: Session, proposal: Proposal, values: Values, _verdict: Verdict) -> list[Change]:
    return [Change(place_of(proposal.question.path), values[proposal.ask.value])]


def _appended(session: Session, proposal: Proposal, values: Values, _verdict: Verdict) -> list[Change]:
    entry = dict(values)
    listed = value_at(session, proposal.question.file, ("results",))
    listed = listed if isinstance(listed, list) else []
    # What was taken over unread is there already when somebody confirms it.
    return [] if entry in listed else [Change(("results", len(listed)), entry)]


def _statement(session: Session, proposal: Proposal, values: Values, _verdict: Verdict) -> list[Change]:
    path = place_of(proposal.question.path)
    decided = value_at(session, proposal.question.file, (*path[:-1], "applies"))
    changes = [Change(path, f"{values['statement']}\n")]
    return changes if decided is not None else [Change((*path[:-1], "applies"), value=True), *changes]


def _counts(session: Session, proposal: Proposal, values: Values, _verdict: Verdict) -> list[Change]:
    question = proposal.question
    at = row_number(session, question)
    if at is not None:
        return [Change(("rows", at, box), value) for box, value in values.items()]
    rows = value_at(session, question.file, ("rows",))
    row = {**question.group, **values}
    if isinstance(rows, list):
        return [Change(("rows", len(rows)), row)]
    role = role_of(question.file)
    day = role.id if role else ""
    beginning = [
        Change(("as_of",), int(day) if day.isdecimal() else day),
        Change(("basis",), "heads"),
        Change(("source",), proposal.request.answerer(proposal.answer)),
    ]
    return [*(beginning if session.text(question.file) is None else []), Change(("rows",), [row])]


def _proof(session: Session, proposal: Proposal, values: Values, beside: Path | None) -> list[Change]:
    """Append a proof, with its file where that was sent along."""
    name = str(values.get("file", ""))
    listed = value_at(session, proposal.question.file, ("proofs",))
    listed = listed if isinstance(listed, list) else []
    title = str(values.get("title") or Path(name).stem or name)
    if any(isinstance(proof, Mapping) and proof.get("title") == title for proof in listed):
        return []
    # Only a name: a path could lead anywhere.
    lies = beside / Path(name.replace("\\", "/")).name if beside and name else None
    found = attach(session, lies) if lies and lies.is_file() and not lies.is_symlink() else {}
    entry = {**found, "title": title, **({"dated": values["dated"]} if "dated" in values else {})}
    return [Change(("proofs", len(listed)), {**entry, "release": "internal"})]


_Changes = Callable[[Session, Proposal, Values, Verdict], list[Change]]
_CHANGES: Mapping[Ask, _Changes] = MappingProxyType(
    {
        Ask.STATE: _state,
        Ask.CHANGE: _change,
        Ask.RESPONSIBLE: _plain,
        Ask.PARTNERS: _plain,
        Ask.RESULT: _appended,
        Ask.STATEMENT: _statement,
        Ask.COUNT: _counts,
    }
)
