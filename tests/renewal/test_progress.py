"""What changed between two rounds is told as it was put down, no more and no less."""

import re
from collections.abc import Mapping
from fractions import Fraction
from typing import Any

import pytest
from msgspec.structs import replace

from tea_assistant.document.blocks import Items, Table
from tea_assistant.errors import DossierError
from tea_assistant.figures.german import delta_text, value_text
from tea_assistant.model.catalogue import Catalogue, CellSelector, Indicator
from tea_assistant.model.cycle import CriterionAnswer, Cycle, FieldAnswer, Round
from tea_assistant.model.dossier import Dossier, Organisation
from tea_assistant.model.evidence import Evidence, EvidenceInCycle, EvidenceState, Result
from tea_assistant.model.figures import FigureRow, FigureSet, PublishedPercent
from tea_assistant.model.review import Answer, ExpectationKind, JuryDecision, JuryExpectation, Outcome
from tea_assistant.renewal.developments import Development, MeasureProgress
from tea_assistant.renewal.expectations import due_expectations
from tea_assistant.renewal.plain import plain_lines
from tea_assistant.renewal.progress import Progress, progress
from tea_assistant.renewal.progress_text import progress_sections
from tea_assistant.store.schema import labels

WOMEN, STAFF = CellSelector("staff", count="women"), CellSelector("staff", count="total")
SHARE = Indicator("staff.women.share", "Frauenanteil", numerator=WOMEN, denominator=STAFF)
COUNT = Indicator("staff.women", "Frauen", numerator=WOMEN)
CATALOGUE = Catalogue("neu", indicators={i.id: i for i in (SHARE, COUNT)})


def round_(
    cycle: str, jury: JuryDecision | None = None, linked: tuple[str, ...] = (), **settings: Any
) -> Round:
    answer = FieldAnswer("af1", criteria={"af1-plan": CriterionAnswer(evidence=linked)})
    return Round(Cycle(cycle, catalogue="neu", **settings), {"af1": answer}, jury)


def measure(name: str, **states: EvidenceInCycle) -> Evidence:
    cycles = {cycle.removeprefix("y"): said for cycle, said in states.items()}
    return Evidence(name, title=f"Maßnahme {name}", cycles=cycles)


def with_result(measure: Evidence, result: Result) -> Evidence:
    return replace(measure, results=(result,))


def said(state: EvidenceState, change: str = "", reason: str = "") -> EvidenceInCycle:
    return EvidenceInCycle(state, change=change, reason=reason)


def dossier(*evidence: Evidence, rounds: Mapping[str, Round] | None = None, **figures: FigureRow) -> Dossier:
    rounds = rounds or {c: round_(c, figures=c) for c in ("2019", "2022", "2025")}
    sets = {cycle.removeprefix("y"): FigureSet(cycle, rows=(row,)) for cycle, row in figures.items()}
    return Dossier(Organisation(), {e.id: e for e in evidence}, sets, rounds, {"neu": CATALOGUE})


def only(found: Progress) -> MeasureProgress:
    (measure,) = found.measures
    return measure


NEW, MORE, ON, PLAN, END, OPEN = (
    said(state)
    for state in (
        EvidenceState.NEW,
        EvidenceState.EXPANDED,
        EvidenceState.CONTINUED,
        EvidenceState.PLANNED,
        EvidenceState.ENDED,
        EvidenceState.OPEN,
    )
)


@pytest.mark.parametrize(
    ("states", "development"),
    [
        ({"y2025": NEW}, Development.NEW),
        ({"y2022": NEW, "y2025": MORE}, Development.EXPANDED),
        ({"y2022": NEW, "y2025": ON}, Development.CONTINUED),
        ({"y2025": ON}, Development.CONTINUED),
        ({"y2022": NEW, "y2025": PLAN}, Development.PLANNED),
        ({"y2022": ON, "y2025": END}, Development.ENDED),
        ({"y2022": ON, "y2025": OPEN}, Development.UNDECIDED),
        ({"y2022": ON}, Development.UNDECIDED),
        ({"y2022": OPEN}, Development.UNDECIDED),
        ({"y2022": PLAN}, Development.UNDECIDED),
    ],
)
def test_each_state_has_its_place(states: dict[str, EvidenceInCycle], development: Development) -> None:
    assert only(progress(dossier(measure("a", **states)), "2022", "2025")).development is development


