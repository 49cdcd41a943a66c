"""A renewal can be taken back until the first edit, and leaves nothing behind."""

from pathlib import Path

import pytest

from tea_assistant.errors import EditError
from tea_assistant.services.renew import renew
from tea_assistant.services.renew_undo import undo_renewal
from tea_assistant.store.yaml.writer import Change
from tests.renewal.conftest import contents, opened, write


def test_everything_is_as_it_was_and_the_round_lies_in_the_trash(root: Path) -> None:
    before = contents(root)
    session = opened(root)
    renew(session, "2028")
    session.open_round("2028")
    removed = undo_renewal(session, "2028")
    assert contents(root) == before
    assert set(removed) == {
        "cycles/2028/cycle.yaml",
        "cycles/2028/fields/af03.yaml",
        "cycles/2028/fields/af05.yaml",
    }
    assert not (root / "cycles/2028").exists()
    trashed = {
        path.relative_to(root / ".trash").as_posix().partition("/")[2]
        for path in root.rglob(".trash/**/*.yaml")
    }
    assert trashed == set(removed)
    assert session.cycle == "2025"
    assert session.rounds == ("2025",)


def test_it_can_be_renewed_again_after_that(root: Path) -> None:
    renew(opened(root), "2028")
    after = contents(root)
    undo_renewal(opened(root), "2028")
    renew(opened(root), "2028")
    assert contents(root) == after


@pytest.mark.parametrize(
    ("file", "changes"),
    [
        ("cycles/2028/fields/af03.yaml", [Change(("closing",), "Neu.")]),
        ("cycles/2028/cycle.yaml", [Change(("figures",), "2027-12-31")]),
        ("cycles/2028/fields/af02.yaml", [Change(("opening",), "Neu.")]),
        ("cycles/2028/jury.yaml", [Change(("award",), 5)]),
        ("evidence/mentoring.yaml", [Change(("cycles", "2028"), {"state": "continued"})]),
        ("evidence/elterntag.yaml", [Change(("cycles", "2028", "confirmed"), "2027-09-01")]),
        ("evidence/neu.yaml", [Change(("title",), "Neu"), Change(("cycles",), {"2028": {"state": "new"}})]),
        ("cycles/2025/jury.yaml", [Change(("expectations", 0, "answers"), {"2028": {"state": "done"}})]),
    ],
)
def test_after_any_edit_it_stays(root: Path, file: str, changes: list[Change]) -> None:
    session = opened(root)
    renew(session, "2028")
    session.edit(file, changes, "Arbeit")
    session.save()
    before = contents(root)
    with pytest.raises(EditError) as caught:
        undo_renewal(session, "2028")
    assert "schon gearbeitet" in caught.value.message
    assert caught.value.file == file
    assert contents(root) == before


def test_a_comment_is_an_edit_and_other_line_ends_are_none(root: Path) -> None:
    renew(opened(root), "2028")
    path = root / "cycles/2028/fields/af03.yaml"
    made = path.read_bytes()
    path.write_bytes(made + b"# noch fragen\n")
    with pytest.raises(EditError):
        undo_renewal(opened(root), "2028")
    path.write_bytes(made.replace(b"\n", b"\r\n"))
    assert undo_renewal(opened(root), "2028")


def test_what_was_changed_about_a_measure_itself_stays(root: Path) -> None:
    session = opened(root)
    renew(session, "2028")
    session.edit("evidence/mentoring.yaml", [Change(("goal",), "Mehr Bewerbungen")], "Ziel")
    undo_renewal(session, "2028")
    text = (root / "evidence/mentoring.yaml").read_text(encoding="utf-8")
    assert "goal: Mehr Bewerbungen" in text
    assert "2028" not in text


def test_other_files_in_the_folder_stay(root: Path) -> None:
    renew(opened(root), "2028")
    write(root, "cycles/2028/notizen.txt", "Anruf bei der Jury")
    undo_renewal(opened(root), "2028")
    assert (root / "cycles/2028/notizen.txt").read_text(encoding="utf-8") == "Anruf bei der Jury"
