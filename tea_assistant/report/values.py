"""The report as values for programs: `schemas/report.schema.json` describes them."""

from collections.abc import Iterable, Mapping
from typing import Any

from tea_assistant.model.finding import Severity
from tea_assistant.report.content import (
    Changes,
    Entry,
    FieldMatrix,
    FullReport,
    PartProgress,
    ProofState,
)
from tea_assistant.report.review_values import review_values
from tea_assistant.report.state import FORMAT, KeptFinding, KeptPart, State

Values = dict[str, Any]


def report_values(report: FullReport) -> Values:
    """Return all that a report says."""
    return {
        **_core(report, map(_entry, report.findings)),
        "date": report.made.isoformat(),
        "parts": {part.part: {"label": part.label, "title": part.title} for part in report.progress},
        "rules": {
            code: {"title": rule.title, "family": rule.family, "why": rule.why}
            for code, rule in report.rules.items()
        },
        "accepted": [{**_entry(entry), "accepted": entry.finding.accepted} for entry in report.accepted],
        "matrix": [_matrix(field) for field in report.matrix],
        "unlinked": list(report.unlinked),
        "proofs": [_proof(proof) for proof in report.proofs],
        "changes": _changes(report.changes) if report.changes else None,
        "review": review_values(report.reviews),
    }


def state_values(report: FullReport) -> Values:
    """Return what the next report needs of this one, in the same shape."""
    since = report.changes.since if report.changes else None
    return {
        **_core(report, (entry.finding.values for entry in report.findings)),
        "date": report.made.isoformat(),
        "changes": {"since": _state(since)} if since else None,
    }


def _core(report: FullReport, findings: Iterable[Mapping[str, Any]]) -> Values:
    return {
        "format": FORMAT,
        "dossier": report.organisation,
        "cycle": report.cycle,
        "completeness": {
            "overall": round(report.overall, 2),
            "parts": {part.part: _progress(part) for part in report.progress},
        },
        "counts": {severity.value: report.counts[severity] for severity in Severity},
        "findings": list(findings),
    }


def _progress(part: PartProgress | KeptPart) -> Values:
    return {"done": part.done, "open": part.open, "share": round(part.share, 2)}


def _entry(entry: Entry) -> Values:
    return {**entry.finding.values, "place": entry.place, "quote": entry.quote}


def _matrix(field: FieldMatrix) -> Values:
    return {
        "part": field.part,
        "measures": dict(field.measures),
        "criteria": [
            {
                "id": row.criterion,
                "title": row.title,
                "state": row.state,
                "evidence": [measure for measure in field.measures if measure in row.evidence],
            }
            for row in field.rows
        ],
    }


def _proof(proof: ProofState) -> Values:
    return {
        "owner": proof.owner,
        "title": proof.title,
        "target": proof.target,
        "part": proof.part,
        "printed": proof.printed,
        "fine": list(proof.fine),
        "problems": list(proof.problems),
        "release": proof.release,
    }


def _changes(changes: Changes) -> Values:
    return {
        "since": _state(changes.since),
        "new": [entry.finding.values for entry in changes.new],
        "gone": [_kept(finding) for finding in changes.gone],
        "accepted": [_kept(finding) for finding in changes.accepted],
        "remaining": changes.remaining,
    }


def _state(state: State) -> Values:
    return {
        "dossier": state.dossier,
        "cycle": state.cycle,
        "date": state.date,
        "completeness": {
            "overall": round(state.completeness.overall, 2),
            "parts": {part: _progress(kept) for part, kept in state.completeness.parts.items()},
        },
        "counts": dict(state.counts),
        "findings": [_kept(finding) for finding in state.findings],
    }


def _kept(finding: KeptFinding) -> Mapping[str, object]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "file": finding.file,
        "path": finding.path,
        "part": finding.part,
        "message": finding.message,
    }
