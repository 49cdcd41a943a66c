"""What juries wished for and the organisation announced, as far as a round still owes an answer."""

from msgspec import Struct

from tea_assistant.model.dossier import Dossier
from tea_assistant.model.review import Answer, JuryExpectation, Outcome

_SETTLED = (Outcome.DONE, Outcome.DROPPED)


class DueExpectation(Struct, frozen=True):
    """An expectation that a round has to answer."""

    round: str
    """The round whose jury file holds it."""
    index: int
    """Its place in the list of that file."""
    expectation: JuryExpectation
    answer: Answer | None
    """What became of it; None while the round owes the answer."""
    answered: str = ""
    """The round that answered."""
    before: tuple[tuple[str, Answer], ...] = ()
    """Earlier answers that left it open, as (round, answer), oldest first."""


def due_expectations(dossier: Dossier, cycle: str, *, since: str = "") -> tuple[DueExpectation, ...]:
    """Return what a round has to answer: all that was not yet done or dropped in the round before it.

    With another round in `since`, the answers of the rounds in between count as well.
    """
    since = since or max((round_ for round_ in dossier.rounds if round_ < cycle), default="")
    return tuple(
        due
        for round_ in sorted(dossier.rounds)
        if round_ < cycle and (jury := dossier.rounds[round_].jury)
        for index, expectation in enumerate(jury.expectations)
        if (due := _due(round_, index, expectation, since, cycle))
    )


def _due(
    round_: str, index: int, expectation: JuryExpectation, since: str, cycle: str
) -> DueExpectation | None:
    # An answer without a state says nothing yet.
    answers = [(c, a) for c, a in sorted(expectation.answers.items()) if a.state is not None and c <= cycle]
    if any(answer.state in _SETTLED for c, answer in answers if c <= since):
        return None
    final = [(c, a) for c, a in answers if c == cycle or a.state in _SETTLED]
    answered, answer = final[0] if final else ("", None)
    before = tuple((c, a) for c, a in answers if c < (answered or cycle))
    return DueExpectation(round_, index, expectation, answer, answered, before)
