"""Two windows on one dossier: the second asks, reads or takes over, and the first gives way."""

import os
import shutil
import tempfile
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import TextArea

from tea_assistant.services.claim import Claim
from tea_assistant.services.session import Session
from tea_assistant.store.lock import LOCK_FILE
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tests.tui.reading import notices, screen_text, settle
from tests.tui.test_snapshots import SIZES, Compare

FIELD = "cycles/2025/fields/af03.yaml"
MEASURE = "evidence/mentoring-fuer-frauen.yaml"
NOON = datetime(2024, 11, 23, 12, 0).astimezone()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep rescue files out of the real home folder."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setattr(Path, "home", lambda: folder)
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def open_elsewhere(folder: Path, *, seen: datetime = NOON) -> None:
    """Let Anna have the dossier open on another computer."""
    since = NOON - timedelta(hours=3)
    (folder / LOCK_FILE).write_text(
        f'user: anna\ncomputer: "PC-12 [/x]"\nprocess: 7\nsince: {since.isoformat()}\n'
        f"seen: {seen.isoformat()}\ntoken: abc\n",
        encoding="utf-8",
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a copy of the small dossier whose files are as old as they always are, also in a fresh clone."""
    copy = Path(shutil.copytree(Path(__file__).parent / "dossier", tmp_path / "mappe"))
    for number, path in enumerate(sorted(copy.rglob("*.yaml"))):
        stamp = (NOON - timedelta(days=20 + number)).timestamp()
        os.utime(path, (stamp, stamp))
    return copy


@pytest.fixture
def second(app: TeaApp, folder: Path) -> TeaApp:
    """Return an app that finds the dossier open."""
    open_elsewhere(folder)
    app.claims = lambda root: Claim(root, now=lambda: NOON)
    return app


async def test_the_second_window_reads_until_the_dossier_is_free(second: TeaApp, folder: Path) -> None:
    async with second.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        shown = screen_text(second)
        assert "anna auf PC-12 [/x], seit 23.11.2024, 09:00 Uhr" in shown
        assert "nur lesen" in shown
        await pilot.press("enter")
        await settle(pilot)
        await second.show_place(FIELD, ("closing",))
        await settle(pilot)
        assert isinstance(second.focused, TextArea)
        assert second.focused.read_only
        refusal = second.session.refusal(MEASURE)
        assert refusal
        assert "anna auf PC-12" in refusal.message
        path = folder / MEASURE
        path.write_text(path.read_text(encoding="utf-8").replace("für Frauen", "für alle"), encoding="utf-8")
        second.saving.poll()
        await settle(pilot)
        assert second.session.dossier.evidence["mentoring-fuer-frauen"].title == "Mentoring für alle [/x]"
        assert "Im anderen Fenster geändert:\nMaßnahme" in notices(second)
        assert "geschlossen" not in notices(second)
        (folder / LOCK_FILE).unlink()
        second.saving.poll()
        second.saving.poll()
        await settle(pilot)
        assert notices(second).count("Das andere Fenster ist geschlossen.") == 1
        await pilot.press("ctrl+s")
        await settle(pilot)
        assert "nur lesen" not in screen_text(second)
        assert isinstance(second.focused, TextArea)
        assert not second.focused.read_only
        assert second.session.edit(MEASURE, [Change(("title",), "Neu")], "Titel")
        second.close_window()
        assert not (folder / LOCK_FILE).exists()


async def test_who_takes_over_is_warned_and_works_on(second: TeaApp, folder: Path) -> None:
    async with second.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.click("#take-over")
        await settle(pilot)
        assert "kann danach nur noch lesen" in screen_text(second)
        await pilot.press("escape")
        await settle(pilot)
        assert "anna" in (folder / LOCK_FILE).read_text(encoding="utf-8")
        await pilot.press("ctrl+s")
        await settle(pilot)
        await pilot.click("#take-over")
        await settle(pilot)
        await pilot.click("#done")
        await settle(pilot)
        assert "anna" not in (folder / LOCK_FILE).read_text(encoding="utf-8")
        assert second.session.edit(MEASURE, [Change(("title",), "Neu")], "Titel")
        await settle(pilot)
        assert "gespeichert" in screen_text(second)


async def test_leaving_changes_nothing(second: TeaApp, folder: Path) -> None:
    async with second.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await pilot.click("#leave")
        await settle(pilot)
        assert second._exit
    second.close_window()
    assert "anna" in (folder / LOCK_FILE).read_text(encoding="utf-8")


async def taken_over(pilot: Pilot[None], app: TeaApp, folder: Path) -> None:
    """Type into a text, and let another window take the dossier over before that is saved."""
    await settle(pilot)
    await app.show_place(FIELD, ("closing",))
    await settle(pilot)
    await pilot.press(*"Bürger*innen")
    open_elsewhere(folder)
    app.saving.poll()
    await settle(pilot)


async def test_the_first_window_gives_way_and_keeps_what_was_typed(
    session: Session, folder: Path, home: Path
) -> None:
    app = TeaApp(session, autosave_delay=60, poll_interval=0)
    app.claims = Claim
    async with app.run_test(size=(80, 24)) as pilot:
        await taken_over(pilot, app, folder)
        assert "Bürger*innen" in (folder / FIELD).read_text(encoding="utf-8")
        assert "anna auf PC-12 [/x] hat die Mappe übernommen." in notices(app)
        assert "Alle Ihre Texte sind gespeichert." in notices(app)
        assert "nur lesen" in screen_text(app)
        assert isinstance(app.focused, TextArea)
        assert app.focused.read_only
    app.close_window()
    assert "anna" in (folder / LOCK_FILE).read_text(encoding="utf-8")
    assert not list(home.iterdir())


async def test_what_the_first_window_cannot_save_is_rescued(
    session: Session, folder: Path, home: Path
) -> None:
    app = TeaApp(session, autosave_delay=60, poll_interval=0)
    app.claims = Claim
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        (folder / FIELD).write_text("format: 1\nclosing: Ganz anders\n", encoding="utf-8")
        await taken_over(pilot, app, folder)
        (rescued,) = home.iterdir()
        assert "Bürger*innen" in rescued.read_text(encoding="utf-8")
        assert "liegt in" in notices(app)


@pytest.mark.parametrize("size", SIZES)
def test_a_picture_of_the_question(second: TeaApp, size: tuple[int, int], snap_compare: Compare) -> None:
    assert snap_compare(second, terminal_size=size, run_before=settle)


def test_a_picture_of_the_warning(second: TeaApp, folder: Path, snap_compare: Compare) -> None:
    open_elsewhere(folder, seen=NOON - timedelta(hours=2))

    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await pilot.click("#take-over")
        await settle(pilot)

    assert snap_compare(second, terminal_size=(80, 24), run_before=run)
