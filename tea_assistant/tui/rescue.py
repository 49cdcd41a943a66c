"""Keeps texts that could not be saved: writes them into a file outside the dossier."""

import tempfile
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from tea_assistant.services.session import Session


def rescue(session: Session, typed: Mapping[str, str]) -> Path | None:
    """Write all unsaved texts into one file in the user's home folder, or else in the temporary one.

    `typed` holds, by name, what stands on screen and never got into the session. Returns None where
    there is nothing to keep, or where nothing can be written.
    """
    return write_texts(session, {file: session.text(file) for file in sorted(session.dirty)} | dict(typed))


def write_texts(session: Session, texts: Mapping[str, str | None]) -> Path | None:
    """Write texts into one file by their names; returns None where none are there, or none can be written."""
    if not texts:
        return None
    blocks = [
        f"===== {file} =====\n\n{'(gelöscht)' if text is None else text}" for file, text in texts.items()
    ]
    return _write(
        "tea-nicht-gespeichert", _lasting_first(), f"Mappe: {session.root}\n\n" + "\n\n".join(blocks)
    )


def not_in(value: object, texts: Iterable[str]) -> list[str]:
    """Return the texts that stand nowhere in the values of a file."""
    stored = set(_texts_of(value))
    return [text for text in texts if text.strip() and _settled(text) not in stored]


def _texts_of(value: object) -> Iterator[str]:
    match value:
        case str():
            yield _settled(value)
        case Mapping():
            for inner in value.values():
                yield from _texts_of(inner)
        case list():
            # Some lists are edited as lines of one text.
            yield _settled(" ".join(inner for inner in value if isinstance(inner, str)))
            for inner in value:
                yield from _texts_of(inner)


def _settled(text: str) -> str:
    """Return the words of a text: its lines are longer on the screen than in the file."""
    return " ".join(text.split())


def _temporary() -> Path:
    return Path(tempfile.gettempdir())


def _lasting_first() -> list[Path]:
    try:
        return [Path.home(), _temporary()]
    except RuntimeError:
        return [_temporary()]


def _write(name: str, folders: Iterable[Path], text: str) -> Path | None:
    stamp = f"{datetime.now().astimezone():%Y-%m-%d-%H%M%S}"
    for folder in folders:
        path = folder / f"{name}-{stamp}.txt"
        try:
            path.write_text(text, encoding="utf-8")
        except OSError:
            continue
        return path
    return None
