"""Makes the report on a check: its content from a session, compared with an earlier report."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from pathlib import Path

from tea_assistant.checks.registry import RULES, family
from tea_assistant.errors import FileError, ForeignFileError
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.report.content import (
    Changes,
    Entry,
    Explanation,
    FullReport,
    Group,
    PartProgress,
    PartReport,
)
from tea_assistant.report.state import Former, KeptFinding, State, identity, read_former, unmatched
from tea_assistant.services.progress import deadline, part_label
from tea_assistant.services.report.places import place_of, quote_of
from tea_assistant.services.report.reviews import reviews
from tea_assistant.services.report.tables import matrix, proofs, unlinked
from tea_assistant.services.session import Session
from tea_assistant.store import files

_MOST = 50_000_000
"""No report is as large; a former one beyond that is not read."""


def full_report(session: Session, since: State | None = None) -> FullReport:
    """Tell all that the check of the round at hand gives; `since` is what an earlier report said."""
    application, found = session.application, session.report
    gone, fresh = unmatched(since.findings, found.findings) if since else ([], [])
    new = {id(finding) for finding in fresh}
    entries = tuple(_entry(session, finding, new=id(finding) in new) for finding in found.findings)
    accepted = tuple(_entry(session, finding, new=False) for finding in found.accepted)
    codes = dict.fromkeys(entry.finding.code for entry in (*entries, *accepted))
    return FullReport(
        organisation=application.organisation.name or session.root.name,
        cycle=session.cycle,
        made=session.today(),
        deadline=deadline(session),
        overall=session.completeness.overall,
        progress=tuple(
            PartProgress(p.part, part_label(session, p.part), p.title, p.done, p.open, p.share)
            for p in session.completeness.parts
        ),
        counts=found.counts,
        findings=entries,
        blockers=tuple(_parts(session, (e for e in entries if e.finding.severity is Severity.ERROR))),
        parts=tuple(_parts(session, (e for e in entries if e.finding.severity is not Severity.ERROR))),
        accepted=accepted,
        rules={code: _explanation(code) for code in sorted(codes)},
        matrix=tuple(matrix(application)),
        unlinked=tuple(unlinked(application)),
        proofs=tuple(proofs(application)),
        reviews=reviews(application),
        changes=_changes(since, entries, gone, accepted) if since else None,
    )


def said_before(session: Session, path: Path) -> State:
    """Return what a report says that somebody wants to compare with; raises where it is none of it."""
    try:
        text = files.read_bytes(path, _MOST).decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = files.explain(error) if isinstance(error, OSError) else "Das ist kein Text."
        raise FileError(f"{path} lässt sich nicht lesen: {why}") from error
    try:
        former = read_former(text)
    except ForeignFileError as error:
        raise ForeignFileError(error.message, file=path.name, hint=error.hint) from error
    if not _belongs(session, former.state):
        told = f"{former.state.dossier}, Bewerbungsrunde {former.state.cycle}"
        raise ForeignFileError(
            f"Der Bericht {path.name} gehört zu einer anderen Mappe oder Runde: {told}",
            hint="Vergleichen Sie mit einem Bericht dieser Mappe und Runde.",
        )
    return former.state


def said_last(session: Session, path: Path) -> State | None:
    """Return what the report said that is about to be replaced; None where there is none of this round.

    A report of the same day does not count as an earlier one: what that one was compared with still holds.
    """
    try:
        former = read_former(files.read_bytes(path, _MOST).decode("utf-8"))
    except (OSError, UnicodeDecodeError, ForeignFileError):
        return None
    before = _before(former, session.today().isoformat())
    return before if before and _belongs(session, before) else None


def _before(former: Former, today: str) -> State | None:
    return former.since if former.state.date == today else former.state


def _belongs(session: Session, state: State) -> bool:
    name = session.application.organisation.name or session.root.name
    return (state.dossier, state.cycle) == (name, session.cycle)


def _changes(
    since: State, entries: Sequence[Entry], gone: Sequence[KeptFinding], accepted: Sequence[Entry]
) -> Changes:
    allowed = {identity(entry.finding) for entry in accepted}
    return Changes(
        since=since,
        new=tuple(entry for entry in entries if entry.new),
        gone=tuple(finding for finding in gone if finding.identity not in allowed),
        accepted=tuple(finding for finding in gone if finding.identity in allowed),
        remaining=sum(not entry.new for entry in entries),
    )


def _entry(session: Session, finding: Finding, *, new: bool) -> Entry:
    application, value = session.application, session.value(finding.file)
    return Entry(
        finding,
        place_of(application, finding.file, finding.path, value),
        quote_of(application, finding, value, session.text(finding.file)),
        new,
    )


def _parts(session: Session, entries: Iterable[Entry]) -> Iterator[PartReport]:
    by_part: dict[str, list[Entry]] = {}
    for entry in entries:
        by_part.setdefault(entry.finding.part, []).append(entry)
    order = ["", *(part.id for part in session.application.catalogue.parts)]
    for part in sorted(by_part, key=lambda part: order.index(part) if part in order else len(order)):
        yield PartReport(part, part_label(session, part), tuple(_groups(by_part[part])))


def _groups(entries: list[Entry]) -> Iterator[Group]:
    def key(entry: Entry) -> tuple[int, str]:
        return list(Severity).index(entry.finding.severity), entry.finding.code

    for (_, code), group in groupby(sorted(entries, key=key), key=key):
        same = tuple(group)
        yield Group(_explanation(code), same[0].finding.severity, same)


def _explanation(code: str) -> Explanation:
    rule = RULES[code]
    return Explanation(code, rule.title, family(code), rule.why)
