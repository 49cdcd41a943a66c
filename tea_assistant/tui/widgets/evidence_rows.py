"""Which measures a list shows, and what it says of each."""

from collections.abc import Iterable, Iterator

from msgspec import Struct
from textual.content import Content

from tea_assistant.model.application import Application
from tea_assistant.model.evidence import Evidence, EvidenceState
from tea_assistant.prose.matching import matching
from tea_assistant.services.forms.choices import Choice, referable
from tea_assistant.tui.plain import plain

_SIGNS = {
    EvidenceState.NEW: "+",
    EvidenceState.CONTINUED: "→",
    EvidenceState.EXPANDED: "↗",
    EvidenceState.PLANNED: "◇",
    EvidenceState.ENDED: "■",
    EvidenceState.OPEN: "?",
}
_UNRECORDED = "unrecorded"


class EvidenceFilter(Struct, frozen=True):
    """What the shown measures have in common; empty where it does not matter."""

    field: str = ""
    state: str = ""
    proof: str = ""
    """with or without."""
    linked: str = ""
    """linked or unlinked."""

    def admits(self, evidence: Evidence, application: Application) -> bool:
        """Tell whether a measure is shown."""
        state = evidence.in_cycle(application.cycle.id).state
        return (
            self.field in ("", *evidence.action_fields)
            and self.state in ("", state.value if state else _UNRECORDED)
            and self.proof in ("", "with" if evidence.proofs else "without")
            and self.linked in ("", "linked" if evidence.id in application.links else "unlinked")
        )


def filter_choices(application: Application) -> dict[str, tuple[str, list[Choice]]]:
    """Return the title and the choices of each part of a filter."""
    states = [Choice(state.value, state_title(application, state)) for state in EvidenceState]
    return {
        "field": ("Aktionsfeld", referable(application, "action_field")),
        "state": (f"Stand {application.cycle.id}", [*states, Choice(_UNRECORDED, "ohne Stand")]),
        "proof": ("Nachweis", [Choice("with", "mit Nachweis"), Choice("without", "ohne Nachweis")]),
        "linked": ("Verknüpfung", [Choice("linked", "verknüpft"), Choice("unlinked", "nirgends verknüpft")]),
    }


def filter_text(chosen: EvidenceFilter, application: Application) -> str:
    """Say in a few words what a filter lets through; empty where it lets everything through."""
    words = (
        choice.title
        for part, (_, choices) in filter_choices(application).items()
        for choice in choices
        if choice.value == getattr(chosen, part)
    )
    return ", ".join(words)


def found(application: Application, query: str, chosen: EvidenceFilter) -> list[str]:
    """Return the ids of the measures to show, in the order of their titles or of how well they fit."""
    admitted = (e for e in application.dossier.evidence.values() if chosen.admits(e, application))
    titled = sorted(admitted, key=lambda evidence: title(evidence).casefold())
    return [evidence.id for evidence in matching(query, titled, title)]


def title(evidence: Evidence) -> str:
    """Return the title of a measure, or its id where it has none."""
    return evidence.title or evidence.id


def state_title(application: Application, state: EvidenceState | None) -> str:
    """Write the state of a measure in a round."""
    return application.labels.value("evidence", "cycles", "state", state.value) if state else "ohne Stand"


def row(evidence: Evidence, application: Application) -> tuple[Content, Content]:
    """Draw a measure in two lines: its title, and beneath it what there is to know."""
    state = evidence.in_cycle(application.cycle.id).state
    sign = _SIGNS[state] if state else "–"
    facts = " · ".join([state_title(application, state), *_facts(evidence, application)])
    return plain(f"{sign} ", "$accent") + plain(title(evidence)), plain(f"  {facts}", "$text-muted")


def _facts(evidence: Evidence, application: Application) -> Iterable[str]:
    if evidence.id not in application.links:
        yield "nicht verknüpft"
    if not evidence.proofs:
        yield "ohne Nachweis"
    fields = application.catalogue.fields
    if evidence.action_fields and evidence.action_fields[0] in fields:
        yield fields[evidence.action_fields[0]].label


class LinkRow(Struct, frozen=True):
    """A place of the application where a measure is linked."""

    title: str
    field: str
    path: tuple[str | int, ...]


def links_of(evidence_id: str, application: Application) -> Iterator[LinkRow]:
    """Yield where a measure is linked, in the order of the application."""
    for link in application.links.get(evidence_id, ()):
        field = application.catalogue.fields.get(link.field)
        own = application.answer(link.field).own_criteria
        number = next((n for n, criterion in enumerate(own) if criterion.id == link.criterion), None)
        criterion = field.criterion(link.criterion) if field else None
        place = f"{field.label if field else link.field} › "
        if number is not None and criterion is None:
            yield LinkRow(place + own[number].title, link.field, ("own_criteria", number, "evidence"))
        else:
            name = criterion.title if criterion else link.criterion
            yield LinkRow(place + name, link.field, ("criteria", link.criterion, "evidence"))


def origin_text(evidence: Evidence) -> str:
    """Write where a measure was taken from; empty where nobody knows."""
    origin = evidence.origin
    if origin is None:
        return ""
    page = f"Seite {origin.page}" if origin.page else ""
    line = f"Zeile {origin.line}" if origin.line else ""
    places = (origin.document, origin.heading, page, line, origin.url)
    return " · ".join(place for place in places if place)
