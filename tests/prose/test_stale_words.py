"""Words that mean the time of writing are found in each of their forms."""

from datetime import date

import pytest

from tea_assistant.prose.stale_words import Aging, stale_words


@pytest.mark.parametrize(
    "told",
    [
        "Seit letztem Jahr",
        "Im letzten Jahr",
        "Letztes Jahr",
        "In diesem Jahr",
        "Seit vergangenem Jahr",
        "Nächstes Jahr",
    ],
)
def test_a_year_counted_from_the_time_of_writing_ages(told: str) -> None:
    (found,) = stale_words(f"{told} treffen sich Bürger*innen [/x].", date(2022, 4, 30), date(2025, 3, 1))
    assert found.why is Aging.RELATIVE
    assert found.word.endswith("Jahr")
