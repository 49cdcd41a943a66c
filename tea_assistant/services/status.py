"""How far an application is: a page for people, a summary, and values for programs."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from tea_assistant.services.pages_text import counted, pages_lines, pages_values
from tea_assistant.services.progress import (
    as_json_text,
    completeness_values,
    counts,
    counts_values,
    deadline,
    heading,
    part_label,
    progress,
)
from tea_assistant.services.session import Session

NEXT = 5
"""So many gaps are named; more would be a report."""


def as_text(session: Session) -> str:
    """Describe the state of the round at hand for the person who works on it."""
    lines = [
        heading(session),
        deadline(session),
        "",
        *progress(session),
        "",
        *pages_lines(session, counted(session)),
        "",
        f"Befunde: {counts(session)}",
    ]
    if gaps := list(_next_gaps(session)):
        lines += ["", "Als Nächstes", *(f"  {part}: {title}" for part, title in gaps)]
    return "\n".join(lines) + "\n"


def as_summary(session: Session, documents: Sequence[Path], *, opened_by: str) -> str:
    """Sum up what a check and a build gave."""
    lines = [
        heading(session),
        "",
        *progress(session),
        "",
        f"Befunde:  {counts(session)}",
        *(f"Dokument: {path}" for path in documents),
        f"Öffnen:   {opened_by}",
    ]
    return "\n".join(lines) + "\n"


def as_json(session: Session) -> str:
    """Give the state of the round at hand as values."""
    application = session.application
    values = {
        "format": 1,
        "dossier": application.organisation.name,
        "cycle": session.cycle,
        "deadline": application.cycle.deadline or None,
        "days_left": session.days_left,
        "pages": pages_values(session, counted(session)),
        "completeness": completeness_values(session),
        "counts": counts_values(session),
        "next": [
            {"part": gap.part, "file": gap.file, "path": list(gap.path), "title": gap.title}
            for gap in session.completeness.gaps()[:NEXT]
        ],
    }
    return as_json_text(values)


def _next_gaps(session: Session) -> Iterator[tuple[str, str]]:
    for gap in session.completeness.gaps()[:NEXT]:
        yield part_label(session, gap.part), gap.title
