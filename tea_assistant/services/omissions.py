"""What a document leaves out because of small groups, told to those who write it."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from tea_assistant.figures.protect import Reason
from tea_assistant.figures.publication import Omission, published
from tea_assistant.services.session import Session

_REASONS: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.SMALL: "kleine Gruppe",
        Reason.REVEALS: "lässt auf eine kleine Gruppe schließen",
    }
)


def omissions_text(session: Session) -> str:
    """List the figures that are not printed, by round and reason; empty where all are."""
    publication = published(session.application)
    found = publication.omissions()
    if not found:
        return ""
    figures = "1 Kennzahl" if len(found) == 1 else f"{len(found)} Kennzahlen"
    threshold = publication.protection.threshold
    head = f"Wegen kleiner Gruppen (weniger als {threshold} Personen) nicht gedruckt: {figures}"
    return "\n".join([head, *_lines(found)])


def _lines(found: Sequence[Omission]) -> Iterator[str]:
    for cycle in dict.fromkeys(each.cycle for each in found):
        for reason, words in _REASONS.items():
            if titles := [each.title for each in found if (each.cycle, each.reason) == (cycle, reason)]:
                yield f"  {cycle}, {words}: {'; '.join(titles)}"
