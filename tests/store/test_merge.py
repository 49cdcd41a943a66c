"""Merging two versions of one file of a dossier."""

from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tea_assistant.store.merging.merge import REMOVE, FieldConflict, merge, settle
from tea_assistant.store.yaml.reader import read
from tea_assistant.store.yaml.writer import Change, apply, dump

FILE = "evidence/mentoring.yaml"
BASE = """\
# Aus der Runde 2022
format: 1
title: 'Mentoring für Frauen'   # so heißt es
summary: |
  Das Mentoring ist ein Angebot für Frauen. Es läuft seit 2017.

  Mitarbeiter*innen und Bürger*innen [/x] nehmen teil.
target_groups: [Frauen, Männer]
results:
  - {value: 12, unit: Teilnehmerinnen, as_of: 2024-12-31}
proofs:
  # das Konzept
  - title: Konzept
    file: attachments/konzept.pdf
  - title: Presse
    url: https://example.org
"""


def changed(*changes: tuple[tuple[str | int, ...], Any], of: str = BASE) -> str:
    return apply(of, [Change(path, value) for path, value in changes])


def value(text: str | None) -> Any:
    assert text is not None
    return read(text).value


def test_changes_of_different_keys_are_both_made_and_nothing_else_moves() -> None:
    mine = changed((("title",), "Mentoring"), (("since",), 2017))
    theirs = changed((("audience",), "both"), (("target_groups",), REMOVE)).replace(
        "das Konzept", "das neue Konzept"
    )
    merged = merge(FILE, BASE, mine, theirs)
    assert merged.conflicts == ()
    assert value(merged.text) == value(
        changed(
            (("title",), "Mentoring"),
            (("since",), 2017),
            (("audience",), "both"),
            (("target_groups",), REMOVE),
        )
    )
    assert merged.text is not None
    assert "'Mentoring'   # so heißt es" in merged.text
    assert "# das neue Konzept" in merged.text
    assert merged.text.startswith("# Aus der Runde 2022\nformat: 1\n")


def test_entries_of_lists_are_known_again() -> None:
    mine = changed(
        (("proofs", 0, "dated"), "2024-05-01"),
        (("proofs", 2), {"title": "Meiner"}),
        (("target_groups",), ["Frauen", "alle", "Männer"]),
        (("results", 0, "value"), 14),
    )
    theirs = changed(
        (("proofs", 0), REMOVE),
        (("proofs", 0, "url"), "https://example.org/neu"),
        (("proofs", 1), {"title": "Ihrer"}),
        (("target_groups",), ["Frauen"]),
        (("results", 0, "source"), "Liste"),
    )
    theirs = changed(
        (("proofs", 0), {"title": "Konzept", "file": "attachments/konzept.pdf"}),
        (("proofs", 1), {"title": "Presse", "url": "https://example.org/neu"}),
        (("proofs", 2), {"title": "Ihrer"}),
        of=theirs,
    )
    merged = merge(FILE, BASE, mine, theirs)
    assert merged.conflicts == ()
    assert value(merged.text)["proofs"] == [
        {"title": "Konzept", "file": "attachments/konzept.pdf", "dated": "2024-05-01"},
        {"title": "Presse", "url": "https://example.org/neu"},
        {"title": "Meiner"},
        {"title": "Ihrer"},
    ]
    assert value(merged.text)["target_groups"] == ["Frauen", "alle"]
    assert value(merged.text)["results"] == [
        {"value": 14, "unit": "Teilnehmerinnen", "as_of": "2024-12-31", "source": "Liste"}
    ]


def test_one_text_is_merged_where_the_changes_do_not_touch() -> None:
    mine = BASE.replace("ein Angebot", "ein internes Angebot")
    theirs = BASE.replace("nehmen teil", "nehmen gern teil")
    merged = merge(FILE, BASE, mine, theirs)
    assert merged.conflicts == ()
    assert merged.text == mine.replace("nehmen teil", "nehmen gern teil")


