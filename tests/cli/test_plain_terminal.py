"""A terminal that can only write line after line."""

from pathlib import Path

import pytest

from tests.cli.conftest import Tea


def test_a_terminal_without_a_cursor_gets_lines_and_is_told_so(
    dossier: Path, tea: Tea, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr("tea_assistant.cli.terminal.can_ask", lambda: True)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    outcome = tea(dossier)
    assert outcome.code == 2
    assert "TERM=dumb" in outcome.err
    assert "tea status" in outcome.err
