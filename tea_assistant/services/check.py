"""The report of a check: for people, for programs, and as a page to hand round."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from tea_assistant.checks.run import Report
from tea_assistant.errors import FileError
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.services.progress import (
    as_json_text,
    counts,
    heading,
    part_label,
    progress,
    severity_name,
)
from tea_assistant.services.session import Session
from tea_assistant.store import files

if TYPE_CHECKING:
    from tea_assistant.report.state import State

# The report on a page, and what it compares with, is only imported where somebody asks for it: most checks
# are read in a terminal.
WIDTH = 80


def passes(report: Report, *, strict: bool = False) -> bool:
    """Tell whether a dossier is free of errors; a strict look allows no warnings either."""
    weights = (Severity.ERROR, Severity.WARNING) if strict else (Severity.ERROR,)
    return not any(report.counts[severity] for severity in weights)


def write(report: str, path: Path) -> None:
    """Write a report to a file, in place of an earlier one; raises `FileError` where that is not possible."""
    data = report.encode("utf-8", errors="replace")
    try:
        if path.exists() and not path.is_file():
            # A device or a pipe is written to, never replaced; a folder refuses.
            path.write_bytes(data)
        else:
            files.write_atomic(path, data)
    except OSError as error:
        raise FileError(f"{path} lässt sich nicht schreiben: {files.explain(error)}") from error


def as_text(session: Session, since: "State | None" = None) -> str:
    """Report by weight and part, for a terminal of 80 columns."""
    report = session.report
    lines = [heading(session), "", *_changes(session, since)]
    told: set[str] = set()
    for severity, findings in _by_severity(report.findings):
        lines += [f"{severity_name(severity, len(findings)).upper()} ({len(findings)})", ""]
        for part, of_part in _by_part(findings):
            lines += [part_label(session, part), *_lines_of(of_part, told), ""]
    if report.accepted:
        lines += [f"HINGENOMMEN ({len(report.accepted)})", "", *_lines_of(report.accepted, told), ""]
    lines += [*progress(session), "", f"Befunde: {counts(session)}"]
    if report.findings:
        lines.append(f"Was ein Befund bedeutet, erklärt zum Beispiel: tea rule {report.findings[0].code}")
    return "\n".join(lines) + "\n"


def as_markdown(session: Session, since: "State | None" = None) -> str:
    """Report as a Markdown page."""
    from tea_assistant.report import markdown  # noqa: PLC0415 (as said above)
    from tea_assistant.services.report.report import full_report  # noqa: PLC0415

    return markdown.as_markdown(full_report(session, since))


def as_html(session: Session, since: "State | None" = None) -> str:
    """Report as one web page that needs nothing else."""
    from tea_assistant.report.html import page  # noqa: PLC0415 (as said above)
    from tea_assistant.services.report.report import full_report  # noqa: PLC0415

    return page.as_html(full_report(session, since), session.theme)


def as_json(session: Session, since: "State | None" = None) -> str:
    """Report as values."""
    from tea_assistant.report.values import report_values  # noqa: PLC0415 (as said above)
    from tea_assistant.services.report.report import full_report  # noqa: PLC0415

    return as_json_text(report_values(full_report(session, since)))


REPORTS: "Mapping[str, Callable[[Session, State | None], str]]" = MappingProxyType(
    {"text": as_text, "json": as_json, "markdown": as_markdown, "html": as_html}
)
"""Every shape of the report by its name."""


def _changes(session: Session, since: "State | None") -> Iterator[str]:
    if since is None:
        return
    from tea_assistant.report import words  # noqa: PLC0415 (as said above)
    from tea_assistant.services.report.report import full_report  # noqa: PLC0415

    told = full_report(session, since)
    changes = told.changes
    if changes is None:
        return
    yield words.since(changes)
    yield f"  {words.progress_since(told, changes)}"
    yield _wrapped(words.summary(changes), "  ", "    ")
    for entry in changes.new:
        yield _wrapped(f"Neu: {entry.finding.code} {entry.finding.message}", "  ", "    ")
    for finding in changes.gone:
        yield _wrapped(f"Erledigt: {finding.code} {finding.message}", "  ", "    ")
    yield ""


def _by_severity(findings: Iterable[Finding]) -> Iterator[tuple[Severity, list[Finding]]]:
    # The findings of a report come sorted by weight and part.
    for severity, group in groupby(findings, key=lambda finding: finding.severity):
        yield severity, list(group)


def _by_part(findings: Iterable[Finding]) -> Iterator[tuple[str, list[Finding]]]:
    for part, group in groupby(findings, key=lambda finding: finding.part):
        yield part, list(group)


def _place(finding: Finding) -> str:
    return f"{finding.file}:{finding.line}:{finding.column}"


def _lines_of(findings: Iterable[Finding], told: set[str]) -> Iterator[str]:
    for finding in findings:
        yield _wrapped(f"{_place(finding)} {finding.code} {finding.message}", "  ", "    ")
        # A hint that was just given to another finding is only noise.
        if finding.hint and finding.hint not in told:
            told.add(finding.hint)
            yield _wrapped(finding.hint, "    → ", "      ")
        if finding.accepted:
            yield _wrapped(f"Grund: {finding.accepted}", "    ", "    ")


def _wrapped(text: str, first: str, following: str) -> str:
    words = text.split()
    if not words or " ".join(words) != text:
        return _wrapped_oddly(text, first, following)
    # Nearly all messages are words with single spaces; for them textwrap takes ten times as long.
    lines, line = [], first + words[0]
    for word in words[1:]:
        if len(line) + 1 + len(word) <= WIDTH:
            line += f" {word}"
        else:
            lines.append(line)
            line = following + word
    return "\n".join([*lines, line])


def _wrapped_oddly(text: str, first: str, following: str) -> str:
    from textwrap import fill  # noqa: PLC0415 (hardly any message asks for it)

    return fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=following,
        break_long_words=False,
        break_on_hyphens=False,
    )