def test_a_text_that_both_changed_at_one_place_is_a_conflict_with_a_proposal() -> None:
    mine = changed((("since",), 2017), of=BASE.replace("seit 2017", "seit 2018"))
    theirs = changed((("partners",), ["VHS"]), of=BASE.replace("seit 2017", "seit 2016"))
    merged = merge(FILE, BASE, mine, theirs)
    (conflict,) = merged.conflicts
    assert conflict.path == ("summary",)
    assert (conflict.base, conflict.mine, conflict.theirs) == tuple(
        value(t)["summary"] for t in (BASE, mine, theirs)
    )
    assert "Es läuft seit 2018. Es läuft seit 2016.\n" in conflict.proposal
    assert value(merged.text) == value(changed((("partners",), ["VHS"]), of=mine))
    for decided in (conflict.theirs, conflict.proposal, "ganz anders\n"):
        settled = settle(FILE, merged, [(conflict, decided)])
        assert value(settled) == {**value(merged.text), "summary": decided}


def test_what_one_removed_and_the_other_changed_stays_until_it_is_decided() -> None:
    mine = changed((("proofs", 0), REMOVE), (("title",), "Neu"), (("results", 0), REMOVE))
    theirs = changed(
        (("proofs", 0, "file"), "attachments/neu.pdf"), (("title",), REMOVE), (("results", 0, "value"), 13)
    )
    merged = merge(FILE, BASE, mine, theirs)
    found = {conflict.path: (conflict.mine, conflict.theirs) for conflict in merged.conflicts}
    assert found[("title",)] == ("Neu", REMOVE)
    assert found[("proofs", 0)] == (REMOVE, {"title": "Konzept", "file": "attachments/neu.pdf"})
    assert len(found) == 3
    assert value(settle(FILE, merged, [(c, c.theirs) for c in merged.conflicts])) == value(theirs)
    assert value(settle(FILE, merged, [(c, c.mine) for c in merged.conflicts])) == value(mine)


def test_without_a_known_origin_both_sides_stay() -> None:
    mine = dump({"format": 1, "title": "Meiner", "goal": "Gleich", "partners": ["VHS"]})
    theirs = dump({"format": 1, "title": "Ihrer", "since": 2017, "partners": ["IHK", "VHS"]})
    merged = merge(FILE, None, mine, theirs)
    assert merged.conflicts == (FieldConflict(("title",), REMOVE, "Meiner", "Ihrer", "Meiner"),)
    assert value(merged.text) == {
        "format": 1,
        "title": "Meiner",
        "goal": "Gleich",
        "since": 2017,
        "partners": ["IHK", "VHS"],
    }


def test_comments_of_both_sides_stay() -> None:
    mine = BASE.replace("# Aus der Runde 2022", "# Aus der Runde 2022\n# meine Anmerkung: *prüfen*").replace(
        "Frauen'", "alle'"
    )
    theirs = BASE.replace("  # das Konzept", "  # ihre Anmerkung\n  # das Konzept").replace(
        "Frauen'", "viele'"
    )
    merged = merge(FILE, BASE, mine, theirs)
    assert len(merged.conflicts) == 1
    assert merged.text is not None
    assert merged.text.splitlines()[1] == "# meine Anmerkung: *prüfen*"
    assert merged.text.splitlines()[-1] == "# ihre Anmerkung"


@pytest.mark.parametrize(
    "bad", ["title: [", "- eins\n", "a: 1\na: 2\n", "<<<<<<< HEAD\n", "format: 99\ntitle: x\n", "\x00"]
)
def test_a_side_that_cannot_be_read_makes_the_whole_file_a_conflict(bad: str) -> None:
    mine = changed((("title",), "Neu"))
    for sides in ((mine, bad), (bad, mine)):
        merged = merge(FILE, BASE, *sides)
        (conflict,) = merged.conflicts
        assert (conflict.path, conflict.base, conflict.mine, conflict.theirs) == ((), BASE, *sides)
        assert merged.text == sides[0]
        assert settle(FILE, merged, [(conflict, sides[1])]) == sides[1]
    assert merge(FILE, BASE, bad, BASE).text == bad
    assert value(merge(FILE, bad, mine, BASE).text)["proofs"] == value(BASE)["proofs"]


