"""Which fields the form of a proposal has: those of the file that it would become part of."""

from collections.abc import Sequence

from tea_assistant.model.layout import Kind, evidence_file, field_file, jury_file
from tea_assistant.model.proposal import ProposalKind
from tea_assistant.services.forms.plan import FieldPlan, fields_of
from tea_assistant.services.jury_award import AWARD_KEYS
from tea_assistant.services.session import Session
from tea_assistant.store.schema import Schema, schema

LEFT_OUT = ("format", "covers", "collected", "proofs", "cycles", "origin", "accepted", "id", "answers")
"""What a person says of a measure later, or the program by itself."""


def node_of(session: Session, kind: ProposalKind) -> Schema:
    """Return the schema of the values of a proposal."""
    if kind in (ProposalKind.MEASURE, ProposalKind.GOAL):
        return schema(Kind.EVIDENCE)
    rounds = {"title": "Runde", "type": "string", "pattern": "^[0-9]{4}$", "examples": ["2022"]}
    jury = schema(Kind.JURY)["properties"]
    if kind is ProposalKind.AWARD:
        return {"properties": {key: jury[key] for key in AWARD_KEYS} | {"cycle": rounds}}
    if kind is ProposalKind.PRAISE:
        return _with(jury["praise"]["items"], cycle=rounds)
    if kind is ProposalKind.EXPECTATION:
        return _with(jury["expectations"]["items"], cycle=rounds)
    return {"required": ["text"], "properties": {**_statement(session), "cycle": rounds}}


def plans_of(session: Session, kind: ProposalKind) -> Sequence[FieldPlan]:
    """Return the fields of the form for a kind of proposal, in their order."""
    return tuple(fields_of(node_of(session, kind), (), LEFT_OUT))


def draft_file(session: Session, kind: ProposalKind, number: int) -> str:
    """Name the draft of a proposal like the file that it would become part of."""
    if kind in (ProposalKind.MEASURE, ProposalKind.GOAL):
        return evidence_file(f"entwurf-{number}")
    if kind is ProposalKind.STATEMENT:
        return field_file(session.cycle, f"entwurf-{number}")
    return jury_file(session.cycle)


def _with(node: Schema, **more: Schema) -> Schema:
    return {**node, "properties": {**node["properties"], **more}}


def _statement(session: Session) -> dict[str, Schema]:
    application = session.application
    prompts = {"opening": "Einstieg", "closing": "Abschluss"}
    prompts |= {prompt.id: prompt.title for prompt in application.catalogue.understanding}
    return {
        "field": {"title": "Aktionsfeld", "type": "string", "x-refers-to": "action_field"},
        "prompt": {
            "title": "Text der Bewerbung",
            "oneOf": [{"const": key, "title": title} for key, title in prompts.items()],
        },
        "criterion": {"title": "Aktivität", "type": "string", "x-refers-to": "criterion"},
        "text": {"title": "Text", "type": "string", "contentMediaType": "text/markdown"},
    }
