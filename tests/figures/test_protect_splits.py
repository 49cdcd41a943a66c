"""Small groups in larger tables: diverse, levels, groups of groups, percentages, and how much is hidden."""

from collections.abc import Iterable, Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tea_assistant.figures.protect import Reason, suppressed_figures
from tea_assistant.figures.protect_cells import Formula
from tea_assistant.model.catalogue import CellSelector
from tea_assistant.model.decoding import decode
from tea_assistant.model.figures import FigureRow, FigureSet
from tests.figures.linear_reader import LEVELS, PEOPLE, Cell, Knowledge, Share, equation, knowledge, size

COUNTS = ("total", "women", "men", "diverse")
PLACES = [*product(("", "full", "part", "part_above_half", "part_below_half"), ("", *LEVELS[:2]))]
CELLS = [Cell(count, *place) for count in COUNTS for place in PLACES]
SHARES = [
    *(Share(Cell("women", *place), Cell("total", *place)) for place in PLACES),
    *(
        Share(Cell(count, "part", level), Cell(count, "", level))
        for count in COUNTS
        for level in ("", LEVELS[0])
    ),
]
TABLES = st.lists(
    st.sampled_from([0, 0, 1, 2, 3, 4, 5, 6, 9, 30]), min_size=len(PEOPLE), max_size=len(PEOPLE)
).map(
    lambda people: [n if person[0] != "diverse" else n % 2 for n, person in zip(people, PEOPLE, strict=True)]
)


def formula(figure: Cell | Share) -> Formula:
    if isinstance(figure, Share):
        return selector(figure.part), selector(figure.whole)
    return selector(figure), None


def selector(cell: Cell) -> CellSelector:
    return CellSelector("leadership", cell.employment, level=cell.level.upper(), count=cell.count)


def table(people: Sequence[int]) -> FigureSet:
    rows = (
        FigureRow(
            "leadership",
            employment,
            level,
            total=size(Cell("total", employment, level), people),
            women=size(Cell("women", employment, level), people),
            men=size(Cell("men", employment, level), people),
            diverse=size(Cell("diverse", employment, level), people),
        )
        for employment, level in PLACES
    )
    return FigureSet("2024-12-31", rows=tuple(rows))


@settings(deadline=None, max_examples=40)
@given(TABLES, st.lists(st.sampled_from([*CELLS, *SHARES]), unique=True, min_size=4, max_size=50))
def test_no_hidden_count_follows_from_what_is_shown(people: list[int], figures: list[Cell | Share]) -> None:
    hidden = suppressed_figures(dict.fromkeys(map(formula, figures), False), table(people), 5)
    known = knowledge({figure: formula(figure) not in hidden for figure in figures}, people)
    for figure in figures:
        if formula(figure) in hidden and not _is_nobody(figure, people):
            assert not known.tells(equation(figure, people)), figure
    for cell in CELLS:
        if 0 < size(cell, people) < 5:
            assert not known.tells(equation(cell, people)), cell


def _is_nobody(figure: Cell | Share, people: Sequence[int]) -> bool:
    """Tell whether a figure follows from there being nobody, which a reader takes for granted or sees."""
    if isinstance(figure, Cell):
        return figure.count == "diverse" and not size(figure, people)
    part, whole = size(figure.part, people), size(figure.whole, people)
    return not whole or (figure.part.count == "diverse" and part in {0, whole})


def test_the_reader_can_solve_equations() -> None:
    people = list(range(len(PEOPLE)))
    known = knowledge(dict.fromkeys([Cell("total"), Cell("women"), Cell("men")], True), people)
    assert known.tells(equation(Cell("diverse"), people))
    assert not known.tells(equation(Cell("women", "part"), people))
    assert not Knowledge([]).tells(equation(Cell("women"), people))


def hides(asked: Iterable[str], rows: Iterable[dict[str, object]], **more: object) -> dict[str, Reason]:
    """Return what is hidden of figures named as group, employment, level and count: „staff full . women“."""
    figures = decode(FigureSet, {"rows": list(rows), **more}, id="2024-12-31")
    formulas = {_parsed(name): name.endswith("!") for name in asked}
    hidden = suppressed_figures(formulas, figures, 5, {"leadership": "staff"})
    return {name: hidden[_parsed(name)] for name in asked if _parsed(name) in hidden}


def _parsed(name: str) -> Formula:
    part, _, whole = name.removesuffix("!").partition(" / ")
    return _selector(part), _selector(whole) if whole else None


def _selector(words: str) -> CellSelector:
    group, employment, count = words.split()
    return CellSelector(group, employment.strip("."), count=count)


STAFF = {"group": "staff", "total": 900, "women": 500, "men": 400}
LEADERS = {"group": "leadership", "total": 44, "women": 20, "men": 24}
PART = {"group": "leadership", "employment": "part", "total": 4, "women": 3, "men": 1}
SMALL, REVEALS = Reason.SMALL, Reason.REVEALS


