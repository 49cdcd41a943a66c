"""What is typed and not saved is kept beside the dossier while one types, and offered at the next start."""

import os
from pathlib import Path

import msgspec
import pytest
from textual.widgets import Static

from tea_assistant.model.unsaved import TypedText, Unsaved, UnsavedFile
from tea_assistant.services.session import Session
from tea_assistant.store import unsaved_files
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.widgets.edit_text import EditText
from tea_assistant.tui.widgets.unsaved_texts import UnsavedTexts
from tests.tui.reading import dialog_text, notices, settle

FIELD = "cycles/2025/fields/af03.yaml"
MEASURE = "evidence/mentoring-fuer-frauen.yaml"
ORGANISATION = "dossier.yaml"
GONE = 2**22 + 1
"""No process has this number."""


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give each test a folder of its own for what belongs to the person, and a home."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path / "state"


def kept() -> list[Unsaved]:
    """Return what is kept now, whatever window it is of."""
    return [
        msgspec.json.decode(path.read_bytes(), type=Unsaved) for path in unsaved_files.folder().glob("*.json")
    ]


def leave_behind(session: Session, *files: UnsavedFile, typed: tuple[TypedText, ...] = ()) -> None:
    """Leave what a window leaves that was killed."""
    unsaved = unsaved_files.unsaved_now(session.root, files, typed)
    gone = msgspec.structs.replace(unsaved, process=GONE)
    unsaved_files.write(unsaved_files.new_place(session.root), gone)