@pytest.mark.parametrize("states", [{"y2022": END}, {"y2019": NEW}, {"y2019": END}, {}])
def test_what_neither_round_speaks_of_is_left_out(states: dict[str, EvidenceInCycle]) -> None:
    assert progress(dossier(measure("a", **states)), "2022", "2025").measures == ()


@pytest.mark.parametrize(
    ("states", "development", "cycle"),
    [
        ({"y2022": NEW, "y2025": ON}, Development.NEW, "2022"),
        ({"y2019": NEW, "y2022": MORE, "y2025": ON}, Development.EXPANDED, "2022"),
        ({"y2019": NEW, "y2022": ON, "y2025": ON}, Development.CONTINUED, "2025"),
        ({"y2019": NEW, "y2022": END}, Development.ENDED, "2022"),
        ({"y2019": NEW, "y2022": ON}, Development.UNDECIDED, "2025"),
        ({"y2022": NEW}, Development.UNDECIDED, "2025"),
        ({"y2019": PLAN, "y2022": NEW, "y2025": ON}, Development.NEW, "2022"),
    ],
)
def test_rounds_in_between_count(
    states: dict[str, EvidenceInCycle], development: Development, cycle: str
) -> None:
    found = only(progress(dossier(measure("a", **states)), "2019", "2025"))
    assert (found.development, found.cycle) == (development, cycle)


def test_a_measure_that_is_only_linked_is_undecided() -> None:
    rounds = {"2022": round_("2022", linked=("a",)), "2025": round_("2025", linked=("b",))}
    found = progress(dossier(measure("a"), measure("b"), measure("c"), rounds=rounds), "2022", "2025")
    assert [m.evidence.id for m in found.of(Development.UNDECIDED)] == ["a", "b"]


@pytest.mark.parametrize(
    ("states", "planned"),
    [
        ({"y2022": PLAN, "y2025": NEW}, "2022"),
        ({"y2019": PLAN, "y2025": NEW}, "2019"),
        ({"y2019": PLAN, "y2022": OPEN, "y2025": END}, "2019"),
        ({"y2022": PLAN}, "2022"),
        ({"y2019": PLAN, "y2022": NEW, "y2025": ON}, ""),
        ({"y2025": NEW}, ""),
    ],
)
def test_an_announced_plan_is_known_by_its_outcome(states: dict[str, EvidenceInCycle], planned: str) -> None:
    found = progress(dossier(measure("a", **states)), "2022", "2025")
    assert only(found).planned == planned
    assert len(found.plans) == bool(planned)


@pytest.mark.parametrize(
    ("as_of", "counts"),
    [
        ("2024-12-31", True),
        ("2025", True),
        ("2022-12", True),
        ("2022-05-01", True),
        ("2022-04-30", False),
        ("2022", False),
        ("2019", False),
        ("", False),
        ("2026-01-01", True),
    ],
)
def test_only_results_since_the_earlier_round_are_effects(as_of: str, counts: bool) -> None:
    result = Result(Fraction(12), "Teilnehmer*innen", as_of=as_of)
    found = only(progress(dossier(with_result(measure("a", y2022=NEW, y2025=ON), result)), "2022", "2025"))
    assert bool(found.results) is counts


def test_a_later_result_is_none_of_an_earlier_round() -> None:
    result = Result(Fraction(12), as_of="2024")
    assert (
        only(
            progress(dossier(with_result(measure("a", y2019=NEW, y2022=ON), result)), "2019", "2022")
        ).results
        == ()
    )


def test_the_day_it_was_handed_in_counts() -> None:
    rounds = {"2022": round_("2022", submitted="2022-01-10"), "2025": round_("2025")}
    result = Result(Fraction(12), as_of="2022-02-01")
    found = progress(
        dossier(with_result(measure("a", y2022=NEW, y2025=ON), result), rounds=rounds), "2022", "2025"
    )
    assert only(found).results == (result,)


