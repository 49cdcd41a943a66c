"""Words are found however they are spelled."""

import pytest

from tea_assistant.prose.spellings import anyhow, in_a_row


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("vaeter", "Für Väter.", "Väter"),
        ("vater", "Für Väter.", "Väter"),
        ("VÄTER", "fuer vaeter", "vaeter"),
        ("väter", "Va\u0308ter", "Va\u0308ter"),
        ("strasse", "Straße [/x]", "Straße"),
        ("Straße", "die STRASSE", "STRASSE"),
        ("mitarbeiterinnen", "Mitarbeiter*innen und Bürger*innen", "Mitarbeiter*innen"),
        ("Bürger*innen", "Buergerinnen", "Buergerinnen"),
        ("Bürger*innen", r"Bürger\*innen", r"Bürger\*innen"),
        ("Bürger:innen", "Bürger_innen", "Bürger_innen"),
        ("onlinekurs", "der Online-Kurs", "Online-Kurs"),
        ("resume", "Résumé", "Résumé"),
        ("[/x]", "Klammern [/x]", "[/x]"),
        ("quer", "bequem und quer", "quer"),
    ],
)
def test_a_word_is_found(word: str, text: str, found: str) -> None:
    at = anyhow(word).search(text)
    assert at is not None
    assert at.group() == found


@pytest.mark.parametrize(("word", "text"), [("1204", "2012-04-01"), ("väter", "Vater"), ("schön", "schon")])
def test_another_word_is_not(word: str, text: str) -> None:
    assert anyhow(word).search(text) is None


def test_words_in_a_row_go_on_over_the_end_of_a_line() -> None:
    at = in_a_row(("belegplaetze", "in")).search("Die\nBelegplätze\nin der Kita")
    assert at is not None
    assert at.group() == "Belegplätze\nin"
