"""Answers go along what replaces what; nothing is lost on the way, and people decide what is unclear."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tea_assistant.errors import UsageError
from tea_assistant.model.action_field import ActionField
from tea_assistant.model.cycle import CriterionAnswer, FieldAnswer, OwnCriterion
from tea_assistant.renewal.migrate import Migration, Piece, migration
from tests.renewal.catalogues import NEW, OLD, catalogue

STAR = "Für Mitarbeiter*innen und Bürger*innen [/x]."


def moved(
    criteria: Mapping[str, CriterionAnswer],
    field: str = "hf1",
    *,
    decisions: Mapping[str, tuple[str, ...]] | None = None,
) -> Migration:
    return migration(OLD, NEW, {field: FieldAnswer(field, criteria=criteria)}, decisions=decisions or {})


def answer(found: Migration, criterion: str) -> CriterionAnswer | None:
    return next((a.criteria[criterion] for a in found.answers.values() if criterion in a.criteria), None)


def test_what_has_one_successor_moves_whole() -> None:
    said = CriterionAnswer(applies=True, statement=STAR, evidence=("a", "b"))
    found = moved({"hf1-eins": said})
    assert found.answers == {"af1": FieldAnswer("af1", criteria={"af1-plan": said})}
    assert found.to_decide == ()
    assert found.left_behind == ()


def test_what_has_several_goes_to_the_first_until_somebody_decides() -> None:
    said = CriterionAnswer(applies=True, statement=STAR, evidence=("a",))
    found = moved({"hf1-zwei": said})
    assert answer(found, "af1-bericht") == said
    assert answer(found, "af2-fuehrung") == CriterionAnswer(evidence=("a",))
    assert [(move.id, move.successors) for move in found.to_decide] == [
        ("hf1-zwei", ("af1-bericht", "af2-fuehrung"))
    ]


@pytest.mark.parametrize(
    ("chosen", "first", "second"),
    [
        (("af2-fuehrung",), None, CriterionAnswer(applies=True, statement=STAR, evidence=("a",))),
        (
            ("af2-fuehrung", "af1-bericht"),
            CriterionAnswer(applies=True, evidence=("a",)),
            CriterionAnswer(applies=True, statement=STAR, evidence=("a",)),
        ),
        ((), None, None),
    ],
)
def test_a_decision_is_followed(
    chosen: tuple[str, ...], first: CriterionAnswer | None, second: CriterionAnswer | None
) -> None:
    said = CriterionAnswer(applies=True, statement=STAR, evidence=("a",))
    found = moved({"hf1-zwei": said}, decisions={"hf1-zwei": chosen})
    assert answer(found, "af1-bericht") == first
    assert answer(found, "af2-fuehrung") == second
    assert found.to_decide == ()
    assert [move.texts for move in found.left_behind] == ([] if chosen else [(STAR,)])


def test_what_has_none_follows_its_field_and_otherwise_stays_behind() -> None:
    said = CriterionAnswer(applies=True, statement=STAR, evidence=("a",))
    assert answer(moved({"hf1-drei": said}), "af1-plan") == said
    found = moved({"hf3-allein": said}, "hf3")
    assert found.answers == {}
    assert [(move.id, move.title, move.texts, move.evidence) for move in found.left_behind] == [
        ("hf3-allein", "Aktivität hf3-allein", (STAR,), ("a",))
    ]


def test_what_meets_is_put_together_in_the_order_of_the_old_catalogue() -> None:
    found = moved(
        {
            "hf2-coaching": CriterionAnswer(applies=False, statement="Coaching.\n", evidence=("b", "c")),
            "hf2-mentoring": CriterionAnswer(applies=True, statement="Mentoring.\n", evidence=("a", "b")),
        },
        "hf2",
    )
    assert answer(found, "af2-foerderung") == CriterionAnswer(
        applies=True, statement="Mentoring.\n\nCoaching.\n", evidence=("a", "b", "c")
    )


def test_what_applied_nowhere_keeps_its_reasons() -> None:
    found = moved(
        {
            "hf2-mentoring": CriterionAnswer(applies=False, because="Zu wenige."),
            "hf2-coaching": CriterionAnswer(applies=False, because="Zu teuer."),
        },
        "hf2",
    )
    assert answer(found, "af2-foerderung") == CriterionAnswer(applies=False, because="Zu wenige. Zu teuer.")


def test_the_same_text_twice_stands_once() -> None:
    same = CriterionAnswer(applies=True, statement=STAR)
    found = moved({"hf2-mentoring": same, "hf2-coaching": same}, "hf2")
    assert answer(found, "af2-foerderung") == same


def test_openings_of_several_fields_run_together_and_own_activities_go_with_them() -> None:
    new = catalogue("neu", {"af1": {"af1-plan": ("alt/hf1", "alt/hf2")}})
    answers = {
        "hf2": FieldAnswer("hf2", opening="Zwei.\n", own_criteria=(OwnCriterion("tag", "Tag", "B"),)),
        "hf1": FieldAnswer(
            "hf1", opening="Eins.\n", closing=STAR, own_criteria=(OwnCriterion("tag", "Tag", "A"),)
        ),
    }
    assert migration(OLD, new, answers).answers == {
        "af1": FieldAnswer(
            "af1",
            opening="Eins.\n\nZwei.\n",
            own_criteria=(OwnCriterion("tag", "Tag", "A"), OwnCriterion("tag-2", "Tag", "B")),
            closing=STAR,
        )
    }


def test_opening_and_own_activities_can_be_sent_elsewhere() -> None:
    answers = {"hf1": FieldAnswer("hf1", opening="Eins.", own_criteria=(OwnCriterion("tag", "Tag", "A"),))}
    found = migration(OLD, NEW, answers, decisions={"hf1": ("af2",)})
    assert found.answers == {
        "af2": FieldAnswer("af2", opening="Eins.", own_criteria=answers["hf1"].own_criteria)
    }
    found = migration(OLD, NEW, answers, decisions={"tag": ()})
    assert found.answers == {"af1": FieldAnswer("af1", opening="Eins.")}
    assert [move.piece for move in found.left_behind] == [Piece.OWN]


@pytest.mark.parametrize(
    ("decisions", "message"),
    [
        ({"hf1-eins": ("af9",)}, "keine Aktivität des neuen Katalogs"),
        ({"hf1-eins": ("af1",)}, "keine Aktivität des neuen Katalogs"),
        ({"hf1": ("af1-plan",)}, "kein Aktionsfeld des neuen Katalogs"),
        ({"hf1-ein": ("af1-plan",)}, "nichts zu entscheiden"),
    ],
)
def test_a_decision_about_something_unknown_is_refused(
    decisions: dict[str, tuple[str, ...]], message: str
) -> None:
    answers = {
        "hf1": FieldAnswer("hf1", opening="Eins.", criteria={"hf1-eins": CriterionAnswer(applies=True)})
    }
    with pytest.raises(UsageError, match=message):
        migration(OLD, NEW, answers, decisions=decisions)


def test_a_field_that_is_not_asked_for_gets_nothing() -> None:
    science = ActionField("af2", applies_to=("wissenschaft",), criteria=NEW.fields["af2"].criteria)
    new = catalogue("neu", {"af1": {"af1-bericht": ("alt/hf1-zwei",)}})
    new = type(new)("neu", parts=NEW.parts, fields={**new.fields, "af2": science})
    answers = {"hf1": FieldAnswer("hf1", criteria={"hf1-zwei": CriterionAnswer(applies=True)})}
    assert migration(OLD, new, answers, sector="verwaltung").to_decide == ()
    assert len(migration(OLD, new, answers, sector="wissenschaft").to_decide) == 1


def test_inside_one_instrument_all_stays_where_it_is_and_new_activities_are_open() -> None:
    updated = catalogue(
        "alt", {"hf2": {"hf2-neu": (), "hf2-mentoring": (), "hf2-umbenannt": ("alt/hf2-coaching",)}}
    )
    said = {
        "hf2-mentoring": CriterionAnswer(applies=True, statement=STAR),
        "hf2-coaching": CriterionAnswer(applies=True, statement="Coaching."),
        "hf2-frueher": CriterionAnswer(applies=True, statement="Früher."),
    }
    found = migration(OLD, updated, {"hf2": FieldAnswer("hf2", opening="Zwei.", criteria=said)})
    assert found.answers["hf2"].opening == "Zwei."
    assert found.answers["hf2"].criteria == {
        "hf2-mentoring": said["hf2-mentoring"],
        "hf2-umbenannt": said["hf2-coaching"],
        "hf2-frueher": said["hf2-frueher"],
    }
    assert found.fresh == ("hf2-neu",)
    assert found.retired == ("hf2-frueher",)
    assert [move.id for move in found.moves if not move.stays] == ["hf2-coaching"]


def test_what_nobody_answered_is_nobody_s_concern() -> None:
    found = moved({"hf1-zwei": CriterionAnswer()})
    assert found.moves == ()
    assert found.answers == {}


words = st.text(st.sampled_from("aä* [/x]„“\n{}"), max_size=12)
said = st.builds(
    CriterionAnswer,
    st.none() | st.booleans(),
    st.just(""),
    words,
    st.lists(st.sampled_from("abc"), unique=True).map(tuple),
)
old_ids = [(field.id, criterion.id) for field in OLD.fields.values() for criterion in field.criteria]
places = st.lists(st.sampled_from(["af1-plan", "af1-bericht", "af2-foerderung"]), unique=True).map(tuple)


@settings(max_examples=200)
@given(st.dictionaries(st.sampled_from(old_ids), said), st.dictionaries(st.sampled_from(old_ids), places))
def test_no_text_and_no_link_is_ever_lost(
    said: dict[tuple[str, str], CriterionAnswer], chosen: dict[tuple[str, str], tuple[str, ...]]
) -> None:
    answers = {
        field: FieldAnswer(field, criteria={c: a for (f, c), a in said.items() if f == field})
        for field in OLD.fields
    }
    decisions = {
        c: to for (f, c), to in chosen.items() if said.get((f, c), CriterionAnswer()) != CriterionAnswer()
    }
    found = migration(OLD, NEW, answers, decisions=decisions)
    after = [c for answer in found.answers.values() for c in answer.criteria.values()]
    left = {move.id for move in found.left_behind}
    for (_, criterion), before in said.items():
        assert criterion in left or any(before.statement.strip() in text for text in _statements(found))
        assert criterion in left or all(any(e in c.evidence for c in after) for e in before.evidence)
        assert criterion not in left or before.statement.strip() in "".join(_left(found, criterion))


def _statements(found: Migration) -> list[str]:
    # One that has no text needs no place.
    return ["", *(c.statement for answer in found.answers.values() for c in answer.criteria.values())]


def _left(found: Migration, criterion: str) -> tuple[str, ...]:
    return next(move.texts for move in found.left_behind if move.id == criterion)
