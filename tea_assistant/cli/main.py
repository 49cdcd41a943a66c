"""Finds the command that is meant, runs it, and turns what went wrong into an exit code."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tea_assistant.cli import terminal
from tea_assistant.cli.commands import COMMANDS, OPEN, load, parser_of
from tea_assistant.errors import TeaError, UsageError

FINE = 0
FAILED = 2
INTERRUPTED = 130
_FOR_PROGRAMS = ("merge-driver", "complete-values")
"""What git and the shell call: no help lists it, for no person types it."""
_ALLOCATIONS = 100_000
"""So many new things are made before the collector looks at them."""
_SAVED = "In der Mappe ist keine Datei halb geschrieben: Jede ist ganz wie vorher oder ganz neu."


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit code."""
    # A command is over before much is worth collecting; to look for it would take a tenth of the time.
    gc.set_threshold(_ALLOCATIONS)
    terminal.prepare()
    try:
        code = _run(sys.argv[1:] if argv is None else list(argv))
        terminal.finish()
    except TeaError as error:
        terminal.tell_error(error)
        return FAILED
    except OSError as error:
        terminal.complain(_explained(error))
        return FAILED
    except KeyboardInterrupt:
        terminal.complain("Abgebrochen.")
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 (it must not end with 1, as a check with findings does)
        terminal.complain(_crashed(error))
        return FAILED
    return code


def _run(argv: list[str]) -> int:
    name, rest = _command(argv)
    try:
        arguments = parser_of(name).parse_args(rest)
    except SystemExit:
        # The help or the version was shown.
        return FINE
    terminal.be_quiet(wanted=arguments.quiet)
    return load(name).run(arguments)


def _command(argv: list[str]) -> tuple[str, list[str]]:
    if argv and argv[0] in _FOR_PROGRAMS:
        return argv[0].replace("-", "_"), argv[1:]
    if argv and argv[0] in COMMANDS:
        return argv[0], argv[1:]
    if argv and _is_meant_as_command(argv[0]):
        raise UsageError(f"„{argv[0]}“ ist weder ein Befehl noch ein Ordner.", hint=_meant(argv[0]))
    return OPEN, argv


def _is_meant_as_command(word: str) -> bool:
    separators = {os.sep, os.altsep or os.sep}
    return not (word.startswith(("-", ".", "~")) or separators & set(word) or Path(word).exists())


def _meant(word: str) -> str:
    from tea_assistant.checks.nearest import nearest

    found = nearest(word.lower(), COMMANDS)
    return f"Meinten Sie „tea {found}“?" if found else "Alle Befehle zeigt: tea help"


def _crashed(error: Exception) -> str:
    from tea_assistant.store import crash_report

    report = crash_report.write(error)
    if report:
        return crash_report.told(_SAVED, report)
    import traceback

    # Nothing can be written anywhere: this is the only place for it.
    return f"{crash_report.told(_SAVED, None)}\n\n{''.join(traceback.format_exception(error))}"


def _explained(error: OSError) -> str:
    from tea_assistant.store.files import explain

    name = f"{error.filename}: " if error.filename else ""
    return f"{name}{explain(error)}"
