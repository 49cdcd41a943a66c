"""The way through an application, question by question: what comes next, where one is, what is asked."""

from collections.abc import Collection, Iterator, Mapping

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.checks.completeness import PartProgress
from tea_assistant.checks.items import Item, ItemKind
from tea_assistant.checks.required_figures import required_indicators
from tea_assistant.figures.cells import row_of
from tea_assistant.model.action_field import Criterion, Prompt
from tea_assistant.model.catalogue import PartKind
from tea_assistant.model.figures import SPLITS
from tea_assistant.model.layout import Kind, role_of
from tea_assistant.model.source import Path
from tea_assistant.services.forms.plan import FieldPlan, plan_of
from tea_assistant.services.session import Session
from tea_assistant.store.schema import schema_at

Key = tuple[str, str, Path]
"""What a question is known by: its part, its file, its path."""


class Asked(Struct, frozen=True):
    """What the instrument says of a place, beside what the schema says of every such place."""

    title: str = ""
    question: str = ""
    guidance: str = ""


def key_of(item: Item) -> Key:
    """Return what a question is known by."""
    return item.part, item.file, item.path


def questions(session: Session, part: str, *, everything: bool) -> Iterator[Item]:
    """Yield what is asked of a part, or of all: the gaps, or with `everything` also what is there."""
    for progress in session.completeness.parts:
        if not part or progress.part == part:
            for item in progress.items:
                if item.is_gap or (everything and item.done and not _is_dropped(session, item)):
                    yield item


def following(
    session: Session, after: Key | None, passed: Collection[Key], part: str, *, everything: bool
) -> Item | None:
    """Return the next question behind another one that has not been passed yet; None at the end."""
    order = {key_of(item): number for number, item in enumerate(_all(session))}
    # An answer may have put another question in the place of its own.
    start = order.get(after, _near(order, after)) if after else -1
    for item in questions(session, part, everything=everything):
        if order[key_of(item)] >= start and key_of(item) not in passed:
            return item
    return None


def place_text(session: Session, item: Item) -> str:
    """Say where one is: „Aktionsfeld 2 von 5 (Personalentwicklung), Frage 3 von 11“."""
    parts = session.completeness.parts
    here = next((p for p in parts if p.part == item.part), None)
    if here is None:
        return item.title
    fields = [p for p in parts if _kind(session, p) is PartKind.ACTION_FIELD]
    if here in fields:
        named = f"Aktionsfeld {fields.index(here) + 1} von {len(fields)}"
    else:
        named = f"Teil {parts.index(here) + 1} von {len(parts)}"
    keys = [key_of(each) for each in here.items]
    number = f", Frage {keys.index(key_of(item)) + 1} von {len(keys)}" if key_of(item) in keys else ""
    field = session.application.catalogue.fields.get(here.part)
    return f"{named} ({field.label if field else here.title}){number}"


def plan_at(file: str, path: Path) -> FieldPlan | None:
    """Return the field of the value at a path, or of the nearest one around it that has a field."""
    role = role_of(file)
    while role and path:
        node = schema_at(role.kind, path)
        found = plan_of(node, path, required=path[-1] in schema_at(role.kind, path[:-1]).get("required", ()))
        # What a list holds is edited through the list, unless it is an object with fields of its own.
        is_edited_alone = not isinstance(path[-1], int) or node.get("type") == "object"
        if found and is_edited_alone and not node.get("x-hidden"):
            return found
        path = path[:-1]
    return None


def asked_at(session: Session, file: str, path: Path) -> Asked:
    """Return what the instrument says of a place; empty where it says nothing."""
    role, application = role_of(file), session.application
    if role is None:
        return Asked()
    match role.kind, path:
        case Kind.FIELD, ["opening" | "closing" as which, *_] if role.id in application.catalogue.fields:
            field = application.catalogue.fields[role.id]
            return _of_prompt(field.opening if which == "opening" else field.closing)
        case Kind.FIELD, ["criteria", criterion, *_] if role.id in application.catalogue.fields:
            return _of_criterion(application.catalogue.fields[role.id].criterion(str(criterion)))
        case Kind.CYCLE, ["understanding", prompt, *_]:
            known = {each.id: each for each in application.catalogue.understanding}
            return _of_prompt(known.get(str(prompt)))
    return Asked()


def missing_row(session: Session, item: Item) -> Mapping[str, str]:
    """Return the row that a demanded figure needs and the file does not have; empty where none is missing."""
    figures = session.application.figures
    found = next((i for i in required_indicators(session.application) if i.title == item.title), None)
    if figures is None or found is None or item.path != ("rows",):
        return {}
    for cell in filter(None, (found.numerator, found.denominator)):
        if row_of(cell, figures) is None:
            splits = {split: getattr(cell, split) for split in SPLITS if getattr(cell, split, "")}
            return {"group": cell.group, **splits}
    return {}


def decision_of(item: Item) -> Item:
    """Return the question whether an activity applies, where an item asks why it does not."""
    if item.kind is ItemKind.DECIDE and item.path[-1] == "because":
        return replace(item, path=(*item.path[:-1], "applies"))
    return item


def _all(session: Session) -> Iterator[Item]:
    for progress in session.completeness.parts:
        yield from progress.items


def _near(order: Mapping[Key, int], gone: Key) -> int:
    part, file, path = gone
    around = [n for (p, f, at), n in order.items() if (p, f) == (part, file) and at[:-1] == path[:-1]]
    return min(around, default=-1)


def _is_dropped(session: Session, item: Item) -> bool:
    """Tell whether an item only counts as done because its activity does not apply."""
    if item.kind is ItemKind.DECIDE or item.path[:1] != ("criteria",) or len(item.path) < 3:
        return False
    said = session.application.answer(item.part).criteria.get(str(item.path[1]))
    return said is not None and said.applies is False


def _kind(session: Session, progress: PartProgress) -> PartKind | None:
    return next((p.kind for p in session.application.parts if p.id == progress.part), None)


def _of_prompt(prompt: Prompt | None) -> Asked:
    return Asked(prompt.title, prompt.question, prompt.guidance) if prompt else Asked()


def _of_criterion(criterion: Criterion | None) -> Asked:
    if criterion is None:
        return Asked()
    good = f"Gute Belege: {criterion.good_evidence}" if criterion.good_evidence else ""
    return Asked(criterion.title, criterion.question, " ".join(filter(None, (criterion.guidance, good))))
