"""Completion for fish."""

from collections.abc import Iterator, Sequence

from tea_assistant.cli.known import KnownCommand, KnownOption

_SPECIAL = str.maketrans({"\\": "\\\\", "'": "\\'"})


def script(commands: Sequence[KnownCommand]) -> str:
    """Return what fish reads."""
    return "\n".join(_lines(commands)) + "\n"


def _lines(commands: Sequence[KnownCommand]) -> Iterator[str]:
    yield "# Vervollständigung für tea in fish, geschrieben von: tea completion fish"
    for command in commands:
        first, _, part = command.name.partition(" ")
        when = "__fish_use_subcommand" if not first else f"__fish_seen_subcommand_from {first}"
        if part:
            yield f"complete -c tea -n '{when}' -a {part} -d {_quoted(command.summary)}"
            when += f"; and __fish_seen_subcommand_from {part}"
        elif first:
            yield f"complete -c tea -n __fish_use_subcommand -a {first} -d {_quoted(command.summary)}"
            if command.words and first != "figures":
                yield f"complete -c tea -n '{when}' -a {_quoted(' '.join(command.words))}"
        yield from (f"complete -c tea -n '{when}' {_option(option)}" for option in command.options)


def _option(option: KnownOption) -> str:
    names = [f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}" for name in option.names]
    if option.choices:
        names += ["-x", "-a", _quoted(" ".join(option.choices))]
    elif option.value:
        names.append("-r")
    return f"{' '.join(names)} -d {_quoted(option.help)}"


def _quoted(text: str) -> str:
    return f"'{text.translate(_SPECIAL)}'"
