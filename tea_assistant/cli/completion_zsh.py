"""Completion for zsh."""

from collections.abc import Iterator, Sequence

from tea_assistant.cli.known import DIVIDED, KnownCommand, KnownOption
from tea_assistant.cli.offered import FILES, FOLDERS

_SPECIAL = str.maketrans({"\\": "\\\\", "[": "\\[", "]": "\\]", ":": "\\:", "'": "'\\''"})


def script(commands: Sequence[KnownCommand]) -> str:
    """Return what zsh reads, sourced or as a file of its own."""
    return "\n".join(_lines(commands)) + "\n"


def _lines(commands: Sequence[KnownCommand]) -> Iterator[str]:
    yield "#compdef tea"
    yield "# Vervollständigung für tea in zsh, geschrieben von: tea completion zsh"
    yield "_tea_given() {"
    yield "  local kind"
    yield "  local -a found"
    yield '  for kind in "$@"; do'
    yield '    case "$kind" in'
    yield f"      {FILES}) _files ;;"
    yield f"      {FOLDERS}) _files -/ ;;"
    yield '      *) found=(${(f)"$(command ${~tea} complete-values $kind "${words[@]}" 2>/dev/null)"})'
    yield "        compadd -a found ;;"
    yield "    esac"
    yield "  done"
    yield "}"
    yield "_tea() {"
    # What follows may change the words.
    yield "  local tea=$words[1]"
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
    yield f"'*:Angabe:{_given(command.offers)}'"


def _spec(option: KnownOption) -> Iterator[str]:
    taken = ""
    # An option that takes two has a name for each.
    for at, value in enumerate(option.value.split(" ") if option.value else ()):
        action = f"({' '.join(option.choices)})" if option.choices else _given(() if at else option.offers)
        taken += f":{value.translate(_SPECIAL)}:{action}"
    for name in option.names:
        # `--format=html` is the same as `--format html`.
        joined = "=" if taken and name.startswith("--") else ""
        yield f"'{name}{joined}[{option.help.translate(_SPECIAL)}]{taken}'"


def _given(kinds: tuple[str, ...]) -> str:
    """Return what completes there; a blank before it keeps zsh from adding words to the call."""
    return f" _tea_given {' '.join(kinds)}" if kinds else " "
