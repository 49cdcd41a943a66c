"""The register of measures: each one once, with all that is known of it in this round."""

from tea_assistant.document.action_field import field_number
from tea_assistant.document.attachments import attachment_spans
from tea_assistant.document.blocks import Block, Fact, Line, Lines, Prose, Section, Span, fact, joined
from tea_assistant.document.dates import german_date
from tea_assistant.document.measure_lines import measure_lines
from tea_assistant.document.registers import Registers
from tea_assistant.document.results import counted
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Part
from tea_assistant.model.evidence import Evidence, EvidenceState, Result
from tea_assistant.model.labels import Labels


def measures_sections(registers: Registers, part: Part) -> list[Section]:
    """Return an entry for each measure that is linked in this round."""
    application = registers.application
    entries = [
        Section(measure_section(e.id), part.id, e.title or e.id, 3, _blocks(registers, e))
        for e in registers.measures
    ]
    return [Section(part.id, part.id, application.part_title(part), 2), *entries] if entries else []


def measure_section(evidence_id: str) -> str:
    """Return the id of the section that describes a measure."""
    return f"evidence/{evidence_id}"


def _blocks(registers: Registers, evidence: Evidence) -> tuple[Block, ...]:
    labels = registers.application.labels
    blocks: list[Block] = [Prose(evidence.summary)] if evidence.summary.strip() else []
    if evidence.goal.strip():
        blocks.append(Prose(evidence.goal, label=f"{labels.key('evidence', 'goal')}:"))
    facts, results = measure_facts(registers, evidence), registers.results(evidence)
    return (*blocks, Lines(measure_lines(facts, results, labels)))


def measure_facts(registers: Registers, evidence: Evidence) -> list[Fact]:
    """Return what is known of a measure in the round, beside its texts."""
    labels = registers.application.labels
    audience = evidence.audience and labels.value("evidence", "audience", evidence.audience.value)
    plain = {
        "audience": audience,
        "target_groups": ", ".join(evidence.target_groups),
        "legal_character": _legal_character(labels, evidence),
        "since": german_date(evidence.since),
        "until": german_date(evidence.until),
        "responsible": evidence.responsible,
        "partners": ", ".join(evidence.partners),
    }
    facts = [fact("action_fields", labels.key("evidence", "action_fields"), *_served(registers, evidence))]
    facts += [fact(key, labels.key("evidence", key), text) for key, text in plain.items() if text]
    facts += _state(registers, evidence)
    results: list[Line] = [(Span(_result(labels, result)),) for result in registers.results(evidence)]
    facts += _listed(labels, "results", results)
    proofs = [attachment_spans(registers, proof) for proof in registers.proofs(evidence)]
    return facts + _listed(labels, "proofs", proofs)


def _served(registers: Registers, evidence: Evidence) -> Line:
    """Return the action fields in which the measure is linked, each with the activities that rest on it."""
    application = registers.application
    linked = [link.field for link in application.links[evidence.id]]
    fields = [field for field in application.action_fields if field.id in linked]
    named = [_field(application, field.id, evidence) for field in fields]
    return tuple(span for at, line in enumerate(named) for span in ((Span("; "), *line) if at else line))


def _field(application: Application, field_id: str, evidence: Evidence) -> Line:
    """Name an action field, and lead back to where the measure stands behind a statement."""
    field = application.catalogue.fields[field_id]
    titles = {criterion.id: criterion.title for criterion in field.criteria}
    titles |= {own.id: own.title for own in application.answer(field_id).own_criteria}
    statements = [
        Span(titles[link.criterion], section=f"{field_id}/{link.criterion}")
        for link in application.links[evidence.id]
        if link.field == field_id and titles.get(link.criterion)
    ]
    name = Span(f"{field_number(application, field_id)} {field.label}", section=field_id)
    return (name, Span(" ("), *joined(statements), Span(")")) if statements else (name,)


def _legal_character(labels: Labels, evidence: Evidence) -> str:
    if evidence.legal_character is None:
        return ""
    character = labels.value("evidence", "legal_character", evidence.legal_character.value)
    return f"{character} ({evidence.legal_basis})" if evidence.legal_basis else character


def _state(registers: Registers, evidence: Evidence) -> list[Fact]:
    """Return what became of the measure in this round, unless nobody has looked at it yet."""
    labels = registers.application.labels
    found = evidence.in_cycle(registers.application.cycle.id)
    if found.state in (None, EvidenceState.OPEN):
        return []
    state = labels.value("evidence", "cycles", "state", found.state.value)
    said = " ".join((found.change or found.reason).split())
    label = labels.key("evidence", "cycles", "state")
    return [fact("state", label, f"{state} – {said}" if said else state)]


def _result(labels: Labels, result: Result) -> str:
    said = counted(result)
    details = [
        f"{labels.key('evidence', 'results', key)}: {text}"
        for key, text in (("as_of", german_date(result.as_of)), ("source", result.source))
        if text
    ]
    return f"{said.rstrip('.')} ({', '.join(details)})" if details else said


def _listed(labels: Labels, key: str, lines: list[Line]) -> list[Fact]:
    return [Fact(key, labels.key("evidence", key), tuple(lines))] if lines else []