def test_files_that_one_side_removed() -> None:
    mine = changed((("title",), "Neu"))
    assert merge(FILE, BASE, None, BASE).text is None
    assert merge(FILE, BASE, BASE, None).text is None
    assert merge(FILE, None, None, BASE).text == BASE
    merged = merge(FILE, BASE, None, mine)
    (conflict,) = merged.conflicts
    assert (conflict.path, conflict.mine, conflict.theirs, merged.text) == ((), REMOVE, mine, mine)
    assert settle(FILE, merged, [(conflict, conflict.mine)]) is None


KEYS = st.sampled_from(["format", "title", "summary", "proofs", "id", "value"])
TEXTS = st.sampled_from(
    ["", "a", "b. c. d.\n", "a. c.\n\nd.\n", "Bürger*innen [/x]", "# kein Kommentar\n", "2025"]
)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=10,
)
FILES = st.dictionaries(KEYS, VALUES, min_size=1, max_size=5)


def edited(whole: Any, random: Random) -> Any:
    """Return a value after some edits, each word of which is a new one."""
    if isinstance(whole, dict):
        kept = {key: edited(inner, random) for key, inner in whole.items() if random.random() > 0.1}
        if random.random() < 0.2:
            kept[f"neu{random.randrange(3)}"] = f"w{random.randrange(10**9)}"
        return kept
    if isinstance(whole, list):
        items = [edited(inner, random) for inner in whole if random.random() > 0.15]
        if random.random() < 0.3:
            items.insert(random.randint(0, len(items)), f"w{random.randrange(10**9)}")
        return items
    if isinstance(whole, str) and random.random() < 0.4:
        words = whole.split(" ")
        words.insert(random.randint(0, len(words)), f"w{random.randrange(10**9)}")
        return " ".join(words)
    return whole


def strings(whole: Any) -> str:
    return repr(whole)


@settings(max_examples=50, deadline=None)
@given(FILES, st.integers(0, 2**32).map(Random), st.booleans())
def test_no_text_of_either_side_is_lost(base: dict[str, Any], random: Random, known: bool) -> None:
    base = {**base, "format": 1}
    mine, theirs = ({**edited(base, random), "format": 1} for _ in range(2))
    merged = merge(FILE, dump(base) if known else None, dump(mine), dump(theirs))
    shown = strings(value(merged.text)) + strings([(c.mine, c.theirs) for c in merged.conflicts])
    for side in (mine, theirs):
        words = {word.strip("'\"[]{},:. \\n") for word in strings(side).split()}
        assert {word for word in words if word.startswith("w") and word[1:].isdigit()} <= {
            word.strip("'\"[]{},:. \\n") for word in shown.replace("(", " ").replace(")", " ").split()
        }
    for choose in ("mine", "theirs", "proposal"):
        settled = settle(FILE, merged, [(c, getattr(c, choose)) for c in merged.conflicts])
        for conflict in merged.conflicts:
            assert conflict.path
        assert read(settled or "").problems == ()
    assert value(merge(FILE, dump(base), dump(mine), dump(base)).text) == mine
    assert value(merge(FILE, dump(base), dump(base), dump(theirs)).text) == theirs


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=40), st.text(max_size=40), st.text(max_size=40))
def test_nonsense_is_never_an_error(base: str, mine: str, theirs: str) -> None:
    merged = merge(FILE, base, mine, theirs)
    assert merged.conflicts or merged.text in (mine, theirs) or not read(merged.text or "").problems
