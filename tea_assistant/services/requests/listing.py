"""Requests and answers as people and programs read them."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from tea_assistant.model.request import Request
from tea_assistant.prose.dates import german_date
from tea_assistant.services.plain_table import table
from tea_assistant.services.progress import as_json_text
from tea_assistant.services.requests.form import about, question_title
from tea_assistant.services.requests.proposals import Proposal
from tea_assistant.services.requests.reading import Receipt
from tea_assistant.services.requests.requests import RequestState, Sent, requests_of, state_of
from tea_assistant.services.session import Session

WORDS: Mapping[RequestState, str] = MappingProxyType(
    {
        RequestState.WAITING: "wartet",
        RequestState.OVERDUE: "überfällig",
        RequestState.TO_DECIDE: "zu entscheiden",
        RequestState.ANSWERED: "beantwortet",
        RequestState.CLOSED: "abgeschlossen",
        RequestState.UNREADABLE: "nicht lesbar, siehe Befunde",
    }
)
"""What each state of a request is called."""
SIGNS: Mapping[RequestState, str] = MappingProxyType(
    {
        RequestState.WAITING: "○",
        RequestState.OVERDUE: "!",
        RequestState.TO_DECIDE: "◐",
        RequestState.ANSWERED: "✓",
        RequestState.CLOSED: "✓",
        RequestState.UNREADABLE: "✗",
    }
)
"""How each state is marked, as colour alone says nothing."""
_DONE = (RequestState.ANSWERED, RequestState.CLOSED)


def list_text(session: Session) -> str:
    """List the requests of the round, what waits first."""
    requests = requests_of(session)
    if not requests:
        return f"In der Runde {session.cycle} wurde noch niemand gefragt.\n"
    head = ("", "Anfrage", "Fachstelle", "gefragt", "bis", "Fragen", "Stand")
    rows = [_row(request, session) for request in requests]
    waiting = sum(state_of(request, session) not in _DONE for request in requests)
    count = "1 Anfrage ist offen." if waiting == 1 else f"{waiting} Anfragen sind offen."
    return "\n".join([f"Anfragen der Runde {session.cycle}", "", *table(head, rows), "", count]) + "\n"


def list_values(session: Session) -> str:
    """List the requests of the round for programs."""
    requests = [_values(request, session) for request in requests_of(session)]
    return as_json_text({"format": 1, "cycle": session.cycle, "requests": requests})


def sent_values(sent: Sent, session: Session) -> str:
    """Say for programs what was written."""
    paths = [str(path) for path in sent.paths]
    # As the dossier has it now: only that is known to be readable.
    request = next(each for each in requests_of(session) if each.id == sent.request.id)
    return as_json_text({"format": 1, "request": _values(request, session), "files": paths})


def state_text(request: Request, session: Session) -> str:
    """Say where a request stands."""
    state = state_of(request, session)
    waiting = len(request.open_answers)
    return f"{waiting} {WORDS[state]}" if state is RequestState.TO_DECIDE else WORDS[state]


def sent_text(sent: Sent) -> str:
    """Say what was written, and what to do with it."""
    request = sent.request
    until = f", Antwort bis {german_date(request.until)}" if request.until else ""
    count = "1 Frage" if len(request.questions) == 1 else f"{len(request.questions)} Fragen"
    lines = [f"Anfrage „{request.id}“ an {request.department}: {count}{until}"]
    lines += [f"  {path}" for path in sent.paths]
    lines.append("Bitte eine der Dateien verschicken. Die Antwort nimmt auf: tea import DATEI")
    return "\n".join(lines) + "\n"


def receipt_text(receipt: Receipt, proposals: Sequence[Proposal]) -> str:
    """Show what came back beside what stands there."""
    form = receipt.form
    who = f" von {form.answered_by}" if form.answered_by else ""
    when = f", ausgefüllt am {form.answered}" if form.answered else ""
    blocks = [[f"{form.document}: Antwort{who} auf die Anfrage an {receipt.request.department}{when}"]]
    blocks += [[f"Hinweis: {note}"] for note in receipt.notes]
    blocks += [list(proposal_lines(proposal)) for proposal in proposals]
    return "\n\n".join("\n".join(block) for block in blocks) + "\n"


def proposal_lines(proposal: Proposal) -> Iterator[str]:
    """Show one answer beside the present state; what was sent too, where the dossier changed meanwhile."""
    yield f"{proposal.answer.question}  {proposal.title}: {proposal.asked}"
    if proposal.moved:
        yield from _labelled("mitgeschickt", proposal.sent)
    yield from _labelled("in der Mappe", proposal.now)
    yield from _labelled("Antwort", proposal.said)
    if proposal.moved:
        yield "  ! In der Mappe hat sich das seit der Anfrage geändert."
    elif proposal.confirms:
        yield "  = bestätigt, was schon dasteht."
    for trouble in proposal.troubles:
        yield f"  ✗ {trouble}"


def as_json(receipts: Sequence[tuple[Receipt, Sequence[Proposal]]]) -> str:
    """Write what came back for programs."""
    forms = [
        {
            "document": receipt.form.document,
            "request": receipt.request.id,
            "cycle": receipt.cycle,
            "department": receipt.request.department,
            "answered_by": receipt.form.answered_by,
            "notes": list(receipt.notes),
            "proposals": [_plain(proposal) for proposal in proposals],
        }
        for receipt, proposals in receipts
    ]
    return as_json_text({"format": 1, "documents": forms})


def _plain(proposal: Proposal) -> dict[str, object]:
    return {
        "question": proposal.answer.question,
        "ask": proposal.ask.value,
        "file": proposal.question.file,
        "path": proposal.question.path,
        "title": proposal.title,
        "sent": proposal.sent,
        "now": proposal.now,
        "answer": proposal.said,
        "changed_meanwhile": proposal.moved,
        "problems": list(proposal.troubles),
        "place": proposal.answer.place,
    }


def history_lines(session: Session, request: Request) -> Iterator[str]:
    """Tell what became of a request: when it went out, who answered what, and who decided."""
    until = f", Antwort bis {german_date(request.until)}" if request.until else ""
    yield f"{german_date(request.asked)}: gefragt von {request.by or 'unbekannt'}{until}"
    for back in request.returned:
        who = f" von {back.answered_by}" if back.answered_by else ""
        yield f"{german_date(back.received)}: {back.document} kam zurück{who}"
    for answer in request.answers:
        question = request.questions.get(answer.question)
        what = about(session.application, question) if question else answer.question
        asked = question_title(session.application, question) if question else ""
        verdict = answer.verdict
        word = (
            session.application.labels.value("request", "answers", "verdict", verdict.value)
            if verdict
            else ""
        )
        by = f" von {answer.by}" if answer.by else ""
        decided = f"{word}{by} am {german_date(answer.decided)}" if verdict else "noch zu entscheiden"
        yield f"  {what}: {asked} – {decided}"
    if request.closed:
        yield f"{german_date(request.closed)}: abgeschlossen"


def _labelled(label: str, text: str) -> Iterator[str]:
    first, *rest = text.splitlines() or ["–"]
    yield f"  {label + ':':<14}{first}"
    yield from (f"  {'':<14}{line}" for line in rest)


def _values(request: Request, session: Session) -> dict[str, object]:
    return {
        "id": request.id,
        "department": request.department,
        "asked": request.asked,
        "until": request.until or None,
        "questions": len(request.questions),
        "to_decide": len(request.open_answers),
        "state": state_of(request, session).value,
    }


def _row(request: Request, session: Session) -> tuple[str, ...]:
    return (
        SIGNS[state_of(request, session)],
        request.id,
        request.department,
        german_date(request.asked),
        german_date(request.until) or "–",
        str(len(request.questions)),
        state_text(request, session),
    )
