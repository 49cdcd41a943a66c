"""Where this program keeps what belongs to a person and a computer, and to no dossier."""

from pathlib import Path

from platformdirs import user_state_path

_PROGRAM = "tea_assistant"


def state_folder() -> Path:
    """Return the folder; it may not be there yet."""
    return user_state_path(_PROGRAM, appauthor=False)
