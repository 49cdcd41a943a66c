"""What a reviewer sees of the organisation, and of where its figures come from."""

from collections.abc import Iterator

from tea_assistant.model.application import Application
from tea_assistant.model.dossier import Award
from tea_assistant.prose.dates import german_date
from tea_assistant.review.lines import Line, lines_piece
from tea_assistant.review.piece import Piece


def organisation_facts(application: Application) -> Iterator[Piece]:
    """Yield what the application says of the organisation beside its portrait."""
    organisation, labels = application.organisation, application.labels
    state, sector, contact = organisation.state, organisation.sector, organisation.contact
    plain = (
        ("name", organisation.name, ""),
        ("state", state and labels.value("dossier", "state", state), state),
        ("place", organisation.place, ""),
        ("sector", sector and labels.value("dossier", "sector", sector), sector),
        ("branch", organisation.branch, ""),
        ("website", organisation.website, ""),
        ("office", organisation.office, ""),
        ("contact", ", ".join(filter(None, (contact.name, contact.role, contact.email, contact.phone))), ""),
    )
    lines = [Line(labels.key("dossier", key), text, said or text, key) for key, text, said in plain if text]
    earlier = [award for award in organisation.awards if str(award.year) < application.cycle.id]
    if earlier:
        told = "; ".join(map(_award, earlier))
        raw = ";".join(f"{award.year},{award.number},{sorted(award.valid.items())}" for award in earlier)
        lines.append(Line(labels.key("dossier", "awards"), told, raw, "awards"))
    yield lines_piece("facts", "Angaben zur Organisation", lines)


def _award(award: Award) -> str:
    years = [award.valid[key] for key in ("from", "to") if award.valid.get(key)]
    details = [f"{award.number}. Auszeichnung"] if award.number else []
    details += [f"gültig {' bis '.join(years)}"] if years else []
    return f"{award.year} ({', '.join(details)})" if details else str(award.year)


def figures_source(application: Application) -> Iterator[Piece]:
    """Yield the reference date of the figures, their source, and who is not counted."""
    figures, labels = application.figures, application.labels
    if figures is None:
        return
    plain = (
        ("as_of", german_date(figures.as_of), figures.as_of),
        ("basis", figures.basis and labels.value("figures", "basis", figures.basis), figures.basis),
        ("source", figures.source, ""),
        ("url", figures.url, ""),
        ("excluded", ", ".join(figures.excluded), ""),
        ("note", figures.note, ""),
    )
    lines = [Line(labels.key("figures", key), text, said or text, key) for key, text, said in plain if text]
    yield lines_piece("source", "Stichtag und Quelle", lines)
