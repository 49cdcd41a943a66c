"""The items of an application that a reviewer walks through, in the order of the document."""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.figures.values import value_of
from tea_assistant.model.action_field import ActionField
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Part, PartKind
from tea_assistant.model.source import Path

_KEPT = "review_items"
_OPENING, _CLOSING, _DOCUMENTS, _SOURCE, _FACTS, _ABOUT = (
    "opening", "closing", "documents", "source", "facts", "about",
)  # fmt: skip


class ItemKind(StrEnum):
    """What an item is."""

    PART = "part"
    """A part as a whole: it can be commented, and is signed item by item."""
    FACTS = "facts"
    """What is known of the organisation."""
    TEXT = "text"
    CRITERION = "criterion"
    OWN_CRITERION = "own_criterion"
    DOCUMENTS = "documents"
    FIGURE = "figure"
    SOURCE = "source"
    """Where the figures come from, and for which day."""
    MEASURE = "measure"


class ReviewItem(Struct, frozen=True):
    """One thing that can be commented and signed."""

    key: str
    """Stays the same while the text changes: af03/opening, af03/af03-mentoring, af03 for the part."""
    part: str
    kind: ItemKind
    title: str
    part_title: str
    name: str
    """Of a criterion, a measure, a figure or a text within its part; empty for the part."""
    file: str
    path: Path = ()

    @property
    def can_be_signed(self) -> bool:
        """Whether somebody can sign it: a part is signed by all that is in it."""
        return self.kind is not ItemKind.PART


def review_items(application: Application) -> tuple[ReviewItem, ...]:
    """Return every item: each part, followed by what is written in it; what is empty is left out."""
    kept = application.kept
    if _KEPT not in kept:
        kept[_KEPT] = tuple(_with_keys_of_their_own(_walk(application)))
    found: tuple[ReviewItem, ...] = kept[_KEPT]
    return found


def item_of(application: Application, key: str) -> ReviewItem | None:
    """Return the item with this key; None where there is none, or none any more."""
    return next((item for item in review_items(application) if item.key == key), None)


def signable(application: Application, part: str = "") -> tuple[ReviewItem, ...]:
    """Return what can be signed, in a part or in all."""
    found = (item for item in review_items(application) if item.can_be_signed)
    return tuple(item for item in found if not part or item.part == part)


def item_at(application: Application, file: str, path: Path) -> ReviewItem | None:
    """Return the item that a place of the dossier belongs to; None where no item has it."""
    best: ReviewItem | None = None
    for item in review_items(application):
        own = item.path[:-1] if item.path and item.path[-1] == "statement" else item.path
        fits = item.file == file and item.can_be_signed and path[: len(own)] == own
        if fits and (best is None or len(item.path) > len(best.path)):
            best = item
    return best


def _walk(application: Application) -> Iterator[ReviewItem]:
    for part in application.parts:
        title = " ".join(application.part_title(part).split())
        field = application.catalogue.fields.get(part.id)
        short = field.label if field and part.kind is PartKind.ACTION_FIELD else title
        of_part = _ITEMS.get(part.kind) if part.kind else None
        place = _place(application, part)
        yield ReviewItem(part.id, part.id, ItemKind.PART, title, short, "", place)
        for item in of_part(application, part) if of_part else ():
            yield replace(item, part_title=short)


def _place(application: Application, part: Part) -> str:
    match part.kind:
        case PartKind.ORGANISATION:
            return application.organisation.where.file
        case PartKind.FIGURES if application.figures:
            return application.figures.where.file
        case PartKind.ACTION_FIELD:
            return application.answer(part.id).where.file
    return application.cycle.where.file


def _item(part: Part, kind: ItemKind, name: str, title: str, *, file: str, path: Path = ()) -> ReviewItem:
    titled = " ".join(title.split()) or name
    return ReviewItem(f"{part.id}/{name}", part.id, kind, titled, "", name, file, path)


