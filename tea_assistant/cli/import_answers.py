"""Answers of departments, as `tea import` takes them in: shown, asked about one by one, put down."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from tea_assistant.cli import terminal
from tea_assistant.errors import TeaError

if TYPE_CHECKING:
    from tea_assistant.services.requests.proposals import Proposal
    from tea_assistant.services.requests.reading import Receipt
    from tea_assistant.services.session import Session

_QUESTION = "[ü]bernehmen, [ä]ndern, [n]icht übernehmen, [s]päter? "
_ACCEPT, _CHANGE, _REFUSE, _LATER = ("ü", "j", "ue"), ("ä", "ae", "u"), ("n",), ("s", "")
_NOT_YET = (
    "Nichts übernommen. Entscheiden lässt sich an einem Terminal oder auf dem Bildschirm unter „Antworten“; "
    "--accept-all übernimmt alles als unbestätigt."
)


def recognises(name: str, data: bytes) -> bool:
    """Tell whether a file is a form that a department has filled in."""
    from tea_assistant.services.requests.reading import is_answer

    return is_answer(name, data)


def take_in(session: "Session", documents: Sequence[tuple[Path, bytes]], arguments: Namespace) -> int:
    """Show what came back and let a person decide; without one, nothing is written."""
    from tea_assistant.services.requests.listing import as_json
    from tea_assistant.services.requests.reading import receive

    receipts = [receive(session, path, data) for path, data in documents]
    shown = [(receipt, _waiting(session, receipt)) for receipt in receipts]
    if arguments.format == "json":
        terminal.deliver(as_json(shown))
    if arguments.accept_all:
        for receipt in receipts:
            _accept_all(session, receipt, quiet=arguments.format == "json")
    elif arguments.format == "text":
        _show_or_ask(session, shown)
    return 0


def _show_or_ask(session: "Session", shown: "Sequence[tuple[Receipt, list[Proposal]]]") -> None:
    from tea_assistant.services.requests.listing import receipt_text

    asking = terminal.can_ask() and not session.read_only
    for receipt, proposals in shown:
        terminal.show(receipt_text(receipt, () if asking else proposals))
        if asking:
            _ask_all(session, receipt)
    if not asking and any(proposals for _, proposals in shown):
        terminal.tell(_NOT_YET)


def _waiting(session: "Session", receipt: "Receipt") -> "list[Proposal]":
    """Return what the form offers, recorded or not."""
    from tea_assistant.services.requests.proposals import proposals_of

    known = receipt.request.answers
    found = proposals_of(session, receipt.cycle, receipt.request, (*known, *receipt.answers))
    return [
        each for each in found if each.number >= len(known) or (each.answer.is_open and _same(each, receipt))
    ]


def _same(proposal: "Proposal", receipt: "Receipt") -> bool:
    return proposal.answer.document == receipt.form.document


def _recorded(session: "Session", receipt: "Receipt") -> "list[Proposal]":
    from tea_assistant.services.figures.takeover_write import saved
    from tea_assistant.services.requests.proposals import proposals
    from tea_assistant.services.requests.reading import record

    record(session, receipt)
    saved(session)
    here = (receipt.cycle, receipt.request.id)
    return [p for p in proposals(session) if (p.cycle, p.request.id) == here and _same(p, receipt)]


def _accept_all(session: "Session", receipt: "Receipt", *, quiet: bool) -> None:
    from tea_assistant.services.figures.takeover_write import saved
    from tea_assistant.services.requests.decisions import accept_unread

    taken, left = accept_unread(session, _recorded(session, receipt), receipt.folder)
    saved(session)
    if not quiet:
        told = [f"{receipt.form.document}: {taken} übernommen, noch nicht bestätigt."]
        told += [*(f"Hinweis: {note}" for note in receipt.notes)]
        told += [f"{len(left)} zu entscheiden:"] if left else []
        told += [f"  {each.answer.question}  {each.title}: {reason}" for each, reason in left]
        terminal.show("\n".join(told))


def _ask_all(session: "Session", receipt: "Receipt") -> None:
    from tea_assistant.services.requests.listing import proposal_lines

    numbers = [proposal.number for proposal in _recorded(session, receipt)]
    for at, number in enumerate(numbers, start=1):
        proposal = _again(session, receipt, number)
        if proposal is None:
            continue
        terminal.show(f"\n({at} von {len(numbers)})\n" + "\n".join(proposal_lines(proposal)))
        _ask(session, receipt, proposal)


def _again(session: "Session", receipt: "Receipt", number: int) -> "Proposal | None":
    """Return a proposal as it is after the decisions before it."""
    from tea_assistant.services.requests.proposals import proposals_of

    request = session.dossier.rounds[receipt.cycle].requests[receipt.request.id]
    found = proposals_of(session, receipt.cycle, request, request.answers)
    return next((each for each in found if each.number == number), None)


def _ask(session: "Session", receipt: "Receipt", proposal: "Proposal") -> None:
    from tea_assistant.services.figures.takeover_write import saved
    from tea_assistant.services.requests.decisions import accept, change, refuse

    while True:
        said = terminal.ask(_QUESTION).casefold()
        try:
            if said in _ACCEPT:
                accept(session, proposal, beside=receipt.folder)
            elif said in _CHANGE:
                if not (boxes := _other(proposal)):
                    continue
                change(session, proposal, boxes, beside=receipt.folder)
            elif said in _REFUSE:
                refuse(session, proposal)
            elif said not in _LATER:
                continue
        except TeaError as error:
            terminal.tell_error(error)
            continue
        saved(session)
        return


def _other(proposal: "Proposal") -> dict[str, str]:
    """Ask for each box anew; an empty line keeps what the department has written."""
    from tea_assistant.model.request import BOXES
    from tea_assistant.services.requests.values import box_labels

    names = box_labels(proposal.ask)
    boxes = {}
    for box in BOXES[proposal.ask]:
        before = proposal.answer.answer.get(box, "")
        typed = terminal.ask(f"{names[box]} [{' '.join(before.split())}]: ")
        if typed or before:
            boxes[box] = typed or before
    return boxes
