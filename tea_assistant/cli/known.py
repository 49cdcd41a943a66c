"""All commands with their options as values, read from the one table of commands and the parsers."""

import argparse
from collections.abc import Iterator

from msgspec import Struct

from tea_assistant.cli import figures
from tea_assistant.cli.commands import COMMANDS, OPEN, parser_of
from tea_assistant.cli.german import GermanParser
from tea_assistant.cli.offered import offered

DIVIDED = "figures"
"""The command that has subcommands."""


class KnownOption(Struct, frozen=True):
    """An option of a command."""

    names: tuple[str, ...]
    help: str
    value: str = ""
    """What stands behind it; empty where nothing does."""
    choices: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    """The kinds of what stands behind it, see `offered`."""


class KnownCommand(Struct, frozen=True):
    """A command, or a subcommand as „figures show“."""

    name: str
    """Empty for `tea` alone."""
    summary: str
    usage: str
    description: str
    options: tuple[KnownOption, ...]
    words: tuple[str, ...] = ()
    """What can stand behind it beside options and files."""
    places: tuple[tuple[str, str], ...] = ()
    """What stands behind it without an option, each with its help."""
    offers: tuple[str, ...] = ()
    """The kinds of that; none where there are words."""


def known_commands() -> Iterator[KnownCommand]:
    """Yield every command in the order of the table, `tea` alone first."""
    yield _read("", "", parser_of(OPEN), tuple(COMMANDS))
    for name, summary in COMMANDS.items():
        if name != DIVIDED:
            yield _read(name, summary, parser_of(name), _words(name))
            continue
        yield _read(name, summary, parser_of(name), tuple(figures.SUBCOMMANDS))
        for part, told in figures.SUBCOMMANDS.items():
            yield _read(f"{name} {part}", told, figures.parser_of(part))


def _read(name: str, summary: str, parser: GermanParser, words: tuple[str, ...] = ()) -> KnownCommand:
    actions = parser._actions  # noqa: SLF001 (argparse has no other way to ask)
    positional = [action for action in actions if not action.option_strings]
    words = words or tuple(str(c) for action in positional for c in action.choices or ())
    offers = () if words else tuple(kind for action in positional for kind in offered(_value(action)))
    return KnownCommand(
        name,
        summary,
        parser.format_usage(),
        parser.description or "",
        tuple(_option(action) for action in actions if action.option_strings),
        words,
        tuple((_value(action), action.help or "") for action in positional),
        tuple(dict.fromkeys(offers)),
    )


def _option(action: argparse.Action) -> KnownOption:
    takes = action.nargs != 0
    choices = tuple(str(choice) for choice in action.choices or ())
    value = _value(action) if takes else ""
    return KnownOption(tuple(action.option_strings), action.help or "", value, choices, offered(value))


def _value(action: argparse.Action) -> str:
    if isinstance(action.metavar, tuple):
        return " ".join(action.metavar)
    return action.metavar or ("|".join(map(str, action.choices)) if action.choices else action.dest.upper())


def _words(name: str) -> tuple[str, ...]:
    if name == "help":
        return tuple(COMMANDS)
    if name == "rule":
        from tea_assistant.checks.registry import RULES

        return tuple(RULES)
    return ()