def published(percent: int) -> FigureRow:
    return FigureRow("staff", women=PublishedPercent(Fraction(percent)))


def counted(women: int, men: int) -> FigureRow:
    return FigureRow("staff", women=women, men=men)


def test_counts_and_shares_are_compared_exactly() -> None:
    found = progress(dossier(y2022=counted(81, 143), y2025=counted(90, 110)), "2022", "2025")
    share, count = found.figures
    assert share.difference
    assert count.difference
    assert (delta_text(share.difference), delta_text(count.difference)) == ("+9\u00a0Prozentpunkte", "+9")
    assert not share.compares_printed
    assert found.gaps == ()


def test_what_was_only_printed_is_compared_as_printed_and_says_so() -> None:
    found = progress(dossier(y2022=counted(81, 143), y2025=published(43)), "2022", "2025")
    share, count = found.figures
    assert share.difference
    assert delta_text(share.difference) == "+7\u00a0Prozentpunkte"
    assert share.compares_printed
    assert count.is_gap
    assert [gap.indicator for gap in found.gaps] == ["staff.women"]
    text = _text(found)
    assert "verglichen sind die Zahlen, wie sie gedruckt stehen" in text
    assert "2022 genannt, 2025 nicht (1): Frauen: 81" in text


def test_a_difference_that_readers_would_not_get_says_so() -> None:
    found = progress(dossier(y2022=counted(100, 900), y2025=counted(114, 900)), "2022", "2025")
    share = found.figures[0]
    assert share.then
    assert share.now
    assert (value_text(share.then), value_text(share.now)) == ("10\u00a0%", "11\u00a0%")
    assert not share.differs_from_printed
    found = progress(dossier(y2022=counted(104, 896), y2025=counted(116, 884)), "2022", "2025")
    assert found.figures[0].differs_from_printed
    assert "Aus den genauen Werten berechnet" in _text(found)


def test_what_is_counted_for_the_first_time_has_no_difference() -> None:
    found = progress(dossier(y2022=published(59), y2025=counted(60, 40)), "2022", "2025")
    share, count = found.figures
    assert share.difference
    assert count.is_fresh
    assert count.difference is None


def test_without_figures_of_its_own_a_round_is_not_full_of_gaps() -> None:
    found = progress(dossier(y2022=counted(81, 143)), "2022", "2025")
    assert found.figures_missing
    assert (found.figures, found.gaps) == ((), ())
    rounds = {c: round_(c, figures="2022") for c in ("2022", "2025")}
    found = progress(dossier(rounds=rounds, y2022=counted(81, 143)), "2022", "2025")
    assert found.figures_missing
    assert "noch keine eigenen Kennzahlen" in _text(found)


def test_a_figure_that_means_something_else_now_is_not_compared() -> None:
    before = Catalogue("alt", indicators={COUNT.id: Indicator(COUNT.id, "Frauen", numerator=STAFF)})
    rounds = {
        "2022": Round(Cycle("2022", catalogue="alt", figures="2022")),
        "2025": Round(Cycle("2025", catalogue="neu", figures="2025")),
    }
    sets = {c: FigureSet(c, rows=(counted(81, 143),)) for c in rounds}
    both = Dossier(Organisation(), {}, sets, rounds, {"alt": before, "neu": CATALOGUE})
    count = next(f for f in progress(both, "2022", "2025").figures if f.indicator == COUNT.id)
    assert count.then
    assert count.now
    assert (value_text(count.then), value_text(count.now), count.difference) == ("224", "81", None)


