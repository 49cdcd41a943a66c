import pytest

from tea_assistant.prose.matching import matching

TITLES = (
    "Dienstvereinbarung „Partnerschaftliches Verhalten“",
    "Führung in Teilzeit",
    "Mentoring für Frauen",
    "Väter*abende [/x]",
)


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("Vaeter", [3]),
        ("vater", [3]),
        ("VÄTER*", [3]),
        ("frauen ment", [2]),
        ("fuehr teil", [1]),
        ("[/x]", [3]),
        ("mtrg", [2]),
        ("fü", [1, 2]),
        ("zz", []),
        ("", [0, 1, 2, 3]),
    ],
)
def test_titles_are_found_best_first(query: str, found: list[int]) -> None:
    assert matching(query, range(len(TITLES)), lambda index: TITLES[index]) == found


def test_decomposed_umlauts_are_the_same() -> None:
    assert matching("va\u0308ter", TITLES, str) == [TITLES[3]]
