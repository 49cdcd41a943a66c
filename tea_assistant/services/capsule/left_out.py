"""What belongs to a round and stays out of its capsule, with the reason."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from msgspec import Struct


class Reason(StrEnum):
    """Why a file stays out."""

    INTERNAL = "internal"
    """Called internal somewhere in the dossier, which counts everywhere."""
    MISSING = "missing"
    OUTSIDE = "outside"
    """The path leaves the dossier, or leads over a link."""
    TOO_LARGE = "too_large"
    UNREADABLE = "unreadable"
    OTHER_ROUND = "other_round"
    """No attachment of this round."""
    SMALL_GROUPS = "small_groups"
    """Counts so few people that they can be recognised."""
    REVIEW = "review"
    """What reviewers wrote is for the house."""


_WORDS: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.INTERNAL: "nicht zur Veröffentlichung freigegeben",
        Reason.MISSING: "Datei nicht gefunden",
        Reason.OUTSIDE: "liegt außerhalb der Mappe oder hinter einer Verknüpfung",
        Reason.TOO_LARGE: "größer als 50 MB",
        Reason.UNREADABLE: "lässt sich nicht lesen",
        Reason.OTHER_ROUND: "keine Anlage dieser Runde",
        Reason.SMALL_GROUPS: "enthält Zahlen kleiner Gruppen",
        Reason.REVIEW: "Vermerke der Prüfung",
    }
)


class LeftOut(Struct, frozen=True):
    """A file that stays out."""

    title: str
    file: str
    """As the dossier names it."""
    reason: Reason

    @property
    def text(self) -> str:
        """Say in German what stays out and why."""
        named = self.title if self.title == self.file or not self.file else f"{self.title} ({self.file})"
        return f"{named}: {_WORDS[self.reason]}"
