"""The list that lies in a capsule: what is inside, what it was made from, what stayed out."""

from collections.abc import Mapping
from datetime import date

from tea_assistant import __version__
from tea_assistant.checks.registry import rule
from tea_assistant.document.facts import PROGRAM
from tea_assistant.model.finding import Finding
from tea_assistant.model.layout import CATALOGUES
from tea_assistant.renewal.rounds import was_concluded
from tea_assistant.services.capsule.capsule import DOSSIER, sum_of, sums_text
from tea_assistant.services.capsule.contents import Contents
from tea_assistant.services.inbox.inbox import blocking_items, inbox
from tea_assistant.services.progress import as_json_text
from tea_assistant.services.session import Session
from tea_assistant.store.schema import FORMAT


def state_values(
    session: Session, contents: Contents, *, day: date, reason: str, internal: bool
) -> Mapping[str, object]:
    """Return what the list says of the round as it stands now."""
    report = session.report
    return {
        "format": FORMAT,
        "program": {"name": PROGRAM, "version": __version__},
        "dossier": session.application.organisation.name,
        "cycle": session.cycle,
        "created": day.isoformat(),
        "internal": internal,
        "catalogue": _catalogue(session.application.catalogue.id, contents.files),
        **({"forced": {"reason": reason}} if reason else {}),
        "undecided": 0 if was_concluded(session.application.round) else len(blocking_items(inbox(session))),
        "findings": [_finding(finding) for finding in (*report.findings, *report.accepted)],
        "left_out": [
            {"title": each.title, "file": each.file, "reason": each.reason.value}
            for each in contents.left_out
        ],
    }


def manifest_text(state: Mapping[str, object], members: Mapping[str, bytes]) -> str:
    """Write the list of these files."""
    files = [
        {"name": name, "size": len(members[name]), "sha256": sum_of(members[name])}
        for name in sorted(members)
    ]
    return as_json_text({**state, "files": files})


def catalogue_sum(sums: Mapping[str, str], catalogue: str) -> str:
    """Return the sum over a catalogue, from the sums of all files by their names in the dossier."""
    folder = f"{CATALOGUES}/{catalogue}/"
    own = {name.removeprefix(folder): each for name, each in sums.items() if name.startswith(folder)}
    return sum_of(sums_text(own).encode())


def _catalogue(catalogue: str, files: Mapping[str, bytes]) -> Mapping[str, str]:
    sums = {name: sum_of(content) for name, content in files.items()}
    return {"id": catalogue, "sha256": catalogue_sum(sums, catalogue)}


def _finding(finding: Finding) -> Mapping[str, object]:
    told = {
        "code": finding.code,
        "severity": finding.severity.value,
        # Not its message: that may quote the numbers of small groups.
        "title": rule(finding.code).title,
        "file": finding.file,
        "line": finding.line,
        "column": finding.column,
    }
    return {**told, "accepted": finding.accepted} if finding.accepted else told


def in_dossier(name: str) -> str:
    """Return the name that a file of a capsule has in the dossier; empty where it is none of it."""
    return name.removeprefix(DOSSIER) if name.startswith(DOSSIER) else ""
