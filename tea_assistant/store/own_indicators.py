"""The figures that a dossier defines itself, beside those of its catalogues."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from tea_assistant.checks.registry import rule
from tea_assistant.model.catalogue import Catalogue, Definitions, Group, Indicator
from tea_assistant.model.finding import Finding
from tea_assistant.model.source import Source


def add_own(
    catalogues: Mapping[str, Catalogue], own: Definitions, findings: list[Finding]
) -> dict[str, Catalogue]:
    """Return the catalogues with a dossier's own figures after theirs; an id that is taken is reported."""
    groups: dict[str, str] = {}
    indicators: dict[str, str] = {}
    for catalogue in catalogues.values():
        where = f"im Katalog „{catalogue.title or catalogue.id}“"
        groups |= dict.fromkeys(catalogue.groups, where)
        indicators |= dict.fromkeys(catalogue.indicators, where)
    findings += _taken(own.where, "groups", own.groups, groups)
    findings += _taken(own.where, "indicators", own.indicators, indicators)
    marked = replace(own, indicators=tuple(replace(each, own=True) for each in own.indicators))
    return {name: catalogue.with_definitions(marked) for name, catalogue in catalogues.items()}


def _taken(
    where: Source, key: str, entries: Sequence[Group | Indicator], owners: dict[str, str]
) -> Iterator[Finding]:
    for at, entry in enumerate(entries):
        if entry.id in owners:
            taken = f"Die Kennung „{entry.id}“ gibt es {owners[entry.id]} schon"
            yield rule("TEA350").finding(
                where,
                (key, at, "id"),
                f"{taken}; diese Angabe wird nicht gelesen.",
                "Bitte eine Kennung wählen, die noch frei ist.",
            )
        elif entry.id:
            owners[entry.id] = "weiter oben in dieser Datei"
