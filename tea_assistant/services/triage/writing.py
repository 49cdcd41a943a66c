"""Writes proposals as measures: their files, their place in the round, their links to criteria."""

from collections.abc import Collection, Mapping

from msgspec import Struct

from tea_assistant.errors import EditError
from tea_assistant.model.evidence import EvidenceState
from tea_assistant.model.ids import slug
from tea_assistant.model.layout import Kind, evidence_file, field_file
from tea_assistant.model.proposal import Proposal, ProposalKind
from tea_assistant.model.source import Source
from tea_assistant.services.session import Session
from tea_assistant.services.triage.values import plain_origin, state_for
from tea_assistant.store import schema, schema_wording
from tea_assistant.store.yaml.writer import Change

Values = Mapping[str, object]
_ORDER = (
    "title",
    "summary",
    "goal",
    "action_fields",
    "criteria",
    "audience",
    "target_groups",
    "legal_character",
    "legal_basis",
    "since",
    "until",
    "covers",
    "collected",
    "responsible",
    "partners",
    "results",
    "proofs",
    "cycles",
)
"""The keys of a measure as its file has them."""


class NewMeasure(Struct, frozen=True):
    """A measure that a proposal becomes."""

    id: str
    title: str
    value: Mapping[str, object]
    links: tuple[str, ...]
    """The criteria that it is to be linked to."""


def new_measure(
    session: Session, proposal: Proposal, values: Values, by: str, taken: Collection[str], *, unread: bool
) -> NewMeasure:
    """Work out what a proposal becomes; raises `EditError` where it would be no valid measure."""
    title = " ".join(str(values.get("title") or "").split())
    if not title:
        raise EditError("Die Maßnahme braucht einen Titel.")
    state = EvidenceState.OPEN if unread else state_for(proposal, session.rounds[:-1])
    entry: dict[str, object] = {"state": state.value}
    if not unread:
        entry |= {"confirmed": session.today().isoformat()} | ({"by": by} if by else {})
    said = {**values, "title": title, "cycles": values.get("cycles") or {session.cycle: entry}}
    value: dict[str, object] = {"format": schema.FORMAT}
    value |= {key: said[key] for key in _ORDER if said.get(key) not in (None, "", [], {})}
    if proposal.origin:
        value["origin"] = plain_origin(proposal.origin)
    require_valid(value)
    # A goal alone says of no activity that it happens.
    criteria = value.get("criteria") if proposal.kind is ProposalKind.MEASURE else None
    links = tuple(criteria) if isinstance(criteria, list) else ()
    return NewMeasure(slug(title, taken=taken), title, value, links)


def write_measures(session: Session, measures: Collection[NewMeasure], label: str, *, ticked: bool) -> None:
    """Make the files and link them; `ticked` also says of open activities that they apply."""
    for measure in measures:
        session.write(evidence_file(measure.id), measure.value, label)
    links: dict[tuple[str, str], list[str]] = {}
    for measure in measures:
        for criterion in measure.links:
            if field := field_of(session, criterion):
                links.setdefault((field, criterion), []).append(measure.id)
    link_all(session, links, label, ticked=ticked)


def link_all(
    session: Session, links: Mapping[tuple[str, str], Collection[str]], label: str, *, ticked: bool
) -> None:
    """Link measures to criteria, with one edit a field."""
    by_field: dict[str, list[Change]] = {}
    for (field, criterion), measures in links.items():
        answer = session.application.answer(field).criteria.get(criterion)
        linked = answer.evidence if answer else ()
        together = list(dict.fromkeys((*linked, *measures)))
        if together == list(linked):
            continue
        changes = by_field.setdefault(field, [])
        if ticked and (answer is None or answer.applies is None):
            changes.append(Change(("criteria", criterion, "applies"), value=True))
        changes.append(Change(("criteria", criterion, "evidence"), together))
    for field, changes in by_field.items():
        session.edit(field_file(session.cycle, field), changes, label)


def field_of(session: Session, criterion: str) -> str:
    """Return the action field of a criterion; empty where the catalogue has none of that id."""
    fields = session.application.catalogue.fields.values()
    return next((field.id for field in fields if field.criterion(criterion)), "")


def taken_ids(session: Session) -> set[str]:
    """Return the ids of measures that are not free any more."""
    return set(session.dossier.evidence)


def require_valid(value: object) -> None:
    """Raise `EditError` where something is no valid measure, with the first reason."""
    if schema.is_valid(Kind.EVIDENCE, value):
        return
    found = next(iter(schema_wording.findings(Kind.EVIDENCE, value, Source(evidence_file("")))), None)
    if found is None:
        raise EditError("So wäre es keine gültige Maßnahme.")
    label = schema.labels().key(Kind.EVIDENCE.value, *(str(step) for step in found.path[:1]))
    raise EditError(f"{label}: {found.message}", hint=found.hint)
