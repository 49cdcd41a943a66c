"""Accepts a finding with a reason, in the list of the file where it arose."""

from collections.abc import Mapping
from typing import Any

from tea_assistant.model.finding import Finding
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import REMOVE, Change


def accept(session: Session, finding: Finding, reason: str) -> None:
    """Write down why a finding may stay; raises `EditError` where its file cannot take it."""
    entry = {"code": finding.code, "path": finding.dotted_path, "reason": reason}
    if not finding.path:
        del entry["path"]
    entries = _entries(session, finding)
    change = Change(("accepted", len(entries)), entry) if entries else Change(("accepted",), [entry])
    session.edit(finding.file, [change], "Befund hinnehmen")


def withdraw(session: Session, finding: Finding) -> None:
    """Let an accepted finding stand again."""
    entries = _entries(session, finding)
    index = next(index for index, entry in enumerate(entries) if _covers(entry, finding))
    path = ("accepted", index) if len(entries) > 1 else ("accepted",)
    session.edit(finding.file, [Change(path, REMOVE)], "Befund wieder zeigen")


def _entries(session: Session, finding: Finding) -> list[Mapping[str, Any]]:
    value = session.value(finding.file)
    found = value.get("accepted") if isinstance(value, Mapping) else None
    return found if isinstance(found, list) else []


def _covers(entry: Mapping[str, Any], finding: Finding) -> bool:
    path = str(entry.get("path", ""))
    inside = not path or f"{finding.dotted_path}.".startswith(f"{path}.")
    return entry.get("code") == finding.code and inside and entry.get("reason") == finding.accepted
