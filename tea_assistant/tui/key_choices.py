"""Which keys a person has chosen: what can be had of them, and why the rest cannot."""

import difflib
from collections.abc import Iterable, Mapping

from msgspec import Struct

from tea_assistant.store import key_file
from tea_assistant.tui.all_keys import Section, sections
from tea_assistant.tui.keys import Command, key_id, key_name

_TYPED = frozenset(
    ("enter", "tab", "backspace", "delete", "space", "left", "right", "up", "down", "home", "end")
)
"""Keys that texts need."""


class KeyChoices(Struct, frozen=True):
    """The keys that count, by the id of the command."""

    keys: Mapping[str, str] = {}
    problems: tuple[str, ...] = ()
    """In German."""


def read() -> KeyChoices:
    """Read what was chosen and judge it; commands whose key cannot be had keep their own."""
    written = key_file.read()
    if written.problems or not written.keys:
        return KeyChoices(problems=written.problems)
    return judged(written.keys, tuple(sections()))


def judged(wanted: Mapping[str, str], found: Iterable[Section]) -> KeyChoices:
    """Return which of the wanted keys can be had, and what is wrong with the others."""
    places = [section.commands for section in found]
    everywhere = {command.id for command in places[0]}
    known = {command.id: command for commands in places for command in commands}
    problems: list[str] = []
    keys: dict[str, str] = {}
    for name, written in wanted.items():
        key = key_id(written)
        if name not in known:
            near = difflib.get_close_matches(name, known, n=1)
            hint = f" Gemeint ist vermutlich „{near[0]}“." if near else " Alle Namen zeigt tea keys."
            problems.append(f"Den Befehl „{name}“ gibt es nicht.{hint}")
        elif not key:
            problems.append(f"„{written}“ ist keine Taste. Richtig ist zum Beispiel Strg+K, Alt+L oder F11.")
        elif name in everywhere and _is_typed(key):
            problems.append(
                f"„{written}“ braucht man zum Schreiben. Bitte mit Strg oder Alt, oder eine F-Taste."
            )
        else:
            keys[name] = key
    while clash := _clash(places, keys):
        name, other = clash
        problems.append(
            f"{key_name(keys[name])} für „{known[name].label}“: Die Taste gehört schon zu „{other.label}“."
        )
        del keys[name]
    return KeyChoices(keys, tuple(problems))


def _is_typed(key: str) -> bool:
    return len(key) == 1 or key in _TYPED or key.removeprefix("shift+") in _TYPED


def _clash(places: list[tuple[Command, ...]], keys: Mapping[str, str]) -> tuple[str, Command] | None:
    """Return a command whose chosen key another one has that works at the same time."""
    for commands in places:
        together = (*places[0], *(command for command in commands if command not in places[0]))
        for command in together:
            chosen = keys.get(command.id)
            if chosen is None:
                continue
            for other in together:
                taken = keys.get(other.id, other.key).split(",")
                if other.id != command.id and chosen in taken:
                    return command.id, other
    return None
