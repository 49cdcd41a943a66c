"""The report of an audit: for people by table, for programs finding by finding."""

import textwrap
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType

from tea_assistant.figures.audit.finding import AuditFinding
from tea_assistant.importing.cell_names import cell_name
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.services.figures.audit import Audit, FileAudit, severity_of
from tea_assistant.services.progress import as_json_text, severity_name

WIDTH = 80
_WORKBOOK = (".xlsx", ".xlsm")


def as_text(audit: Audit) -> str:
    """Report by file and table, for a terminal of 80 columns."""
    lines: list[str] = []
    told: set[str] = set()
    for audited in audit.files:
        lines += _of_file(audited, told)
    if audit.dossier:
        lines += ["Kennzahlen der Mappe", "", *map(_own, audit.dossier), ""]
    for error in audit.unreadable:
        lines += [_wrapped(f"Nicht geprüft: {error}"), ""]
    lines.append(_summary(audit))
    if code := next((f.code for audited in audit.files for f in audited.findings), ""):
        lines.append(f"Was ein Befund bedeutet, erklärt zum Beispiel: tea rule {code}")
    return "\n".join(lines) + "\n"


def as_json(audit: Audit) -> str:
    """Report as values, each finding in the shape of `tea check`."""
    findings = [_values(audited, finding) for audited in audit.files for finding in audited.findings]
    values = {
        "format": 1,
        "files": [{"file": audited.file, "tables": audited.tables} for audited in audit.files],
        "unreadable": [
            {"file": error.file or "", "message": error.message, "hint": error.hint}
            for error in audit.unreadable
        ],
        "counts": {severity.value: audit.counts[severity] for severity in Severity},
        "findings": [*findings, *map(_own_values, audit.dossier)],
    }
    return as_json_text(values)


REPORTS: Mapping[str, Callable[[Audit], str]] = MappingProxyType({"text": as_text, "json": as_json})
"""Every shape of the report by its name."""


def _of_file(audited: FileAudit, told: set[str]) -> Iterator[str]:
    yield from (audited.file, "=" * min(len(audited.file), WIDTH), "")
    for note in audited.notes:
        yield from (_wrapped(note), "")
    if not audited.tables:
        yield from ("Keine Tabelle gefunden.", "")
    elif not audited.findings:
        yield from (f"Nichts zu beanstanden ({_counted(audited.tables, 'Tabelle', 'Tabellen')}).", "")
    for number, group in groupby(_by_table(audited.findings), key=lambda finding: finding.table_number):
        findings = list(group)
        yield from (_wrapped(_heading(number, findings[0], audited)), "")
        for same in _alike(findings):
            yield from (*_block(same, audited, told), "")


def _by_table(findings: Sequence[AuditFinding]) -> list[AuditFinding]:
    return sorted(findings, key=lambda finding: finding.place)


def _heading(number: int, finding: AuditFinding, audited: FileAudit) -> str:
    if number < 0:
        return "IM TEXT"
    title = f"„{finding.table}“, " if finding.table else ""
    return f"TABELLE {title}ab Zeile {finding.table_line} ({number + 1} von {audited.tables})"


def _alike(findings: Sequence[AuditFinding]) -> list[list[AuditFinding]]:
    """Put together what says the same of several cells, in the order of the first of them."""
    found: dict[tuple[str, str], list[AuditFinding]] = {}
    for finding in findings:
        found.setdefault((finding.code, finding.message), []).append(finding)
    return list(found.values())


def _block(same: Sequence[AuditFinding], audited: FileAudit, told: set[str]) -> Iterator[str]:
    first = same[0]
    weight = severity_name(severity_of(first.code))
    yield _wrapped(f"{weight} {first.code} {first.message}", "  ", "    ")
    for row, group in groupby(same, key=lambda finding: (finding.line, finding.row)):
        cells = list(group)
        columns = "; ".join(cell.column_label for cell in cells if cell.column_label)
        where = ": ".join(part for part in (row[1], columns) if part)
        yield _wrapped(f"{_place(cells[0], audited)} {where}".rstrip(), "    ", "      ")
    if len(same) == 1 and first.calculation:
        yield _wrapped(f"Rechnung: {first.calculation}", "    ", "      ")
    # A hint that was just given to another finding is only noise.
    if first.hint and first.hint not in told:
        told.add(first.hint)
        yield _wrapped(first.hint, "    → ", "      ")


def _place(finding: AuditFinding, audited: FileAudit) -> str:
    if audited.file.lower().endswith(_WORKBOOK):
        return f"Zelle {cell_name(finding.column, finding.line)}"
    return f"Zeile {finding.line}"


def _own(finding: Finding) -> str:
    weight = severity_name(finding.severity)
    text = f"{weight} {finding.code} {finding.file}:{finding.line}:{finding.column} {finding.message}"
    return _wrapped(text, "  ", "    ")


def _summary(audit: Audit) -> str:
    counts = ", ".join(
        f"{count} {severity_name(severity, count)}" for severity, count in audit.counts.items()
    )
    tables = _counted(sum(audited.tables for audited in audit.files), "Tabelle", "Tabellen")
    return f"{tables} in {_counted(len(audit.files), 'Datei', 'Dateien')} geprüft. Befunde: {counts}"


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def _wrapped(text: str, first: str = "", following: str = "") -> str:
    return textwrap.fill(
        text.replace(" %", "\u00a0%"),
        WIDTH,
        initial_indent=first,
        subsequent_indent=following,
        break_on_hyphens=False,
    )


def _values(audited: FileAudit, finding: AuditFinding) -> Mapping[str, object]:
    return {
        "code": finding.code,
        "severity": severity_of(finding.code).value,
        "file": audited.file,
        "line": finding.line,
        "column": finding.column,
        "path": "",
        "part": "",
        "message": finding.message,
        "hint": finding.hint,
        "table": finding.table,
        "row": finding.row,
        "column_label": finding.column_label,
        "printed": finding.printed,
        "recomputed": finding.recomputed,
        "calculation": finding.calculation,
    }


def _own_values(finding: Finding) -> Mapping[str, object]:
    return {
        **finding.values,
        **dict.fromkeys(("table", "row", "column_label", "printed", "recomputed", "calculation"), ""),
    }
