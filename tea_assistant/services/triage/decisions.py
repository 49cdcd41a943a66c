"""The decisions about proposals: what each writes and its record are one step to undo."""

from collections.abc import Collection, Mapping, Sequence

from msgspec import Struct

from tea_assistant.errors import EditError
from tea_assistant.model.imported import Decision
from tea_assistant.model.layout import evidence_file
from tea_assistant.model.proposal import Proposal, ProposalKind
from tea_assistant.services.inbox.decisions import signer
from tea_assistant.services.session import Session
from tea_assistant.services.triage.additions import changes, origin_changes
from tea_assistant.services.triage.figures import write_figure
from tea_assistant.services.triage.items import Item, OpenedDocument
from tea_assistant.services.triage.records import entry, put_down
from tea_assistant.services.triage.targets import write_target
from tea_assistant.services.triage.values import title_of
from tea_assistant.services.triage.writing import (
    field_of,
    link_all,
    new_measure,
    require_valid,
    taken_ids,
    write_measures,
)

Values = Mapping[str, object]
MEASURES = (ProposalKind.MEASURE, ProposalKind.GOAL)
"""What becomes a measure."""


class Taken(Struct, frozen=True):
    """A proposal with what is to be written of it."""

    document: OpenedDocument
    item: Item
    values: Values

    @property
    def proposal(self) -> Proposal:
        """The proposal."""
        return self.item.proposal


def accept(
    session: Session, taken: Sequence[Taken], *, unread: bool = False, replace: bool = False
) -> list[str]:
    """Write proposals into the dossier as one step and return the ids of the measures; raises `EditError`."""
    label = _label(taken, "übernehmen")
    by = signer(session)
    ids = taken_ids(session)
    records: dict[str, dict[str, dict[str, object]]] = {}
    measures = []
    with session.together():
        for each in taken:
            evidence = file = ""
            if each.proposal.kind in MEASURES:
                measure = new_measure(session, each.proposal, each.values, by, ids, unread=unread)
                ids.add(measure.id)
                measures.append(measure)
                evidence = measure.id
            else:
                file = _write(session, each, label, unread=unread, replace=replace)
            record = entry(
                each.proposal,
                Decision.ACCEPTED,
                session.today(),
                by,
                evidence=evidence,
                file=file,
                unread=unread,
            )
            records.setdefault(each.document.id, {})[each.proposal.key] = record
        write_measures(session, measures, label, ticked=not unread)
        for document in dict.fromkeys(each.document.id for each in taken):
            _put_down(
                session, [each for each in taken if each.document.id == document], records[document], label
            )
    return [measure.id for measure in measures]


def trouble(session: Session, taken: Taken) -> str:
    """Return why a proposal would be no valid measure as it is; empty where it would, or becomes none."""
    if taken.proposal.kind not in MEASURES:
        return ""
    try:
        new_measure(session, taken.proposal, taken.values, "", (), unread=True)
    except EditError as error:
        return error.message
    return ""


def merge(session: Session, taken: Taken, evidence: str, chosen: Collection[str]) -> None:
    """Add to a measure what was chosen, with the place it comes from; raises `EditError`."""
    measure = session.dossier.evidence.get(evidence)
    if measure is None or taken.proposal.kind not in (*MEASURES, ProposalKind.FIGURE):
        raise EditError("Bitte eine Maßnahme wählen, die es in der Mappe gibt.")
    file = measure.where.file or evidence_file(evidence)
    value = session.value(file)
    standing = value if isinstance(value, dict) else {}
    label = f"Mit „{measure.title or evidence}“ zusammenführen"
    made = changes(standing, taken.values, chosen)
    made += origin_changes(measure, standing, taken.proposal.origin)
    record = entry(taken.proposal, Decision.MERGED, session.today(), signer(session), evidence=evidence)
    with session.together():
        if made:
            session.edit(file, made, label)
            require_valid(session.value(file))
        criteria = taken.values.get("criteria")
        if (
            "criteria" in chosen
            and isinstance(criteria, list)
            and taken.proposal.kind is ProposalKind.MEASURE
        ):
            links = {(field, c): [evidence] for c in criteria if (field := field_of(session, c))}
            link_all(session, links, label, ticked=True)
        _put_down(session, [taken], {taken.proposal.key: record}, label)


def refuse(session: Session, document: OpenedDocument, item: Item, reason: str) -> None:
    """Leave the dossier as it is, and put that down."""
    _decide(session, Taken(document, item, {}), Decision.REFUSED, "ablehnen", reason)


def postpone(session: Session, document: OpenedDocument, item: Item) -> None:
    """Put down that somebody wants to come back to it."""
    _decide(session, Taken(document, item, {}), Decision.LATER, "zurückstellen")


def forget(session: Session, document: OpenedDocument, keys: Collection[str], title: str) -> None:
    """Forget decisions; what they wrote stays."""
    put_down(session, document, {}, f"Vorschlag „{title}“ wieder öffnen", forgotten=keys)


def _decide(session: Session, taken: Taken, decision: Decision, verb: str, reason: str = "") -> None:
    record = entry(taken.proposal, decision, session.today(), signer(session), reason=reason)
    _put_down(session, [taken], {taken.proposal.key: record}, _label([taken], verb))


def _put_down(
    session: Session, taken: Sequence[Taken], records: Mapping[str, Mapping[str, object]], label: str
) -> None:
    # What an earlier version said is decided anew with the one that has taken its place.
    gone = [each.item.earlier.key for each in taken if each.item.earlier]
    put_down(session, taken[0].document, records, label, forgotten=gone)


def _write(session: Session, each: Taken, label: str, *, unread: bool, replace: bool) -> str:
    if each.proposal.kind is ProposalKind.FIGURE and each.proposal.results:
        if unread:
            raise EditError(
                "Zahlen aus Texten kommen nur einzeln in die Kennzahlen, nach einem Blick darauf."
            )
        return write_figure(session, each.proposal, label)
    if each.proposal.kind is ProposalKind.FIGURE:
        raise EditError(
            "Zahlen aus Tabellen übernimmt: tea figures import",
            hint="Dort ist vor dem Übernehmen zu sehen, wohin jede Zahl kommt.",
        )
    return write_target(session, each.proposal, each.values, label, replace=replace, ticked=not unread)


def _label(taken: Sequence[Taken], verb: str) -> str:
    if len(taken) == 1:
        return f"Vorschlag „{title_of(taken[0].proposal)}“ {verb}"
    return f"{len(taken)} Vorschläge {verb}"
