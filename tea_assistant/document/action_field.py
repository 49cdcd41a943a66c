"""A part on an action field: what was written to it, and which measures stand behind it."""

from tea_assistant.document.blocks import Block, Paragraph, Prose, Section, Span, joined
from tea_assistant.document.registers import Registers
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Part, PartKind


def action_field_sections(registers: Registers, part: Part) -> list[Section]:
    """Return the opening, every activity that was described, and the closing."""
    application = registers.application
    field = application.catalogue.fields[part.id]
    answer = application.answer(part.id)
    described = [
        (criterion.id, criterion.title, found.statement, found.evidence)
        for criterion in field.criteria
        if (found := answer.criteria.get(criterion.id)) and found.applies
    ]
    described += [(own.id, own.title, own.statement, own.evidence) for own in answer.own_criteria]
    below = [
        Section(f"{part.id}/{criterion}", part.id, title, 3, tuple(said))
        for criterion, title, statement, evidence in described
        if (said := _blocks(application, statement, evidence))
    ]
    if closing := answer.closing.strip():
        title = field.closing.title if field.closing else ""
        title = title or application.labels.key("field", "closing")
        below.append(Section(f"{part.id}/closing", part.id, title, 3, (Prose(closing),)))
    opening = answer.opening.strip()
    if not opening and not below:
        return []
    blocks = (Prose(opening),) if opening else ()
    return [Section(part.id, part.id, _heading(application, part), 2, blocks), *below]


def field_number(application: Application, field_id: str) -> int:
    """Return the number of an action field in its instrument, counting those that are not asked for."""
    fields = [part.id for part in application.catalogue.parts if part.kind is PartKind.ACTION_FIELD]
    return fields.index(field_id) + 1


def _heading(application: Application, part: Part) -> str:
    kind = application.labels.value("catalogue", "parts", "kind", PartKind.ACTION_FIELD.value)
    return f"{kind} {field_number(application, part.id)}: {application.part_title(part)}"


def _blocks(application: Application, statement: str, evidence: tuple[str, ...]) -> list[Block]:
    blocks: list[Block] = [Prose(statement.strip())] if statement.strip() else []
    known = [application.dossier.evidence[e] for e in evidence if e in application.dossier.evidence]
    if known:
        label = Span(f"{application.labels.key('field', 'criteria', 'evidence')}:", strong=True)
        links = joined([Span(e.title or e.id, measure=e.id) for e in known])
        blocks.append(Paragraph((label, Span(" "), *links)))
    return blocks
