"""No suppressed figure can be recomputed: a reader tries every table that would print the same page."""

from collections.abc import Iterable

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tea_assistant.figures.german import value_text
from tea_assistant.figures.publication import Protection, Suppressed
from tea_assistant.model.catalogue import Catalogue, CellSelector, Indicator
from tea_assistant.model.dossier import Dossier, HouseRules, Organisation
from tea_assistant.model.figures import FigureRow, FigureSet
from tests.figures.reader import CELLS, PEOPLE, Cell, Figure, Page, Table, count, tables_behind

THRESHOLD = 4
MOST = 7
TABLES = st.tuples(*(st.integers(0, MOST) for _ in PEOPLE))
SHARES: list[Figure] = [
    *((("women", part), ("total", part)) for part in ("", "full", "part")),
    *(((sex, "part"), (sex, "")) for sex in ("total", "women", "men")),
]
COUNTS: list[Figure] = [(cell, None) for cell in CELLS]
PAGES = st.lists(st.sampled_from([*COUNTS, *SHARES]), unique=True, min_size=1)


def selector(cell: Cell) -> CellSelector:
    return CellSelector(group="leadership", count=cell[0], employment=cell[1])


def indicator(figure: Figure) -> Indicator:
    cell, of = figure
    name = "-".join([*cell, *(of or ())]) or "figure"
    return Indicator(name, name, numerator=selector(cell), denominator=of and selector(of))


def figures_of(table: Table, day: str = "2024-12-31") -> FigureSet:
    rows = (
        FigureRow(
            group="leadership",
            employment=part,
            total=count(table, ("total", part)),
            women=count(table, ("women", part)),
            men=count(table, ("men", part)),
        )
        for part in ("", "full", "part")
    )
    return FigureSet(day, rows=tuple(rows))


def protection(
    figures: Iterable[FigureSet], shown: Iterable[Figure], threshold: int = THRESHOLD
) -> Protection:
    organisation = Organisation(house_rules=HouseRules(small_group=threshold))
    catalogue = Catalogue("eigen", indicators={i.id: i for i in map(indicator, shown)})
    return Protection(Dossier(organisation, figures={f.id: f for f in figures}), catalogue)


def page(table: Table, shown: Iterable[Figure], threshold: int = THRESHOLD) -> Page:
    """Print figures of a table as readers get them."""
    figures, shown = figures_of(table), list(shown)
    asked = protection([figures], shown, threshold)
    values = {figure: asked.value(indicator(figure), figures) for figure in shown}
    return Page(
        {
            figure: None if isinstance(value, Suppressed) else value_text(value).replace("\u00a0", " ")
            for figure, value in values.items()
            if value is not None
        }
    )


@settings(deadline=None, max_examples=60)
@given(TABLES, PAGES)
@example((3, 5, 1, 3), [*COUNTS, *SHARES])
@example((5, 7, 0, 0), [*COUNTS, *SHARES])
@example((0, 3, 0, 4), COUNTS)
@example((0, 0, 0, 2), [(("total", ""), None), (("women", ""), None)])
def test_no_reader_can_tell_a_hidden_count(table: Table, shown: list[Figure]) -> None:
    told = page(table, shown)
    possible = tables_behind(told, MOST + THRESHOLD)
    assert table in possible
    for figure, text in told.texts.items():
        cell, of = figure
        if text is None and of is None:
            assert len({count(other, cell) for other in possible}) > 1, figure
        elif text is None and of is not None:
            exact = {(count(other, cell), count(other, of)) for other in possible}
            assert len({part / whole if whole else None for part, whole in exact}) > 1, figure


@settings(deadline=None, max_examples=60)
@given(TABLES, PAGES)
def test_no_reader_can_tell_that_a_group_is_small(table: Table, shown: list[Figure]) -> None:
    possible = tables_behind(page(table, shown), MOST + THRESHOLD)
    for cell in CELLS:
        if 0 < count(table, cell) < THRESHOLD:
            assert max(count(other, cell) for other in possible) >= THRESHOLD, cell


@settings(deadline=None, max_examples=50)
@given(st.tuples(*(st.sampled_from([0, THRESHOLD, MOST, 90]) for _ in PEOPLE)), PAGES)
def test_nothing_is_hidden_where_no_group_is_small(table: Table, shown: list[Figure]) -> None:
    assert None not in page(table, shown).texts.values()


@given(TABLES, PAGES, st.sampled_from([0, 1]))
def test_a_threshold_of_one_hides_nothing(table: Table, shown: list[Figure], threshold: int) -> None:
    assert None not in page(table, shown, threshold).texts.values()


@settings(deadline=None, max_examples=30)
@given(TABLES, TABLES, PAGES)
def test_each_round_hides_the_same_whatever_is_beside_it(old: Table, new: Table, shown: list[Figure]) -> None:
    rounds = [figures_of(old, "2021-12-31"), figures_of(new)]
    both = protection(rounds, shown)
    for figures in rounds:
        alone = protection([figures], shown)
        assert [both.value(indicator(f), figures) for f in shown] == [
            alone.value(indicator(f), figures) for f in shown
        ]


def test_the_reader_knows_how_to_compute() -> None:
    told = Page(
        {
            (("total", ""), None): "24",
            (("women", ""), None): "21",
            (("total", "part"), None): "10",
            (("women", "part"), ("total", "part")): "70 %",
        }
    )
    possible = tables_behind(told, 24)
    assert {count(table, ("men", "")) for table in possible} == {3}
    assert {count(table, ("women", "part")) for table in possible} == {7}
    assert {count(table, ("men", "full")) for table in possible} == {0}
