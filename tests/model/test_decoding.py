"""Whatever stands in a file, the model comes out, with what was usable in it."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from tea_assistant.model.cycle import Cycle, FieldAnswer
from tea_assistant.model.decoding import decode
from tea_assistant.model.dossier import Organisation
from tea_assistant.model.evidence import Evidence, Release
from tea_assistant.model.figures import FigureSet, PublishedPercent

ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
KEYS = st.sampled_from(
    ["title", "proofs", "results", "cycles", "rows", "criteria", "contact", "awards", "where", "id", "origin"]
)


@given(st.dictionaries(KEYS, ANYTHING) | ANYTHING)
def test_never_raises(value: object) -> None:
    assert decode(Evidence, value, id="a").id == "a"
    assert decode(FigureSet, value, id="a").id == "a"
    assert decode(FieldAnswer, value, id="a").id == "a"
    assert decode(Cycle, value, id="a").id == "a"
    assert isinstance(decode(Organisation, value), Organisation)


def test_what_is_usable_is_kept() -> None:
    value = {
        "title": "Mentoring für Mitarbeiter*innen",
        "since": 2017,
        "audience": "alle",
        "proofs": [{"title": "Konzept"}, "kein Nachweis"],
        "results": [{"value": 59.5}],
    }
    evidence = decode(Evidence, value, id="mentoring")
    assert evidence.since == "2017"
    assert evidence.audience is None
    assert [(proof.title, proof.release) for proof in evidence.proofs] == [("Konzept", Release.INTERNAL)]
    assert evidence.results[0].value == Fraction(595, 10)


def test_a_cell_is_a_count_or_a_published_percentage() -> None:
    rows = [{"group": "leadership", "women": {"percent": 43, "published": True}, "men": 12, "total": "viele"}]
    (row,) = decode(FigureSet, {"rows": rows}, id="2025").rows
    assert row.women == PublishedPercent(Fraction(43))
    assert (row.men, row.total) == (12, None)
