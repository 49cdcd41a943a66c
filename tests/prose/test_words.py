import pytest

from tea_assistant.prose.words import word_count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("Mitarbeiter*innen und Bürger*innen", 3),
        ("- ein – zwei\n- [[drei-vier]] und {{fuenf|trend}}", 5),
        ("# Titel\n\n| a | b |\n|---|---|\n", 3),
        ("59 % (2022: 36 %)", 3),
    ],
)
def test_words_are_what_people_count(text: str, count: int) -> None:
    assert word_count(text) == count
