"""What shells complete comes from the table of commands and the parsers, so it is never out of date."""

import shutil
import subprocess
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


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_completes(tea: Tea, tmp_path: Path) -> None:
    script = tmp_path / "tea.bash"
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
    }
    lines = [f"source {script}"]
    for typed in asked:
        words = [*typed.split(), ""] if typed.endswith(" ") else typed.split()
        quoted = " ".join(f"'{word}'" for word in words)
        lines.append(f'COMP_WORDS=({quoted}); COMP_CWORD={len(words) - 1}; _tea; echo "${{COMPREPLY[@]}}"')
    done = subprocess.run(["bash", "-c", "\n".join(lines)], capture_output=True, encoding="utf-8", check=True)
    said = dict(zip(asked, done.stdout.splitlines(), strict=True))
    assert {typed: shown[: len(asked[typed])] for typed, shown in said.items()} == asked
    assert done.stderr == ""


@pytest.mark.parametrize(("shell", "check"), [("zsh", ["-n"]), ("fish", ["--no-execute"])])
def test_other_shells_can_read_it(tea: Tea, tmp_path: Path, shell: str, check: list[str]) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed")
    script = tmp_path / "tea"
    script.write_text(tea("completion", shell).out, encoding="utf-8")
    subprocess.run([shell, *check, script], check=True)


def test_quotes_and_brackets_end_nothing(tea: Tea) -> None:
    zsh = tea("completion", "zsh").out
    assert "--format[Form des Berichts (sonst\\: text)]:text|html|markdown|json:(text html" in zsh
    for line in tea("completion", "fish").out.splitlines():
        assert line.replace("\\'", "").count("'") % 2 == 0, line
    for line in tea("completion", "powershell").out.splitlines():
        assert line.count("'") % 2 == 0, line
