"""Ids from any title are valid, short and never taken."""

import re

from hypothesis import given
from hypothesis import strategies as st

from tea_assistant.model.ids import slug


@given(st.text(), st.sets(st.text("ab-1", max_size=6)))
def test_an_id_is_always_valid_and_free(title: str, taken: set[str]) -> None:
    made = slug(title, taken=taken)
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,63}", made)
    assert made not in taken


def test_umlauts_are_spelled_out_composed_or_not() -> None:
    assert slug("Väter", taken=()) == slug("Va\u0308ter", taken=()) == "vaeter"


def test_names_keep_their_letters() -> None:
    assert slug("Ayşe Yıldız", taken=()) == "ayse-yildiz"
    assert slug("Anđela Œhler", taken=()) == "andela-oehler"


def test_a_long_id_ends_behind_a_whole_word() -> None:
    title = "Wie wird die Nachfolge in den Leitungsstellen der „Technik“ [/x] gesichert?"
    made = slug(title, taken=(), longest=40)
    assert made == "wie-wird-die-nachfolge-in-den"
    assert slug(title, taken={made}, longest=40) == f"{made}-2"
    assert slug("Wie wird die Nachfolge", taken=(), longest=12) == "wie-wird-die"
    assert slug("Gleichstellungsbeauftragte", taken=(), longest=12) == "gleichstellu"
