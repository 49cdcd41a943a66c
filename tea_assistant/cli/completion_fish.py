"""Completion for fish."""

from collections.abc import Iterator, Sequence

from tea_assistant.cli.known import DIVIDED, KnownCommand, KnownOption
from tea_assistant.cli.offered import FILES, FOLDERS, asked

_SPECIAL = str.maketrans({"\\": "\\\\", "'": "\\'"})
_TOLD = """\
# Vervollständigung für tea in fish, geschrieben von: tea completion fish
function __tea_words
    test (count (commandline -opc)) -eq $argv[1]
end
function __tea_is
    set -l typed (commandline -opc)
    set -l last (math (count $argv) + 1)
    test "$typed[2..$last]" = "$argv"
end
function __tea_asked
    set -l typed (commandline -opc)
    for kind in $argv
        command $typed[1] complete-values $kind $typed 2>/dev/null
    end
end"""
"""A command is what stands first: the same word can be a folder or a subcommand behind another one."""


def script(commands: Sequence[KnownCommand]) -> str:
    """Return what fish reads."""
    return "\n".join(_lines(commands)) + "\n"


def _lines(commands: Sequence[KnownCommand]) -> Iterator[str]:
    yield _TOLD
    names = " ".join(command.name for command in commands if command.name and " " not in command.name)
    yield "function __tea_alone"
    yield "    set -l typed (commandline -opc)"
    yield f'    not contains -- "$typed[2]" {names}'
    yield "end"
    # Files only where a file can stand.
    yield "complete -c tea -n 'not __tea_alone' -f"
    for command in commands:
        yield from (f"complete -c tea {line}" for line in _command(command))


def _command(command: KnownCommand) -> Iterator[str]:
    first, _, part = command.name.partition(" ")
    when = f"__tea_is {command.name}" if first else "__tea_alone"
    if first and not part:
        yield f"-n '__tea_words 1' -a {first} -d {_quoted(command.summary)}"
    elif part:
        yield f"-n '__tea_is {first}; and __tea_words 2' -a {part} -d {_quoted(command.summary)}"
    if first == DIVIDED and not part:
        when = f"{when}; and __tea_words 2"
    elif first:
        if command.words:
            yield f"-n '{when}' -a {_quoted(' '.join(command.words))}"
        if command.offers:
            yield f"-n '{when}' {_given(command.offers)}"
    yield from (f"-n '{when}' {_option(option)}" for option in command.options)


def _option(option: KnownOption) -> str:
    names = [f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names]
    if option.choices:
        names += ["-x", "-a", _quoted(" ".join(option.choices))]
    elif option.offers:
        names += ["-r", _given(option.offers)]
    elif option.value:
        names.append("-x")
    return f"{' '.join(names)} -d {_quoted(option.help)}"


def _given(kinds: tuple[str, ...]) -> str:
    """Return what completes there."""
    if FILES in kinds:
        return "-F"
    calls = [f"(__tea_asked {asked(kinds)})"] if asked(kinds) else []
    calls += ["(__fish_complete_directories)"] if FOLDERS in kinds else []
    return f"-f -a {_quoted(' '.join(calls))}"


def _quoted(text: str) -> str:
    return f"'{text.translate(_SPECIAL)}'"
