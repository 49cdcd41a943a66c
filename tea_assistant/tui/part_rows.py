"""Turns the progress of an application into the rows of the overview's tree."""

from collections.abc import Iterator
from itertools import groupby

from tea_assistant.checks.completeness import PartProgress
from tea_assistant.checks.items import Item
from tea_assistant.model.application import Application
from tea_assistant.model.layout import Kind, role_of
from tea_assistant.model.source import Path
from tea_assistant.services.session import Session
from tea_assistant.tui.page_words import length_of, part_pages
from tea_assistant.tui.review.notice import open_comments
from tea_assistant.tui.widgets.parts_tree import PartRow
from tea_assistant.tui.widgets.progress import Stage, stage_of


def part_rows(session: Session) -> list[PartRow]:
    """Return one row for every part of the application, with what it asks for below."""
    return [_part(session.application, progress) for progress in session.completeness.parts]


def _part(application: Application, progress: PartProgress) -> PartRow:
    field = application.catalogue.fields.get(progress.part)
    first = next((item for item in progress.items if item.is_gap), progress.items[0])
    length = length_of(application, progress.part)
    return PartRow(
        key=progress.part,
        title=_with_comments(application, progress.part, field.label if field else progress.title),
        stage=stage_of(progress.items),
        file=first.file,
        path=first.path if field is None else (),
        share=progress.share,
        children=tuple(_children(application, progress)),
        length=part_pages(length) if length else "",
        too_long=length is not None and length.excess > 0,
    )


def _with_comments(application: Application, part: str, title: str) -> str:
    count = open_comments(application, part)
    return f"{title} » {count}" if count else title


def _children(application: Application, progress: PartProgress) -> Iterator[PartRow]:
    for (file, path), group in groupby(progress.items, key=_subject):
        items = tuple(group)
        first = next((item for item in items if item.is_gap), items[0])
        dropped = _dropped(application, progress.part, path)
        yield PartRow(
            key=f"{file}:{'.'.join(map(str, path))}",
            title=_title(application, progress.part, items),
            stage=Stage.BEGUN if dropped and not items[0].done else stage_of(items),
            file=first.file,
            path=first.path,
            word="trifft nicht zu" if dropped else "",
            sign="–" if dropped and items[0].done else "",
        )


def _dropped(application: Application, part: str, path: Path) -> bool:
    match path:
        case ("criteria", str(criterion_id)):
            said = application.answer(part).criteria.get(criterion_id)
            return said is not None and said.applies is False
    return False


def _subject(item: Item) -> tuple[str, Path]:
    """Tell what an item is about: a criterion and a measure have several items each."""
    role = role_of(item.file)
    if role and role.kind is Kind.EVIDENCE:
        return item.file, ("",)
    if item.path[:1] in (("criteria",), ("own_criteria",)) and len(item.path) > 1:
        return item.file, item.path[:2]
    return item.file, item.path or ("",)


def _title(application: Application, part: str, items: tuple[Item, ...]) -> str:
    first = items[0]
    role = role_of(first.file)
    if role and role.kind is Kind.EVIDENCE:
        evidence = application.dossier.evidence.get(role.id)
        return evidence.title or role.id if evidence else role.id
    match first.path:
        case ("criteria", str(criterion_id), *_):
            field = application.catalogue.fields.get(part)
            criterion = field.criterion(criterion_id) if field else None
            return criterion.title if criterion else criterion_id
        case ("own_criteria", int(index), *_):
            own = application.answer(part).own_criteria[index]
            return own.title or own.id
    return first.title
