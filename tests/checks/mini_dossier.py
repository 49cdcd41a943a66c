"""Puts an application together from a few YAML texts, without the store."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path as FilePath
from typing import Any

import yaml

from tea_assistant.model.action_field import ActionField
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Catalogue, Indicator
from tea_assistant.model.cycle import Cycle, FieldAnswer, Round
from tea_assistant.model.decoding import decode
from tea_assistant.model.dossier import Attachment, Dossier, Organisation
from tea_assistant.model.evidence import Evidence
from tea_assistant.model.figures import FigureSet
from tea_assistant.model.labels import Labels
from tea_assistant.model.layout import Kind, role_of
from tea_assistant.model.review import JuryDecision, Review
from tea_assistant.model.source import Path, Position, Source

BASE = FilePath(__file__).parent / "base"
"""A small dossier with nothing missing and nothing wrong."""

LABELS = Labels(
    keys={
        ("dossier", "state"): "Bundesland",
        ("dossier", "website"): "Internetauftritt",
        ("dossier", "about"): "Kurzporträt",
        ("evidence", "since"): "Seit",
        ("evidence", "cycles", "state"): "Stand",
        ("figures", "rows", "total"): "Insgesamt",
        ("figures", "rows", "women"): "Frauen",
        ("figures", "rows", "men"): "Männer",
        ("figures", "rows", "diverse"): "Divers",
        ("figures", "rows", "age"): "Altersgruppe",
        ("figures", "rows", "level"): "Führungsebene",
        ("figures", "rows", "status"): "Statusgruppe",
    },
    values={
        ("evidence", "legal_character", "beyond_law"): "über das Gesetz hinaus",
        ("evidence", "cycles", "state", "continued"): "fortgeführt",
        ("figures", "rows", "employment", "full"): "Vollzeit",
        ("figures", "rows", "employment", "part"): "Teilzeit",
    },
)

Texts = dict[str, str]
_Entry = tuple[str, str, Any, Source]
"""Cycle or catalogue, id, values, and where they stand."""


def base_texts() -> Texts:
    files = sorted(BASE.rglob("*.yaml"))
    return {file.relative_to(BASE).as_posix(): file.read_text(encoding="utf-8") for file in files}


def application(
    texts: Mapping[str, str], attachments: Mapping[str, Attachment] | None = None, cycle: str = "2025"
) -> Application:
    return assemble({file: _read_once(file, text) for file, text in texts.items()}, attachments, cycle)


def assemble(
    files: Mapping[str, tuple[Any, Source]],
    attachments: Mapping[str, Attachment] | None = None,
    cycle: str = "2025",
) -> Application:
    of_kind: dict[Kind, list[_Entry]] = {kind: [] for kind in Kind}
    for file, (value, where) in files.items():
        role = role_of(file)
        assert role is not None, file
        of_kind[role.kind].append((role.group, role.id, value, where))
    catalogues = _catalogues(of_kind)
    evidence = {i: decode(Evidence, v, id=i, where=w) for _, i, v, w in of_kind[Kind.EVIDENCE]}
    figures = {i: decode(FigureSet, v, id=i, where=w) for _, i, v, w in of_kind[Kind.FIGURES]}
    rounds = _rounds(of_kind)
    organisation = next((decode(Organisation, v, where=w) for _, _, v, w in of_kind[Kind.DOSSIER]))
    proofs = [p for e in evidence.values() for p in e.proofs]
    proofs += [p for r in rounds.values() for p in r.cycle.documents]
    there = {p.file: Attachment(exists=True, inside=True, sha256=p.sha256) for p in proofs if p.file}
    dossier = Dossier(organisation, evidence, figures, rounds, catalogues, {**there, **(attachments or {})})
    catalogue = catalogues.get(rounds[cycle].cycle.catalogue, Catalogue("fehlt"))
    return Application(dossier, rounds[cycle], catalogue, LABELS)


def _catalogues(of_kind: Mapping[Kind, list[_Entry]]) -> dict[str, Catalogue]:
    found = {}
    for group, _, value, where in of_kind[Kind.CATALOGUE]:
        fields = {
            i: decode(ActionField, v, id=i, where=w)
            for g, i, v, w in of_kind[Kind.ACTION_FIELD]
            if g == group
        }
        meanings: Any = next((v for g, _, v, _ in of_kind[Kind.INDICATORS] if g == group), {"indicators": []})
        indicators = {i["id"]: decode(Indicator, i) for i in meanings["indicators"]}
        groups = {g["id"]: g["title"] for g in meanings.get("groups", ())}
        wholes = {g["id"]: g["part_of"] for g in meanings.get("groups", ()) if "part_of" in g}
        plain = {key: entry for key, entry in value.items() if key != "fields"}
        found[group] = decode(
            Catalogue,
            plain,
            id=group,
            where=where,
            fields=fields,
            indicators=indicators,
            groups=groups,
            wholes=wholes,
        )
    return found


def _rounds(of_kind: Mapping[Kind, list[_Entry]]) -> dict[str, Round]:
    rounds = {}
    for group, _, value, where in of_kind[Kind.CYCLE]:
        cycle = decode(Cycle, value, id=group, where=where)
        fields = {
            i: decode(FieldAnswer, v, id=i, where=w) for g, i, v, w in of_kind[Kind.FIELD] if g == group
        }
        juries = [decode(JuryDecision, v, where=w) for g, _, v, w in of_kind[Kind.JURY] if g == group]
        reviews = {i: decode(Review, v, id=i, where=w) for g, i, v, w in of_kind[Kind.REVIEW] if g == group}
        rounds[group] = Round(cycle, fields, juries[0] if juries else None, reviews)
    return rounds


def read(file: str, text: str) -> tuple[Any, Source]:
    positions: dict[Path, Position] = {}
    keys: dict[Path, tuple[int, int]] = {}
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    value = {} if node is None else _plain(node, (), text.split("\n"), positions, keys)
    return value, Source(file, positions, keys)


@cache
def _read_once(file: str, text: str) -> tuple[Any, Source]:
    # Most cases change one file of many.
    return read(file, text)


def _plain(
    node: yaml.Node,
    path: Path,
    lines: list[str],
    positions: dict[Path, Position],
    keys: dict[Path, tuple[int, int]],
) -> Any:
    line, column = node.start_mark.line + 1, node.start_mark.column + 1
    positions[path] = Position(line, column, line, column, literal=False)
    if isinstance(node, yaml.MappingNode):
        entries = {}
        for key, entry in node.value:
            keys[*path, key.value] = (key.start_mark.line + 1, key.start_mark.column + 1)
            entries[key.value] = _plain(entry, (*path, key.value), lines, positions, keys)
        return entries
    if isinstance(node, yaml.SequenceNode):
        return [_plain(item, (*path, i), lines, positions, keys) for i, item in enumerate(node.value)]
    assert isinstance(node, yaml.ScalarNode)
    if node.style == "|":
        first = lines[line]
        indent = len(first) - len(first.lstrip(" "))
        positions[path] = Position(line, column, line + 1, indent + 1, literal=True)
    plain = not node.style
    if plain and node.value in ("true", "false"):
        return node.value == "true"
    if plain and node.value.isdecimal():
        return int(node.value)
    return node.value
