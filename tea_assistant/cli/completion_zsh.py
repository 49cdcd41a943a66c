"""Completion for zsh."""

from collections.abc import Iterator, Sequence

from tea_assistant.cli.known import DIVIDED, KnownCommand, KnownOption

_SPECIAL = str.maketrans({"\\": "\\\\", "[": "\\[", "]": "\\]", ":": "\\:", "'": "'\\''"})


def script(commands: Sequence[KnownCommand]) -> str:
    """Return what zsh reads, sourced or as a file of its own."""
    return "\n".join(_lines(commands)) + "\n"


def _lines(commands: Sequence[KnownCommand]) -> Iterator[str]:
    yield "#compdef tea"
    yield "# Vervollständigung für tea in zsh, geschrieben von: tea completion zsh"
    yield "_tea() {"
    yield "  local -a commands parts"
    single = [command for command in commands if command.name and " " not in command.name]
    yield f"  commands=({' '.join(_described(c.name, c.summary) for c in single)})"
    divided = [command for command in commands if command.name.startswith(f"{DIVIDED} ")]
    yield f"  parts=({' '.join(_described(c.name.split()[1], c.summary) for c in divided)})"
    yield "  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then"
    yield "    _describe -t commands Befehl commands"
    yield "    _files -/"
    yield "    return"
    yield "  fi"
    yield "  local key=$words[2]"
    yield f"  if [[ $key == {DIVIDED} ]]; then"
    yield "    if (( CURRENT == 3 )); then _describe -t commands Teil parts; return; fi"
    yield '    key="$key $words[3]"'
    yield "    shift words; (( CURRENT-- ))"
    yield "  fi"
    yield '  case "$key" in'
    for command in commands:
        if not command.name or command.name == DIVIDED:
            continue
        yield f"    '{command.name}')"
        yield "      shift words; (( CURRENT-- ))"
        yield f"      _arguments -s {' '.join(_specs(command))} ;;"
    yield f"    *) _arguments -s {' '.join(_specs(commands[0], words=False))} ;;"
    yield "  esac"
    yield "}"
    yield 'if [ "$funcstack[1]" = "_tea" ]; then _tea "$@"; else compdef _tea tea; fi'


def _described(name: str, summary: str) -> str:
    return f"'{name}:{summary.translate(_SPECIAL)}'"


def _specs(command: KnownCommand, *, words: bool = True) -> Iterator[str]:
    for option in command.options:
        yield from _spec(option)
    if words and command.words:
        yield f"'1:Wort:({' '.join(command.words)})'"
    yield "'*:Datei:_files'"


def _spec(option: KnownOption) -> Iterator[str]:
    taken = ""
    if option.choices:
        taken = f":{option.value.translate(_SPECIAL)}:({' '.join(option.choices)})"
    elif option.value:
        taken = f":{option.value.translate(_SPECIAL)}:_files"
    for name in option.names:
        yield f"'{name}[{option.help.translate(_SPECIAL)}]{taken}'"
