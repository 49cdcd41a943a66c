"""The part on the organisation: who applies."""

from tea_assistant.document.blocks import Block, Fact, Items, Prose, Section, Span, fact
from tea_assistant.document.registers import Registers
from tea_assistant.figures.publication import Publication
from tea_assistant.figures.published_text import published_text
from tea_assistant.model.catalogue import CellSelector, Indicator, Part
from tea_assistant.model.dossier import Award, Contact


def organisation_sections(registers: Registers, part: Part) -> list[Section]:
    """Return the facts on the organisation, and its portrait."""
    application = registers.application
    facts = organisation_facts(registers)
    blocks: list[Block] = [Items(tuple(told.item() for told in facts))] if facts else []
    if about := application.organisation.about.strip():
        blocks.append(Prose(about, label=f"{application.labels.key('dossier', 'about')}:"))
    return [Section(part.id, part.id, application.part_title(part), 2, tuple(blocks))] if blocks else []


def organisation_facts(registers: Registers) -> list[Fact]:
    """Return what is known of the organisation in the round, in the order in which it is asked for."""
    application = registers.application
    organisation, labels = application.organisation, application.labels
    plain = {
        "name": organisation.name,
        "state": organisation.state and labels.value("dossier", "state", organisation.state),
        "place": organisation.place,
        "sector": organisation.sector and labels.value("dossier", "sector", organisation.sector),
        "branch": organisation.branch,
    }
    facts = [fact(key, labels.key("dossier", key), value) for key, value in plain.items() if value]
    facts += _headcount(registers.published)
    if organisation.website:
        website = Span(organisation.website, url=organisation.website)
        facts.append(fact("website", labels.key("dossier", "website"), website))
    if organisation.office:
        facts.append(fact("office", labels.key("dossier", "office"), organisation.office))
    if contact := _contact(organisation.contact):
        facts.append(fact("contact", labels.key("dossier", "contact"), contact))
    earlier = [_award(award) for award in organisation.awards if str(award.year) < application.cycle.id]
    if earlier:
        facts.append(fact("awards", labels.key("dossier", "awards"), "; ".join(earlier)))
    return facts


def _headcount(publication: Publication) -> list[Fact]:
    """Return how many people work there: the catalogue's first indicator that counts a whole group."""
    indicators = publication.application.catalogue.indicators.values()
    indicator = next((i for i in indicators if _counts_everybody(i)), None)
    text = published_text(publication, indicator.id, "history") if indicator else None
    return [fact(indicator.id, indicator.title, text)] if indicator and text else []


def _counts_everybody(indicator: Indicator) -> bool:
    cell = indicator.numerator
    return indicator.denominator is None and cell == CellSelector(cell.group, count="total")


def _contact(contact: Contact) -> str:
    name, role = contact.name, contact.role
    # Two brackets in a row read as a slip: „Mira Beispiel (fiktiv) (Leitung)“.
    bracketed = name and role and not name.rstrip().endswith(")")
    named = [f"{name} ({role})"] if bracketed else [name, role]
    return ", ".join(detail for detail in (*named, contact.email, contact.phone) if detail)


def _award(award: Award) -> str:
    years = [award.valid[key] for key in ("from", "to") if award.valid.get(key)]
    details = [f"{award.number}. Auszeichnung"] if award.number else []
    details += [f"gültig {' bis '.join(years)}"] if len(years) == 2 else []
    return f"{award.year} ({', '.join(details)})" if details else str(award.year)
