"""The answers that wait for a person: what was sent, what stands there now, what came back."""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct

from tea_assistant.importing.requests.xlsx import COLUMNS
from tea_assistant.model.cycle import Round
from tea_assistant.model.request import BOXES, Ask, Question, ReceivedAnswer, Request, Verdict
from tea_assistant.services.requests.form import about, question_title
from tea_assistant.services.requests.present import present
from tea_assistant.services.requests.reading import fits
from tea_assistant.services.requests.values import box_labels, evened, values_of
from tea_assistant.services.session import Session

_ROW = ", Zeile "


class Proposal(Struct, frozen=True):
    """One answer beside the present state."""

    cycle: str
    request: Request
    number: int
    """Which answer of the request it is, from 0."""
    answer: ReceivedAnswer
    question: Question
    title: str
    """What it is about, such as the measure."""
    asked: str
    """The question in German."""
    sent: str
    now: str
    said: str
    troubles: tuple[str, ...]
    """German: why it cannot be taken over as it is."""

    @property
    def key(self) -> str:
        """What tells it from the others."""
        return f"{self.cycle}/{self.request.id}/{self.number}"

    @property
    def moved(self) -> bool:
        """Tell whether the dossier has changed there since the form went out."""
        return self.now != self.sent

    @property
    def confirms(self) -> bool:
        """Tell whether the answer says what stands there already."""
        return bool(self.said) and self.said == self.now

    @property
    def ask(self) -> Ask:
        """What the question is about."""
        assert self.question.ask is not None
        return self.question.ask


def proposals(session: Session) -> list[Proposal]:
    """Return what waits for a decision, of all requests whose answers still have a place here."""
    rounds = sorted(session.dossier.rounds.items(), reverse=True)
    return [
        proposal
        for cycle, round_ in rounds
        for request in _requests(round_)
        for proposal in proposals_of(session, cycle, request, request.answers)
        if proposal.answer.is_open
    ]


def proposals_of(
    session: Session, cycle: str, request: Request, answers: Iterable[ReceivedAnswer]
) -> Iterator[Proposal]:
    """Yield answers of a request beside the present state; those of lost questions are left out."""
    for number, answer in enumerate(answers):
        question = request.questions.get(answer.question)
        if question is None or question.ask is None or not fits(session, cycle, question):
            continue
        yield _proposal(session, cycle, request, number, answer)


def as_lines(ask: Ask, boxes: Mapping[str, str]) -> str:
    """Write the boxes of a question as a text: alone as it is, several with their names."""
    said = evened(ask, boxes)
    names = box_labels(ask)
    if len(BOXES[ask]) == 1:
        return next(iter(said.values()), "")
    return "\n".join(f"{names[box]}: {said[box]}" for box in BOXES[ask] if said.get(box))


def boxes_of(ask: Ask, text: str) -> dict[str, str]:
    """Read what `as_lines` wrote, after a person has changed it."""
    if len(BOXES[ask]) == 1:
        return {BOXES[ask][0]: text.strip()} if text.strip() else {}
    names = {name.casefold(): box for box, name in box_labels(ask).items()}
    found: dict[str, str] = {}
    last = ""
    for line in text.splitlines():
        name, colon, said = line.partition(":")
        box = names.get(name.strip().casefold()) if colon else None
        if box:
            last = box
            found[box] = said.strip()
        elif last and line.strip():
            found[last] = f"{found[last]} {line.strip()}"
    return {box: said for box, said in found.items() if said}


def _requests(round_: Round) -> list[Request]:
    return [request for _, request in sorted(round_.requests.items()) if request.open_answers]


def _proposal(
    session: Session, cycle: str, request: Request, number: int, answer: ReceivedAnswer
) -> Proposal:
    question = request.questions[answer.question]
    ask = question.ask
    assert ask is not None
    application = session.application
    now = present(session, question)
    return Proposal(
        cycle,
        request,
        number,
        answer,
        question,
        about(application, question),
        question_title(application, question),
        as_lines(ask, question.sent),
        as_lines(ask, now),
        _complete(ask, now, answer),
        troubles_of(ask, answer.answer, answer.place),
    )


def _complete(ask: Ask, now: Mapping[str, str], answer: ReceivedAnswer) -> str:
    """Write an answer; of a row of figures also the cells that stay, so that both sides can be compared."""
    boxes = {**now, **answer.answer} if ask is Ask.COUNT else answer.answer
    return as_lines(ask, boxes)


def troubles_of(ask: Ask, boxes: Mapping[str, str], place: str = "") -> tuple[str, ...]:
    """Say why texts cannot be taken over, each with the cell where it stands."""
    _, troubles = values_of(ask, boxes)
    names = box_labels(ask)
    return tuple(f"{_where(place, each.box, names)} {each.message}." for each in troubles)


def _where(place: str, box: str, names: Mapping[str, str]) -> str:
    sheet, found, row = place.partition(_ROW)
    if found:
        return f"Blatt „{sheet}“, Zelle {COLUMNS[box]}{row}"
    return f"{place}, „{names[box]}“" if place else f"„{names[box]}“"


def sign(proposal: Proposal) -> str:
    """Return one character that says how a proposal stands."""
    if proposal.troubles:
        return "✗"
    if proposal.answer.verdict is Verdict.UNREAD:
        return "◐"
    return "!" if proposal.moved and not proposal.confirms else "○"
