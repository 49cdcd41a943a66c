"""The report of a check: for people, for programs, and as a page to hand round."""

import textwrap
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from pathlib import Path
from types import MappingProxyType

from tea_assistant.checks.run import Report
from tea_assistant.errors import FileError
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.prose.escape import escape_line
from tea_assistant.services.progress import (
    as_json_text,
    completeness_values,
    counts,
    counts_values,
    heading,
    part_label,
    percent,
    progress,
    severity_name,
)
from tea_assistant.services.session import Session
from tea_assistant.store import files

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


def as_text(session: Session) -> str:
    """Report by weight and part, for a terminal of 80 columns."""
    report = session.report
    lines = [heading(session), ""]
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


def as_markdown(session: Session) -> str:
    """Report as a Markdown page."""
    report = session.report
    lines = [
        f"# Prüfbericht: {escape_line(heading(session))}",
        "",
        f"Befunde: {counts(session)}",
        "",
        "| Teil | Erledigt | Offen | Stand |",
        "|---|---:|---:|---:|",
        *(
            f"| {escape_line(part_label(session, p.part))} | {p.done} | {p.open} | {percent(p.share)} |"
            for p in session.completeness.parts
        ),
        f"| **Insgesamt** | | | {percent(session.completeness.overall)} |",
    ]
    for severity, findings in _by_severity(report.findings):
        lines += ["", f"## {severity_name(severity, len(findings))} ({len(findings)})"]
        for part, of_part in _by_part(findings):
            lines += ["", f"### {escape_line(part_label(session, part))}", "", *map(_item, of_part)]
    if report.accepted:
        lines += ["", f"## Hingenommen ({len(report.accepted)})", "", *map(_item, report.accepted)]
    return "\n".join(lines) + "\n"


def as_json(session: Session) -> str:
    """Report as values; what was accepted is not among them."""
    values = {
        "format": 1,
        "dossier": session.application.organisation.name,
        "cycle": session.cycle,
        "completeness": completeness_values(session),
        "counts": counts_values(session),
        "findings": [_values(finding) for finding in session.report.findings],
    }
    return as_json_text(values)


REPORTS: Mapping[str, Callable[[Session], str]] = MappingProxyType(
    {"text": as_text, "json": as_json, "markdown": as_markdown}
)
"""Every shape of the report by its name."""


def _values(finding: Finding) -> Mapping[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
        "path": finding.dotted_path,
        "part": finding.part,
        "message": finding.message,
        "hint": finding.hint,
    }


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
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=first,
        subsequent_indent=following,
        break_long_words=False,
        break_on_hyphens=False,
    )


def _item(finding: Finding) -> str:
    text = f"- **{finding.code}** {escape_line(_place(finding))}: {escape_line(finding.message)}"
    if finding.hint:
        text += f" {escape_line(finding.hint)}"
    if finding.accepted:
        text += f" Grund: {escape_line(finding.accepted)}"
    return text
