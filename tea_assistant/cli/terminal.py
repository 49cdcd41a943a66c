"""What the command line writes: results on stdout, messages on stderr, nothing that a terminal could obey."""

import errno
import os
import sys
from typing import TextIO

from tea_assistant.errors import TeaError
from tea_assistant.prose.printable import printable

_manners = {"quiet": False}
"""How this process talks."""


def be_quiet(*, wanted: bool) -> None:
    """Write only results and errors from now on, or messages too."""
    _manners["quiet"] = wanted


def prepare() -> None:
    """Let any German text be written, also where the terminal knows fewer characters."""
    be_quiet(wanted=False)
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is None:
            continue
        if sys.platform == "win32":
            # A pipe would get the old code page there, and JSON has to be UTF-8.
            reconfigure(encoding="utf-8", errors="replace")
        else:
            reconfigure(errors="replace")


def show(text: str) -> None:
    """Write a result for people."""
    _write(sys.stdout, printable(text, lines=True))


def deliver(text: str) -> None:
    """Write a result for programs, as it is."""
    _write(sys.stdout, text)


def tell(message: str) -> None:
    """Write a message beside the result, unless nobody wants any."""
    if not _manners["quiet"]:
        complain(message)


def complain(message: str) -> None:
    """Write what went wrong."""
    _write(sys.stderr, printable(message, lines=True))


def tell_error(error: TeaError) -> None:
    """Write what went wrong, and what can be done about it."""
    complain(f"{error}\n{error.hint}" if error.hint else str(error))


def tell_progress(message: str) -> None:
    """Show what is being done in the same line, where somebody looks; empty text clears it."""
    if shows_progress():
        sys.stderr.write(f"\r\x1b[K{printable(message)}")
        sys.stderr.flush()


def shows_progress() -> bool:
    """Tell whether somebody looks who wants to know how far something is."""
    return sys.stderr.isatty() and not is_plain() and not _manners["quiet"]


def ask(question: str) -> str:
    """Ask the person at the terminal; an answer that ends before it begins is empty."""
    # The question is no result, and stdout may be a file.
    sys.stderr.write(printable(question, lines=True))
    sys.stderr.flush()
    return sys.stdin.readline().strip()


def converse(question: str) -> str | None:
    """Ask in a conversation that is the result itself; None where the input has ended."""
    sys.stdout.write(printable(question, lines=True))
    sys.stdout.flush()
    line = sys.stdin.readline()
    if sys.stdout.isatty() and not line:
        _write(sys.stdout, "")
    elif not sys.stdin.isatty():
        # Nobody has pressed Enter there.
        _write(sys.stdout, "")
    return line.rstrip("\r\n") if line else None


def can_ask() -> bool:
    """Tell whether a person is there to answer."""
    return sys.stdin is not None and sys.stdin.isatty()


def is_interactive() -> bool:
    """Tell whether a person is there to answer and to look."""
    return can_ask() and sys.stdout.isatty() and not is_plain()


def is_plain() -> bool:
    """Tell whether the terminal can only write line after line."""
    return os.environ.get("TERM") == "dumb"


def is_browser() -> bool:
    """Tell whether the screens go to a browser: `tea serve` has started this program."""
    return bool(os.environ.get("TEXTUAL_DRIVER"))


def finish() -> None:
    """Write out what is still waiting."""
    for stream in (sys.stdout, sys.stderr):
        _guarded(stream, "")


def _write(stream: TextIO, text: str) -> None:
    _guarded(stream, text if text.endswith("\n") else f"{text}\n")


def _guarded(stream: TextIO, text: str) -> None:
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        # Python would try once more at its end, and then complain itself.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
        # Where the reader has left, the command still ends with its own exit code.
        if not _reader_has_left(error):
            raise


def _reader_has_left(error: OSError) -> bool:
    # As `head` does; Windows calls it an invalid argument.
    return isinstance(error, BrokenPipeError) or (sys.platform == "win32" and error.errno == errno.EINVAL)
