"""All commands with their keys, those that work everywhere and those of each screen."""

from collections.abc import Iterator, Mapping
from importlib import import_module

from msgspec import Struct

from tea_assistant.tui.keys import EVERYWHERE, Command, key_name
from tea_assistant.tui.places import SCREENS

_EVERYWHERE = "Überall"


class Section(Struct, frozen=True):
    """Commands that work in one place."""

    title: str
    commands: tuple[Command, ...]


def sections() -> Iterator[Section]:
    """Yield what works everywhere, and then screen by screen."""
    yield Section(_EVERYWHERE, EVERYWHERE)
    for module, name in SCREENS.values():
        page = getattr(import_module(f"tea_assistant.tui.screens.{module}"), name)
        if page.COMMANDS:
            yield Section(page.HEADING or page.__name__, page.COMMANDS)


def as_text(chosen: Mapping[str, str]) -> str:
    """Write a table of all keys; `chosen` has those that a person has changed."""
    lines: list[str] = []
    for section in sections():
        lines += ["", section.title] if lines else [section.title]
        for command in section.commands:
            key = key_name(chosen.get(command.id, command.key))
            lines.append(f"  {key:<18} {command.id:<18} {command.help}")
    return "\n".join(lines)
