"""Errors in the words of a screen: without hints that are meant for the command line."""

from tea_assistant.errors import TeaError

_OF_THE_COMMAND_LINE = ("--", "tea ", "der Befehl")


def for_screens(error: TeaError) -> TeaError:
    """Return an error whose hint, if it has one, can be followed on a screen."""
    fits = not any(word in error.hint for word in _OF_THE_COMMAND_LINE)
    return TeaError(error.message, file=error.file, line=error.line, hint=error.hint if fits else "")


def explained(error: TeaError) -> str:
    """Return what an error says, and beneath it what to do."""
    hint = for_screens(error).hint
    return f"{error}\n{hint}" if hint else str(error)
