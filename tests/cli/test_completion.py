"""What shells complete comes from the table of commands and the parsers, so it is never out of date."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tea_assistant.cli import figures
from tea_assistant.cli.commands import COMMANDS
from tea_assistant.cli.completion import SHELLS
from tea_assistant.cli.known import known_commands
from tests.cli.conftest import Tea


def test_every_command_and_subcommand_is_known() -> None:
    names = [command.name for command in known_commands()]
    assert names[0] == ""
    assert set(names[1:]) == {*COMMANDS, *(f"figures {part}" for part in figures.SUBCOMMANDS)}


@pytest.mark.parametrize("shell", SHELLS)
def test_every_shell_gets_every_command_and_option(tea: Tea, shell: str) -> None:
    script = tea("completion", shell).out
    for command in known_commands():
        assert all(part in script for part in command.name.split())
        for option in command.options:
            for name in option.names:
                assert (name if shell != "fish" else name.lstrip("-")) in script
            assert all(choice in script for choice in option.choices)


@pytest.fixture
def beside(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder that has a dossier, with a name that shells have to quote, and the program `tea`."""
    folder = dossier.parent
    dossier.rename(folder / "Mäppchen und Co")
    program = folder / "bin" / "tea"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m tea_assistant "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(program.parent), prepend=os.pathsep)
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_completes(tea: Tea, beside: Path) -> None:
    script = beside / "tea.bash"
    script.write_text(tea("completion", "bash").out, encoding="utf-8")
    asked = {
        "tea che": "check",
        "tea check --form": "--format",
        "tea check --format ": "text html markdown json",
        "tea figures s": "show",
        "tea figures show --ind": "--indicator",
        "tea rule TEA20": "TEA201 TEA202",
        "tea help sna": "snapshot",
        "tea mein-ordner --vers": "--version",
        "tea check nichts": "",
        "tea check --format = ": "text html markdown json",
        "tea check --format = ht": "html",
        "tea snapshot Mäppchen\\ und\\ Co --item me": "mentoring",
        "tea progress Mäppchen\\ und\\ Co 20": "2025 2022",
    }
    lines = [f"source {script}"]
    for typed in asked:
        words = re.split(r"(?<!\\) ", typed)
        quoted = " ".join(f"'{word}'" for word in words)
        lines.append(f'COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _tea; echo "${{COMPREPLY[@]}}"')
    done = subprocess.run(["bash", "-c", "\n".join(lines)], capture_output=True, encoding="utf-8", check=True)
    said = dict(zip(asked, done.stdout.splitlines(), strict=True))
    assert {typed: shown[: len(asked[typed])] for typed, shown in said.items()} == asked
    assert done.stderr == ""


@pytest.mark.skipif(shutil.which("fish") is None, reason="fish is not installed")
def test_fish_completes(tea: Tea, beside: Path) -> None:
    script = beside / "tea.fish"
    script.write_text(tea("completion", "fish").out, encoding="utf-8")
    asked = {
        "tea check --format=ht": ["--format=html"],
        "tea figures s": ["show"],
        "tea figures import --accept": [],
        "tea help sna": ["snapshot"],
        "tea build M": ["Mäppchen und Co/"],
        "tea snapshot 'Mäppchen und Co' --item me": ["mentoring"],
        "tea build Mäppchen\\ und\\ Co --cycle ": ["2022", "2025"],
    }
    for typed, found in asked.items():
        given = "'" + typed.replace("\\", "\\\\").replace("'", "\\'") + "'"
        call = ["fish", "--no-config", "-c", f"source {script}; complete -C {given}"]
        shown = subprocess.run(call, capture_output=True, encoding="utf-8", check=True).stdout
        assert [line.partition("\t")[0] for line in shown.splitlines()] == found, typed


def test_what_is_completed_comes_from_the_dossier(tea: Tea, dossier: Path, tmp_path: Path) -> None:
    for kind, some in {
        "rounds": "2025\n2022\n",
        "measures": "mentoring\n",
        "entries": "af03\nmentoring\n",
        "requests": "",
        "snapshots": "",
        "parts": "af03",
        "criteria": "af03-mentoring",
        "indicators": "leadership.women.share",
        "states": "NW",
        "catalogues": "verwaltung-2021",
    }.items():
        said = tea("complete-values", kind, "tea", "check", dossier, "--format")
        assert (said.code, said.err) == (0, "")
        assert (some in said.out.splitlines()) if "\n" not in some and some else said.out == some
    # Nothing is told while somebody presses Tab.
    assert tea("complete-values", "rounds", "tea", tmp_path / "nirgends", "'offen").out == ""


@pytest.mark.parametrize(("shell", "check"), [("zsh", ["-n"]), ("fish", ["--no-execute"])])
def test_other_shells_can_read_it(tea: Tea, tmp_path: Path, shell: str, check: list[str]) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    script = tmp_path / "tea"
    script.write_text(tea("completion", shell).out, encoding="utf-8")
    subprocess.run([shell, *check, script], check=True)


def test_quotes_and_brackets_end_nothing(tea: Tea) -> None:
    zsh = tea("completion", "zsh").out
    assert "--format=[Form des Berichts (sonst\\: text)]:text|html|markdown|json:(text html" in zsh
    for line in tea("completion", "fish").out.splitlines():
        assert line.replace("\\'", "").count("'") % 2 == 0, line
    for line in tea("completion", "powershell").out.splitlines():
        assert line.count("'") % 2 == 0, line
