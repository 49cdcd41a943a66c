"""The copy of Musterstadt that the guided tour works on, and how far somebody has come in it."""

import contextlib
import tempfile
from pathlib import Path

import msgspec
from msgspec import Struct
from platformdirs import user_documents_path

from tea_assistant.errors import TeaError
from tea_assistant.model.layout import DOSSIER_FILE, field_file
from tea_assistant.model.source import Path as ValuePath
from tea_assistant.services.create import copy_example
from tea_assistant.services.session import Session
from tea_assistant.store import files
from tea_assistant.store.state_folder import state_folder
from tea_assistant.store.yaml.writer import REMOVE, Change

CYCLE = "2025"
"""The round of Musterstadt that the tour is about."""
FIELD = field_file(CYCLE, "af03")
CRITERION = "af03-mentoring"
ACTIVITY: ValuePath = ("criteria", CRITERION)
"""What is left open in the copy, so that there is something to write."""
_EXAMPLE = "musterstadt"
_FOLDER = "TEA-Rundgang"
_MOST_COPIES = 100
_LARGEST = 100_000
"""Bytes; what is larger was not written here."""


class Standing(Struct, frozen=True):
    """Where somebody is in the tour."""

    root: Path
    """The copy."""
    at: int = 0
    """The number of the step."""
    done: tuple[str, ...] = ()
    """The steps that were done, by their ids."""


def standing() -> Standing | None:
    """Return how far the tour has come that was begun last; None where its copy is gone."""
    try:
        kept = msgspec.json.decode(
            files.read_bytes(_place(), _LARGEST), type=Standing, dec_hook=lambda kind, value: kind(value)
        )
    except (OSError, ValueError, TypeError):
        return None
    return kept if (kept.root / DOSSIER_FILE).is_file() else None


def keep(now: Standing) -> None:
    """Remember where somebody is."""
    # A tour that begins anew the next time is worth no error.
    with contextlib.suppress(OSError):
        _place().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        files.write_atomic(_place(), msgspec.json.encode(now, enc_hook=str))


def begin() -> Standing:
    """Make a copy for a new tour; raises `TeaError` where there is no room for one."""
    root = _copied()
    session = Session(root, CYCLE)
    taken_out = [Change((*ACTIVITY, key), REMOVE) for key in ("statement", "evidence")]
    session.edit(FIELD, taken_out, "Rundgang vorbereiten")
    session.save()
    begun = Standing(root)
    keep(begun)
    return begun


def _copied() -> Path:
    documents = user_documents_path()
    if documents.is_dir():
        with contextlib.suppress(TeaError):
            return _copy_into(documents)
    return _copy_into(Path(tempfile.mkdtemp(prefix="tea-")))


def _copy_into(folder: Path) -> Path:
    # A copy from earlier may hold what somebody has written.
    names = (_FOLDER, *(f"{_FOLDER}-{number}" for number in range(2, _MOST_COPIES)))
    root = next((folder / name for name in names if not (folder / name).exists()), folder / _FOLDER)
    copy_example(_EXAMPLE, root)
    return root


def _place() -> Path:
    return state_folder() / "tour.json"
