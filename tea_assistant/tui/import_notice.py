"""What there is to say of documents that could be read, or that somebody has begun to go through."""

from collections.abc import Iterator

from tea_assistant.model.imported import Decision, ImportRecord
from tea_assistant.model.layout import Kind, import_file, role_of
from tea_assistant.services.session import Session
from tea_assistant.tui.renewal_notice import RenewalNotice

_UNDECIDED = (None, Decision.LATER, Decision.SPLIT)


def begun(session: Session) -> Iterator[ImportRecord]:
    """Yield the records of documents that somebody has begun with."""
    for path in sorted((session.root / import_file("")).parent.glob("*.yaml")):
        role = role_of(import_file(path.stem))
        if role and role.kind is Kind.IMPORT:
            from tea_assistant.services.triage.records import record_of  # noqa: PLC0415 (only where there is something to say)

            yield record_of(session, role.id)


def decided(record: ImportRecord) -> int:
    """Tell how many proposals of a document are decided."""
    return min(record.found, sum(each.state not in _UNDECIDED for each in record.proposals.values()))


def import_notice(session: Session) -> RenewalNotice | None:
    """Return what the overview says; None where nothing was begun and there are measures."""
    for record in begun(session):
        if decided(record) < record.found:
            told = f"○ {record.document}: {decided(record)} von {record.found} entschieden (Strg+O)"
            return RenewalNotice(told, "app.open('triage')")
    if session.dossier.evidence:
        return None
    return RenewalNotice("Dokumente einlesen (Strg+O)", "app.open('triage')")
