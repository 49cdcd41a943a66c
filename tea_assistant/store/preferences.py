"""How a person wants the screens: the colours, the width of panes, what news were seen; in no dossier."""

import contextlib
from pathlib import Path

import msgspec
from msgspec import Struct, field

from tea_assistant.store import files
from tea_assistant.store.state_folder import state_folder


class Preferences(Struct):
    """What the program remembers for a person; where it has no file, only until it ends."""

    theme: str = ""
    panes: dict[str, int] = field(default_factory=dict)
    """Columns by the name of a pane."""
    news: str = ""
    """The version whose news were shown last."""


def path() -> Path:
    """Return the file where they are kept."""
    return state_folder() / "preferences.json"


def load() -> Preferences:
    """Return what was kept; anew where nothing was, or where it cannot be read."""
    try:
        return msgspec.json.decode(path().read_bytes(), type=Preferences)
    except (OSError, msgspec.MsgspecError):
        return Preferences()


def keep(preferences: Preferences) -> None:
    """Write them; where that cannot be done, they hold until the program ends."""
    with contextlib.suppress(OSError):
        path().parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        files.write_atomic(path(), msgspec.json.encode(preferences))
