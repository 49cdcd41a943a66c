"""What a column or a row counts can be written down and read again."""

from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tea_assistant.errors import UsageError
from tea_assistant.importing.figures.meaning import Meaning, Wording, from_plain, plain_value
from tea_assistant.model.figures import COUNTS, SPLITS
from tea_assistant.store import catalogue_files, schema

SHIPPED = catalogue_files.shipped("verwaltung-2021")
assert SHIPPED is not None
WORDS = Wording(SHIPPED.catalogue.groups, schema.labels())
EMPLOYMENT = st.sampled_from(["full", "part", "part_above_half", "part_below_half"])
TEXT = st.sampled_from(["über 50", "LG 2.1", "Leitung, Stab", "Bürger*innen [/x]", "„Feuerwehr“", "EG 9b"])


@st.composite
def meanings(draw: st.DrawFn) -> Meaning:
    names = draw(st.sets(st.sampled_from(SPLITS), max_size=3))
    splits = [(name, draw(EMPLOYMENT if name == "employment" else TEXT)) for name in sorted(names)]
    return Meaning(
        group=draw(st.sampled_from(["", *WORDS.groups])),
        count=draw(st.sampled_from(["", *COUNTS])),
        percent=draw(st.booleans()),
        names=draw(st.sampled_from(["", "group", *SPLITS])),
        skip=draw(st.booleans()),
    ).with_splits(splits)


@given(meanings())
def test_what_is_written_can_be_read_again(meaning: Meaning) -> None:
    assert WORDS.read(WORDS.text(meaning)) == meaning
    assert from_plain(cast("dict[str, object]", plain_value(meaning))) == meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("women", Meaning(count="women")),
        ("frauen,  TEILZEIT", Meaning(count="women", splits=(("employment", "part"),))),
        (
            "Teilzeit, überhälftig, Frauen",
            Meaning(count="women", splits=(("employment", "part_above_half"),)),
        ),
        ("leadership, age=über 50", Meaning(group="leadership", splits=(("age", "über 50"),))),
        ("Gruppe=Führungskräfte", Meaning(group="leadership")),
        ("Laufbahngruppe", Meaning(names="career")),
        ("nicht übernehmen", Meaning(skip=True)),
        ("", Meaning()),
    ],
)
def test_german_and_the_words_of_the_file_are_understood(text: str, meaning: Meaning) -> None:
    assert WORDS.read(text) == meaning


@pytest.mark.parametrize("text", ["Quatsch", "Gruppe=Quatsch", "employment=halb", "=", "Alter=", "x=y"])
def test_anything_else_is_refused_with_what_is_possible(text: str) -> None:
    with pytest.raises(UsageError) as refused:
        WORDS.read(text)
    assert "Führungskräfte" in refused.value.hint
