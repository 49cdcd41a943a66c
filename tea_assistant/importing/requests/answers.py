"""A request form that came back: which one it is, who filled it in, and what stands in its boxes."""

from collections.abc import Mapping

from msgspec import Struct, field

from tea_assistant.importing.requests.identity import Identity

ANSWERED_BY, ANSWERED = "Ausgefüllt von", "Ausgefüllt am"
"""What the form asks of whoever fills it in; the answers stand under these words."""


class FilledIn(Struct, frozen=True):
    """The boxes of one question."""

    boxes: Mapping[str, str]
    """By name, without the empty ones."""
    place: str
    """German: where in the document they stand."""


class ReturnedForm(Struct, frozen=True):
    """A form that came back."""

    name: str
    identity: Identity
    answered_by: str = ""
    answered: str = ""
    filled: Mapping[str, FilledIn] = field(default_factory=dict)
    """By the number of the question."""
    notes: tuple[str, ...] = ()
    """German: what a person should know about it."""


def missing_note(identity: Identity, found: Mapping[str, object]) -> tuple[str, ...]:
    """Say which questions are no longer in the form."""
    lost = [marker.question for marker in identity.markers if marker.question not in found]
    if not lost:
        return ()
    what = "Die Frage" if len(lost) == 1 else "Die Fragen"
    verb = "steht" if len(lost) == 1 else "stehen"
    return (f"{what} {', '.join(lost)} {verb} nicht mehr im Formular (Zeile oder Blatt gelöscht).",)
