"""Whatever is missing: closing gaps never makes an application look less complete, and ends at the whole."""

from copy import deepcopy
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tea_assistant.checks.completeness import completeness
from tea_assistant.checks.items import Item, ItemKind
from tea_assistant.model.application import Application
from tea_assistant.model.source import Path, Source
from tests.checks.mini_dossier import assemble, base_texts, read

Values = dict[str, Any]

WHOLE: Values = {file: read(file, text)[0] for file, text in base_texts().items()}
MENTORING = "evidence/mentoring-fuer-frauen.yaml"
COMPLETE_MEASURE = "stadt-mit-respekt"
CYCLE, FIGURES = "cycles/2025/cycle.yaml", "figures/2024-12-31.yaml"
FIELDS = ("cycles/2025/fields/af02.yaml", "cycles/2025/fields/af03.yaml")
FILLED = {
    "target_groups": ["Mitarbeiter*innen und Bürger*innen"],
    "legal_character": "voluntary",
    "state": "continued",
    "figures": "2024-12-31",
    "applies": True,
}


def paths_in(value: Any, path: Path = ()) -> list[Path]:
    if isinstance(value, dict):
        return [p for key, entry in value.items() for p in ((*path, key), *paths_in(entry, (*path, key)))]
    return []


REMOVABLE = [
    (file, path)
    for file in ("dossier.yaml", CYCLE, *FIELDS, MENTORING)
    for path in paths_in(WHOLE[file])
    if path != ("catalogue",)
] + [(FIGURES, ("rows",)), *((file, ()) for file in (FIGURES, MENTORING, *FIELDS))]


@st.composite
def unfinished(draw: st.DrawFn) -> Values:
    values = deepcopy(WHOLE)
    for file in FIELDS:
        for said in values[file]["criteria"].values():
            said["applies"] = draw(st.sampled_from([True, False, None]))
    for file, path in draw(st.lists(st.sampled_from(REMOVABLE), max_size=len(REMOVABLE), unique=True)):
        remove(values, file, path)
    return values


def remove(values: Values, file: str, path: Path) -> None:
    if not path:
        values.pop(file, None)
        return
    at = values.get(file, {})
    for key in path[:-1]:
        at = at.get(key, {})
    at.pop(path[-1], None)


def close(values: Values, gap: Item) -> Values:
    """Do what a gap asks for, the way a person would."""
    after = deepcopy(values)
    path = gap.path
    if gap.file == FIGURES:
        return after | {FIGURES: deepcopy(WHOLE[FIGURES])}
    if path == ("criteria",):
        first = next(iter(WHOLE[gap.file]["criteria"]))
        put(after, gap.file, ("criteria", first, "applies"), True)
        path = ("criteria", first, "evidence")
    put(after, gap.file, path, filling(gap.kind, str(path[-1])))
    return after


def filling(kind: ItemKind, key: str) -> object:
    return [COMPLETE_MEASURE] if kind is ItemKind.LINK else FILLED.get(key, "Mitarbeiter*innen [/x]")


def put(values: Values, file: str, path: Path, new: object) -> None:
    at: Any = values.setdefault(file, {})
    for key in path[:-1]:
        at = at[int(key)] if isinstance(at, list) else at.setdefault(key, {})
    at[path[-1]] = new


def application(values: Values) -> Application:
    return assemble({file: (value, Source(file)) for file, value in values.items()})


@given(unfinished())
def test_a_share_lies_between_nothing_and_all(values: Values) -> None:
    found = completeness(application(values))
    for share in (found.overall, *(part.share for part in found.parts)):
        assert 0 <= share <= 1
    for part in found.parts:
        assert part.done + part.open == len(part.items)
        assert (part.share == 1) is (part.open == 0)


@given(unfinished())
def test_nothing_is_whole_while_a_part_was_never_begun(values: Values) -> None:
    found = completeness(application(values))
    if not all(part.begun for part in found.parts):
        assert found.overall < 1
    assert (found.overall == 1) is (found.gaps() == ())


@given(unfinished(), st.data())
def test_closing_a_gap_never_lowers_a_share(values: Values, data: st.DataObject) -> None:
    before = application(values)
    gaps = completeness(before).gaps()
    assume(gaps)
    after = application(close(values, data.draw(st.sampled_from(gaps))))
    # A measure that is linked for the first time brings work of its own, unless it is described already.
    assume(set(after.links) <= {*before.links, COMPLETE_MEASURE})
    assert completeness(after).overall >= completeness(before).overall
    for part in completeness(before).parts:
        later = completeness(after).part(part.part)
        assert later is not None
        assert later.share >= part.share


@given(unfinished())
@settings(max_examples=40)
def test_closing_the_next_gap_again_and_again_ends_at_the_whole(values: Values) -> None:
    for _ in range(60):
        gaps = completeness(application(values)).gaps()
        if not gaps:
            break
        values = close(values, gaps[0])
    assert completeness(application(values)).overall == 1.0
