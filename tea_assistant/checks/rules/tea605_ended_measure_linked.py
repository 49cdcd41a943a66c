"""TEA605: a measure has ended, but backs an activity as if it were running."""

import re
from collections.abc import Iterator

from tea_assistant.checks.answers import all_ticked
from tea_assistant.checks.measures import called, state_of
from tea_assistant.checks.quotes import quoted
from tea_assistant.checks.rule import Rule
from tea_assistant.model.application import Application
from tea_assistant.model.dates import is_before, span_of
from tea_assistant.model.evidence import Evidence, EvidenceState
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.reporting import deadline_of
from tea_assistant.patterns import regex
from tea_assistant.prose.dates import german_date

_TELLS_OF_AN_END = regex(
    r"\b(?:be|ge)?endet|\babgeschlossen|\babgelöst|\bausgelaufen|\bersetzt|\bliefen? aus\b"
    r"|\büberführt",
    re.IGNORECASE,
)


def _check(application: Application) -> Iterator[Finding]:
    for ticked in all_ticked(application):
        for index, evidence_id in enumerate(ticked.evidence):
            evidence = application.dossier.evidence.get(evidence_id)
            ended = _ended(application, evidence) if evidence else ""
            if evidence and ended and not _is_told_as_over(ticked.statement, evidence):
                yield RULE.finding(
                    ticked.answer.where,
                    (*ticked.path, "evidence", index),
                    f"{ticked.field.label}, {quoted(ticked.title)}: {called(evidence)} {ended}, aber der "
                    "Text sagt das nicht.",
                    "Schreiben Sie in den Text, dass sie beendet ist und was an ihre Stelle trat, oder "
                    "nehmen Sie die Verknüpfung heraus.",
                    ticked.field.id,
                )


def _is_told_as_over(statement: str, evidence: Evidence) -> bool:
    if _TELLS_OF_AN_END.search(statement):
        return True
    year = evidence.until[:4]
    return year.isdecimal() and re.search(rf"\bbis\b[^.]{{0,60}}\b{year}\b", statement) is not None


def _ended(application: Application, evidence: Evidence) -> str:
    """Say that a measure has ended when the application is due; empty where it has not."""
    if state_of(application, evidence) is EvidenceState.ENDED:
        return "ist beendet"
    deadline = deadline_of(application.cycle) if evidence.until else None
    if deadline is None or not is_before(evidence.until, deadline):
        return ""
    since = span_of(evidence.since)
    if since and is_before(evidence.until, since.first):
        return ""  # One of the two is wrong, and TEA213 says so.
    return f"lief bis {german_date(evidence.until)}"


RULE = Rule(
    code="TEA605",
    severity=Severity.WARNING,
    title="Beendete Maßnahme als laufend dargestellt",
    why=(
        "Wer eine Maßnahme als Beleg nennt, sagt damit, dass es sie gibt. Fragt die Jury nach, bleibt nur "
        "der Eindruck, dass die Bewerbung abgeschrieben ist."
    ),
    wrong="statement: Das Coaching stärkt Frauen.    # coaching: {state: ended}\nevidence: [coaching]",
    right=(
        "statement: Das Coaching wurde 2024 in das Führungsprogramm überführt.\n"
        "evidence: [coaching, fuehrungsprogramm]"
    ),
    check=_check,
)
