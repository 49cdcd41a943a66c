"""Nothing typed is lost: autosave, outside changes, conflicts, the end, and a crash."""

import os
import signal
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Button, TextArea

from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.page import Page
from tea_assistant.tui.screens.conflict import ConflictScreen
from tea_assistant.tui.screens.quit import QuitScreen
from tea_assistant.tui.widgets.prose_editor import ProseEditor
from tests.tui.reading import notices, screen_text, settle

FIELD = "cycles/2025/fields/af03.yaml"
MEASURE = "evidence/mentoring-fuer-frauen.yaml"
TITLE = "Väter*abende [/x] „neu“"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep rescue files out of the real home folder."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setattr(Path, "home", lambda: folder)
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return folder


def retitle(app: TeaApp, title: str = TITLE) -> None:
    app.session.edit(MEASURE, [Change(("title",), title)], "Titel")


def change_outside(folder: Path, before: str, after: str, file: str = MEASURE) -> None:
    path = folder / file
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    later = path.stat().st_mtime_ns + 5_000_000_000
    os.utime(path, ns=(later, later))


def block(folder: Path, file: str = MEASURE) -> None:
    """Put something in the way of a file, so that it can't be written."""
    (folder / file).unlink()
    (folder / file).mkdir()


async def test_a_change_is_saved_by_itself_and_the_time_is_shown(app: TeaApp, folder: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        retitle(app)
        await settle(pilot)
        assert TITLE in (folder / MEASURE).read_text(encoding="utf-8")
        assert app.session.saved_at is not None
        assert f"gespeichert {app.session.saved_at:%H:%M}" in screen_text(app)


async def test_while_changes_wait_the_status_says_so(session: Session, folder: Path) -> None:
    app = TeaApp(session, autosave_delay=60, poll_interval=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        retitle(app)
        await settle(pilot)
        assert "wird gespeichert …" in screen_text(app)
        assert TITLE not in (folder / MEASURE).read_text(encoding="utf-8")
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "gespeichert " in screen_text(app)
        assert TITLE in (folder / MEASURE).read_text(encoding="utf-8")


async def test_changes_that_go_on_are_saved_in_between(session: Session, folder: Path) -> None:
    app = TeaApp(session, autosave_delay=60, poll_interval=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        now = 100.0
        app.saving.clock = lambda: now
        retitle(app, "eins")
        now += 3
        retitle(app, "zwei")
        await settle(pilot)
        assert "zwei" not in (folder / MEASURE).read_text(encoding="utf-8")
        now += 3
        retitle(app, "drei")
        await settle(pilot)
        assert "drei" in (folder / MEASURE).read_text(encoding="utf-8")


@pytest.mark.parametrize("part", ["#title-bar-status", "#title-bar-place"])
async def test_a_click_on_the_title_bar_saves_or_chooses_the_round(
    session: Session, folder: Path, part: str
) -> None:
    app = TeaApp(session, autosave_delay=60, poll_interval=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        retitle(app)
        await settle(pilot)
        await pilot.click(part)
        await settle(pilot)
        saved = TITLE in (folder / MEASURE).read_text(encoding="utf-8")
        assert saved == (part == "#title-bar-status")
        assert ("Bewerbung 2022" in screen_text(app)) != saved


async def test_a_file_that_cannot_be_written_is_named_with_the_reason(app: TeaApp, folder: Path) -> None:
    async with app.run_test(size=(120, 30)) as pilot:
        await settle(pilot)
        block(folder)
        retitle(app)
        await settle(pilot)
        assert "nicht gespeichert:" in screen_text(app)
        assert "Nicht gespeichert" in notices(app)


async def test_an_outside_change_is_noticed_and_shown(app: TeaApp, folder: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        change_outside(folder, "name: Stadt Musterhausen", "name: Stadt Beispielstadt", "dossier.yaml")
        app.saving.poll()
        await settle(pilot)
        assert "Stadt Beispielstadt · Bewerbung 2025" in screen_text(app)
        assert "Außerhalb geändert" in notices(app)
        assert "Angaben zur Organisation" in notices(app)


async def test_an_outside_change_of_another_place_is_put_together_and_told(
    session: Session, folder: Path
) -> None:
    app = TeaApp(session, autosave_delay=60, poll_interval=0)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        retitle(app)
        change_outside(folder, "since: 2017", "since: 2016")
        app.saving.poll()
        await settle(pilot)
        assert app.session.conflicts == ()
        assert "mit Ihren Änderungen zusammengeführt:\nMentoring" in notices(app)
        assert "Seit" in notices(app)
        await pilot.press("ctrl+s")
        text = (folder / MEASURE).read_text(encoding="utf-8")
        assert "since: 2016" in text
        assert TITLE in text


async def test_looking_at_the_disk_goes_on_by_itself(session: Session, folder: Path) -> None:
    app = TeaApp(session, autosave_delay=0, poll_interval=0.05)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        change_outside(folder, "name: Stadt Musterhausen", "name: Stadt Beispielstadt", "dossier.yaml")
        for _ in range(100):
            await pilot.pause(0.01)
            if app.session.application.organisation.name == "Stadt Beispielstadt":
                break
        assert "Stadt Beispielstadt" in screen_text(app)


async def conflict(app: TeaApp, folder: Path) -> None:
    """Change a measure here and elsewhere."""
    change_outside(folder, "Mentoring für Frauen [/x]", "Mentoring für alle [/x]")
    retitle(app)


@pytest.mark.parametrize("width", [80, 120])
async def test_a_conflict_shows_both_versions_of_the_whole_file(
    app: TeaApp, folder: Path, width: int
) -> None:
    async with app.run_test(size=(width, 40)) as pilot:
        await settle(pilot)
        await conflict(app, folder)
        await settle(pilot)
        assert "1 Konflikt" in screen_text(app)
        assert "F9" in screen_text(app).splitlines()[-1]
        await pilot.press("f9")
        await settle(pilot)
        assert "○ offen" in screen_text(app)
        await pilot.click("#show-whole")
        await settle(pilot)
        text = screen_text(app)
        lines = [line for line in text.splitlines() if "● Titel:" in line]
        if width < 100:
            assert len(lines) == 2
            assert TITLE in lines[0]
            assert "Mentoring für alle [/x]" in lines[1]
        else:
            assert len(lines) == 1
            assert lines[0].index(TITLE) < lines[0].index("Mentoring für alle [/x]")


@pytest.mark.parametrize(
    ("steps", "title"),
    [
        (["1", "enter"], TITLE),
        (["#version-theirs", "#done"], "Mentoring für alle [/x]"),
        (["3", "x", "escape", "3", "ctrl+a", *"Väter*", "ctrl+down", "enter"], "Väter*"),
        (["#show-whole", "#mine"], TITLE),
    ],
)
async def test_a_conflict_ends_with_what_is_decided(
    app: TeaApp, folder: Path, steps: list[str], title: str
) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await conflict(app, folder)
        await pilot.press("f9")
        await settle(pilot)
        for step in steps:
            await (pilot.click(step) if step.startswith("#") else pilot.press(step))
            await settle(pilot)
        assert app.session.conflicts == ()
        assert app.session.dossier.evidence["mentoring-fuer-frauen"].title == title
        assert f"title: {title}\n" in (folder / MEASURE).read_text(encoding="utf-8")
        assert "Konflikt" not in screen_text(app)


async def test_a_conflict_is_decided_place_by_place(app: TeaApp, folder: Path) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        change_outside(folder, "Mitarbeiter*innen.", "Mitarbeiter*innen. Danach folgt ein Treffen.")
        change_outside(folder, "since: 2017", "since: 2016")
        change_outside(folder, "audience: internal", "audience: both")
        words = "Ein Jahr lang begleiten erfahrene Führungskräfte Mitarbeiter*innen. Das [/x] hilft.\n"
        app.session.edit(MEASURE, [Change(("summary",), words), Change(("since",), 2018)], "Beides")
        await settle(pilot)
        await pilot.press("f9")
        await settle(pilot)
        shown = screen_text(app)
        assert "‹ 1 von 2 ›" in shown
        assert "Schon zusammengeführt: Reichweite" in shown
        done = app.screen.query_one("#done", Button)
        done.active_effect_duration = 0
        done.press()
        await settle(pilot)
        assert "2 Stellen sind noch offen." in notices(app)
        await pilot.press("a")
        await settle(pilot)
        assert "‹ 2 von 2 ›" in screen_text(app)
        await pilot.press("left")
        await settle(pilot)
        assert "● 3 Vorschlag" in screen_text(app)
        await pilot.press("n", "2", "enter")
        await settle(pilot)
        measure = app.session.dossier.evidence["mentoring-fuer-frauen"]
        assert measure.summary == words.replace("hilft.\n", "hilft. Danach folgt ein Treffen.\n")
        assert (measure.since, measure.audience) == ("2016", "both")


async def test_a_conflict_can_wait(app: TeaApp, folder: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await conflict(app, folder)
        await pilot.press("f9")
        await settle(pilot)
        await pilot.press("enter", "space")
        assert isinstance(app.screen, ConflictScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert len(app.session.conflicts) == 1
        assert "Mentoring für alle" in (folder / MEASURE).read_text(encoding="utf-8")


async def test_a_file_deleted_elsewhere_is_a_conflict_too(app: TeaApp, folder: Path) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        (folder / MEASURE).unlink()
        retitle(app)
        await settle(pilot)
        await pilot.press("f9")
        await settle(pilot)
        assert "Fassung von außen: Die Datei ist gelöscht." in screen_text(app)
        await pilot.click("#theirs")
        await settle(pilot)
        assert app.session.conflicts == ()
        assert not (folder / MEASURE).exists()


async def test_quitting_saves_what_is_being_typed(session: Session, folder: Path) -> None:
    app = TeaApp(session, autosave_delay=60, poll_interval=0)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await app.show_place(FIELD, ("closing",))
        await settle(pilot)
        assert isinstance(app.focused, TextArea)
        await pilot.press(*"Bürger*innen")
        await pilot.press("ctrl+q")
        await pilot.pause()
    assert "Bürger*innen" in (folder / FIELD).read_text(encoding="utf-8")


@pytest.mark.parametrize(("button", "ends"), [("#stay", False), ("#discard", True), ("#rescue", True)])
async def test_quitting_asks_where_saving_fails(
    app: TeaApp, folder: Path, home: Path, button: str, *, ends: bool
) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        block(folder)
        retitle(app)
        await settle(pilot)
        await pilot.press("ctrl+q")
        await settle(pilot)
        assert isinstance(app.screen, QuitScreen)
        assert f"Maßnahme „{TITLE}“" in screen_text(app)
        await pilot.click(button)
        await pilot.pause()
        assert app._exit is ends
    rescued = [path.read_text(encoding="utf-8") for path in home.iterdir()]
    assert [TITLE in text for text in rescued] == ([True] if button == "#rescue" else [])


async def test_what_is_typed_into_a_file_in_conflict_is_not_lost(
    app: TeaApp, folder: Path, home: Path
) -> None:
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await app.show_place(FIELD, ("closing",))
        await settle(pilot)
        app.session.edit(FIELD, [Change(("opening",), "neu")], "Einstieg")
        change_outside(folder, "Nachfolgeplanung", "nachfolgeplanung", FIELD)
        change_outside(folder, "format: 1", "format: 1\nclosing: fremd", FIELD)
        app.session.edit(FIELD, [Change(("closing",), "noch neuer")], "Abschluss")
        await settle(pilot)
        assert len(app.session.conflicts) == 1
        app.screen.query_one(ProseEditor).focus()
        await pilot.press(*"Bürger*innen")
        await settle(pilot)
        await pilot.press("ctrl+q")
        await settle(pilot)
        assert "Text 1 auf dem Bildschirm" in screen_text(app)
        await pilot.click("#rescue")
        await pilot.pause()
        assert app._exit
    (rescued,) = home.iterdir()
    assert "Bürger*innen" in rescued.read_text(encoding="utf-8")
    assert "noch neuer" in rescued.read_text(encoding="utf-8")


async def test_a_second_ctrl_q_does_not_skip_the_question(app: TeaApp, folder: Path) -> None:
    async with app.run_test(size=(100, 30)) as pilot:
        await settle(pilot)
        block(folder)
        retitle(app)
        await pilot.press("ctrl+q", "ctrl+q")
        await settle(pilot)
        assert isinstance(app.screen, QuitScreen)
        await pilot.press("escape")
        await settle(pilot)
        assert isinstance(app.screen, Page)


async def test_ctrl_c_ends_only_when_pressed_twice(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+c")
        await settle(pilot)
        assert "noch einmal Strg+C" in notices(app)
        assert not app._exit
        await pilot.press("ctrl+c")
        await pilot.pause()
        assert app._exit


async def test_an_ending_that_the_system_asks_for_saves_first(session: Session, folder: Path) -> None:
    app = TeaApp(session, autosave_delay=60, poll_interval=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        retitle(app)
        app.terminate()
        await pilot.pause()
    assert TITLE in (folder / MEASURE).read_text(encoding="utf-8")
    assert app.return_code == 128 + signal.SIGINT


async def crash(app: TeaApp, prepare: Callable[[Pilot[None]], Awaitable[None]]) -> None:
    """Run the app, and let something go wrong in it."""

    def fail() -> None:
        message = "boom [/x]"
        raise RuntimeError(message)

    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await prepare(pilot)
        app.call_later(fail)
        await pilot.pause()


async def test_a_crash_saves_first_and_speaks_german(
    session: Session, folder: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    app = TeaApp(session, autosave_delay=60, poll_interval=0)

    async def change(pilot: Pilot[None]) -> None:
        retitle(app)
        await app.show_place(FIELD, ("closing",))
        await settle(pilot)
        await pilot.press(*"Bürger*innen")

    with pytest.raises(RuntimeError, match="boom"):
        await crash(app, change)
    assert TITLE in (folder / MEASURE).read_text(encoding="utf-8")
    assert "Bürger*innen" in (folder / FIELD).read_text(encoding="utf-8")
    assert app.return_code == 2
    shown = capsys.readouterr().err
    assert "Alle Texte sind gespeichert." in shown
    assert "Traceback" not in shown
    assert list(home.iterdir()) == []
    (report,) = home.parent.glob("state/*/fehler/*.txt")
    assert str(report) in shown
    assert "boom [/x]" in report.read_text(encoding="utf-8")


async def test_a_crash_rescues_what_cannot_be_saved(
    app: TeaApp, folder: Path, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async def change(_: Pilot[None]) -> None:
        block(folder)
        retitle(app)

    with pytest.raises(RuntimeError, match="boom"):
        await crash(app, change)
    assert any(TITLE in path.read_text(encoding="utf-8") for path in home.iterdir())
    assert "Nicht gespeicherte Texte liegen in" in capsys.readouterr().err


async def test_a_read_only_dossier_can_be_read_and_says_so(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tea_assistant.store.files.is_writable", lambda _: False)
    app = TeaApp(Session(folder), autosave_delay=0, poll_interval=0)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "nur lesen" in screen_text(app)
        assert "schreibgeschützt" in notices(app)
        for key in ("f3", "f4", "f5", "f8"):
            await pilot.press(key)
            await settle(pilot)
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert app._exit


async def test_nothing_temporary_is_left_behind(app: TeaApp, folder: Path) -> None:
    before = {path.relative_to(folder) for path in folder.rglob("*")}
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        retitle(app)
        await pilot.press("ctrl+c", "ctrl+c")
        await pilot.pause()
    assert {path.relative_to(folder) for path in folder.rglob("*")} == before
