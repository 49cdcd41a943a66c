"""The part on how the organisation understands equality, with the documents that it rests on."""

from tea_assistant.document.attachments import attachment_spans
from tea_assistant.document.blocks import Item, Items, Prose, Section
from tea_assistant.document.registers import Registers
from tea_assistant.model.catalogue import Part


def understanding_sections(registers: Registers, part: Part) -> list[Section]:
    """Return each text that was written under its title, and the basic documents."""
    application = registers.application
    texts = application.cycle.understanding
    below = [
        Section(f"{part.id}/{prompt.id}", part.id, prompt.title, 3, (Prose(text),))
        for prompt in application.catalogue.understanding
        if (text := texts.get(prompt.id, "").strip())
    ]
    if documents := application.cycle.documents:
        items = tuple(Item(attachment_spans(registers, document)) for document in documents)
        title = application.labels.key("cycle", "documents")
        below.append(Section(f"{part.id}/documents", part.id, title, 3, (Items(items),)))
    return [Section(part.id, part.id, application.part_title(part), 2), *below] if below else []
