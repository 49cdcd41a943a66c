"""What changed between two states of a dossier, in German."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tea_assistant.services.compare import FileChange, compare
from tea_assistant.store.yaml import writer as yaml_writer
from tea_assistant.store.yaml.writer import Change

MEASURE = "evidence/mentoring.yaml"
FIELD = "cycles/2025/fields/af03.yaml"
NAMES = {"mentoring": "Mentoring für Frauen", "af03-mentoring": "Mentoring", "af03": "Personalarbeit"}
MEASURE_TEXT = """\
format: 1
title: Mentoring für Frauen
summary: |
  Für Mitarbeiter*innen und Bürger*innen, „auch“ [/x].
action_fields: [af03]
legal_character: voluntary
since: 2017
target_groups: [Frauen*, 'Müller, Meier']
results:
  - {value: 12, unit: Teilnehmerinnen, as_of: 2024-12-31, source: Liste}
  - {value: 3, unit: Tandems, as_of: 2024-12-31, source: Liste}
proofs:
  - {title: Konzept, file: attachments/konzept.pdf, release: internal}
  - {title: Presse, url: "https://example.org", release: public}
cycles:
  "2025": {state: expanded, confirmed: 2025-02-11}
"""
FIELD_TEXT = """\
format: 1
criteria:
  af03-mentoring:
    applies: true
    statement: |
      Seit 2017 [[mentoring]].
    evidence: [mentoring]
