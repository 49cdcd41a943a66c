"""What a newer version wrote, this one reads where it can, says so in German, and never changes."""

from pathlib import Path

import pytest

from tea_assistant.errors import EditError
from tea_assistant.model.layout import Kind, role_of
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change
from tests import newer_files
from tests.cli.conftest import Tea

READING = (
    ("check",), ("status",), ("progress",), ("figures", "show"), ("transfer",), ("request", "--list"),
    ("snapshot", "--list"), ("review", "--as", "Anna Muster", "--role", "Personalrat", "--list"),
)  # fmt: skip
WRITING = (
    (("transfer",), ("--done", "af03/opening")),
    (("renew",), ("--to", "2028")),
    (
        ("review",),
        ("--as", "Anna Muster", "--role", "Personalrat", "--comment", "af03.opening", "Bitte [/x]"),
    ),
    (("figures", "import", "staff.csv"), ("--as-of", "2024-12-31", "--yes")),
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "mappe"


def test_every_kind_of_file_is_here() -> None:
    assert set(Kind) - newer_files.NEVER_IN_A_DOSSIER == newer_files.READ


def test_commands_read_it_say_so_and_leave_every_byte(root: Path, tea: Tea, tmp_path: Path) -> None:
    written = newer_files.write(root)
    table = tmp_path / "staff.csv"
    table.write_text("Gruppe;Frauen;Männer\nBeschäftigte;100;50\n", encoding="utf-8")
    calls = [(*words, str(root)) for words in READING]
    calls += [("build", "--format", "md", "-o", str(tmp_path / "out"), str(root))]
    calls += [
        (*(str(table) if word == table.name else word for word in before), str(root), *after)
        for before, after in WRITING
    ]
    for call in calls[len(READING) + 1 :]:
        refused = tea(*call)
        assert refused.code == 2
        assert "neueren Fassung des Programms" in refused.err, call
    calls += [("request", "Personalamt", str(root), "--evidence", "mentoring", "-o", str(tmp_path))]
    calls += [("snapshot", "Abgabe", str(root)), ("snapshot", "--restore", "Abgabe", "--yes", str(root))]
    for call in calls:
        outcome = tea(*call)
        assert "Fehlersuche" not in outcome.err, (call, outcome.err)
        assert newer_files.read(root, written) == written, call
    told = tea("check", root).out
    for file in written:
        if role_of(file):
            assert file in told
    assert "neueren Fassung des Programms" in told


def test_no_edit_touches_such_a_file(root: Path) -> None:
    written = newer_files.write(root)
    session = Session(root)
    for file in filter(role_of, written):
        with pytest.raises(EditError) as refused:
            session.edit(file, [Change(("name",), "x")], "Ändern")
        assert "neueren Fassung" in refused.value.message
        assert "aktualisieren" in refused.value.hint
    assert session.save().saved == ()
    assert newer_files.read(root, written) == written


def test_keys_and_values_that_are_unknown_stay_where_something_else_is_edited(root: Path) -> None:
    written = newer_files.write(root, number=1)
    session = Session(root)
    assert {f.code for f in session.report.findings if f.file == "evidence/mentoring.yaml"} >= {"TEA020"}
    for file in filter(role_of, written):
        session.edit(file, [Change(("notiz",), "Bürger*innen [/x]")], "Ändern")
    assert set(session.save().saved) == set(filter(role_of, written))
    for file, now in newer_files.read(root, written).items():
        assert [line for line in now.splitlines() if not line.startswith(b"notiz:")] == written[
            file
        ].splitlines()
