"""What is wrong with the entries of a zip before any is opened: tricks with names, links, leftovers."""

import stat
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator

from tea_assistant.model.file_names import folded

_PLAIN = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1


def entry_problem(entry: zipfile.ZipInfo) -> str:
    """Return in German why an entry must not be opened; empty where it may."""
    kind = stat.S_IFMT(entry.external_attr >> 16)
    if problem := name_problem(entry.orig_filename):
        return problem
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        return "Das ist eine Verknüpfung oder etwas anderes als eine Datei."
    if entry.flag_bits & _ENCRYPTED:
        return "Die Datei ist verschlüsselt."
    if entry.compress_type not in _PLAIN:
        return "Die Datei ist auf eine unbekannte Art gepackt."
    return ""


def name_problem(name: str) -> str:
    """Return in German why a name could lead to another place; empty where it cannot."""
    if any(unicodedata.category(character) in ("Cc", "Cs") for character in name):
        return "Der Name enthält Steuerzeichen."
    steps = name.removesuffix("/").split("/")
    if not name or "\\" in name or ":" in name or any(step in ("", ".", "..") for step in steps):
        return "Der Name führt aus dem Paket hinaus."
    return ""


def repeated(names: Iterable[str]) -> frozenset[str]:
    """Return the names that some system would take for one another."""
    names = list(names)
    counted = Counter(map(folded, names))
    return frozenset(name for name in names if counted[folded(name)] > 1)


def superfluous(names: Iterable[str], listed: Iterable[str]) -> Iterator[str]:
    """Yield the names that nobody listed; a folder in which a listed file lies is none."""
    known = set(listed)
    folders = {name[: at + 1] for name in known for at, character in enumerate(name) if character == "/"}
    return (name for name in names if name not in known and name not in folders)
