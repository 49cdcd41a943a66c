"""The command line speaks German to the last word."""

import argparse
import ast
import inspect
from pathlib import Path

import pytest

from tea_assistant.cli import figures
from tea_assistant.cli.commands import COMMANDS
from tea_assistant.cli.german import GERMAN, GermanParser
from tea_assistant.errors import UsageError
from tests.cli.conftest import Tea

ENGLISH = frozenset(Path(__file__).with_name("english_words.txt").read_text().split())
# Names that users type or that stand in the domain's own words.
NAMES = frozenset({"help", "--help", "--version", "version", "--output", "output", "--name", "name", "show"})
FOR_PROGRAMMERS = frozenset(
    {
        ".__call__() not defined",
        "%r is not callable",
        "'required' is an invalid argument for positionals",
        "%(prog)s: warning: %(message)s\n",
        "argument '%(argument_name)s' is deprecated",
        'argument "-" with mode %r',
        "cannot have multiple subparser arguments",
        "cannot merge actions - two groups are named %r",
        "command '%(parser_name)s' is deprecated",
        "conflicting option string: %s",
        "conflicting option strings: %s",
        "conflicting subparser alias: %s",
        "conflicting subparser: %s",
        "dest= is required for options like %r",
        "invalid conflict_resolution value: %r",
        "invalid option string %(option)r: must start with a character %(prefix_chars)r",
        "mutually exclusive arguments must be optional",
        "option '%(option)s' is deprecated",
        "subcommands",
        "unexpected option string: %s",
        "unknown parser %(parser_name)r (choices: %(choices)s)",
    }
)
"""What argparse says to whoever writes a parser, or about what these parsers do not have."""


def messages_of_argparse() -> set[str]:
    tree = ast.parse(inspect.getsource(argparse))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    translated = [c for c in calls if isinstance(c.func, ast.Name) and c.func.id in ("_", "ngettext")]
    arguments = [argument for call in translated for argument in call.args]
    return {a.value for a in arguments if isinstance(a, ast.Constant) and isinstance(a.value, str)}


def test_every_message_of_this_argparse_has_a_translation() -> None:
    messages = messages_of_argparse()
    assert "expected one argument" in messages
    assert messages - FOR_PROGRAMMERS <= GERMAN.keys()


def test_a_translation_keeps_what_argparse_puts_in() -> None:
    for english, german in GERMAN.items():
        assert german.count("%s") == english.count("%s"), english
        assert english.count("%(") >= german.count("%("), english


@pytest.mark.parametrize("command", ["", *COMMANDS, *(f"figures {name}" for name in figures.SUBCOMMANDS)])
def test_the_help_has_no_english_word(tea: Tea, command: str) -> None:
    text = tea("help", *command.split()).out
    words = {word.strip(".,:;()[]{}„“").lower() for word in text.replace("|", " ").split()}
    assert words & ENGLISH <= NAMES


def test_what_this_program_never_asks_would_be_german_too() -> None:
    parser = GermanParser("tea probe", "Probe")
    parser.add_argument("--zahl", type=int)
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument("--a", action="store_true")
    group.add_argument("--b", action="store_true")
    parser.add_argument("--paar", nargs=2)
    for arguments, message in (
        (["--a", "--zahl", "drei"], "--zahl: „drei“ ist hier nicht möglich."),
        ([], "Eine dieser Optionen fehlt: --a --b"),
        (["--a", "--b"], "--b: nicht zusammen mit --a möglich"),
        (["--a", "--paar", "1"], "--paar: Hier fehlen 2 Werte."),
    ):
        with pytest.raises(UsageError) as caught:
            parser.parse_args(arguments)
        assert caught.value.message == message
        assert caught.value.hint.startswith("Aufruf: tea probe")