def _organisation(application: Application, part: Part) -> Iterator[ReviewItem]:
    organisation = application.organisation
    file = organisation.where.file
    yield _item(part, ItemKind.FACTS, _FACTS, "Angaben zur Organisation", file=file)
    if organisation.about.strip():
        title = application.labels.key("dossier", _ABOUT)
        yield _item(part, ItemKind.TEXT, _ABOUT, title, file=file, path=(_ABOUT,))


def _figures(application: Application, part: Part) -> Iterator[ReviewItem]:
    figures = application.figures
    if figures is None:
        return
    file = figures.where.file
    yield _item(part, ItemKind.SOURCE, _SOURCE, "Stichtag und Quelle", file=file)
    for indicator in application.catalogue.indicators.values():
        if value_of(indicator, figures) is not None:
            yield _item(part, ItemKind.FIGURE, indicator.id, indicator.title, file=file)


def _understanding(application: Application, part: Part) -> Iterator[ReviewItem]:
    cycle = application.cycle
    for prompt in application.catalogue.understanding:
        if cycle.understanding.get(prompt.id, "").strip():
            path = ("understanding", prompt.id)
            yield _item(part, ItemKind.TEXT, prompt.id, prompt.title, file=cycle.where.file, path=path)
    if cycle.documents:
        title = application.labels.key("cycle", _DOCUMENTS)
        yield _item(part, ItemKind.DOCUMENTS, _DOCUMENTS, title, file=cycle.where.file, path=(_DOCUMENTS,))


def _action_field(application: Application, part: Part) -> Iterator[ReviewItem]:
    field, answer = application.catalogue.fields[part.id], application.answer(part.id)
    file = answer.where.file
    if answer.opening.strip():
        title = _framing(application, field, _OPENING)
        yield _item(part, ItemKind.TEXT, _OPENING, title, file=file, path=(_OPENING,))
    for criterion in field.criteria:
        said = answer.criteria.get(criterion.id)
        if said and said.applies is not None:
            key = "statement" if said.applies else "because"
            path: Path = ("criteria", criterion.id, key)
            yield _item(part, ItemKind.CRITERION, criterion.id, criterion.title, file=file, path=path)
    for at, own in enumerate(answer.own_criteria):
        path = ("own_criteria", at, "statement")
        yield _item(part, ItemKind.OWN_CRITERION, own.id or str(at + 1), own.title, file=file, path=path)
    if answer.closing.strip():
        title = _framing(application, field, _CLOSING)
        yield _item(part, ItemKind.TEXT, _CLOSING, title, file=file, path=(_CLOSING,))


def _framing(application: Application, field: ActionField, key: str) -> str:
    prompt = field.opening if key == _OPENING else field.closing
    return (prompt.title if prompt else "") or application.labels.key("field", key)


def _measures(application: Application, part: Part) -> Iterator[ReviewItem]:
    for evidence_id in application.links:
        if evidence := application.dossier.evidence.get(evidence_id):
            yield _item(part, ItemKind.MEASURE, evidence.id, evidence.title, file=evidence.where.file)


_ITEMS: Mapping[PartKind, Callable[[Application, Part], Iterator[ReviewItem]]] = {
    PartKind.ORGANISATION: _organisation,
    PartKind.FIGURES: _figures,
    PartKind.UNDERSTANDING: _understanding,
    PartKind.ACTION_FIELD: _action_field,
    PartKind.EVIDENCE: _measures,
}
"""Attachments and progress follow from the rest: their parts can be commented, and hold nothing to sign."""


def _with_keys_of_their_own(items: Iterator[ReviewItem]) -> Iterator[ReviewItem]:
    seen: dict[str, int] = {}
    for item in items:
        number = seen[item.key] = seen.get(item.key, 0) + 1
        # Ids that a person has given twice must not make two items one.
        yield replace(item, key=f"{item.key}-{number}") if number > 1 else item
