"""The German words and numbers that all forms of a report share."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from tea_assistant.model.finding import Severity
from tea_assistant.prose.dates import german_date
from tea_assistant.report.content import Changes, FullReport, ProofState
from tea_assistant.report.reviews import MissingRole, Person, Reviews, Worth

TITLE = "Prüfbericht"
BLOCKERS = "Was die Abgabe verhindert"
CHANGES = "Seit dem letzten Bericht"
PARTS = "Warnungen und Hinweise nach Teilen"
MATRIX = "Aktivitäten und Maßnahmen"
PROOFS = "Nachweise"
REVIEWS = "Anmerkungen und Freigaben"
MISSING = "Noch freizugeben"
NO_WORDING = "Der freigegebene Wortlaut liegt nicht mehr vor."
ACCEPTED = "Hingenommen"
NO_BLOCKERS = "Kein Fehler: Nichts verhindert die Abgabe."
UNLINKED = "In dieser Runde nicht verknüpft"
DISCRETION = "Nur für das eigene Haus: Der Bericht kann Zahlen aus kleinen Gruppen und interne Texte nennen."
SEVERITIES: Mapping[Severity, tuple[str, str]] = MappingProxyType(
    {
        Severity.ERROR: ("Fehler", "Fehler"),
        Severity.WARNING: ("Warnung", "Warnungen"),
        Severity.HINT: ("Hinweis", "Hinweise"),
    }
)
"""Of each weight the word for one and for many."""


WORTHS: Mapping[Worth, str] = MappingProxyType(
    {Worth.APPROVED: "Freigegeben", Worth.VOID: "Hinfällig", Worth.GONE: "Nicht mehr da"}
)
"""What a sign-off is worth."""


def day(value: date) -> str:
    """Write a day as 22.11.2026."""
    return f"{value:%d.%m.%Y}"


def standing(report: FullReport) -> str:
    """Say of which day the report is, and how much time is left."""
    return f"Stand {day(report.made)} · {report.deadline}"


def percent(share: float) -> str:
    """Write a share in per cent, cut down to whole numbers, so that only what is done has 100."""
    # The small addition makes up for 0.29 * 100 being a little less than 29.
    return f"{int(share * 100 + 1e-9)} %"


def counted(number: int, one: str, many: str) -> str:
    """Write a number with its noun."""
    return f"{number} {one if number == 1 else many}"


def counts(report: FullReport) -> str:
    """Say how many findings of each weight stand."""
    return ", ".join(counted(report.counts[s], *SEVERITIES[s]) for s in Severity)


def since(changes: Changes) -> str:
    """Say with what the report is compared."""
    then = changes.since
    made = f"vom {german_date(then.date)}" if then.date else "ohne Datum"
    return f"Verglichen mit dem Bericht {made}"


def progress_since(report: FullReport, changes: Changes) -> str:
    """Say how complete the application was then and is now."""
    return f"Vollständigkeit: {percent(changes.since.completeness.overall)} → {percent(report.overall)}"


def summary(changes: Changes) -> str:
    """Say how many findings are new, gone, accepted and still there."""
    parts = [
        f"{len(changes.new)} neu",
        f"{len(changes.gone)} erledigt",
        f"{changes.remaining} unverändert",
    ]
    if changes.accepted:
        parts.insert(2, f"{len(changes.accepted)} hingenommen")
    return "Befunde: " + ", ".join(parts)


def part_changes(report: FullReport, changes: Changes) -> Iterator[str]:
    """Yield the parts whose completeness has become different."""
    for part in report.progress:
        then = changes.since.completeness.parts.get(part.part)
        if then is not None and percent(then.share) != percent(part.share):
            yield f"{part.label}: {percent(then.share)} → {percent(part.share)}"


def unclear(proofs: Iterable[ProofState]) -> str:
    """Say how many proofs leave something to clear up."""
    found = list(proofs)
    return f"{sum(bool(proof.problems) for proof in found)} von {len(found)} zu klären."


def moment(made: str) -> str:
    """Write when something was said or signed: 02.03.2025, 10:15 Uhr."""
    date_, _, time = made.partition("T")
    return f"{german_date(date_)}, {time[:5]} Uhr" if time else german_date(date_)


def remarks(reviews: Reviews) -> str:
    """Say how many comments there are, and how many of them are open."""
    still = sum(remark.open for remark in reviews.remarks)
    return f"{counted(len(reviews.remarks), 'Anmerkung', 'Anmerkungen')}, davon {still} offen"


def signed(person: Person) -> str:
    """Say how much somebody has signed, and how much of it holds."""
    told = [f"{len(person.of(Worth.APPROVED))} von {counted(person.total, 'Stelle', 'Stellen')} freigegeben"]
    if void := len(person.of(Worth.VOID)):
        told.append(f"{void} hinfällig, weil sich etwas geändert hat")
    if gone := len(person.of(Worth.GONE)):
        told.append(f"{gone} zu Stellen, die es nicht mehr gibt")
    return ", ".join(told)


def missing(each: MissingRole) -> str:
    """Say what a role has still to sign in a part."""
    return f"{each.role}: {each.label}, {each.open} von {counted(each.total, 'Stelle', 'Stellen')}"
