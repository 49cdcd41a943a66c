"""Wrong usage ends with 2, in German, with a way on."""

from pathlib import Path

import pytest

from tea_assistant import __version__
from tea_assistant.cli import figures
from tea_assistant.cli.commands import COMMANDS
from tests.cli.conftest import Tea, run_tea


def test_the_version_is_a_result(tea: Tea) -> None:
    outcome = tea("--version")
    assert (outcome.code, outcome.out, outcome.err) == (0, f"tea {__version__}\n", "")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["chek"], "Meinten Sie „tea check“?"),
        (["Check"], "Meinten Sie „tea check“?"),
        (["mentoring"], "tea help"),
        (["check", "--format", "xml"], "„xml“ gibt es nicht"),
        (["check", "--cycle"], "Hier fehlt ein Wert"),
        (["check", "--strikt"], "Unbekannte Angabe: --strikt"),
        (["renew", "--ot", "2028"], "Meinten Sie „--to“?"),
        (["check", "--strikt=ja"], "Meinten Sie „--strict“?"),
        (["figures", "show", "--jsno"], "Meinten Sie „--json“?"),
        (["rule", "TEA2O1"], "Meinten Sie „TEA201“?"),
        (["rule", "201"], "Meinten Sie „TEA201“?"),
        (["rule", "999"], "Alle Regeln zeigt: tea rule"),
        (["check", "--stric"], "Unbekannte Angabe: --stric"),
        (["check", "--strict=ja"], "Hier ist kein Wert möglich"),
        (["check", "a", "b"], "Unbekannte Angabe: b"),
        (["new"], "Es fehlt: ORDNER"),
        (["build", "--format", "odt"], "„odt“ gibt es nicht"),
        (["rule", "TEA999"], "Die Regel „TEA999“ gibt es nicht"),
        (["help", "chekc"], "Meinten Sie „check“?"),
        (["help", "qwertzu"], "tea help --topics"),
        (["completion", "tcsh"], "„tcsh“ gibt es nicht. Möglich sind: "),
        (["help", "check", "show"], "Den Befehl „check show“ gibt es nicht"),
        (["help", "figures", "zeige"], "Den Befehl „figures zeige“ gibt es nicht"),
        (["figures"], "Es fehlt: BEFEHL"),
        (["figures", "zeige"], "„zeige“ gibt es nicht. Möglich sind: "),
        (["figures", "show", "--quatsch"], "Unbekannte Angabe: --quatsch"),
    ],
)
def test_wrong_usage_is_explained(tea: Tea, arguments: list[str], message: str) -> None:
    outcome = tea(*arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert message in outcome.err


@pytest.mark.parametrize("command", ["status", "check", "build", "."])
def test_an_empty_folder_is_no_dossier(tmp_path: Path, tea: Tea, command: str) -> None:
    arguments = [tmp_path] if command == "." else [command, tmp_path]
    outcome = tea(*arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert "Der Ordner ist leer" in outcome.err
    assert "tea new ORDNER" in outcome.err


def test_a_folder_of_other_yaml_misses_something(tmp_path: Path, tea: Tea) -> None:
    (tmp_path / "docker-compose.yaml").write_text("services: {}\n")
    for arguments in ([tmp_path], ["check", tmp_path]):
        outcome = tea(*arguments)
        assert outcome.code == 2
        assert "dossier.yaml" in outcome.err
    assert [entry.name for entry in tmp_path.iterdir()] == ["docker-compose.yaml"]


def test_a_folder_that_is_not_there(tmp_path: Path, tea: Tea) -> None:
    outcome = tea("check", tmp_path / "nirgends")
    assert outcome.code == 2
    assert "gibt es nicht" in outcome.err


def test_a_round_that_is_not_there(dossier: Path, tea: Tea) -> None:
    outcome = tea("check", dossier, "--cycle", "2031")
    assert outcome.code == 2
    assert "2022, 2025" in outcome.err


def test_without_a_terminal_there_are_no_screens(dossier: Path) -> None:
    outcome = run_tea([dossier])
    assert outcome.code == 2
    assert "braucht ein Terminal" in outcome.err


def test_the_dossier_is_found_from_a_folder_in_it(dossier: Path) -> None:
    outcome = run_tea(["status"], folder=dossier / "evidence")
    assert outcome.code == 0
    assert "Bewerbungsrunde 2025" in outcome.out


def test_a_folder_called_like_a_command_is_reached_by_its_path(dossier: Path) -> None:
    dossier.rename(dossier.with_name("check"))
    outcome = run_tea(["status", "./check"], folder=dossier.parent)
    assert outcome.code == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_the_same_help_both_ways(tea: Tea, command: str) -> None:
    by_option, by_command = tea(command, "--help"), tea("help", command)
    assert by_option.code == by_command.code == 0
    assert by_option.out == by_command.out
    assert COMMANDS[command] in by_option.out


@pytest.mark.parametrize("subcommand", figures.SUBCOMMANDS)
def test_every_subcommand_has_the_same_help_both_ways(tea: Tea, subcommand: str) -> None:
    by_option, by_command = tea("figures", subcommand, "--help"), tea("help", "figures", subcommand)
    assert by_option.code == by_command.code == 0
    assert by_option.out == by_command.out
    assert figures.SUBCOMMANDS[subcommand] in by_option.out
    assert f"tea figures {subcommand}" in tea("help", "figures").out


def test_the_help_names_every_command(tea: Tea) -> None:
    assert tea("help").out == tea("-h").out
    assert all(f"tea {command}" in tea("help").out for command in COMMANDS)
