"""TEA424: a part is largely filled in and says hardly anything."""

from collections.abc import Iterator

from tea_assistant.checks.completeness import completeness
from tea_assistant.checks.lengths import PartLength, pages_text, part_lengths, share_text, where_written
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import PartKind
from tea_assistant.model.finding import Finding, Severity

_WRITTEN = (PartKind.UNDERSTANDING, PartKind.ACTION_FIELD)
"""The other parts are lists: as long as what there is to list."""
_LITTLE = 0.15
"""Below this part of its share a part is nearly empty."""
_ENOUGH = 0.5
"""Of what is asked; as long as less is done, what is missing is reported already."""


def _check(application: Application) -> Iterator[Finding]:
    short = [length for length in part_lengths(application) if _is_short(length)]
    done = completeness(application) if short else None
    for length in short:
        progress = done.part(length.part.id) if done else None
        if progress and progress.share >= _ENOUGH:
            yield RULE.finding(
                *where_written(application, length.part),
                f"Dieser Teil ist fast leer: {pages_text(length.pages)} von etwa "
                f"{share_text(length.part)} Seiten.",
                "Ein Beispiel mit Zahlen und Daten sagt der Jury mehr als ein Satz.",
                length.part.id,
            )


def _is_short(length: PartLength) -> bool:
    return length.part.kind in _WRITTEN and length.pages < length.budget * _LITTLE


RULE = Rule(
    code="TEA424",
    severity=Severity.HINT,
    title="Teil fast leer",
    why=(
        "Das meiste ist ausgefüllt, aber so knapp, dass die Jury kaum etwas erfährt. In Aktionsfeldern und "
        "Grundverständnis überzeugen Beispiele, Ergebnisse und Entwicklungen; dafür ist Platz vorgesehen."
    ),
    wrong="af04: 0,3 von 3 Seiten, alles angekreuzt und mit einem Satz erklärt",
    right="af04: 2,4 von 3 Seiten",
    check=_check,
)
