"""The program's own log: what it did and what failed, never what a dossier says or how files are called."""

import functools
import logging
import logging.handlers
import traceback
from pathlib import Path

from tea_assistant import __version__
from tea_assistant.patterns import regex
from tea_assistant.store.state_folder import state_folder

_NAME = "tea.log"
_MAX_BYTES = 200_000
_OLD_ONES = 3
_HARMLESS = regex(r"[A-Za-z0-9_.+:/<>-]{0,80}")
"""What a fact may look like: a word of the program, never words of a person."""
_PACKAGE = Path(__file__).parents[1]


def log_file() -> Path:
    """Return where the log is; it may not be there yet."""
    return state_folder() / _NAME


def note(event: str, **facts: str | float | None) -> None:
    """Log that something happened; `event` is a fixed English phrase, facts are numbers and single words.

    Where nothing can be logged, the program goes on.
    """
    words = [f"{key}={value if _is_harmless(value) else '…'}" for key, value in facts.items()]
    _log().info("%s", " ".join([event, *words]))


def note_failure(error: BaseException) -> None:
    """Log where the program failed, without the words of the error: they may quote a dossier."""
    frames = traceback.extract_tb(error.__traceback__)
    places = [f"{_short(frame.filename)}:{frame.lineno}:{frame.name}" for frame in frames]
    _log().error("%s", f"failure {type(error).__name__} at {' < '.join(reversed(places))}")


@functools.cache
def _log() -> logging.Logger:
    log = logging.getLogger("tea_assistant")
    log.propagate = False
    for old in log.handlers[:]:
        old.close()
        log.removeHandler(old)
    log.setLevel(logging.INFO)
    try:
        path = log_file()
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler: logging.Handler = _Quiet(
            path, maxBytes=_MAX_BYTES, backupCount=_OLD_ONES, encoding="utf-8", delay=True
        )
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(
        logging.Formatter(f"%(asctime)s {__version__} %(process)d %(levelname)s %(message)s")
    )
    log.addHandler(handler)
    return log


class _Quiet(logging.handlers.RotatingFileHandler):
    """Gives up where the disk is full: nobody wants to read of that in the middle of a screen."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 (its name there)
        """Go on without this line."""
        del record


def _is_harmless(value: object) -> bool:
    return value is None or isinstance(value, int | float) or bool(_HARMLESS.fullmatch(str(value)))


def _short(filename: str) -> str:
    path = Path(filename)
    if path.is_relative_to(_PACKAGE):
        return path.relative_to(_PACKAGE).as_posix()
    # Where a library lies tells who uses it.
    return "/".join(path.parts[-2:])
