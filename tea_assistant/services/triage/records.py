"""The records of how far documents were gone through, in `import/<id>.yaml`."""

from collections.abc import Collection, Mapping
from datetime import date

from tea_assistant.errors import EditError
from tea_assistant.model.decoding import decode
from tea_assistant.model.imported import Decided, Decision, ImportRecord
from tea_assistant.model.layout import import_file
from tea_assistant.model.proposal import Proposal
from tea_assistant.services.session import Session
from tea_assistant.services.triage.items import OpenedDocument
from tea_assistant.services.triage.values import line_of
from tea_assistant.services.workspace import MAX_BYTES
from tea_assistant.store import schema
from tea_assistant.store.yaml import writer as yaml_writer
from tea_assistant.store.yaml.writer import REMOVE, Change

LONGEST_TEXT = 1_000
"""Characters that are kept of what a proposal said: enough to know it again."""
_FEW = 8
"""So many decisions are written one by one; more of them at once as a whole."""


def record_of(session: Session, document: str) -> ImportRecord:
    """Return what was decided about a document; empty where nothing was."""
    return decode(ImportRecord, session.value(import_file(document)), id=document)


def entry(
    proposal: Proposal,
    state: Decision,
    today: date,
    by: str,
    *,
    evidence: str = "",
    file: str = "",
    reason: str = "",
    unread: bool = False,
    letters: int = 0,
    into: str = "",
) -> dict[str, object]:
    """Return a decision as its file holds it."""
    origin = proposal.origin
    said = {
        "kind": proposal.kind.value,
        "title": line_of(proposal.title),
        "text": proposal.text[:LONGEST_TEXT],
        "heading": line_of(origin.heading) if origin else "",
        "line": origin.line if origin else None,
        "page": origin.page if origin else None,
        "state": state.value,
        "evidence": evidence,
        "file": file,
        "reason": reason.strip(),
        "unread": unread,
        "by": "" if unread else by,
        "decided": today.isoformat(),
        "letters": letters,
        "into": into,
    }
    return {key: value for key, value in said.items() if value}


def put_down(
    session: Session,
    document: OpenedDocument,
    entries: Mapping[str, Mapping[str, object]],
    label: str,
    *,
    forgotten: Collection[str] = (),
) -> None:
    """Write decisions about proposals by their keys, and forget others; raises `EditError`."""
    file = import_file(document.id)
    with session.together():
        _write(session, document, entries, label, frozenset(forgotten))
        if len((session.text(file) or "").encode()) > MAX_BYTES:
            raise EditError(
                "Das Dokument hat zu viele Vorschläge für eine Datei.",
                hint="Bitte in mehrere Dokumente teilen und diese einlesen.",
            )


def is_final(decided: Decided) -> bool:
    """Tell whether nobody has to look at it any more."""
    return decided.state in (Decision.ACCEPTED, Decision.MERGED, Decision.REFUSED)


def _write(
    session: Session,
    document: OpenedDocument,
    entries: Mapping[str, Mapping[str, object]],
    label: str,
    forgotten: frozenset[str],
) -> None:
    file = import_file(document.id)
    known = record_of(session, document.id).proposals
    if refusal := session.refusal(file):
        raise refusal
    if session.text(file) is None:
        session.write(file, {**_head(session, document), "proposals": dict(entries)}, label)
        return
    if len(entries) + len(forgotten) > _FEW:
        value = session.value(file)
        held = value.get("proposals") if isinstance(value, dict) else None
        kept = {key: each for key, each in (held or {}).items() if key not in forgotten}
        # Hundreds of small edits of one long text would take minutes, and nobody but us writes this file.
        whole = {**_head(session, document), "proposals": {**kept, **entries}}
        session.put_back(file, yaml_writer.dump(whole), label)
        return
    changes = [Change((key,), each) for key, each in _head(session, document).items() if key != "format"]
    changes += [Change(("proposals", key), REMOVE) for key in forgotten if key in known]
    session.edit(
        file, [*changes, *(Change(("proposals", key), dict(entries[key])) for key in entries)], label
    )


def _head(session: Session, document: OpenedDocument) -> dict[str, object]:
    source = document.source
    return {
        "format": schema.FORMAT,
        "document": line_of(source.name),
        "sha256": source.sha256,
        "read": session.today().isoformat(),
        "found": len(document.proposals),
    }
