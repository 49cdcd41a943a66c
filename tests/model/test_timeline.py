"""A timeline shows when measures took place, and the years of which nothing is known."""

from datetime import date

from tea_assistant.model.dates import Span
from tea_assistant.model.evidence import EvidenceState
from tea_assistant.model.timeline import MeasureLine, Timeline, timeline
from tests.checks.mini_dossier import Texts, application, base_texts

MENTORING, CAMPAIGN = "evidence/mentoring-fuer-frauen.yaml", "evidence/stadt-mit-respekt.yaml"


def timeline_of(texts: Texts) -> Timeline:
    found = timeline(application(texts))
    assert found is not None
    return found


def with_lines(file: str, lines: str) -> Texts:
    texts = base_texts()
    return texts | {file: texts[file] + lines}


def line_of(texts: Texts, measure: str) -> MeasureLine:
    return next(line for line in timeline_of(texts).measures if line.id == measure)


def gaps(texts: Texts) -> dict[str, tuple[int, ...]]:
    return {field.id: field.gaps for field in timeline_of(texts).fields}


def test_a_measure_has_its_dates_and_where_it_is_linked() -> None:
    measure = line_of(base_texts(), "mentoring-fuer-frauen")
    assert (measure.title, measure.fields) == ("Mentoring für Frauen", ("af03",))
    assert measure.state is EvidenceState.EXPANDED
    assert (measure.results, measure.proofs, measure.undated) == (("2024-12-31",), ("2023-05-04",), 1)
    assert measure.covers == Span(date(2017, 1, 1), date(2025, 4, 30))
    assert not measure.stated


def test_the_period_that_its_facts_cover_counts_before_since_and_until() -> None:
    stated = line_of(
        with_lines(MENTORING, 'covers: {from: "2022-05", to: 2023}\ncollected: "2024-01"\n'),
        "mentoring-fuer-frauen",
    )
    assert stated.covers == Span(date(2022, 5, 1), date(2023, 12, 31))
    assert stated.stated
    assert stated.collected == "2024-01"


def test_an_open_end_reaches_to_the_end_and_an_open_begin_from_the_begin_of_the_period() -> None:
    texts = base_texts()
    texts[MENTORING] = texts[MENTORING].replace('since: "2017"\n', "until: 2024-03\n")
    assert line_of(texts, "mentoring-fuer-frauen").covers == Span(date(2022, 4, 20), date(2024, 3, 31))
    backwards = with_lines(CAMPAIGN, 'until: "2019"\n')
    assert line_of(backwards, "stadt-mit-respekt").covers is None


def test_the_last_confirmation_counts_and_none_of_a_later_round() -> None:
    texts = base_texts()
    texts[MENTORING] = texts[MENTORING].replace("{state: new}", '{state: new, confirmed: "2022-03-01"}')
    texts[MENTORING] += '  "2028": {state: continued, confirmed: "2028-01-01"}\n'
    assert line_of(texts, "mentoring-fuer-frauen").confirmed == "2022-03-01"


def test_a_measure_with_a_state_stands_there_even_where_it_is_linked_nowhere() -> None:
    texts = base_texts() | {"evidence/stammtisch.yaml": 'cycles: {"2025": {state: ended}}\n'}
    texts["evidence/lotsen.yaml"] = 'cycles: {"2022": {state: new}}\n'
    found = timeline_of(texts).measures
    assert [line.id for line in found] == ["stadt-mit-respekt", "mentoring-fuer-frauen", "stammtisch"]
    assert (found[-1].title, found[-1].fields) == ("stammtisch", ())


def test_a_year_without_a_dated_result_or_proof_is_a_gap() -> None:
    # The campaign has neither; the first four months of 2025 are too short to be missed.
    assert gaps(base_texts()) == {"af02": (2022, 2023, 2024), "af03": (2022,)}
    (field,) = (field for field in timeline_of(base_texts()).fields if field.id == "af03")
    assert [(year.year, year.dated) for year in field.years] == [(2022, 0), (2023, 1), (2024, 1), (2025, 0)]
    assert field.years[0].span == Span(date(2022, 4, 20), date(2022, 12, 31))


def test_a_period_that_a_measure_states_closes_the_gap_where_it_covers_most_of_the_year() -> None:
    texts = with_lines(CAMPAIGN, 'covers: {from: "2022-10", to: "2023-07-15"}\n')
    assert gaps(texts)["af02"] == (2022, 2024)


def test_a_date_known_to_the_year_counts_for_that_year() -> None:
    texts = base_texts()
    texts[CAMPAIGN] = texts[CAMPAIGN].replace("machen mit.}", "machen mit., as_of: 2023}")
    assert gaps(texts)["af02"] == (2022, 2024)


def test_without_a_year_and_a_deadline_there_is_no_timeline() -> None:
    texts = {file.replace("cycles/2025/", "cycles/neu/"): text for file, text in base_texts().items()}
    texts["cycles/neu/cycle.yaml"] = "format: 1\ncatalogue: mini\n"
    assert timeline(application(texts, cycle="neu")) is None
