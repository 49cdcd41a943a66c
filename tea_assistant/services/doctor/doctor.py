"""Looks whether everything the program needs is in order, and changes nothing."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from tea_assistant.errors import DossierError
from tea_assistant.services.doctor import computer as doctor_computer
from tea_assistant.services.doctor import dossier as doctor_dossier
from tea_assistant.services.doctor import files as doctor_files
from tea_assistant.services.doctor import installation as doctor_installation
from tea_assistant.services.doctor.remark import Remark, Sign, Terminal
from tea_assistant.services.opening import find_dossier


def examine(start: Path, terminal: Terminal, now: datetime) -> tuple[Remark, ...]:
    """Look at the installation, this computer, and the dossier at or above a folder, if there is one."""
    return tuple(_remarks(start, terminal, now))


def is_well(remarks: tuple[Remark, ...]) -> bool:
    """Tell whether nothing has to be mended."""
    return all(remark.sign is not Sign.BROKEN for remark in remarks)


def _remarks(start: Path, terminal: Terminal, now: datetime) -> Iterator[Remark]:
    yield from doctor_installation.remarks()
    yield from doctor_computer.remarks(terminal, now)
    try:
        root = find_dossier(start)
    except DossierError as error:
        yield Remark("Mappe", Sign.FINE, f"Hier wird keine Mappe geprüft. {error.message}")
        return
    yield Remark("Mappe", Sign.FINE, f"Geprüft wird: {root}")
    yield from doctor_files.remarks(root, now)
    yield from doctor_dossier.remarks(root)
