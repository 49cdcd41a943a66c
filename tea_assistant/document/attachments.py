"""The register of attachments: every document and proof, numbered, each once."""

from tea_assistant.document.blocks import Item, Items, Line, Section, Span
from tea_assistant.document.dates import german_date
from tea_assistant.document.registers import Registers
from tea_assistant.model.catalogue import Part
from tea_assistant.model.evidence import Proof, Release
from tea_assistant.model.labels import Labels


def attachments_sections(registers: Registers, part: Part) -> list[Section]:
    """Return the numbered list; what is internal is named, but not where it lies."""
    application = registers.application
    entries = tuple(Item(attachment_entry(application.labels, proof)) for proof in registers.attachments)
    if not entries:
        return []
    blocks = (Items(entries, numbered=True),)
    return [Section(part.id, part.id, application.part_title(part), 2, blocks)]


def attachment_spans(registers: Registers, proof: Proof) -> Line:
    """Return how other sections name a proof: its title, and its number in the register."""
    number = f"Anlage {registers.number(proof)}"
    return Span(f"{proof.title} ("), Span(number, section=registers.attachments_part), Span(")")


def attachment_entry(labels: Labels, proof: Proof) -> Line:
    """Return all that readers may know of a proof: its title, and where it is found if it is public."""
    public = proof.release is Release.PUBLIC
    details = [_dated(labels, "dated", proof.dated)]
    if public:
        details += [proof.file and f"{labels.key('evidence', 'proofs', 'file')}: {proof.file}"]
        details += [_dated(labels, "retrieved", proof.retrieved)]
    else:
        details.append(labels.value("evidence", "proofs", "release", proof.release.value))
    shown = "; ".join(detail for detail in details if detail)
    title = Span(proof.title, url=proof.url if public else "")
    return (title, Span(f" ({shown})")) if shown else (title,)


def _dated(labels: Labels, key: str, date: str) -> str:
    return f"{labels.key('evidence', 'proofs', key)}: {german_date(date)}" if date else ""
