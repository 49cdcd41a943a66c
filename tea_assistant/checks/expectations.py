"""What a round still owes to earlier juries, and to what the organisation announced to them."""

import textwrap
from collections.abc import Iterator

from msgspec import Struct

from tea_assistant.checks.quotes import quoted
from tea_assistant.model.application import Application
from tea_assistant.model.review import Answer, JuryExpectation, Outcome
from tea_assistant.model.source import Path, Source

_SETTLED = (Outcome.DONE, Outcome.DROPPED)
_SHOWN = 120
"""As much of an expectation stands in a message."""


class Owed(Struct, frozen=True):
    """An expectation that this round has to answer."""

    expectation: JuryExpectation
    cycle: str
    """The round whose jury decision holds it."""
    where: Source
    path: Path
    """Where the answer of this round belongs."""
    part: str
    answer: Answer
    """What this round says to it; empty while nothing does."""

    @property
    def is_answered(self) -> bool:
        """Tell whether this round says what became of it, and why where it was dropped."""
        return self.answer.state is not None and not self.lacks_reason

    @property
    def lacks_reason(self) -> bool:
        """Tell whether it was dropped without a word."""
        return self.answer.state is Outcome.DROPPED and not self.answer.text.strip()

    @property
    def shown(self) -> str:
        """The expectation as messages quote it."""
        return quoted(
            textwrap.shorten(self.expectation.text or self.expectation.id, _SHOWN, placeholder=" …")
        )


def owed(application: Application) -> Iterator[Owed]:
    """Yield every expectation that no earlier round has settled, oldest jury first."""
    parts = {part.id for part in application.parts}
    this = application.cycle.id
    for round_ in reversed(application.prior_rounds):
        if round_.jury is None:
            continue
        for index, expectation in enumerate(round_.jury.expectations):
            if not _is_settled(expectation, this):
                path = ("expectations", index, "answers", this)
                part = expectation.field if expectation.field in parts else ""
                answer = expectation.answers.get(this, Answer())
                yield Owed(expectation, round_.cycle.id, round_.jury.where, path, part, answer)


def _is_settled(expectation: JuryExpectation, cycle: str) -> bool:
    return any(answer.state in _SETTLED for c, answer in expectation.answers.items() if c < cycle)
