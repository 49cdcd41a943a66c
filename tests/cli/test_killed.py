"""A process on a real terminal is killed in the middle of typing, and then its window is closed."""

import sys
import time
from pathlib import Path

import pytest

from tests.cli.test_open import PATIENCE, Terminal, terminal

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals of POSIX")

MEASURE = Path("evidence") / "mentoring.yaml"
LINE = "Väterabende"
"""Goes into a line that is stored only once it is left."""
AT_LAST = "Bürger*innen"
HANGUP = 1
"""What the system sends when a window is closed; Windows has no name for it."""
F3 = b"\x1bOR"


def open_the_measure(shown: Terminal) -> None:
    """Go to the line of its title."""
    shown.seen = ""
    shown.press(F3)
    shown.wait_for("1 Maßnahme")
    shown.press(b"\r")
    shown.wait_for("Name der Maßnahme")


def type_until_kept(shown: Terminal, state: Path, text: str) -> None:
    """Go on typing without a pause until a text is kept."""
    end = time.monotonic() + PATIENCE
    while not any(text in path.read_text(encoding="utf-8") for path in state.rglob("unsaved/*.json")):
        assert time.monotonic() < end, shown.seen[-2000:]
        shown.press(b"x")
        shown.wait_for("x")
        shown.seen = ""


def test_nothing_typed_is_lost_to_a_kill_nor_to_a_closed_window(
    dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    state = tmp_path / "state"
    monkeypatch.setenv("XDG_STATE_HOME", str(state))
    before = (dossier / MEASURE).read_text(encoding="utf-8")
    with terminal(dossier) as shown:
        shown.wait_for("Übersicht")
        open_the_measure(shown)
        shown.press(LINE.encode())
        type_until_kept(shown, state, LINE)
        shown.process.kill()
        shown.process.wait(PATIENCE)
    assert (dossier / MEASURE).read_text(encoding="utf-8") == before
    with terminal(dossier) as shown:
        shown.wait_for("Nicht gespeicherter Text")
        shown.wait_for(LINE)
        shown.press(b"\r")
        shown.wait_for("Ihre Texte stehen wieder in der Mappe.")
        open_the_measure(shown)
        shown.press(AT_LAST.encode())
        shown.wait_for(AT_LAST[-4:])
        # So the system tells that the window is closed.
        shown.process.send_signal(HANGUP)
        shown.read_to_the_end()
    after = (dossier / MEASURE).read_text(encoding="utf-8")
    assert LINE in after
    assert AT_LAST in after
    assert list(state.rglob("unsaved/*.json")) == []
