"""What is still on the screen alone is told from what the dossier has in other lines."""

from tea_assistant.tui.rescue import not_in

STORED = {
    "about": "Bürger*innen [/x] und\nMitarbeiter*innen.\n\nZweiter Absatz.\n",
    "partners": ["VHS", "IHK Mittleres Ruhrgebiet"],
    "results": [{"text": "Zwölf Teilnehmerinnen"}],
}


def test_only_words_that_stand_nowhere_are_left() -> None:
    on_screen = [
        "Bürger*innen [/x] und Mitarbeiter*innen.\n\nZweiter Absatz.",
        "VHS\nIHK Mittleres Ruhrgebiet",
        "Zwölf Teilnehmerinnen",
        "  \n",
    ]
    assert not_in(STORED, on_screen) == []
    assert not_in(STORED, [*on_screen, "VHS\nIHK", "Zweiter Absatz"]) == ["VHS\nIHK", "Zweiter Absatz"]
    assert not_in(None, ["Neu"]) == ["Neu"]
