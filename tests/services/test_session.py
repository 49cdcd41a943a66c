"""Edit, undo, save, and what others do to the files meanwhile."""

import os
from pathlib import Path

import pytest

from tea_assistant.errors import EditError
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import REMOVE, Change
from tests.services.conftest import EVIDENCE, EVIDENCE_FILE, FIELD, FIELD_FILE

SINCE = ("since",)
STATEMENT = ("criteria", "af03-mentoring", "statement")


def touch_later(path: Path) -> None:
    """Make sure that a rewrite within the same tick of the clock is seen."""
    later = path.stat().st_mtime_ns + 2_000_000_000
    os.utime(path, ns=(later, later))


def test_opens_the_newest_round(session: Session) -> None:
    assert session.cycle == "2025"
    assert session.days_left == 29
    assert session.application.organisation.name == "Stadt Möhringen [/x]"
    assert [field.id for field in session.application.action_fields][:1] == ["af01"]


def test_an_edit_changes_its_line_and_no_other(session: Session, root: Path) -> None:
    session.edit(EVIDENCE_FILE, [Change(SINCE, 2018)], "Seit ändern")
    assert (root / EVIDENCE_FILE).read_text() == EVIDENCE, "nothing is written before saving"
    assert session.save().saved == (EVIDENCE_FILE,)
    assert (root / EVIDENCE_FILE).read_text() == EVIDENCE.replace("since: 2017 ", "since: 2018 ")
    assert session.dossier.evidence["mentoring"].since == "2018"


def test_prose_with_gender_star_and_brackets_comes_back_as_typed(session: Session, root: Path) -> None:
    text = "Für Mitarbeiter*innen [/x] und „Bürger*innen“:\n\n- {{leadership.women.share|trend}}\n"
    session.edit(FIELD_FILE, [Change(STATEMENT, text)], "Text ändern")
    session.save()
    assert Session(root).application.answer("af03").criteria["af03-mentoring"].statement == text
    assert "# entschieden am Montag" in (root / FIELD_FILE).read_text()


def test_undo_and_redo_restore_the_bytes(session: Session, root: Path) -> None:
    session.edit(FIELD_FILE, [Change(STATEMENT, "Neu.\n")], "Text ändern")
    session.save()
    assert session.undo_label == "Text ändern"
    session.undo()
    session.save()
    assert (root / FIELD_FILE).read_text() == FIELD
    session.redo()
    session.save()
    assert "Neu." in (root / FIELD_FILE).read_text()
    assert session.undo() is not None
    assert session.undo() is None


def test_typing_in_one_text_is_one_step(session: Session) -> None:
    for text in ("N\n", "Ne\n", "Neu\n"):
        session.edit(FIELD_FILE, [Change(STATEMENT, text)], "Text ändern", merge_key="statement")
    session.seal()
    session.edit(FIELD_FILE, [Change(STATEMENT, "Neuer\n")], "Text ändern", merge_key="statement")
    session.undo()
    assert session.application.answer("af03").criteria["af03-mentoring"].statement == "Neu\n"
    session.undo()
    assert session.text(FIELD_FILE) == FIELD


def test_an_edit_that_changes_nothing_is_no_step(session: Session) -> None:
    assert not session.edit(EVIDENCE_FILE, [Change(SINCE, 2017)], "Seit ändern")
    assert session.undo_label == ""
    assert not session.dirty


def test_a_file_appears_with_its_first_text_and_goes_with_undo(session: Session, root: Path) -> None:
    file = "cycles/2025/fields/af01.yaml"
    session.edit(file, [Change(("opening",), "Für Bürger*innen.\n")], "Einstieg schreiben")
    session.save()
    assert (root / file).read_text() == "format: 1\nopening: |\n  Für Bürger*innen.\n"
    session.undo()
    session.save()
    assert not (root / file).exists()


def test_removing_a_value_leaves_the_rest(session: Session, root: Path) -> None:
    session.edit(EVIDENCE_FILE, [Change(("target_groups",), REMOVE)], "Zielgruppen leeren")
    session.save()
    kept = [line for line in EVIDENCE.splitlines() if not line.startswith("target_groups")]
    assert (root / EVIDENCE_FILE).read_text().splitlines() == kept


def test_a_deleted_measure_can_be_brought_back(session: Session, root: Path) -> None:
    session.delete(EVIDENCE_FILE, "Maßnahme löschen")
    session.save()
    assert not (root / EVIDENCE_FILE).exists()
    assert any(path.read_text() == EVIDENCE for path in (root / ".trash").rglob("*.yaml"))
    session.undo()
    session.save()
    assert (root / EVIDENCE_FILE).read_text() == EVIDENCE


def test_an_outside_change_is_taken_in(session: Session, root: Path) -> None:
    path = root / EVIDENCE_FILE
    path.write_text(EVIDENCE.replace("2017", "2016"))
    touch_later(path)
    assert session.poll() == (EVIDENCE_FILE,)
    assert session.dossier.evidence["mentoring"].since == "2016"
    assert session.poll() == ()


