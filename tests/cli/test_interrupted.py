"""Ctrl+C, a reader that leaves, a full disk: nothing is left behind, and the exit code stays true."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import command, run_tea

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals and pipes of POSIX")

# The temporary file is complete and about to take its place. It waits in short naps: a signal that came right
# before one long wait would be forgotten over it.
WAIT_AT_REPLACE = """
import os, time
def replace(*_):
    os.write(2, b"ready\\n")
    while True:
        time.sleep(0.01)
os.replace = replace
"""


@pytest.mark.parametrize("arguments", [["build"], ["check", "-o", "bericht.txt"]])
def test_ctrl_c_while_writing_leaves_no_temporary_file(dossier: Path, arguments: list[str]) -> None:
    before = sorted(path for path in dossier.rglob("*") if path.is_file())
    with subprocess.Popen(
        command(arguments, WAIT_AT_REPLACE), cwd=dossier, stderr=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline() == b"ready\n"
        during = sorted(path for path in dossier.rglob("*") if path.is_file())
        process.send_signal(signal.SIGINT)
        told = process.stderr.read().decode()
    assert process.returncode == 130
    assert told == "Abgebrochen.\n"
    assert len(during) == len(before) + 1
    assert sorted(path for path in dossier.rglob("*") if path.is_file()) == before


INTERRUPT_AT_QUESTION = """
import signal
class Person:
    def isatty(self):
        return True
    def readline(self):
        signal.raise_signal(signal.SIGINT)
sys.stdin = Person()
"""


def test_ctrl_c_at_a_question_makes_nothing(tmp_path: Path) -> None:
    outcome = run_tea(["new", tmp_path / "mappe"], setup=INTERRUPT_AT_QUESTION)
    assert outcome.code == 130
    assert "Abgebrochen." in outcome.err
    assert not (tmp_path / "mappe").exists()


INTERRUPT_THE_NEXT_IMPORT = """
import tea_assistant.__main__
class Loading:
    def find_spec(self, *_):
        raise KeyboardInterrupt
sys.meta_path.insert(0, Loading())
"""


def test_ctrl_c_while_the_program_is_being_loaded(dossier: Path) -> None:
    outcome = run_tea(["check", dossier], setup=INTERRUPT_THE_NEXT_IMPORT)
    assert (outcome.code, outcome.out, outcome.err) == (130, "", "")


def test_a_crash_is_told_in_german_and_does_not_look_like_findings(
    dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    setup = "import tea_assistant.services.opening as o\ndef crash(*_):\n    1 / 0\no.open_dossier = crash"
    outcome = run_tea(["check", dossier], setup=setup)
    assert outcome.code == 2
    assert outcome.err.startswith("Das Programm ist an einem Fehler gescheitert ")
    assert "keine Datei halb geschrieben" in outcome.err
    assert "tea doctor" in outcome.err
    assert "Traceback" not in outcome.err
    (report,) = tmp_path.glob("state/*/fehler/*.txt")
    assert f"  {report}\n" in outcome.err
    assert "ZeroDivisionError" in report.read_text(encoding="utf-8")
    (log,) = tmp_path.glob("state/*/tea.log")
    assert "failure ZeroDivisionError at" in log.read_text(encoding="utf-8")


@pytest.mark.skipif(not Path("/dev/null/x").parent.exists(), reason="needs a place where nothing can be made")
def test_a_crash_of_which_no_report_can_be_written_still_tells_what_it_was(
    dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", "/dev/null/x")
    setup = (
        "import tempfile\ntempfile.tempdir = '/dev/null/x'\n"
        "import tea_assistant.services.opening as o\ndef crash(*_):\n    1 / 0\no.open_dossier = crash"
    )
    outcome = run_tea(["check", dossier], setup=setup)
    assert outcome.code == 2
    assert outcome.err.startswith("Das Programm ist an einem Fehler gescheitert")
    assert "ZeroDivisionError" in outcome.err


@pytest.mark.parametrize("strict", [False, True])
def test_a_reader_that_leaves_changes_no_exit_code(dossier: Path, strict: bool) -> None:
    arguments = ["check", str(dossier), *(["--strict"] if strict else [])]
    with subprocess.Popen(command(arguments), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()
    assert told == b""
    assert process.returncode == int(strict)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_told(dossier: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command(["check", dossier]), stdout=full, stderr=subprocess.PIPE, check=False, encoding="utf-8"
        )
    assert done.returncode == 2
    assert "voll" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "cp850"])
def test_a_terminal_that_knows_few_characters_gets_what_it_can(dossier: Path, encoding: str) -> None:
    outcome = run_tea(["status", dossier], encoding=encoding)
    assert outcome.code == 0
    assert "Bewerbungsrunde 2025" in outcome.out
