"""Folders are made for good, and one window at a time writes in one."""

import errno
import os
from datetime import datetime, tzinfo
from pathlib import Path

import pytest

from tea_assistant.store import files, folders

TEXT = "title: Mitarbeiter*innen und Bürger*innen [/x]\n".encode()


def test_what_is_made_lies_below_what_is_there(tmp_path: Path) -> None:
    folders.make_folders(tmp_path / "mappe" / "evidence", tmp_path)
    assert (tmp_path / "mappe" / "evidence").is_dir()
    gone = tmp_path / "weg"
    with pytest.raises(FileNotFoundError):
        files.write_checked(gone / "evidence" / "neu.yaml", TEXT, None, below=gone)
    assert not gone.exists()


@pytest.mark.parametrize(
    ("reason", "heard"), [(errno.EIO, True), (errno.ENOSPC, True), (errno.EINVAL, False)]
)
def test_a_disk_that_fails_is_heard_and_a_drive_that_cannot_sync_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reason: int, *, heard: bool
) -> None:
    def refused(_descriptor: int) -> None:
        raise OSError(reason, os.strerror(reason))

    monkeypatch.setattr(os, "fsync", refused)
    if heard:
        with pytest.raises(OSError, match=os.strerror(reason)):
            folders.sync(tmp_path)
    else:
        folders.sync(tmp_path)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such lock")
def test_one_window_at_a_time_writes_in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "_TRIES", 1)
    monkeypatch.setattr(folders, "_PAUSE", 0)
    path = tmp_path / "mentoring.yaml"
    with folders.alone_in(tmp_path), pytest.raises(OSError) as caught:
        files.write_checked(path, TEXT, None)
    assert files.explain(caught.value) == "Ein anderes Programm hält die Datei gerade fest."
    assert list(tmp_path.iterdir()) == []
    files.write_checked(path, TEXT, None)
    assert path.read_bytes() == TEXT


def test_nothing_in_the_trash_is_in_the_way_of_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Stopped(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Stopped":
            return cls(2025, 3, 1, 12, 0, tzinfo=tz)

    monkeypatch.setattr(files, "datetime", Stopped)
    for content in (b"eins", b"zwei"):
        (tmp_path / "a.yaml").write_bytes(content)
        files.move_to_trash(tmp_path, "a.yaml", content)
    kept = sorted(path.read_bytes() for path in (tmp_path / files.TRASH).rglob("a.yaml"))
    assert kept == [b"eins", b"zwei"]
