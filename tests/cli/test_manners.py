"""What all commands have in common: quiet, for programs, silent where nobody looks."""

import io
import json
import socket
import sys
import time
from pathlib import Path

import pytest

from tea_assistant.cli import terminal, waiting
from tea_assistant.cli.commands import COMMANDS, parser_of
from tests.cli.conftest import Tea, run_tea

FOR_PROGRAMS = {
    "check": (),
    "status": (),
    "find": ("Mentoring",),
    "review": (),
    "request": ("--list",),
    "snapshot": ("--list",),
    "trash": (),
    "progress": (),
    "transfer": (),
    "doctor": (),
}


class Terminal(io.StringIO):
    """A terminal that keeps what it was told."""

    encoding = "utf-8"

    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize("command", FOR_PROGRAMS)
def test_programs_read_json(dossier: Path, tea: Tea, command: str) -> None:
    more = [word for word in FOR_PROGRAMS[command] if not word.startswith("-")]
    options = [word for word in FOR_PROGRAMS[command] if word.startswith("-")]
    said = tea(command, *more, dossier, *options, "--json")
    assert said.code in (0, 1), said.err
    assert json.loads(said.out)["format"] == 1


def test_both_ways_to_ask_for_json_are_the_same(dossier: Path, tea: Tea) -> None:
    assert tea("check", dossier, "--json").out == tea("check", dossier, "--format", "json").out
    assert (
        tea("figures", "show", dossier, "--json").out
        == tea("figures", "show", dossier, "--format", "json").out
    )


def test_a_request_tells_programs_what_it_wrote(dossier: Path, tea: Tea, tmp_path: Path) -> None:
    target = tmp_path / "formulare"
    said = tea("request", "Personalamt", dossier, "--evidence", "mentoring", "-o", target, "--json")
    values = json.loads(said.out)
    assert values["request"]["state"] == "waiting"
    assert [Path(file).suffix for file in values["files"]] == [".xlsx", ".md"]
    assert json.loads(tea("request", dossier, "--list", "--json").out)["requests"] == [values["request"]]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_can_be_quiet(command: str) -> None:
    assert "-q, --quiet" in parser_of(command).format_help()


def test_quiet_leaves_results_and_errors(dossier: Path, tea: Tea) -> None:
    loud = tea("build", dossier, "--format", "pdf")
    quiet = tea("build", dossier, "--format", "pdf", "--quiet")
    assert loud.err
    assert (quiet.out, quiet.err) == (loud.out, "")
    assert "gibt es nicht" in tea("check", dossier / "nirgends", "-q").err
    # What one call wants is not what the next one wants.
    assert tea("build", dossier, "--format", "pdf").err == loud.err


def test_no_colour_and_no_progress_where_nobody_looks(dossier: Path) -> None:
    said = run_tea(["check", dossier])
    assert "\x1b" not in said.out + said.err
    assert "\r" not in said.out + said.err


def test_work_over_a_second_is_told_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "_PATIENCE", 0.0)
    written = Terminal()
    monkeypatch.setattr(sys, "stderr", written)
    monkeypatch.delenv("TERM", raising=False)
    told = waiting.counting("Die Mappe wird gelesen")
    assert told
    told(1, 4)
    told(4, 4)
    shown = written.getvalue()
    assert "\r\x1b[KDie Mappe wird gelesen █████░░░░░░░░░░░░░░░ 1 von 4" in shown
    assert shown.endswith("\r\x1b[K")
    terminal.be_quiet(wanted=True)
    assert waiting.counting("Still") is None
    terminal.be_quiet(wanted=False)


def test_work_without_steps_counts_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(waiting, "_PATIENCE", 0.001)
    shown = Terminal()
    monkeypatch.setattr(sys, "stderr", shown)
    monkeypatch.delenv("TERM", raising=False)
    with waiting.working("Das Dokument wird geschrieben"):
        while "2 s" not in shown.getvalue():
            time.sleep(0)
    assert "Das Dokument wird geschrieben … 1 s" in shown.getvalue()
    assert shown.getvalue().endswith("\r\x1b[K")


def test_a_plain_terminal_is_told_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    written = Terminal()
    monkeypatch.setattr(sys, "stderr", written)
    monkeypatch.setenv("TERM", "dumb")
    with waiting.working("Das Dokument wird geschrieben"):
        assert waiting.counting("Die Mappe wird gelesen") is None
    assert written.getvalue() == ""


def test_a_port_that_is_taken_is_named(dossier: Path, tea: Tea) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        outcome = tea("serve", "--no-browser", "--port", str(port), dossier)
    assert outcome.code == 2
    assert f"Den Port {port} benutzt schon ein anderes Programm." in outcome.err
