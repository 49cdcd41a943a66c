"""The edits that an office makes, in the words of the domain."""

from pathlib import Path as FilePath

from tea_assistant.errors import EditError
from tea_assistant.model.ids import slug
from tea_assistant.model.layout import ATTACHMENTS, evidence_file, field_file
from tea_assistant.patterns import regex
from tea_assistant.services.session import Session
from tea_assistant.store import dossier_files, files, schema
from tea_assistant.store.yaml.writer import REMOVE, Change

_SUFFIX = regex(r"\.[A-Za-z0-9]{1,16}")
"""What every system can store behind a name."""


def decide(session: Session, field: str, criterion: str, *, applies: bool | None) -> None:
    """Say whether a criterion applies; None makes it undecided again."""
    path = ("criteria", criterion, "applies")
    value = REMOVE if applies is None else applies
    session.edit(field_file(session.cycle, field), [Change(path, value)], "Aktivität entscheiden")


def link(session: Session, field: str, criterion: str, evidence: str) -> None:
    """Link a measure to a criterion, which then applies."""
    linked = list(_linked(session, field, criterion))
    if evidence in linked:
        return
    changes = [Change(("criteria", criterion, "evidence"), [*linked, evidence])]
    answer = session.application.answer(field).criteria.get(criterion)
    if answer is None or answer.applies is None:
        changes.insert(0, Change(("criteria", criterion, "applies"), value=True))
    session.edit(field_file(session.cycle, field), changes, "Maßnahme verknüpfen")


def unlink(session: Session, field: str, criterion: str, evidence: str) -> None:
    """Take a measure off a criterion; the measure itself stays."""
    left = [e for e in _linked(session, field, criterion) if e != evidence]
    session.edit(
        field_file(session.cycle, field),
        [Change(("criteria", criterion, "evidence"), left or REMOVE)],
        "Verknüpfung lösen",
    )


def _linked(session: Session, field: str, criterion: str) -> tuple[str, ...]:
    answer = session.application.answer(field).criteria.get(criterion)
    return answer.evidence if answer else ()


def add_own(session: Session, field: str, title: str) -> str:
    """Add an activity of the organisation's own to an action field; return its id."""
    own = session.application.answer(field).own_criteria
    own_id = slug(title, taken=[criterion.id for criterion in own])
    change = Change(("own_criteria", len(own)), {"id": own_id, "title": title})
    session.edit(field_file(session.cycle, field), [change], f"Aktivität „{title}“ hinzufügen")
    return own_id


def new_evidence(session: Session, title: str, *, field: str = "", criterion: str = "") -> str:
    """Make a measure with a fresh id, new in this round, linked where a criterion is given; return the id."""
    title = title.strip()
    if not title:
        message = "Die Maßnahme braucht einen Titel."
        raise EditError(message)
    evidence = slug(title, taken=session.dossier.evidence)
    value: dict[str, object] = {"format": schema.FORMAT, "title": title}
    if field:
        value["action_fields"] = [field]
    if criterion:
        value["criteria"] = [criterion]
    value["cycles"] = {session.cycle: {"state": "new"}}
    session.write(evidence_file(evidence), value, f"Maßnahme „{title}“ anlegen")
    if criterion:
        link(session, field, criterion, evidence)
    return evidence


def attach(session: Session, source: FilePath) -> dict[str, str]:
    """Copy a file into the dossier and return it as a proof: title, file, sha256.

    A file of the same content that is there already is used again; one of the same name is never replaced.
    """
    session.require_writable()
    if not source.is_file():
        message = f"Diese Datei gibt es nicht: {source}"
        raise EditError(
            message, hint="Bitte den vollständigen Pfad angeben, zum Beispiel C:\\Daten\\konzept.pdf"
        )
    digest = dossier_files.hash_of(source)
    folder = session.root / ATTACHMENTS
    suffix = source.suffix.lower() if _SUFFIX.fullmatch(source.suffix) else ""
    name = f"{slug(source.stem, taken=())}{suffix}"
    number = 1
    while (folder / name).exists() and dossier_files.hash_of(folder / name) != digest:
        number += 1
        name = f"{slug(source.stem, taken=())}-{number}{suffix}"
    if not (folder / name).exists():
        try:
            files.copy_atomic(source, folder / name)
        except OSError as error:
            raise EditError(f"Die Datei lässt sich nicht kopieren: {files.explain(error)}") from error
    return {"title": source.stem, "file": f"{ATTACHMENTS}/{name}", "sha256": digest}
