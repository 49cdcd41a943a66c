"""What a report tells of the people who reviewed the application."""

from enum import StrEnum

from msgspec import Struct


class Worth(StrEnum):
    """What a sign-off is worth today."""

    APPROVED = "approved"
    VOID = "void"
    """Something has changed since."""
    GONE = "gone"
    """What was signed is not there any more."""


class Answer(Struct, frozen=True):
    """A reply to a remark."""

    by: str
    made: str
    text: str
    state: str
    """German: what it says has become of the remark; empty where it says nothing to that."""


class Remark(Struct, frozen=True):
    """A comment with its answers."""

    item: str
    """Key of what it is about."""
    title: str
    kind: str
    """German: a comment, or a wish for a change."""
    by: str
    made: str
    quote: str
    text: str
    state: str
    """German."""
    open: bool
    answers: tuple[Answer, ...]


class Difference(Struct, frozen=True):
    """What is not as it was when it was signed."""

    title: str
    old: str | None
    """None where nobody has the wording any more."""
    new: str


class Signature(Struct, frozen=True):
    """What somebody signed, and what that is worth today."""

    item: str
    title: str
    made: str
    worth: Worth
    differences: tuple[Difference, ...] = ()


class Person(Struct, frozen=True):
    """A reviewer with the sign-offs."""

    name: str
    """With the role."""
    signatures: tuple[Signature, ...]
    total: int
    """How many things can be signed."""

    def of(self, worth: Worth) -> tuple[Signature, ...]:
        """Return the sign-offs that are worth as much."""
        return tuple(signature for signature in self.signatures if signature.worth is worth)


class MissingRole(Struct, frozen=True):
    """What a role has still to sign in a part."""

    role: str
    part: str
    label: str
    open: int
    total: int


class Reviews(Struct, frozen=True):
    """All that reviewers said and signed."""

    remarks: tuple[Remark, ...] = ()
    """Open ones first."""
    people: tuple[Person, ...] = ()
    missing: tuple[MissingRole, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nobody has begun, and nobody has to."""
        return not (self.remarks or self.people or self.missing)
