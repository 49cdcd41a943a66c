"""`tea` on a real terminal: the screens of a dossier, the offer to make one, and the way out."""

import os
import select
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.cli.conftest import command

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals of POSIX")

PATIENCE = 60
"""Seconds until a screen has to be there, on a busy machine."""


class Terminal:
    """A pseudo-terminal of 80 × 24 with `tea` in it."""

    def __init__(self, descriptor: int, process: subprocess.Popen[bytes]) -> None:
        self._descriptor = descriptor
        self.process = process
        self.seen = ""

    def wait_for(self, text: str) -> None:
        """Read until a text has been shown."""
        while text not in self.seen:
            ready, _, _ = select.select([self._descriptor], [], [], PATIENCE)
            assert ready, self.seen[-2000:]
            self.seen += os.read(self._descriptor, 65536).decode(errors="replace")

    def press(self, keys: bytes) -> None:
        os.write(self._descriptor, keys)

    def read_to_the_end(self) -> int:
        """Read until the program has gone, and return its exit code."""
        try:
            while data := os.read(self._descriptor, 65536):
                self.seen += data.decode(errors="replace")
        except OSError:
            pass  # Linux reports a terminal without a program as an error.
        return self.process.wait(PATIENCE)


@contextmanager
def terminal(folder: Path, *arguments: str) -> Iterator[Terminal]:
    import fcntl
    import pty
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    environment = {**os.environ, "TERM": "xterm-256color"}
    with subprocess.Popen(
        command(arguments), cwd=folder, stdin=theirs, stdout=theirs, stderr=theirs, env=environment
    ) as process:
        os.close(theirs)
        try:
            yield Terminal(ours, process)
        finally:
            process.kill()
            os.close(ours)


def test_a_dossier_opens_at_the_round_that_is_named(dossier: Path) -> None:
    with terminal(dossier, ".", "--cycle", "2022") as shown:
        shown.wait_for("Bewerbung 2022")
        shown.press(b"\x11")
        assert shown.read_to_the_end() == 0
    assert "Traceback" not in shown.seen


def test_a_review_opens_for_the_person_that_is_named_and_goes_on_beside_another_window(dossier: Path) -> None:
    reviews = dossier / "cycles" / "2025" / "reviews"
    with terminal(dossier) as office:
        office.wait_for("Übersicht")
        with terminal(dossier, "review", "--as", "Erika [/x]", "--role", "Personalrat") as shown:
            shown.wait_for("Prüfung: Erika [/x], Personalrat")
            shown.wait_for("0 von 4 freigegeben")
            shown.press(b"\x1b[Bf")
            shown.wait_for("Freigegeben: ")
            shown.press(b"\x11")
            assert shown.read_to_the_end() == 0
        office.press(b"\x11")
        assert office.read_to_the_end() == 0
    assert "signoffs" in (reviews / "erika-x.yaml").read_text(encoding="utf-8")
    assert "Traceback" not in shown.seen + office.seen


def test_an_empty_folder_offers_to_make_a_dossier(tmp_path: Path) -> None:
    with terminal(tmp_path) as shown:
        shown.wait_for("Neue Mappe anlegen")
        shown.press(b"\x11")
        assert shown.read_to_the_end() == 0
    assert list(tmp_path.iterdir()) == []


def test_a_round_that_is_not_there_opens_nothing(dossier: Path) -> None:
    with terminal(dossier, ".", "--cycle", "2031") as shown:
        assert shown.read_to_the_end() == 2
    assert "2031" in shown.seen


def test_questions_are_asked_one_after_the_other(tmp_path: Path) -> None:
    with terminal(tmp_path, "new", "mappe") as shown:
        shown.wait_for("Name der Organisation")
        shown.press("Stadt Möhringen [/x]\n".encode())
        shown.wait_for("Bundesland")
        shown.press(b"\n")
        shown.wait_for("Jahr der Bewerbungsrunde")
        shown.press(b"2031\n")
        if shutil.which("git"):
            shown.wait_for("[j/N]")
            shown.press(b"\n")
        assert shown.read_to_the_end() == 0
    assert "Stadt Möhringen [/x]" in (tmp_path / "mappe" / "dossier.yaml").read_text()


def test_ctrl_c_at_a_question(tmp_path: Path) -> None:
    # Ctrl+C reaches a program only on its own terminal, so the signal is sent as the terminal would.
    with terminal(tmp_path, "new", "mappe") as shown:
        shown.wait_for("Name der Organisation")
        shown.process.send_signal(2)
        assert shown.read_to_the_end() == 130
    assert list(tmp_path.iterdir()) == []
