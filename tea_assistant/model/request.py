"""What a department was asked, and what it answered."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct, field

from tea_assistant.model.source import NOWHERE, Source


class Ask(StrEnum):
    """What a question is about, which decides how its answer goes into the dossier."""

    STATE = "state"
    CHANGE = "change"
    RESPONSIBLE = "responsible"
    PARTNERS = "partners"
    RESULT = "result"
    PROOF = "proof"
    STATEMENT = "statement"
    COUNT = "count"


BOXES: Mapping[Ask, tuple[str, ...]] = MappingProxyType(
    {
        Ask.STATE: ("state",),
        Ask.CHANGE: ("change",),
        Ask.RESPONSIBLE: ("responsible",),
        Ask.PARTNERS: ("partners",),
        Ask.RESULT: ("value", "unit", "text", "as_of", "source"),
        Ask.PROOF: ("file", "dated", "title"),
        Ask.STATEMENT: ("statement",),
        Ask.COUNT: ("total", "women", "men", "diverse", "note"),
    }
)
"""The boxes of a form that the answer to each question fills, by name."""


def ask_at(path: str) -> Ask:
    """Tell from the place of an answer what its question is about."""
    steps = path.split("/")
    lists = {"results": Ask.RESULT, "proofs": Ask.PROOF, "rows": Ask.COUNT}
    return lists.get(steps[0]) or Ask(steps[-1])


class Verdict(StrEnum):
    """What a person made of an answer."""

    ACCEPTED = "accepted"
    CHANGED = "changed"
    REFUSED = "refused"
    UNREAD = "unread"
    """Taken over without a look at it; somebody still has to confirm it."""


class Question(Struct, frozen=True):
    """One thing that was asked, with the value that was sent along."""

    ask: Ask | None = None
    file: str = ""
    path: str = ""
    """Where the answer belongs, as `cycles/2025/state`."""
    group: Mapping[str, str] = field(default_factory=dict)
    """Of a row of figures: whom it counts, as rows change their places."""
    sent: Mapping[str, str] = field(default_factory=dict)
    """What stood in the form when it went out, by the name of the box."""
    fingerprint: str = ""


class Return(Struct, frozen=True):
    """A form that came back."""

    document: str = ""
    sha256: str = ""
    received: str = ""
    answered_by: str = ""
    answered: str = ""
    """When it was filled in, as it says itself."""


class ReceivedAnswer(Struct, frozen=True):
    """What came back to one question, and what became of it."""

    question: str = ""
    answer: Mapping[str, str] = field(default_factory=dict)
    """As it was written, by the name of the box."""
    place: str = ""
    """Where in the document it stands."""
    document: str = ""
    received: str = ""
    answered_by: str = ""
    answered: str = ""
    verdict: Verdict | None = None
    """None while nobody has decided."""
    taken: Mapping[str, str] = field(default_factory=dict)
    """What went into the dossier where it is not what was written."""
    by: str = ""
    decided: str = ""

    @property
    def is_open(self) -> bool:
        """Tell whether somebody still has to look at it."""
        return self.verdict in (None, Verdict.UNREAD)


class Request(Struct, frozen=True):
    """A form that went out to a department."""

    id: str
    where: Source = NOWHERE
    department: str = ""
    to: str = ""
    """Whom in the department, as a name or an address."""
    asked: str = ""
    by: str = ""
    until: str = ""
    note: str = ""
    seal: str = ""
    """Tells this form from every other one, also in another dossier."""
    closed: str = ""
    questions: Mapping[str, Question] = field(default_factory=dict)
    returned: tuple[Return, ...] = ()
    answers: tuple[ReceivedAnswer, ...] = ()

    @property
    def open_answers(self) -> tuple[ReceivedAnswer, ...]:
        """What came back and waits for a person."""
        return tuple(answer for answer in self.answers if answer.is_open)

    def answerer(self, answer: ReceivedAnswer) -> str:
        """Name who answered: the person with the department, as far as they are known."""
        named = self.department in answer.answered_by
        return ", ".join(filter(None, (answer.answered_by, "" if named else self.department)))
