"""The dates that count for a round, from what its files say and from the award's calendar."""

from datetime import date

import pytest

from tea_assistant.model.application import Application
from tea_assistant.model.dates import Span
from tea_assistant.model.reporting import (
    ReportingPeriod,
    deadline_of,
    jury_date,
    looking_back,
    reporting_period,
    validity,
)
from tests.checks.mini_dossier import application, base_texts

OLD, NEW = "cycles/2022/cycle.yaml", "cycles/2025/cycle.yaml"
JURY = "cycles/2025/jury.yaml"


def changed(file: str, old: str, new: str) -> Application:
    texts = base_texts()
    assert old in texts[file]
    return application(texts | {file: texts[file].replace(old, new)})


def period(begin: str, end: str = "2025-04-30", follows: str = "2022") -> ReportingPeriod:
    return ReportingPeriod(date.fromisoformat(begin), date.fromisoformat(end), follows)


def test_the_period_runs_from_the_day_of_the_last_application_to_the_deadline() -> None:
    assert reporting_period(application(base_texts())) == period("2022-04-20")


@pytest.mark.parametrize("submitted", ["", 'submitted: "2022-04"\n', "submitted: bald\n"])
def test_without_that_day_the_deadline_of_the_last_round_counts(submitted: str) -> None:
    assert reporting_period(changed(OLD, 'submitted: "2022-04-20"\n', submitted)) == period("2022-04-30")


def test_without_a_deadline_rounds_close_on_the_30th_of_april() -> None:
    assert reporting_period(changed(NEW, 'deadline: "2025-04-30"\n', "")) == period("2022-04-20")
    assert reporting_period(changed(NEW, "2025-04-30", "2025-02-31")) == period("2022-04-20")


def test_a_first_application_has_no_period_and_looks_back_three_years() -> None:
    first = changed(NEW, 'renews: "2022"\n', "")
    assert reporting_period(first) is None
    assert looking_back(first) == period("2022-04-30", follows="")


def test_a_last_application_after_the_deadline_gives_no_period() -> None:
    muddled = changed(NEW, "2025-04-30", "2022-01-31")
    assert reporting_period(muddled) is None
    assert looking_back(muddled) == period("2019-01-31", "2022-01-31", "")


def test_a_round_that_is_named_after_no_year_needs_a_deadline() -> None:
    texts = {file.replace("cycles/2025/", "cycles/neu/"): text for file, text in base_texts().items()}
    cycle = application(texts, cycle="neu").cycle
    assert deadline_of(cycle) == date(2025, 4, 30)
    texts["cycles/neu/cycle.yaml"] = "format: 1\ncatalogue: mini\n"
    nameless = application(texts, cycle="neu")
    assert looking_back(nameless) is None
    assert jury_date(nameless.round) == ""
    assert validity(nameless.round) is None


def test_the_jury_decides_in_july_until_it_has_decided() -> None:
    texts = base_texts()
    assert jury_date(application(texts).round) == "2025-07"
    decided = application(texts | {JURY: 'format: 1\ndecided: "2025-06-23"\n'})
    assert jury_date(decided.round) == "2025-06-23"


def test_the_award_is_valid_for_three_years_unless_the_jury_said_otherwise() -> None:
    texts = base_texts()
    assert validity(application(texts).round) == Span(date(2025, 1, 1), date(2027, 12, 31))
    said = application(texts | {JURY: "format: 1\nvalid: {from: 2026, to: 2028}\n"})
    assert validity(said.round) == Span(date(2026, 1, 1), date(2028, 12, 31))