async def test_all_that_is_not_saved_is_kept_within_a_second_and_gone_once_saved(
    session: Session, folder: Path
) -> None:
    app = TeaApp(session, autosave_delay=60, poll_interval=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.show_place(FIELD, ("closing",))
        await settle(pilot)
        await pilot.press(*"Bürger*innen [/x]")
        assert app.keeping._timer or kept()
        app.keeping.keep()
        ((prose,),) = [one.files for one in kept()]
        assert prose.file == FIELD
        assert "Bürger*innen [/x]" in (prose.mine or "")
        assert prose.base == (folder / FIELD).read_text(encoding="utf-8")
        # A line is stored only once it is left.
        await app.show_place(ORGANISATION, ("name",))
        await settle(pilot)
        await pilot.press("end", *" neu")
        app.keeping.keep()
        (typed,) = kept()[0].typed
        assert (typed.file, typed.path) == (ORGANISATION, ("name",))
        assert typed.value == f"{typed.before} neu"
        # A box that no file knows of.
        app.push_screen(EditText("Anmerkung [/x]", "Was?", "Fertig"))
        await settle(pilot)
        await pilot.press(*"Väter")
        app.keeping.keep()
        assert ("Anmerkung [/x]", "Väter") in [(one.title, one.text) for one in kept()[0].typed]
        assert unsaved_files.folder().stat().st_mode & 0o077 == 0
        await pilot.press("escape")
        await pilot.press("ctrl+s")
        await settle(pilot)
        app.keeping.keep()
        assert kept() == []
        assert unsaved_files.left_behind(folder) == []


async def test_a_text_that_may_not_be_saved_is_kept_until_that_is_decided(app: TeaApp, folder: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        path = folder / MEASURE
        path.write_text(path.read_text(encoding="utf-8").replace("für Frauen", "für alle"), encoding="utf-8")
        os.utime(path, ns=(path.stat().st_mtime_ns + 5_000_000_000,) * 2)
        app.session.edit(MEASURE, [Change(("title",), "Väter*abende")], "Titel")
        await settle(pilot)
        app.keeping.keep()
        ((conflict,),) = [one.files for one in kept()]
        assert "Väter*abende" in (conflict.mine or "")
        assert "für Frauen" in (conflict.base or "")
        await pilot.press("ctrl+q")
        await settle(pilot)
        await pilot.click("#discard")
        await pilot.pause()
    assert kept() == []


async def test_another_process_takes_everything_back(session: Session, folder: Path, state: Path) -> None:
    """The file, a line that had not been left, and what no field takes; all of it can be undone."""
    base = session.text(MEASURE) or ""
    mine = base.replace("since: 2017", "since: 2016")
    place = {"file": ORGANISATION, "path": ("name",), "before": "Stadt Musterhausen"}
    typed = (
        TypedText("Name [/x]", "Stadt Neuhausen", value="Stadt Neuhausen", **place),  # type: ignore[arg-type]
        TypedText("Anmerkung", "Väter*abende [@click=app.quit]x[/]"),
    )
    leave_behind(session, UnsavedFile(MEASURE, mine, base), typed=typed)
    # What others wrote meanwhile stays.
    (folder / MEASURE).write_text(base.replace("audience: internal", "audience: both"), encoding="utf-8")
    app = TeaApp(Session(folder, today=session.today), autosave_delay=0, poll_interval=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert isinstance(app.screen, UnsavedTexts)
        shown = dialog_text(app)
        assert "Nicht gespeicherter Text v" in shown
        texts = str(app.screen.query(Static).last().render())
        assert "Angaben zur Organisation · Name [/x]\nStadt Neuhausen" in texts
        assert "Väter*abende [@click=app.quit]x[/]" in texts
        assert "2016" in texts
        for button in ("Später", "Verwerfen", "Übernehmen"):
            assert button in shown
        await pilot.press("enter")
        await settle(pilot)
        assert "Strg+Z" in notices(app)
        text = (folder / MEASURE).read_text(encoding="utf-8")
        assert "since: 2016" in text
        assert "audience: both" in text
        assert "Stadt Neuhausen" in (folder / ORGANISATION).read_text(encoding="utf-8")
        (loose,) = state.parent.glob("tea-nicht-gespeichert-*.txt")
        assert "Väter*abende" in loose.read_text(encoding="utf-8")
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert "since: 2017" in (folder / MEASURE).read_text(encoding="utf-8")
        assert "Stadt Musterhausen" in (folder / ORGANISATION).read_text(encoding="utf-8")
    assert unsaved_files.left_behind() == []


@pytest.mark.parametrize("is_left", [True, False])
async def test_it_can_be_decided_later_or_thrown_away(
    session: Session, folder: Path, *, is_left: bool
) -> None:
    base = session.text(MEASURE) or ""
    leave_behind(session, UnsavedFile(MEASURE, base.replace("since: 2017", "since: 2016"), base))
    app = TeaApp(session, autosave_delay=0, poll_interval=0)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await (pilot.press("escape") if is_left else pilot.click("#discard"))
        await settle(pilot)
    assert bool(unsaved_files.left_behind(folder)) is is_left
    assert (folder / MEASURE).read_text(encoding="utf-8") == base
    # Thrown away is not gone: for 30 days it can be found.
    assert bool(list(unsaved_files.folder().glob("*/*.json"))) is not is_left


async def test_a_text_that_contradicts_what_others_wrote_becomes_a_conflict(
    session: Session, folder: Path
) -> None:
    base = session.text(MEASURE) or ""
    leave_behind(session, UnsavedFile(MEASURE, base.replace("since: 2017", "since: 2016"), base))
    theirs = base.replace("since: 2017", "since: 2015")
    (folder / MEASURE).write_text(theirs, encoding="utf-8")
    app = TeaApp(Session(folder, today=session.today), autosave_delay=0, poll_interval=0)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert len(app.session.conflicts) == 1
        assert "F9" in notices(app)
    assert (folder / MEASURE).read_text(encoding="utf-8") == theirs


def test_what_was_saved_after_all_is_not_offered(session: Session) -> None:
    from tea_assistant.services.unsaved import lost_texts, take_back

    text = session.text(MEASURE)
    saved = UnsavedFile(MEASURE, text, (text or "").replace("2017", "2016"))
    before = TypedText("Name", "x", ORGANISATION, ("name",), "Stadt Musterhausen", "Stadt Alt")
    other = TypedText("Name", "neu", ORGANISATION, ("name",), "neu", "was dort nicht mehr steht")
    unsaved = unsaved_files.unsaved_now(session.root, (saved,), (before,))
    assert lost_texts(session, unsaved) == ()
    assert take_back(session, unsaved).files == ()
    contradicting = take_back(session, unsaved_files.unsaved_now(session.root, (), (other,)))
    assert (contradicting.files, contradicting.loose) == ((), (other,))


def test_where_the_file_has_become_unreadable_a_person_decides(session: Session, folder: Path) -> None:
    from tea_assistant.services.unsaved import lost_texts, take_back

    base = session.text(MEASURE) or ""
    mine = UnsavedFile(MEASURE, base.replace("since: 2017", "since: 2016"), base)
    (folder / MEASURE).write_text("a: [\n", encoding="utf-8")
    again = Session(folder, today=session.today)
    unsaved = unsaved_files.unsaved_now(folder, (mine, UnsavedFile("../fremd.yaml", "x: 1\n", None)), ())
    assert lost_texts(again, unsaved)
    (reason,) = take_back(again, unsaved).refused
    assert "gehört in keine Mappe" in reason
    assert [conflict.file for conflict in again.conflicts] == [MEASURE]
    again.save()
    assert (folder / MEASURE).read_text(encoding="utf-8") == "a: [\n"
    assert not (folder.parent / "fremd.yaml").exists()


async def test_where_nothing_can_be_kept_one_types_on(
    session: Session, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null/x")
    app = TeaApp(session, autosave_delay=0, poll_interval=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        session.edit(MEASURE, [Change(("title",), "Väter*abende")], "Titel")
        app.keeping._keep_quietly()
        await settle(pilot)
    assert "Väter*abende" in (folder / MEASURE).read_text(encoding="utf-8")


def test_half_a_character_and_a_damaged_file_do_no_harm(session: Session) -> None:
    leave_behind(session, typed=(TypedText("Text", "a\ud800b"),))
    (unsaved_files.folder() / "x.json").write_bytes(b'{"root": 3')
    (found,) = unsaved_files.left_behind(session.root)
    assert found.unsaved.typed[0].text == "a?b"
    assert unsaved_files.left_behind(session.root.parent) == []
