"""Runs all rules over an application and sorts what they find."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.checks.registry import RULES
from tea_assistant.checks.unread import consequences
from tea_assistant.model.application import Application
from tea_assistant.model.dossier import Dossier
from tea_assistant.model.evidence import Accepted
from tea_assistant.model.finding import Finding, Severity

ASKS_FOR_PAGES = ("TEA421", "TEA422", "TEA423", "TEA424")
"""The rules that only speak where somebody has laid out the document."""
_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


class Report(Struct, frozen=True):
    """What a check found: what stands, what was accepted with a reason, and how much of each weight."""

    findings: tuple[Finding, ...]
    accepted: tuple[Finding, ...]
    counts: Mapping[Severity, int]
    """Of the findings that stand; every severity has its number."""


def check(application: Application, reading: Iterable[Finding] = ()) -> Report:
    """Run all rules; `reading` holds what was found while the files were read."""
    read = tuple(reading)
    ours = tuple(_found(application))
    follow = consequences(application, read, ours)
    found = dict.fromkeys([*read, *(f for f in ours if f not in follow)])
    return _report(application, found)


def amended(report: Report, application: Application, codes: Collection[str]) -> Report:
    """Run some rules again over an application of which only what they ask for has changed."""
    kept = [f for f in (*report.findings, *report.accepted) if f.code not in codes]
    again = [f for code in codes if (look := RULES[code].check) for f in look(application)]
    return _report(application, [*kept, *again])


def _report(application: Application, found: Iterable[Finding]) -> Report:
    lists = dict(_accepted_lists(application.dossier))
    marked = [replace(f, accepted=_reason(f, lists.get(f.file, ()))) for f in found]
    parts = {part.id: index for index, part in enumerate(application.catalogue.parts)}
    marked.sort(key=lambda f: _order(f, parts))
    standing = tuple(f for f in marked if not f.accepted)
    counts = {severity: sum(f.severity is severity for f in standing) for severity in Severity}
    return Report(standing, tuple(f for f in marked if f.accepted), counts)


def _found(application: Application) -> Iterator[Finding]:
    for rule in RULES.values():
        if rule.check:
            yield from rule.check(application)


def _order(finding: Finding, parts: Mapping[str, int]) -> tuple[int, int, str, int, int, str]:
    # What concerns the dossier as a whole comes before its parts.
    part = parts.get(finding.part, len(parts)) if finding.part else -1
    place = (finding.file, finding.line, finding.column)
    return (_WEIGHT[finding.severity], part, *place, finding.code)


def _accepted_lists(dossier: Dossier) -> Iterator[tuple[str, tuple[Accepted, ...]]]:
    yield dossier.organisation.where.file, dossier.organisation.accepted
    for things in (dossier.evidence, dossier.figures):
        for thing in things.values():
            yield thing.where.file, thing.accepted
    for round_ in dossier.rounds.values():
        yield round_.cycle.where.file, round_.cycle.accepted
        for answer in round_.fields.values():
            yield answer.where.file, answer.accepted
        for review in round_.reviews.values():
            yield review.where.file, review.accepted
        if round_.jury:
            yield round_.jury.where.file, round_.jury.accepted


def _reason(finding: Finding, entries: tuple[Accepted, ...]) -> str:
    return next((e.reason for e in entries if e.reason.strip() and _covers(e, finding)), "")


def _covers(entry: Accepted, finding: Finding) -> bool:
    if entry.code != finding.code:
        return False
    return not entry.path or f"{finding.dotted_path}.".startswith(f"{entry.path}.")