def test_readers_of_the_chapter_see_no_small_group() -> None:
    small = FigureRow("staff", total=20, women=17, men=3)
    found = progress(dossier(y2022=FigureRow("staff", total=30, women=12), y2025=small), "2022", "2025")
    (table,) = (s.blocks for s in progress_sections(found, labels(), {}) if s.id == "progress/figures")
    assert isinstance(table[0], Table)
    # Without the share or the total, the women do not tell how few the men are.
    assert table[0].rows == (("Frauenanteil", "40\u00a0%", "n. v.¹", ""), ("Frauen", "12", "17", "+5"))
    assert isinstance(table[1], Items)
    assert "weniger als 5 Personen" in table[1].items[0].line[0].text
    inside = _text(found)
    assert "85\u00a0% +45\u00a0Prozentpunkte" in inside
    assert "n. v." not in inside


def wish(name: str, **answers: Answer) -> JuryExpectation:
    said = {cycle.removeprefix("y"): answer for cycle, answer in answers.items()}
    return JuryExpectation(name, text=f"Wunsch {name}", kind=ExpectationKind.ASKED, answers=said)


DONE, RUNS, DROPPED = (Answer(state, text="So.") for state in Outcome)


def wishes(*expectations: JuryExpectation) -> Dossier:
    jury = JuryDecision(expectations=expectations)
    return dossier(rounds={"2019": round_("2019", jury), "2022": round_("2022"), "2025": round_("2025")})


@pytest.mark.parametrize(
    ("expectation", "due", "answered"),
    [
        (wish("a"), True, ""),
        (wish("a", y2022=RUNS), True, ""),
        (wish("a", y2022=DONE), False, ""),
        (wish("a", y2022=DROPPED), False, ""),
        (wish("a", y2022=RUNS, y2025=DONE), True, "2025"),
        (wish("a", y2025=RUNS), True, "2025"),
        (wish("a", y2025=Answer()), True, ""),
    ],
)
def test_a_wish_is_due_until_it_is_done_or_dropped(
    expectation: JuryExpectation, due: bool, answered: str
) -> None:
    found = due_expectations(wishes(expectation), "2025")
    assert [d.expectation for d in found] == ([expectation] if due else [])
    assert [d.answered for d in found] == ([answered] if due else [])


def test_seen_from_further_back_an_answer_in_between_counts() -> None:
    (due,) = progress(wishes(wish("a", y2022=DROPPED)), "2019", "2025").expectations
    assert (due.answered, due.answer) == ("2022", DROPPED)


def test_the_chapter_is_quiet_about_what_is_empty() -> None:
    sections = progress_sections(progress(dossier(), "2022", "2025"), labels(), {})
    assert [section.title for section in sections] == ["Von 2022 bis 2025"]


def test_the_chapter_invents_no_effect_and_no_reason() -> None:
    result = Result(Fraction(12), "Teilnehmer*innen", as_of="2024-12-31", source="Liste [/x]")
    text = _text(
        progress(
            dossier(
                with_result(
                    measure("a", y2022=NEW, y2025=said(EvidenceState.EXPANDED, "Zweiter\n Durchgang")), result
                ),
                measure("b", y2022=NEW, y2025=said(EvidenceState.ENDED, reason="Kein Bedarf")),
                measure("c", y2022=NEW, y2025=ON),
                measure("d", y2022=NEW, y2025=END),
            ),
            "2022",
            "2025",
        )
    )
    assert "Maßnahme a: Zweiter Durchgang. 12\u00a0Teilnehmer*innen (31.12.2024, Liste [/x])" in text
    assert "Maßnahme b: Grund: Kein Bedarf." in text
    assert "Maßnahme c Beendet" in text
    assert "Beendet, ohne dass ein Grund genannt ist (1): Maßnahme d" in text


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("2022", "2028", "2028 gibt es nicht"),
        ("2020", "2025", "2020 gibt es nicht"),
        ("2025", "2022", "nicht vor"),
    ],
)
def test_rounds_that_cannot_be_compared_are_refused(old: str, new: str, message: str) -> None:
    with pytest.raises(DossierError, match=message):
        progress(dossier(), old, new)


def _text(found: Progress) -> str:
    titles = {m.evidence.id: m.title for m in found.measures}
    lines = plain_lines(progress_sections(found, labels(), titles, internal=True))
    # A space that holds a number and its unit together stays.
    return re.sub(r"[ \n]+", " ", "\n".join(line.removeprefix("  - ") for line in lines))
