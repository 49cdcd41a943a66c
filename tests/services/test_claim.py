"""Who has a dossier open: two windows, crashed ones, and files that say nothing."""

import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tea_assistant.model.layout import role_of
from tea_assistant.services.claim import Claim, State, who
from tea_assistant.store import dossier_files
from tea_assistant.store.lock import LOCK_FILE, Holder, holder
from tea_assistant.store.processes import is_running

NOON = datetime(2026, 11, 22, 12, 0).astimezone()


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = NOON

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **time: int) -> None:
        self.now += timedelta(**time)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def first(tmp_path: Path, clock: Clock) -> Claim:
    claim = Claim(tmp_path, now=clock)
    assert claim.take().state is State.MINE
    return claim


def seen(root: Path) -> datetime:
    found = holder(root)
    assert found
    return found.seen


def write(root: Path, text: str) -> None:
    (root / LOCK_FILE).write_text(text, encoding="utf-8")


def foreign(process: int = 1, computer: str = "PC-„Ä“ [/x]", seen: datetime = NOON) -> str:
    return (
        f"user: anna\ncomputer: '{computer}'\nprocess: {process}\nsince: {NOON.isoformat()}\n"
        f"seen: {seen.isoformat()}\ntoken: abc\n"
    )


def test_the_second_window_sees_who_has_the_dossier(first: Claim, tmp_path: Path, clock: Clock) -> None:
    second = Claim(tmp_path, now=clock)
    standing = second.take()
    assert standing.state is State.OTHER
    assert standing.other
    assert (standing.other.process, standing.other.since) == (os.getpid(), NOON)
    assert not second.is_held
    assert first.beat() is None
    first.release()
    assert not (tmp_path / LOCK_FILE).exists()
    assert second.look() is None
    assert second.take().state is State.MINE


def test_who_takes_over_has_it_and_the_first_notices(first: Claim, tmp_path: Path, clock: Clock) -> None:
    second = Claim(tmp_path, now=clock)
    assert second.take(over=True).state is State.MINE
    lost = first.beat()
    assert lost
    assert lost.other
    assert not first.is_held
    first.release()
    assert second.beat() is None
    assert second.is_held
    assert (tmp_path / LOCK_FILE).exists()


def test_a_window_says_once_a_minute_that_it_is_there(first: Claim, tmp_path: Path, clock: Clock) -> None:
    written = (tmp_path / LOCK_FILE).stat().st_mtime_ns
    clock.passes(seconds=30)
    first.beat()
    assert (tmp_path / LOCK_FILE).stat().st_mtime_ns == written
    clock.passes(seconds=40)
    first.beat()
    assert seen(tmp_path) == NOON + timedelta(seconds=70)
    clock.passes(hours=-2)
    first.beat()
    assert seen(tmp_path) == clock.now
    (tmp_path / LOCK_FILE).unlink()
    assert first.beat() is None
    assert first.is_held
    assert seen(tmp_path) == clock.now


def test_another_computer_that_is_silent_has_probably_crashed(tmp_path: Path, clock: Clock) -> None:
    write(tmp_path, foreign())
    assert Claim(tmp_path, now=clock).take().state is State.OTHER
    clock.passes(minutes=11)
    standing = Claim(tmp_path, now=clock).take()
    assert standing.state is State.SILENT
    assert standing.other
    assert who(standing.other) == "anna auf PC-„Ä“ [/x]"
    clock.passes(days=-3)
    assert Claim(tmp_path, now=clock).take().state is State.OTHER


def test_a_window_that_crashed_here_is_replaced_with_a_line(tmp_path: Path, clock: Clock) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    assert not is_running(ended.pid)
    assert is_running(os.getpid())
    write(tmp_path, foreign(ended.pid, os.uname().nodename))
    assert Claim(tmp_path, now=clock).look() is None
    standing = Claim(tmp_path, now=clock).take()
    assert standing.state is State.MINE
    assert "seit 22.11.2026, 12:00 Uhr" in standing.note


@pytest.mark.parametrize(
    "text",
    [
        "",
        "\x00",
        "user: [",
        "- anna",
        "user: anna\n",
        foreign().replace("process: 1", "process: viele"),
        "x" * 9000,
    ],
)
def test_a_file_that_says_nothing_is_replaced_with_a_line(tmp_path: Path, text: str) -> None:
    write(tmp_path, text)
    assert Claim(tmp_path).look() is None
    claim = Claim(tmp_path)
    assert "leer oder beschädigt" in claim.take().note
    assert claim.is_held
    assert isinstance(holder(tmp_path), Holder)


def test_where_no_such_file_can_be_the_work_goes_on(tmp_path: Path) -> None:
    (tmp_path / LOCK_FILE).mkdir()
    claim = Claim(tmp_path)
    standing = claim.take()
    assert standing.state is State.UNKNOWN
    assert "lässt sich hier nicht erkennen" in standing.note
    assert claim.beat() is claim.look() is None
    claim.release()
    gone = Claim(tmp_path / "weg")
    assert gone.take().state is State.UNKNOWN


def test_a_drive_that_is_away_costs_no_claim(first: Claim, tmp_path: Path, clock: Clock) -> None:
    away = tmp_path.with_name("weg")
    tmp_path.rename(away)
    clock.passes(minutes=5)
    assert first.beat() is None
    away.rename(tmp_path)
    assert first.beat() is None
    assert first.is_held
    assert seen(tmp_path) == clock.now


def test_the_file_is_no_part_of_the_dossier(first: Claim, tmp_path: Path) -> None:
    assert first.is_held
    assert role_of(LOCK_FILE) is None
    assert dossier_files.list_files(tmp_path) == []
