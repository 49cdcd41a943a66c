"""Chooses and orders the findings that the list shows."""

from collections.abc import Sequence
from enum import StrEnum

from msgspec import Struct

from tea_assistant.checks.run import Report
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.prose.folding import fits
from tea_assistant.services.progress import severity_name


class View(StrEnum):
    """Which findings are shown."""

    ALL = "all"
    ERRORS = Severity.ERROR.value
    WARNINGS = Severity.WARNING.value
    HINTS = Severity.HINT.value
    ACCEPTED = "accepted"


class Filter(Struct, frozen=True):
    """What the user wants to see; a part or query that is empty leaves nothing out."""

    view: View = View.ALL
    part: str | None = None
    query: str = ""


def label(view: View, report: Report) -> str:
    """Name a view with the number of its findings."""
    if view is View.ALL:
        return f"Offen {len(report.findings)}"
    if view is View.ACCEPTED:
        return f"Hingenommen {len(report.accepted)}"
    severity = Severity(view.value)
    return f"{severity_name(severity, 2)} {report.counts[severity]}"


def chosen(report: Report, application: Application, by: Filter) -> list[Finding]:
    """Return the findings that a filter lets through, heaviest first."""
    found: Sequence[Finding] = report.accepted if by.view is View.ACCEPTED else report.findings
    return [
        finding
        for finding in found
        if by.view in (View.ALL, View.ACCEPTED, finding.severity.value)
        and by.part in (None, finding.part)
        and fits(by.query, f"{finding.code} {finding.message} {part_label(application, finding.part)}")
    ]


def part_label(application: Application, part_id: str) -> str:
    """Return the short name of a part; without an id the dossier as a whole is meant."""
    field = application.catalogue.fields.get(part_id)
    if field:
        return field.label
    title = next((part.title for part in application.catalogue.parts if part.id == part_id), "")
    return title or "Mappe als Ganzes"
