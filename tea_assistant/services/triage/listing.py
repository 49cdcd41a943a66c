"""What documents propose, as a list for people and as JSON for programs."""

from collections.abc import Iterator, Mapping, Sequence

from tea_assistant.model.catalogue import Catalogue
from tea_assistant.model.evidence import Origin
from tea_assistant.model.proposal import ProposalKind
from tea_assistant.services.progress import as_json_text
from tea_assistant.services.triage.items import Item, OpenedDocument
from tea_assistant.services.triage.values import title_of

_KINDS: Mapping[ProposalKind, tuple[str, str]] = {
    ProposalKind.MEASURE: ("Maßnahme", "Maßnahmen"),
    ProposalKind.GOAL: ("Ziel", "Ziele"),
    ProposalKind.FIGURE: ("Kennzahl", "Kennzahlen"),
    ProposalKind.AWARD: ("Auszeichnung", "Auszeichnungen"),
    ProposalKind.PRAISE: ("Lob", "Lob"),
    ProposalKind.EXPECTATION: ("Erwartung", "Erwartungen"),
    ProposalKind.STATEMENT: ("Text", "Texte"),
}
"""Each kind as a person calls one of them, and several."""
_NO_FIELD = "Noch keinem Aktionsfeld zugeordnet"
_FURTHER = (
    "reason",
    "cycle",
    "prompt",
    "award",
    "decided",
    "since",
    "until",
    "responsible",
    "participants",
    "legal_basis",
    "indicator",
)
_LISTS = ("partners", "target_groups", "flags")


def kind_word(kind: ProposalKind, count: int = 1) -> str:
    """Name a kind of proposal in German, for one or for several."""
    return _KINDS[kind][count != 1]


def as_text(documents: Sequence[OpenedDocument], items: Sequence[Item], catalogue: Catalogue) -> str:
    """List what waits for a decision, grouped by document and action field."""
    return "\n\n".join(
        "\n".join(_document(document, [i for i in items if i.document == document.id], catalogue))
        for document in documents
    )


def as_json(items: Sequence[Item]) -> str:
    """Write what waits for a decision for programs; `schemas/proposals.schema.json` is the contract."""
    plain = [_plain(item) for item in items if item.state.waits]
    return as_json_text({"proposals": plain})


def _document(document: OpenedDocument, items: Sequence[Item], catalogue: Catalogue) -> Iterator[str]:
    source = document.source
    pages = f", {source.pages} Seiten" if source.pages else ""
    title = f" – {source.title}" if source.title and source.title != source.name else ""
    yield f"{source.name}{title}{pages}"
    waiting = [item for item in items if item.state.waits]
    decided = len(items) - len(waiting)
    nothing = "Keine neuen Vorschläge" if decided else "Keine Vorschläge gefunden"
    yield f"{_counted(waiting) or nothing}{f', {decided} schon entschieden' if decided else ''}"
    for remark in document.remarks:
        yield f"Hinweis: {remark}"
    for name, found in _by_field(waiting, catalogue):
        yield f"\n{name} ({len(found)})"
        yield from map(_line, found)
    if any(block.grid for block in source.blocks):
        yield f"\nZahlen aus Tabellen übernimmt: tea figures import {source.name}"


def _counted(items: Sequence[Item]) -> str:
    if not items:
        return ""
    kinds = [item.proposal.kind for item in items]
    parts = [f"{n} {kind_word(kind, n)}" for kind in ProposalKind if (n := kinds.count(kind))]
    return f"{len(items)} {'Vorschlag' if len(items) == 1 else 'Vorschläge'}: {', '.join(parts)}"


def _by_field(items: Sequence[Item], catalogue: Catalogue) -> Iterator[tuple[str, list[Item]]]:
    names = {name: field.label or name for name, field in catalogue.fields.items()}
    if awards := [item for item in items if item.proposal.kind is ProposalKind.AWARD]:
        # An award is one for all fields.
        yield kind_word(ProposalKind.AWARD, len(awards)), awards
    items = [item for item in items if item not in awards]
    for field, title in (*names.items(), ("", _NO_FIELD)):
        if found := [item for item in items if _field(item, names) == field]:
            yield title, found


def _field(item: Item, names: Mapping[str, str]) -> str:
    field = item.proposal.action_field
    return field if field in names else ""


def _line(item: Item) -> str:
    proposal = item.proposal
    marks = [kind_word(proposal.kind)]
    if proposal.action_field:
        marks.append(proposal.certainty.word)
    if place := _place(proposal.origin):
        marks.append(place)
    marks += ["geändert"] if item.earlier else []
    marks += ["zurückgestellt"] if item.state.value == "later" else []
    return f"  {title_of(proposal)}  ({', '.join(marks)})"


def _place(origin: Origin | None) -> str:
    if origin and origin.page:
        return f"Seite {origin.page}"
    return f"Zeile {origin.line}" if origin and origin.line else ""


def _plain(item: Item) -> dict[str, object]:
    proposal = item.proposal
    origin = proposal.origin or Origin()
    further: dict[str, object] = {name: getattr(proposal, name) for name in _FURTHER}
    further |= {name: list(getattr(proposal, name)) for name in _LISTS}
    further["audience"] = proposal.audience.value if proposal.audience else ""
    further["legal_character"] = proposal.legal_character.value if proposal.legal_character else ""
    further["expectation"] = proposal.expectation.value if proposal.expectation else ""
    further["before"] = item.earlier.text if item.earlier else ""
    return {
        "kind": proposal.kind.value,
        "title": title_of(proposal),
        "text": proposal.text,
        "action_field": proposal.action_field,
        "criterion": proposal.criterion,
        "confidence": round(proposal.confidence, 2),
        **{name: value for name, value in further.items() if value},
        "state": item.state.value,
        "origin": {
            "document": origin.document,
            "heading": origin.heading,
            "line": origin.line,
            "page": origin.page,
        },
    }
