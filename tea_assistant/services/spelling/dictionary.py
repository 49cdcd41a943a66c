"""Finds a German dictionary that is installed, and opens it."""

import os
import sys
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from platformdirs import user_config_path

from tea_assistant.errors import TeaError
from tea_assistant.services.spelling.spelling import Dictionary

_LIBRARY = "hunspell"
_LINUX = (
    "/usr/share/hunspell",
    "/usr/share/myspell/dicts",
    "/usr/local/share/hunspell",
    "/usr/lib/libreoffice/share/extensions/dict-de",
    "/usr/lib64/libreoffice/share/extensions/dict-de",
)
_OFFICE = "LibreOffice/share/extensions/dict-de"
_EXTRA = (
    'So kommt er dazu, unter Windows wie unter Linux: pip install "tea_assistant[spelling]"\n'
    "Mit pipx: pipx inject tea_assistant chunspell\n"
    "Wer Ihnen das Programm eingerichtet hat, weiß, welcher Weg der richtige ist."
)


class NoDictionary(TeaError):
    """Nothing here knows how German words are spelled."""


def own_folder() -> Path:
    """Return where a person can put a dictionary; it need not be there."""
    return user_config_path("tea_assistant", appauthor=False) / "woerterbuch"


def folders() -> Iterator[Path]:
    """Yield where dictionaries lie, the person's own one first."""
    yield own_folder()
    if sys.platform == "win32":
        for name in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
            if root := os.environ.get(name):
                yield Path(root) / _OFFICE
    else:
        yield from map(Path, _LINUX)
        yield from sorted(Path("/opt").glob("libreoffice*/share/extensions/dict-de"), reverse=True)


def installed() -> Path | None:
    """Return the `.aff` file of the first dictionary; that of Germany comes before other German ones."""
    for folder in folders():
        found = [path for path in sorted(folder.glob("de*.aff")) if path.with_suffix(".dic").is_file()]
        if found:
            return min(found, key=lambda path: (not path.stem.startswith("de_DE"), path.stem))
    return None


def required() -> Path:
    """Return the `.aff` file of the dictionary to use; raises `NoDictionary` where something is missing."""
    if find_spec(_LIBRARY) is None:
        raise NoDictionary("Für die Rechtschreibung fehlt ein Zusatz zu diesem Programm.", hint=_EXTRA)
    path = installed()
    if path is None:
        raise NoDictionary("Auf diesem Rechner ist kein deutsches Wörterbuch.", hint=_how_to_get_one())
    return path


def dictionary() -> Dictionary:
    """Open the dictionary that is installed, once in a process; raises `NoDictionary`."""
    return _open(required())


@lru_cache(maxsize=1)
def _open(path: Path) -> Dictionary:
    library: Any = import_module(_LIBRARY)
    try:
        opened: Dictionary = library.Hunspell(path.stem, hunspell_data_dir=str(path.parent))
        # One that does not say in which letters it is written cannot be asked for German words.
        opened.spell("äöüß")
    except (library.HunspellFilePathError, UnicodeError) as error:
        raise NoDictionary(f"Das Wörterbuch {path} lässt sich nicht lesen.") from error
    return opened


def _how_to_get_one() -> str:
    usual = (
        "Windows: LibreOffice bringt eines mit; es zu installieren genügt (de.libreoffice.org)."
        if sys.platform == "win32"
        else "Debian und Ubuntu: sudo apt install hunspell-de-de. Fedora: sudo dnf install hunspell-de. "
        "Auch LibreOffice bringt eines mit."
    )
    return f"{usual}\nOder legen Sie de_DE.aff und de_DE.dic in diesen Ordner: {own_folder()}"
