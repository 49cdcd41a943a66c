"""Everything that can be deleted can be brought back for 30 days, with what pointed to it."""

import json
import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tea_assistant.cli.main import main
from tea_assistant.errors import EditError, UsageError
from tea_assistant.model.trash_names import folder_name, moment_in
from tea_assistant.services import trash
from tea_assistant.services.session import Session
from tea_assistant.services.snapshots import snapshots
from tea_assistant.store import files, program_log, trash_age, trash_files
from tea_assistant.store.yaml.writer import Change

MEASURE = "evidence/mentoring.yaml"
TITLE = "Mentoring für Mitarbeiter*innen und Bürger*innen [/x]"
FILES = {
    "dossier.yaml": "format: 1\nname: Stadt Möhringen [/x]\nstate: NW\n",
    "cycles/2025/cycle.yaml": "format: 1\ncatalogue: verwaltung-2021\n",
    "cycles/2025/fields/af03.yaml": "format: 1\ncriteria:\n  af03-mentoring:\n    applies: true\n"
    "    statement: |\n      Seit 2017 [[mentoring]].\n    evidence: [mentoring]\n",
    MEASURE: f"format: 1\ntitle: {TITLE}\nproofs:\n  - {{title: Konzept, file: attachments/konzept.pdf}}\n",
    "attachments/konzept.pdf": "%PDF",
}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    for file, text in FILES.items():
        path = tmp_path / "mappe" / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path / "mappe"


def findings(session: Session) -> list[tuple[str, str]]:
    return [(finding.code, finding.file) for finding in session.report.findings]


def test_a_measure_comes_back_and_all_that_points_to_it_finds_it_again(root: Path) -> None:
    session = Session(root)
    before = findings(session)
    session.delete(MEASURE, "Löschen")
    session.save()
    assert findings(session) != before
    (entry,) = trash.trash_entries(session)
    assert (entry.file, entry.title, entry.is_back) == (MEASURE, f"Maßnahme „{TITLE}“", False)
    assert "_massnahme-mentoring/" in entry.key
    assert next((field.label, field.new) for field in trash.contents(session, entry)) == ("Titel", TITLE)
    (root / "attachments" / "konzept.pdf").unlink()
    done = trash.bring_back(session, trash.find(session, "Mentoring"))
    assert (done.missing, done.links, done.replaced) == (("attachments/konzept.pdf",), 1, False)
    session.save()
    assert (root / MEASURE).read_text(encoding="utf-8") == FILES[MEASURE]
    (root / "attachments" / "konzept.pdf").write_text(FILES["attachments/konzept.pdf"])
    assert findings(Session(root)) == before
    assert trash.trash_entries(session) == ()
    session.undo()
    assert session.text(MEASURE) is None


def test_what_stands_there_meanwhile_goes_into_the_trash(root: Path) -> None:
    session = Session(root)
    session.delete(MEASURE, "Löschen")
    session.save()
    session.write(MEASURE, {"format": 1, "title": "Neu „anders“"}, "Neu")
    session.save()
    (entry,) = trash.trash_entries(session)
    assert entry.is_back
    assert trash.bring_back(session, entry).replaced
    session.save()
    assert TITLE in (root / MEASURE).read_text(encoding="utf-8")
    assert [one.title for one in trash.trash_entries(session)] == ["Maßnahme „Neu „anders““"]
    session.edit(MEASURE, [Change(("title",), "noch anders")], "Titel")
    assert {one.is_back for one in trash.trash_entries(session)} == {True}


def test_states_and_attachments_come_back_whole(root: Path) -> None:
    session = Session(root)
    kept = snapshots.keep(session, "Entwurf [/x]")
    files.move_to_trash(root, "attachments/konzept.pdf", b"%PDF")
    snapshots.delete(session, kept)
    state, attachment = trash.trash_entries(session)
    assert (state.title, attachment.title) == ("Stand „Entwurf [/x]“", "Datei konzept.pdf")
    trash.bring_back(session, attachment)
    assert (root / "attachments" / "konzept.pdf").read_bytes() == b"%PDF"
    trash.bring_back(session, state)
    (listed,) = snapshots.kept_states(root)
    assert listed.problems == ()
    assert trash.trash_entries(session) == ()
    with pytest.raises(EditError):
        trash.bring_back(session, state)


