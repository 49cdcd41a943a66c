"""All texts of a dossier that one may look for, each with its place; none of them is copied."""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct

from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import PartKind
from tea_assistant.model.layout import Kind, cycle_file, field_file, figures_file
from tea_assistant.model.source import Path
from tea_assistant.services.value_text import below
from tea_assistant.store.parsed_file import ParsedFile
from tea_assistant.store.schema import Schema, schema

KINDS: Mapping[Kind, str] = {
    Kind.DOSSIER: "Organisation",
    Kind.EVIDENCE: "Maßnahme",
    Kind.FIELD: "Aktionsfeld",
    Kind.CYCLE: "Grundverständnis",
    Kind.FIGURES: "Kennzahlen",
    Kind.JURY: "Jury",
    Kind.REVIEW: "Prüfung",
    Kind.REQUEST: "Anfrage",
}
"""Where one looks, in German; the other files hold no texts of people."""
_SILENT = frozenset(
    (
        "format",
        "sha256",
        "fingerprint",
        "rests_on",
        "id",
        "to",
        "item",
        "code",
        "path",
        "made",
        "signoffs",
        "seen",
    )
)
"""Keys that speak to programs."""


class Text(Struct, frozen=True):
    """A text that may be found, and where it stands."""

    file: str
    path: Path
    text: str
    kind: str
    """German: what sort of thing it belongs to."""
    name: str = ""
    """Its label, where the catalogue gives it and not the file."""
    heads: bool = False
    """Whether it is the title of something."""


def texts_of(parsed: ParsedFile) -> tuple[Text, ...]:
    """Return the texts of one file in their order."""
    kind = KINDS.get(parsed.role.kind)
    if kind is None or parsed.value is None:
        return ()
    walked = _walk(parsed.value, (), schema(parsed.role.kind))
    return tuple(
        Text(parsed.file, path, text, kind, heads=path in (("title",), ("name",))) for path, text in walked
    )


def _walk(value: Any, path: Path, governing: Schema) -> Iterator[tuple[Path, str]]:
    match value:
        case dict():
            for key, inner in value.items():
                if key not in _SILENT:
                    yield from _walk(inner, (*path, key), below(governing, key))
        case list():
            items = below(governing, 0)
            for index, inner in enumerate(value):
                yield from _walk(inner, (*path, index), items)
        case str():
            if value and "x-refers-to" not in governing and "oneOf" not in governing:
                yield path, value
        case int() | float() if not isinstance(value, bool):
            yield path, str(value).replace(".", ",")


def catalogue_texts(application: Application) -> tuple[Text, ...]:
    """Return the titles that no file of the dossier has: parts, activities, what is asked for, figures."""
    return (*_parts(application), *_asked(application), *_counted(application))


def _parts(application: Application) -> Iterator[Text]:
    settings = cycle_file(application.cycle.id)
    for part in application.parts:
        title = application.part_title(part)
        match part.kind:
            case PartKind.ORGANISATION:
                yield Text(application.organisation.where.file, (), title, "Teil", heads=True)
            case PartKind.UNDERSTANDING:
                yield Text(settings, (), title, "Teil", heads=True)
            case PartKind.FIGURES:
                figures = application.cycle.figures
                yield Text(figures_file(figures) if figures else settings, (), title, "Teil", heads=True)
            case PartKind.ACTION_FIELD:
                file = field_file(application.cycle.id, part.id)
                yield Text(file, (), title, "Aktionsfeld", heads=True)
                field = application.catalogue.fields.get(part.id)
                if field and field.label not in title:
                    yield Text(file, (), field.label, "Aktionsfeld", "Kurzer Titel", heads=True)
            case _:
                continue


def _asked(application: Application) -> Iterator[Text]:
    settings = cycle_file(application.cycle.id)
    for prompt in application.catalogue.understanding:
        yield Text(settings, ("understanding", prompt.id), prompt.title, "Grundverständnis", heads=True)
    for field in application.action_fields:
        file = field_file(application.cycle.id, field.id)
        for criterion in field.criteria:
            path = "criteria", criterion.id
            yield Text(file, path, criterion.title, "Aktivität", "Aktivität", heads=True)
            if criterion.question:
                yield Text(file, path, criterion.question, "Aktivität", f"{criterion.title} · Frage")


def _counted(application: Application) -> Iterator[Text]:
    figures = application.figures
    if figures is None:
        return
    file = figures_file(application.cycle.figures)
    groups = [row.group for row in figures.rows]
    for group, title in application.catalogue.groups.items():
        if group in groups:
            yield Text(file, ("rows", groups.index(group)), title, "Kennzahl", heads=True)
    for indicator in application.catalogue.indicators.values():
        if indicator.numerator.group in groups:
            path = "rows", groups.index(indicator.numerator.group)
            yield Text(file, path, indicator.title, "Kennzahl", heads=True)
