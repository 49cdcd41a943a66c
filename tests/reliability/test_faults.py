"""A sample of all faults in each run; `make reliability` tries every point. What is careless is caught."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reliability import shim
from reliability.power import Disk
from reliability.shim import FSYNC, OPEN, RENAME, WRITE, Call

needs_the_layer = pytest.mark.skipif(not shim.is_possible(), reason="needs Linux and a C compiler")
TEXT = "Mitarbeiter*innen und Bürger*innen [/x]".encode()
_CARELESS = """\
import tempfile
from pathlib import Path
from msgspec.structs import replace
from reliability import shim
from reliability.cuts import cut
from reliability.faults import tried
from reliability.operations import OPERATIONS
from reliability.scenes import MEASURE

def carelessly(scene, tell):
    path = scene / "mappe" / MEASURE
    text = path.read_bytes().replace(b"goal: ", b"goal: Neu ")
    path.write_bytes(text)
    tell(path, text)

operation = replace(OPERATIONS["save"], run=carelessly)
with tempfile.TemporaryDirectory() as folder:
    work = Path(folder)
    page = shim.Page(work, work / "scene")
    for what in (tried, cut):
        losses = what(operation, work, page).losses
        print(*{loss.way.partition(",")[0] for loss in losses}, sep=", ", end=", ")
"""


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], capture_output=True, text=True, check=False)


@needs_the_layer
def test_a_sample_of_all_faults_and_power_cuts_loses_nothing() -> None:
    some = ("save", "delete", "import of answers")
    chosen = [word for name in some for word in ("--only", name)]
    done = run("-m", "reliability", "faults", "cuts", *chosen, "--sample", "7")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "0 losses"), done.stdout + done.stderr


@needs_the_layer
def test_two_programs_at_once_lose_nothing() -> None:
    done = run("-m", "reliability", "together", "--sample", "2", "--seconds", "0.2")
    assert (done.returncode, done.stdout.splitlines()[-1]) == (0, "0 losses"), done.stdout + done.stderr


@needs_the_layer
def test_a_program_that_writes_in_place_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(shim.PRELOAD, str(shim.build()))
    done = run("-c", _CARELESS)
    for way in ("kill -9,", "kill -9 in the middle of a write", "ENOSPC", "EIO", "power cut"):
        assert way in done.stdout, done.stdout + done.stderr


def _call(kind: int, first: Path | str = "", second: Path | str = "", data: bytes = b"") -> Call:
    flags = os.O_WRONLY | os.O_CREAT if kind == OPEN else 0
    return Call(kind, 1, 7, flags, 0, str(first), str(second), data)


@pytest.mark.parametrize(("synced", "found"), [(False, b""), (True, TEXT)])
def test_what_is_renamed_before_it_is_synced_may_be_empty_after_a_power_cut(
    tmp_path: Path, *, synced: bool, found: bytes
) -> None:
    (tmp_path / "text").write_bytes(b"alt")
    disk = Disk(tmp_path, tmp_path)
    calls = [
        _call(OPEN, tmp_path / "neu"),
        _call(WRITE, data=TEXT),
        *([_call(FSYNC)] if synced else []),
        _call(RENAME, tmp_path / "neu", tmp_path / "text"),
    ]
    for call in calls:
        disk.follow(call)
    after = dict(disk.after_a_cut(1))
    assert after["all names, synced content"] == {"text": found}
    # Nobody has synced the folder: it may still have the old names.
    assert after["nothing but what was synced"] == {"text": b"alt"}
