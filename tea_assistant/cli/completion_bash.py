"""Completion for bash, from version 3.2 on and without the package bash-completion."""

from collections.abc import Iterator, Sequence

from tea_assistant.cli.known import DIVIDED, KnownCommand
from tea_assistant.cli.offered import asked


def script(commands: Sequence[KnownCommand]) -> str:
    """Return what bash reads; files are completed wherever nothing else fits."""
    return "\n".join(_lines(commands)) + "\n"


def _lines(commands: Sequence[KnownCommand]) -> Iterator[str]:
    yield "# Vervollständigung für tea in bash, geschrieben von: tea completion bash"
    yield "_tea_asked() {"
    yield "    local kind"
    yield '    for kind in "$@"; do'
    yield '        command "${COMP_WORDS[0]}" complete-values "$kind" "${COMP_WORDS[@]}" 2>/dev/null'
    yield "    done"
    yield "}"
    yield "_tea() {"
    yield '    local cur="${COMP_WORDS[COMP_CWORD]}" prev="${COMP_WORDS[COMP_CWORD-1]}"'
    # For bash, `--format=html` is three words.
    yield '    if [ "$cur" = "=" ]; then cur=""'
    yield '    elif [ "$prev" = "=" ]; then prev="${COMP_WORDS[COMP_CWORD-2]}"; fi'
    yield '    local key="" options="" words=""'
    yield '    if [ "$COMP_CWORD" -gt 1 ]; then key="${COMP_WORDS[1]}"; fi'
    yield f'    if [ "$key" = {DIVIDED} ] && [ "$COMP_CWORD" -gt 2 ]; then key="$key ${{COMP_WORDS[2]}}"; fi'
    yield '    case "$key" in'
    yield from (f'        "{c.name}") ;;' for c in commands if c.name)
    # A folder: `tea ORDNER` has the options of `tea` alone.
    yield '        *) key="" ;;'
    yield "    esac"
    yield '    case "$key $prev" in'
    for command in commands:
        for option in command.options:
            patterns = "|".join(f'"{command.name} {name}"' for name in option.names)
            if option.choices:
                yield f"        {patterns}) {_reply(' '.join(option.choices))}; return ;;"
            elif kinds := asked(option.offers):
                yield f"        {patterns}) {_reply(f'$(_tea_asked {kinds})')}; return ;;"
            elif option.value:
                yield f"        {patterns}) COMPREPLY=(); return ;;"
    yield "    esac"
    yield '    case "$key" in'
    for command in commands:
        names = " ".join(name for option in command.options for name in option.names)
        yield f'        "{command.name}") options="{names}" words="{" ".join(command.words)}" ;;'
    yield "    esac"
    yield '    case "$cur" in'
    yield f"        -*) {_reply('$options')}; return ;;"
    yield "    esac"
    yield '    case "$key" in'
    for command in commands:
        if kinds := asked(command.offers):
            yield f'        "{command.name}") words="$(_tea_asked {kinds})" ;;'
    yield "    esac"
    yield f"    {_reply('$words')}"
    yield "}"
    yield "complete -o default -F _tea tea"


def _reply(words: str) -> str:
    return f'COMPREPLY=($(compgen -W "{words}" -- "$cur"))'