"""


def changed(old: str, new: str, *, file: str = MEASURE) -> list[tuple[str, str | None, str | None]]:
    found = compare({file: old}, {file: new}, NAMES)
    return [(field.label, field.old, field.new) for change in found for field in change.fields]


def replaced(*pairs: tuple[str, str], text: str = MEASURE_TEXT) -> str:
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return text


def test_equal_states_have_no_changes() -> None:
    state = {MEASURE: MEASURE_TEXT, FIELD: FIELD_TEXT, "cycles/2025/notes.yaml": "{{"}
    crlf = {file: text.replace("\n", "\r\n") for file, text in state.items()}

    assert compare(state, state, NAMES) == ()
    assert compare(state, crlf, NAMES) == ()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("voluntary", "statutory", ("Verbindlichkeit", "freiwillig", "gesetzlich vorgeschrieben")),
        ("since: 2017", "since: 2018", ("Seit", "2017", "2018")),
        ("since: 2017", "since:", ("Seit", "2017", None)),
        ("since: 2017", 'since: "2017"', ("Seit", "2017", '"2017"')),
        ("[Frauen*, ", "[", ("Zielgruppen", "Frauen*; Müller, Meier", "Müller, Meier")),
        ("confirmed: 2025-02-11", "confirmed: 2025-02-12",
         ("Stand je Bewerbungsrunde · 2025 · Bestätigt am", "11.02.2025", "12.02.2025")),
        ("value: 12", "value: 14", ("Ergebnisse · Teilnehmerinnen, 31.12.2024, Liste · Wert", "12", "14")),
        ("release: internal", "release: public",
         ("Nachweise · Konzept · Freigabe", "intern", "öffentlich")),
        ("title: Konzept", "title: Das Konzept",
         ("Nachweise · Konzept · Bezeichnung", "Konzept", "Das Konzept")),
    ],
)  # fmt: skip
def test_a_change_is_told_in_the_words_of_the_forms(old: str, new: str, told: tuple[str, ...]) -> None:
    assert changed(MEASURE_TEXT, replaced((old, new))) == [told]


def test_criteria_and_measures_are_called_by_their_titles() -> None:
    new = replaced(("evidence: [mentoring]", "evidence: [tandem]"), ("true", "false"), text=FIELD_TEXT)

    (change,) = compare({FIELD: FIELD_TEXT}, {FIELD: new}, {**NAMES, "tandem": "Tandem"})

    assert (change.title, change.kind) == ("Aktionsfeld Personalarbeit 2025", "changed")
    assert [(field.label, field.old, field.new) for field in change.fields] == [
        ("Mentoring · Trifft zu", "Ja", "Nein"),
        ("Mentoring · Maßnahmen", "Mentoring für Frauen", "Tandem"),
    ]
    assert change.fields[0].path == ("criteria", "af03-mentoring", "applies")


def test_entries_of_lists_are_known_again_when_they_move_come_and_go() -> None:
    first, second = MEASURE_TEXT.splitlines(keepends=True)[12:14]
    swapped = replaced((first + second, second + first))
    other = replaced((first, "  - {title: Flyer}\n"))

    assert changed(MEASURE_TEXT, swapped) == [
        ("Nachweise · Reihenfolge", "Konzept; Presse", "Presse; Konzept")
    ]
    assert changed(MEASURE_TEXT, other) == [
        ("Nachweise · Flyer", None, "Bezeichnung: Flyer"),
        ("Nachweise · Konzept",
         "Bezeichnung: Konzept\nDatei: attachments/konzept.pdf\nFreigabe: intern", None),
    ]  # fmt: skip


def test_prose_is_compared_word_by_word() -> None:
    new = replaced(("Mitarbeiter*innen und", "Mitarbeiter*innen wie"))

    (change,) = compare({MEASURE: MEASURE_TEXT}, {MEASURE: new}, NAMES)

    assert [(piece.text, piece.kind) for piece in change.fields[0].pieces] == [
        ("Für Mitarbeiter*innen ", "same"),
        ("und", "removed"),
        ("wie", "added"),
        (" Bürger*innen, „auch“ [/x].", "same"),
    ]


def test_files_come_and_go() -> None:
    added, removed = compare({MEASURE: MEASURE_TEXT}, {FIELD: FIELD_TEXT}, NAMES)

    assert (added.title, added.kind, added.file) == ("Aktionsfeld Personalarbeit 2025", "added", FIELD)
    assert (removed.title, removed.kind, removed.file) == ("Mentoring für Frauen", "removed", MEASURE)
    assert {field.old for field in added.fields} == {None} == {field.new for field in removed.fields}


@pytest.mark.parametrize("broken", ["title: [", "- eine Liste", "a: *b", "\x00", ""])
def test_what_cannot_be_read_is_compared_as_text(broken: str) -> None:
    expected: list[tuple[str, str | None, str | None]] = [("Text der Datei", MEASURE_TEXT, broken)]
    if not broken:
        expected = changed(MEASURE_TEXT, "format: 1\n")

    assert changed(MEASURE_TEXT, broken) == expected
    assert changed("alt", "neu", file="anderes.txt") == [("Text der Datei", "alt", "neu")]


def test_another_spelling_is_told_as_such() -> None:
    new = MEASURE_TEXT + "# eine Bemerkung\n"

    assert changed(MEASURE_TEXT, new) == [
        ("Schreibweise oder Bemerkungen in der Datei", MEASURE_TEXT, new)
    ]  # fmt: skip


_TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), min_size=1, max_size=12)
_EDITS = st.dictionaries(
    st.sampled_from(
        [("summary",), ("goal",), ("responsible",), ("legal_basis",), ("results", 1, "value"),
         ("proofs", 0, "url"), ("proofs", 1, "file"), ("cycles", "2025", "change"),
         ("cycles", "2022", "by"), ("partners",), ("unbekannt", "tief")]
    ),
    _TEXTS.map(lambda text: f"neu {text}.") | st.integers(100, 999),
    max_size=5,
)  # fmt: skip


@given(_EDITS)
@settings(max_examples=50, deadline=None)
def test_every_change_is_found_where_it_was_made(edits: dict[tuple[Any, ...], Any]) -> None:
    new = yaml_writer.apply(MEASURE_TEXT, [Change(path, value) for path, value in edits.items()])

    found = compare({MEASURE: MEASURE_TEXT}, {MEASURE: new}, {})
    back = compare({MEASURE: new}, {MEASURE: MEASURE_TEXT}, {})

    assert {field.path for change in found for field in change.fields} == set(edits)
    assert _turned(found) == _told(back)
    for change in found:
        for field in change.fields:
            assert "".join(piece.text for piece in field.pieces if piece.kind != "added") == (field.old or "")
            assert "".join(piece.text for piece in field.pieces if piece.kind != "removed") == (
                field.new or ""
            )


_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _TEXTS,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "title", "text", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(_VALUES, _VALUES)
@settings(max_examples=50, deadline=None)
def test_whatever_stands_in_a_file_is_compared(old: Any, new: Any) -> None:
    texts = [yaml_writer.dump({"format": 1, "results": value, "b": value}) for value in (old, new)]

    found = compare({MEASURE: texts[0]}, {MEASURE: texts[1]}, {})

    assert bool(found) == (texts[0] != texts[1])
    assert all(field.old != field.new for change in found for field in change.fields)


def _told(changes: tuple[FileChange, ...]) -> set[tuple[object, ...]]:
    return {(field.path, field.old, field.new) for change in changes for field in change.fields}


def _turned(changes: tuple[FileChange, ...]) -> set[tuple[object, ...]]:
    return {(field.path, field.new, field.old) for change in changes for field in change.fields}