def test_only_after_30_days_something_goes_for_good_and_the_log_says_so(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    program_log._log.cache_clear()
    now = datetime.now().astimezone()
    ages = {f"week{days}": timedelta(days=days) for days in (6, 12, 18, 24)} | {
        "young": timedelta(days=29, hours=23),
        "old": timedelta(days=31),
    }
    for name, age in ages.items():
        path = root / files.TRASH / folder_name(now - age, f"evidence/{name}.yaml") / f"evidence/{name}.yaml"
        path.parent.mkdir(parents=True)
        path.write_text("format: 1\ntitle: Väter*abende\n", encoding="utf-8")
    mine = root / files.TRASH / "Meine Sachen" / "alt.txt"
    mine.parent.mkdir()
    mine.write_text("x")
    session = Session(root)
    # Looking at it removes nothing.
    assert len(trash.trash_entries(session)) == 6
    session.delete(MEASURE, "Löschen")
    session.save()
    kept = [Path(one.file).stem for one in trash.trash_entries(session)]
    assert kept == ["mentoring", "week6", "week12", "week18", "week24", "young"]
    assert mine.exists()
    logged = program_log.log_file().read_text(encoding="utf-8")
    program_log._log.cache_clear()
    assert "removed from the trash after 30 days folders=1" in logged
    assert "mentoring" not in logged


def test_a_clock_that_was_set_ahead_empties_no_trash(tmp_path: Path) -> None:
    today = datetime.now().astimezone()
    ahead = today + timedelta(days=400)
    # The second and third deletion on that day find the first one, which is as far ahead.
    for moment in (today - timedelta(days=3), today, ahead, ahead + timedelta(minutes=1)):
        trash_age.remove_old(tmp_path, moment)
        (tmp_path / files.TRASH / folder_name(moment, MEASURE)).mkdir(parents=True)
    for moment in (ahead + timedelta(minutes=2), today + timedelta(hours=1), today + timedelta(days=20)):
        trash_age.remove_old(tmp_path, moment)
        assert len(trash_age.folders(tmp_path)) == 4
    # Where somebody goes on deleting, a month passes as before; what is dated ahead waits for its time.
    for days in range(1, 32, 6):
        (tmp_path / files.TRASH / folder_name(today + timedelta(days=days), MEASURE)).mkdir()
    trash_age.remove_old(tmp_path, today + timedelta(days=32))
    kept = [moment_in(folder.name) for folder in sorted(trash_age.folders(tmp_path))]
    assert [round((moment - today) / timedelta(days=1)) for moment in kept if moment] == [
        7, 13, 19, 25, 31, 400, 400,
    ]  # fmt: skip


def test_what_others_put_there_leads_nowhere(root: Path) -> None:
    folder = root / files.TRASH / folder_name(datetime.now().astimezone(), MEASURE)
    (folder / "evidence").mkdir(parents=True)
    (folder / "evidence" / "link.yaml").symlink_to("/etc/passwd")
    (folder / ".versteckt.yaml").write_text("x")
    (folder / "evidence" / "kaputt.yaml").write_bytes(b"\xff\xfe\x00")
    session = Session(root)
    (entry,) = trash.trash_entries(session)
    with pytest.raises(EditError):
        trash.bring_back(session, entry)
    with pytest.raises(UsageError):
        trash.find(session, "nix")
    shutil.rmtree(root / files.TRASH)
    with pytest.raises(EditError):
        trash.bring_back(session, entry)


def test_names_of_folders_say_what_lies_there_on_every_system() -> None:
    moment = datetime(2026, 11, 22, 14, 32, 5, 7).astimezone()
    names = {
        "evidence/väter.yaml": "massnahme-v-ter",
        "cycles/2025/fields/af03.yaml": "aktionsfeld-af03-2025",
        "cycles/2025/cycle.yaml": "einstellungen-2025",
        "dossier.yaml": "angaben-zur-organisation",
        "snapshots/entwurf": "stand-entwurf",
        "attachments/Plan (1).pdf": "datei-plan-1-pdf",
    }
    for file, name in names.items():
        assert folder_name(moment, file) == f"2026-11-22_14-32-05-000007_{name}"
        assert moment_in(f"{folder_name(moment, file)}-2") == moment.replace(microsecond=0)
    assert moment_in("Meine Sachen") is None
    assert moment_in("2026-99-22_14-32-05-000007_x") is None


def test_the_command_lists_and_restores(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trash", str(root)]) == 0
    assert (
        capsys.readouterr().out
        == "Der Papierkorb dieser Mappe ist leer. Was Sie löschen, bleibt hier 30 Tage.\n"
    )
    files.move_to_trash(root, MEASURE, FILES[MEASURE].encode())
    assert main(["trash", str(root), "--json"]) == 0
    (value,) = json.loads(capsys.readouterr().out)["trash"]
    assert (root / value["path"]).is_file()
    assert main(["trash", str(root)]) == 0
    assert f"Maßnahme „{TITLE}“" in capsys.readouterr().out
    assert main(["trash", str(root), "--restore", "mentoring"]) == 0
    said = capsys.readouterr()
    assert said.out.startswith("Zurückgeholt: Maßnahme „Mentoring")
    assert said.err == "Eine Aktivität verweist darauf und findet sie wieder.\n"
    assert (root / MEASURE).is_file()
    assert len(trash_files.trashed(root)) == 1
    assert main(["trash", str(root), "--restore", "mentoring"]) == 2
