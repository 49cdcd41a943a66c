"""Pictures of the shell's screens, to see every change of their looks."""

import os
import shutil
import time
from collections.abc import Awaitable, Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.pilot import Pilot

from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.app import TeaApp
from tests.tui.reading import settle

SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]
FIELD = "cycles/2025/fields/af03.yaml"
MEASURE = "evidence/mentoring-fuer-frauen.yaml"
WRITTEN = datetime(2024, 11, 22, 9, 30, tzinfo=UTC)

Compare = Callable[..., bool]
Run = Callable[[Pilot[None]], Awaitable[None]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a copy of the small dossier that was written yesterday, in German time."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    copy = Path(shutil.copytree(Path(__file__).parent / "dossier", tmp_path / "mappe"))
    for number, path in enumerate(sorted(copy.rglob("*.yaml"))):
        stamp = WRITTEN.timestamp() + 60 * number
        os.utime(path, (stamp, stamp))
    yield copy
    monkeypatch.undo()
    time.tzset()


def pressing(*keys: str) -> Run:
    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        for key in keys:
            await pilot.press(key)
            await settle(pilot)

    return run


def compare(snap_compare: Compare, app: TeaApp, size: tuple[int, int], run: Run) -> bool:
    return snap_compare(app, terminal_size=size, run_before=run)


@pytest.mark.parametrize("size", SIZES)
def test_the_overview(app: TeaApp, size: tuple[int, int], snap_compare: Compare) -> None:
    assert compare(snap_compare, app, size, pressing())


@pytest.mark.parametrize("size", SIZES)
def test_the_overview_unfolded(app: TeaApp, size: tuple[int, int], snap_compare: Compare) -> None:
    assert compare(snap_compare, app, size, pressing(*["down"] * 5, "right", "down"))


def test_the_overview_in_light_colours(app: TeaApp, snap_compare: Compare) -> None:
    assert compare(snap_compare, app, (120, 40), pressing("ctrl+t"))


@pytest.mark.parametrize("size", SIZES)
def test_the_findings(app: TeaApp, size: tuple[int, int], snap_compare: Compare) -> None:
    assert compare(snap_compare, app, size, pressing("f4", "down"))


@pytest.mark.parametrize("size", SIZES)
def test_accepting_a_finding(app: TeaApp, size: tuple[int, int], snap_compare: Compare) -> None:
    assert compare(snap_compare, app, size, pressing("f4", "h"))


@pytest.mark.parametrize("size", SIZES)
def test_the_document(app: TeaApp, size: tuple[int, int], snap_compare: Compare) -> None:
    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        await app.show_place(FIELD)
        await settle(pilot)
        await pilot.press("f5")
        await settle(pilot)

    assert compare(snap_compare, app, size, run)


@pytest.mark.parametrize("size", SIZES)
def test_the_search(app: TeaApp, size: tuple[int, int], snap_compare: Compare) -> None:
    assert compare(snap_compare, app, size, pressing("ctrl+p", *"ment"))


@pytest.mark.parametrize("size", SIZES)
def test_the_help(app: TeaApp, size: tuple[int, int], snap_compare: Compare) -> None:
    assert compare(snap_compare, app, size, pressing("f4", "f1"))


def in_conflict(app: TeaApp, folder: Path, *keys: str) -> Run:
    async def run(pilot: Pilot[None]) -> None:
        await settle(pilot)
        path = folder / MEASURE
        path.write_text(
            path.read_text(encoding="utf-8").replace("Ein Jahr lang", "Ein halbes Jahr lang"),
            encoding="utf-8",
        )
        app.session.edit(
            MEASURE,
            [Change(("summary",), "Ein ganzes Jahr lang begleiten Führungskräfte.\n")],
            "Beschreibung",
        )
        await settle(pilot)
        app.clear_notifications()
        for key in keys:
            await pilot.press(key)
            await settle(pilot)

    return run


@pytest.mark.parametrize("size", SIZES)
def test_a_conflict(app: TeaApp, folder: Path, size: tuple[int, int], snap_compare: Compare) -> None:
    assert compare(snap_compare, app, size, in_conflict(app, folder, "f9"))


@pytest.mark.parametrize("size", SIZES)
def test_a_conflict_of_whole_files(
    app: TeaApp, folder: Path, size: tuple[int, int], snap_compare: Compare
) -> None:
    assert compare(snap_compare, app, size, in_conflict(app, folder, "f9", "tab", "tab", "enter"))


@pytest.mark.parametrize("size", SIZES)
def test_the_question_at_the_end(
    app: TeaApp, folder: Path, size: tuple[int, int], snap_compare: Compare
) -> None:
    assert compare(snap_compare, app, size, in_conflict(app, folder, "ctrl+q"))