def test_new_and_deleted_files_are_noticed(session: Session, root: Path) -> None:
    (root / "evidence/neu.yaml").write_text("format: 1\ntitle: Neu\n")
    (root / EVIDENCE_FILE).unlink()
    assert session.poll() == (EVIDENCE_FILE, "evidence/neu.yaml")
    assert set(session.dossier.evidence) == {"neu"}


def test_an_outside_change_is_never_overwritten_unseen(session: Session, root: Path) -> None:
    session.edit(EVIDENCE_FILE, [Change(SINCE, 2018)], "Seit ändern")
    theirs = EVIDENCE.replace("2017", "2016")
    (root / EVIDENCE_FILE).write_text(theirs)
    outcome = session.save()
    assert outcome.conflicts == (EVIDENCE_FILE,)
    assert (root / EVIDENCE_FILE).read_text() == theirs
    (conflict,) = session.conflicts
    assert conflict.mine == EVIDENCE.replace("since: 2017", "since: 2018")
    assert conflict.theirs == theirs
    with pytest.raises(EditError, match="Konflikt"):
        session.edit(EVIDENCE_FILE, [Change(SINCE, 2019)], "Seit ändern")


@pytest.mark.parametrize("side", ["mine", "theirs"])
def test_a_conflict_ends_with_the_text_that_is_chosen(session: Session, root: Path, side: str) -> None:
    session.edit(EVIDENCE_FILE, [Change(SINCE, 2018)], "Seit ändern")
    (root / EVIDENCE_FILE).write_text(EVIDENCE.replace("2017", "2016"))
    touch_later(root / EVIDENCE_FILE)
    session.poll()
    (conflict,) = session.conflicts
    chosen = conflict.mine if side == "mine" else conflict.theirs
    session.resolve(conflict, chosen)
    session.save()
    assert (root / EVIDENCE_FILE).read_text() == chosen
    assert session.conflicts == ()


def test_the_same_change_made_elsewhere_is_no_conflict(session: Session, root: Path) -> None:
    session.edit(EVIDENCE_FILE, [Change(SINCE, 2018)], "Seit ändern")
    (root / EVIDENCE_FILE).write_text(EVIDENCE.replace("since: 2017", "since: 2018"))
    touch_later(root / EVIDENCE_FILE)
    session.poll()
    assert session.conflicts == ()
    assert not session.dirty


def test_undo_refuses_what_was_changed_outside_since(session: Session, root: Path) -> None:
    session.edit(EVIDENCE_FILE, [Change(SINCE, 2018)], "Seit ändern")
    session.save()
    (root / EVIDENCE_FILE).write_text(EVIDENCE.replace("2017", "2016"))
    touch_later(root / EVIDENCE_FILE)
    session.poll()
    with pytest.raises(EditError, match="inzwischen"):
        session.undo()


def test_a_broken_file_hides_no_other_and_is_not_edited(root: Path) -> None:
    (root / EVIDENCE_FILE).write_text('format: 1\ntitle: "offen\n')
    session = Session(root)
    assert "TEA002" in {finding.code for finding in session.report.findings}
    assert session.application.answer("af03").opening.startswith("Für Mitarbeiter*innen")
    with pytest.raises(EditError):
        session.edit(EVIDENCE_FILE, [Change(SINCE, 2018)], "Seit ändern")


def test_a_file_of_a_newer_program_is_read_but_not_written(root: Path) -> None:
    (root / EVIDENCE_FILE).write_text(EVIDENCE.replace("format: 1", "format: 2"))
    session = Session(root)
    assert [f.code for f in session.report.findings if f.file == EVIDENCE_FILE][:1] == ["TEA023"]
    assert session.dossier.evidence["mentoring"].title == "Mentoring für Frauen"
    with pytest.raises(EditError):
        session.edit(EVIDENCE_FILE, [Change(SINCE, 2018)], "Seit ändern")


def test_line_ends_and_byte_order_mark_survive(root: Path) -> None:
    raw = b"\xef\xbb\xbf" + EVIDENCE.replace("\n", "\r\n").encode()
    (root / EVIDENCE_FILE).write_bytes(raw)
    session = Session(root)
    session.edit(EVIDENCE_FILE, [Change(SINCE, 2018)], "Seit ändern")
    session.save()
    assert (root / EVIDENCE_FILE).read_bytes() == raw.replace(b"since: 2017", b"since: 2018")


def test_listeners_hear_of_every_change(session: Session) -> None:
    heard: list[str] = []
    session.listeners.append(lambda: heard.append(session.dossier.evidence["mentoring"].since))
    session.edit(EVIDENCE_FILE, [Change(SINCE, 2018)], "Seit ändern")
    session.undo()
    assert heard == ["2018", "2017"]


def test_a_disk_error_is_told_and_nothing_is_lost(
    session: Session, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.edit(EVIDENCE_FILE, [Change(SINCE, 2018)], "Seit ändern")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        outcome = session.save()
    assert outcome.saved == ()
    assert "voll" in outcome.errors[0]
    assert session.dirty == {EVIDENCE_FILE}
    assert sorted(p.name for p in (root / "evidence").iterdir()) == ["mentoring.yaml"]
    assert session.save().saved == (EVIDENCE_FILE,)