@pytest.mark.parametrize(
    ("asked", "rows", "hidden"),
    [
        pytest.param(
            ["leadership . women", "leadership part women", "leadership part women / leadership part total"],
            [LEADERS, PART],
            {"leadership part women": SMALL, "leadership part women / leadership part total": SMALL},
            id="three of four",
        ),
        pytest.param(
            ["leadership . total", "leadership . women", "leadership part total", "leadership full total"],
            [LEADERS, PART],
            {"leadership part total": SMALL, "leadership full total": REVEALS},
            id="the complement that no row tells",
        ),
        pytest.param(
            ["staff . total!", "staff . women"],
            [{"group": "staff", "total": 900, "women": 897}],
            {"staff . women": REVEALS},
            id="men that nobody wrote down, and a required total",
        ),
        pytest.param(
            ["staff . total", "staff . women", "staff . men"],
            [{"group": "staff", "total": 100, "women": 80, "men": 19, "diverse": 1}],
            {"staff . men": REVEALS},
            id="one person is diverse",
        ),
        pytest.param(
            ["staff . total", "staff . women", "staff . men"],
            [{"group": "staff", "total": 100, "women": 96, "men": 3, "diverse": 1}],
            {"staff . men": SMALL, "staff . women": REVEALS},
            id="two small groups that are small together",
        ),
        pytest.param(
            ["leadership part total", "leadership part women", "leadership part women / leadership . women"],
            [LEADERS, {**PART, "total": 3, "women": 0, "men": 3}],
            {
                "leadership part total": SMALL,
                "leadership part women": SMALL,
                "leadership part women / leadership . women": SMALL,
            },
            id="nobody in a small group",
        ),
        pytest.param(
            ["leadership part total", "leadership part women", "leadership part women / leadership . women"],
            [LEADERS, {**PART, "total": 5, "women": 0, "men": 5}],
            {},
            id="nobody in a larger group",
        ),
        pytest.param(
            ["staff . total", "leadership . total"],
            [{"group": "staff", "total": 9}, {"group": "leadership", "total": 6}],
            {"leadership . total": REVEALS},
            id="those who do not lead",
        ),
        pytest.param(
            ["leadership . total", "leadership . women / leadership . total"],
            [{"group": "leadership", "total": 7, "women": {"percent": 43, "digits": 0, "published": True}}],
            {"leadership . women / leadership . total": SMALL},
            id="43 percent of seven are three",
        ),
        pytest.param(
            ["leadership . total", "leadership . women / leadership . total"],
            [{"group": "leadership", "total": 200, "women": {"percent": 43, "digits": 0, "published": True}}],
            {},
            id="43 percent of many",
        ),
        pytest.param(
            ["staff . total", "staff . women", "staff . women / staff . total"],
            [{"group": "staff", "total": 10, "women": 3, "men": 30}],
            {"staff . women": SMALL, "staff . women / staff . total": SMALL},
            id="counts that contradict each other",
        ),
        pytest.param(
            ["staff . women / staff . total"], [{"group": "staff", "total": 2, "women": 3}], None, id="150 %"
        ),
    ],
)
def test_cases(asked: list[str], rows: list[dict[str, object]], hidden: dict[str, Reason] | None) -> None:
    assert hides(asked, rows) == (dict.fromkeys(asked, SMALL) if hidden is None else hidden)
    assert hides(asked, rows, public=True) == {}


def test_a_level_is_the_same_however_it_is_spelled() -> None:
    rows = [LEADERS, {**PART, "employment": "", "level": "1. führungsebene"}]
    figures = decode(FigureSet, {"rows": rows}, id="x")
    asked = (CellSelector("leadership", level="1. Führungsebene", count="women"), None)
    assert suppressed_figures({asked: False}, figures, 5) == {asked: SMALL}


def test_what_turns_out_needless_is_shown_again() -> None:
    part = {"group": "leadership", "employment": "part", "women": 11, "men": 3}
    whole = {"group": "leadership", "total": 40, "women": 15, "men": 25}
    share = "leadership part total / leadership . total"
    asked = [
        "leadership . total",
        "leadership . women",
        "leadership part women",
        "leadership part men",
        share,
    ]
    assert hides(asked, [whole, part]) == {"leadership part women": REVEALS, "leadership part men": SMALL}


def test_a_crowded_table_keeps_what_it_can() -> None:
    """Search must not give up and hide everything where many units have small numbers."""
    sizes = [(at * 7 % 11, at * 5 % 13) for at in range(32)]
    rows = [
        FigureRow("staff", unit=f"Amt {at}", total=w + m, women=w, men=m) for at, (w, m) in enumerate(sizes)
    ]
    women, men = (sum(pair[at] for pair in sizes) for at in (0, 1))
    rows.append(FigureRow("staff", total=women + men, women=women, men=men))
    asked: dict[Formula, bool] = {
        (CellSelector("staff", unit=row.unit, count=count), None): False
        for row in rows
        for count in COUNTS[:3]
    }
    hidden = suppressed_figures(asked, FigureSet("x", rows=tuple(rows)), 5)
    assert (CellSelector("staff", count="total"), None) not in hidden
    assert len(hidden) < len(asked) * 2 / 3
