"""What is typed finds what is meant, the nearest first."""

import pytest

from tea_assistant.prose.folding import distance, fits


@pytest.mark.parametrize("query", ["vaeter", "Väter", "va\u0308ter", "abend", "VÄTER abend", ""])
def test_umlauts_case_and_order_do_not_matter(query: str) -> None:
    assert fits(query, "Abende für Väter*")


def test_what_does_not_stand_there_is_not_found() -> None:
    assert not fits("mütter", "Abende für Väter*")


def test_the_nearest_comes_first() -> None:
    titles = ["Kommunales Reaktionsmanagement", "Cross-Mentoring und Mentoring", "Mentoring für Frauen"]
    assert sorted(titles, key=lambda title: distance("ment", title)) == titles[::-1]
