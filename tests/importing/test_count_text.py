"""Printed numbers are read, or refused for a reason that a person understands."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tea_assistant.importing.count_text import Content, Count, NoValue, Percent, Unreadable, content_of
from tea_assistant.model.grid import GridCell

AMBIGUOUS = (
    "ist nicht eindeutig: „1,990“ kann 1990 heißen oder 1,990 mit Nachkommastellen. "
    "Bitte ohne Komma schreiben"
)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("1990", Count(1990)),
        ("1.990", Count(1990)),
        ("1 990", Count(1990)),
        ("1\u00a0990", Count(1990)),
        ("1\u202f990", Count(1990)),
        ("1’990", Count(1990)),
        ("1.234.567", Count(1234567)),
        ("643*", Count(643)),
        ("643 **", Count(643)),
        ("643²", Count(643)),
        ("0", Count(0)),
        ("007", Count(7)),
        ("12,0", Count(12)),
        ("1.990,00", Count(1990)),
        ("43 %", Percent(Fraction(43), 0)),
        ("79,17%", Percent(Fraction("79.17"), 2)),
        ("43 Prozent", Percent(Fraction(43), 0)),
        ("100,0 %", Percent(Fraction(100), 1)),
        ("36.2 %", Percent(Fraction("36.2"), 1)),
        ("", NoValue()),
        ("-", NoValue()),
        ("–", NoValue()),
        ("—", NoValue()),
        ("*", NoValue()),
        ("k. A.", NoValue()),
        ("< 5", NoValue("„< 5“ nennt keine Anzahl")),
        ("1,990", Unreadable(AMBIGUOUS)),
        ("12,5", Unreadable("ist keine ganze Zahl: „12,5“. Gezählt werden Köpfe, keine Stellenanteile")),
        ("12.5", Unreadable("ist keine ganze Zahl: „12.5“. Gezählt werden Köpfe, keine Stellenanteile")),
        ("1.99", Unreadable("ist keine ganze Zahl: „1.99“. Gezählt werden Köpfe, keine Stellenanteile")),
        ("-3", Unreadable("ist negativ: „-3“. Eine Anzahl kann nicht unter null liegen")),
        ("− 3", Unreadable("ist negativ: „− 3“. Eine Anzahl kann nicht unter null liegen")),
        ("-3 %", Unreadable("ist negativ: „-3 %“. Eine Anzahl kann nicht unter null liegen")),
        ("101 %", Unreadable("nennt mehr als 100 Prozent: „101 %“")),
        ("100,01 %", Unreadable("nennt mehr als 100 Prozent: „100,01 %“")),
        ("ca. 30", Unreadable("enthält Text, wo eine Zahl stehen muss: „ca. 30“")),
        ("Bürger*innen [/x]", Unreadable("enthält Text, wo eine Zahl stehen muss: „Bürger*innen [/x]“")),
        ("#DIV/0!", Unreadable("enthält einen Fehler aus Excel: #DIV/0!")),
        ("#BEZUG!", Unreadable("enthält einen Fehler aus Excel: #BEZUG!")),
        ("٣", Unreadable("enthält Text, wo eine Zahl stehen muss: „٣“")),
        ("9999999999", Unreadable("ist zu groß: „9999999999“")),
        ("=", Unreadable("enthält eine Formel ohne Ergebnis. Bitte die Datei in Excel öffnen und speichern")),
    ],
)
def test_a_printed_number_is_read_or_refused(text: str, content: Content) -> None:
    assert content_of(GridCell(text)) == content


def test_a_workbook_counts_by_what_it_holds_and_not_by_what_it_shows() -> None:
    assert content_of(GridCell("1.990", number=Fraction(1990))) == Count(1990)
    assert content_of(GridCell("13", number=Fraction("12.5"))) == Unreadable(
        "ist keine ganze Zahl: „13“. Gezählt werden Köpfe, keine Stellenanteile"
    )
    assert content_of(GridCell("59,40 %", number=Fraction("59.4"))) == Percent(Fraction("59.4"), 2)


def test_a_column_of_percentages_needs_no_percent_sign() -> None:
    assert content_of(GridCell("36,2"), percent=True) == Percent(Fraction("36.2"), 1)
    assert content_of(GridCell("120"), percent=True) == Unreadable("nennt mehr als 100 Prozent: „120“")


@given(
    st.integers(0, 10**9 - 1),
    st.sampled_from(["", ".", " ", "\u00a0", "\u202f", "'"]),
    st.sampled_from(["", "*", " *", "¹", ",0"]),
)
def test_every_spelling_of_a_count_is_read_back(number: int, mark: str, end: str) -> None:
    assert content_of(GridCell(f"{number:,}".replace(",", mark) + end)) == Count(number)


@given(st.text("0123456789.,-–%*  '<xE²٣", max_size=12))
def test_no_text_is_read_as_a_number_that_it_does_not_spell(text: str) -> None:
    match content_of(GridCell(text)):
        case Count(number):
            assert (
                str(number) == "".join(c for c in text.partition(",")[0] if c in "0123456789").lstrip("0")
                or number == 0
            )
        case Percent(number):
            assert 0 <= number <= 100
        case Unreadable(message):
            assert message
        case NoValue(reason):
            assert reason or not set(text) & set("0123456789")
