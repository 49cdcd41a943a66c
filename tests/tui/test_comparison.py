"""Comparing two versions of a text, and showing a file in German."""

from hypothesis import given
from hypothesis import strategies as st

from tea_assistant.store.schema import labels
from tea_assistant.tui.comparison import Line, Stretch, compare
from tea_assistant.tui.file_words import in_german

TEXTS = st.lists(st.sampled_from(["", "a", "a b", "a c", "Bürger*innen [/x]", "  x"]), max_size=12).map(
    "\n".join
)


def words(lines: tuple[Line, ...]) -> list[str]:
    return ["".join(piece.text for piece in line) for line in lines]


def marked(lines: tuple[Line, ...]) -> list[str]:
    return [piece.text for line in lines for piece in line if piece.differs]


def test_only_the_words_that_differ_are_marked() -> None:
    (stretch,) = compare("Mentoring für Frauen seit 2017", "Mentoring für alle seit 2017")
    assert stretch.differs
    assert marked(stretch.mine) == ["Frauen"]
    assert marked(stretch.theirs) == ["alle"]


def test_a_line_that_only_one_side_has_is_marked_as_a_whole() -> None:
    equal, stretch = compare("eins", "eins\nzwei")
    assert not equal.differs
    assert stretch.mine == ()
    assert marked(stretch.theirs) == ["zwei"]


def test_equal_lines_far_from_a_difference_are_counted_only() -> None:
    before = [f"Zeile {n}" for n in range(20)]
    stretches = compare("\n".join([*before, "alt"]), "\n".join([*before, "neu"]))
    assert [stretch.left_out for stretch in stretches] == [18, 0, 0]
    assert words(stretches[1].mine) == ["Zeile 18", "Zeile 19"]


def test_a_line_of_very_many_words_is_shown_too() -> None:
    (stretch,) = compare("wort " * 4000, "wort " * 4001)
    assert marked(stretch.mine) == []
    assert marked(stretch.theirs) == ["wort "]


@given(TEXTS, TEXTS)
def test_every_line_is_shown_or_counted(mine: str, theirs: str) -> None:
    stretches = compare(mine, theirs)

    def shown(side: str) -> int:
        return sum(stretch.left_out + len(getattr(stretch, side)) for stretch in stretches)

    assert shown("mine") == len(mine.splitlines())
    assert shown("theirs") == len(theirs.splitlines())
    assert any(stretch.differs for stretch in stretches) == (mine.splitlines() != theirs.splitlines())


@given(TEXTS, TEXTS)
def test_the_marked_and_unmarked_words_are_the_text(mine: str, theirs: str) -> None:
    everything: list[Stretch] = [stretch for stretch in compare(mine, theirs) if stretch.differs]
    for stretch in everything:
        assert all(line in mine.splitlines() for line in words(stretch.mine))
        assert all(line in theirs.splitlines() for line in words(stretch.theirs))


def test_a_file_is_shown_with_german_names() -> None:
    text = (
        "title: Väter*abende\nlegal_character: voluntary\nsummary: |\n  Ein Satz: mit Doppelpunkt.\nfremd: x"
    )
    text += "\nresults:\n  - {value: 12, unit: Teilnehmer*innen}"
    assert in_german(text, "evidence/x.yaml", labels()).splitlines() == [
        "Titel: Väter*abende",
        "Verbindlichkeit: freiwillig",
        "Beschreibung:",
        "  Ein Satz: mit Doppelpunkt.",
        "fremd: x",
        "Ergebnisse:",
        "  - {Wert: 12, Einheit: Teilnehmer*innen}",
    ]


def test_a_file_of_no_known_kind_is_shown_as_it_is() -> None:
    assert in_german("title: x\n", "notizen.yaml", labels()) == "title: x"
