"""The page for `man`: all commands with their options, written from the parsers."""

from collections.abc import Iterator, Sequence

from tea_assistant import __version__
from tea_assistant.cli.known import KnownCommand

_ENDS = (
    ("0", "Alles in Ordnung."),
    ("1", "Etwas ist nicht in Ordnung oder wurde nicht gefunden."),
    ("2", "Falscher Aufruf, nichts Lesbares, oder nicht gespeichert."),
    ("130", "Mit Strg+C abgebrochen."),
)


def manual_page(commands: Sequence[KnownCommand]) -> str:
    """Return the page in the language of troff."""
    return "\n".join(_lines(commands)) + "\n"


def _lines(commands: Sequence[KnownCommand]) -> Iterator[str]:
    yield f'.TH TEA 1 "" "tea {__version__}" "Befehle"'
    yield ".SH BEZEICHNUNG\ntea \\- führt durch die Bewerbung um das TOTAL E\\-QUALITY Prädikat"
    yield ".SH BEFEHLE"
    for command in commands:
        yield f".SS {_safe(f'tea {command.name}'.strip())}"
        yield from (_safe(line) or ".PP" for line in (command.summary, command.usage.strip()) if line)
        yield ".PP\n.nf"
        yield from map(_safe, command.description.removeprefix(command.summary).strip().splitlines())
        yield ".fi"
        for place, told in command.places:
            yield f".TP\n.I {_safe(place)}\n{_safe(told)}"
        for option in command.options:
            names = ", ".join(option.names) + (f" {option.value}" if option.value else "")
            yield f".TP\n.B {_safe(names)}\n{_safe(option.help)}"
    yield ".SH RÜCKGABEWERT"
    for code, meaning in _ENDS:
        yield f".TP\n.B {code}\n{meaning}"


def _safe(text: str) -> str:
    """Return text that troff takes for nothing but text."""
    plain = text.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain
