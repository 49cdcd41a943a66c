"""Completion for PowerShell, on Windows and elsewhere."""

from collections.abc import Iterator, Sequence

from tea_assistant.cli.known import DIVIDED, KnownCommand
from tea_assistant.cli.offered import asked

_QUOTES = str.maketrans({quote: quote * 2 for quote in "'‘’‚‛"})
"""PowerShell takes them all for the end of a text."""


def script(commands: Sequence[KnownCommand]) -> str:
    """Return what PowerShell reads; where nothing fits, it completes files by itself."""
    return "\n".join(_lines(commands)) + "\n"


def _lines(commands: Sequence[KnownCommand]) -> Iterator[str]:
    yield "# Vervollständigung für tea in PowerShell, geschrieben von: tea completion powershell"
    yield "Register-ArgumentCompleter -Native -CommandName tea -ScriptBlock {"
    yield "    param($wordToComplete, $commandAst, $cursorPosition)"
    yield "    $known = @{"
    for command in commands:
        yield f"        {_quoted(command.name)} = @("
        if not command.name:
            yield from (_entry(c.name, c.summary) for c in commands if c.name and " " not in c.name)
        elif command.name == DIVIDED:
            parts = [c for c in commands if c.name.startswith(f"{DIVIDED} ")]
            yield from (_entry(c.name.split()[1], c.summary) for c in parts)
        else:
            yield from (_entry(word, word) for word in command.words)
        for option in command.options:
            yield from (_entry(name, option.help) for name in option.names)
        yield "        )"
    yield "    }"
    yield "    $values = @{"
    for command in commands:
        for option in command.options:
            if option.choices:
                entries = ", ".join(map(_quoted, option.choices))
                yield from (f"        {_quoted(f'{command.name} {n}')} = @({entries})" for n in option.names)
    yield "    }"
    yield "    $asked = @{"
    for command in commands:
        if kinds := asked(command.offers):
            yield f"        {_quoted(command.name)} = {_quoted(kinds)}"
        for option in command.options:
            if kinds := asked(option.offers):
                yield from (
                    f"        {_quoted(f'{command.name} {n}')} = {_quoted(kinds)}" for n in option.names
                )
    yield "    }"
    yield "    $words = @($commandAst.CommandElements | ForEach-Object { $_.ToString() })"
    yield "    if ($wordToComplete) { $words = @($words | Select-Object -SkipLast 1) }"
    yield "    $key = if ($words.Count -gt 1) { $words[1] } else { '' }"
    yield f"    if ($key -eq '{DIVIDED}' -and $words.Count -gt 2) {{ $key = \"$key $($words[2])\" }}"
    yield "    if (-not $known.ContainsKey($key)) { $key = '' }"
    yield '    $last = "$key $($words[-1])"'
    yield "    $found = if ($values.ContainsKey($last)) { $values[$last] | ForEach-Object { , @($_, $_) } }"
    yield "        elseif (-not $asked.ContainsKey($last)) { $known[$key] }"
    yield "    $place = if ($asked.ContainsKey($last)) { $last } else { $key }"
    yield "    if ($asked.ContainsKey($place) -and -not $values.ContainsKey($last)) {"
    yield "        $found = @($found) + @($asked[$place].Split(' ') | ForEach-Object {"
    yield "            & $words[0] complete-values $_ @words 2>$null"
    yield "        } | ForEach-Object { , @($_, $_) })"
    yield "    }"
    yield '    $found | Where-Object { $_[0] -like "$wordToComplete*" } | ForEach-Object {'
    yield "        $new = [System.Management.Automation.CompletionResult]"
    yield "        $new::new($_[0], $_[0], 'ParameterValue', $_[1])"
    yield "    }"
    yield "}"


def _entry(name: str, told: str) -> str:
    return f"            , @({_quoted(name)}, {_quoted(told or name)})"


def _quoted(text: str) -> str:
    return f"'{text.translate(_QUOTES)}'"
