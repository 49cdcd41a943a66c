"""Makes a new dossier, or a copy of an example."""

import os
import shutil
from contextlib import suppress
from datetime import date
from pathlib import Path

from tea_assistant import resources
from tea_assistant.errors import DossierError
from tea_assistant.model.layout import ATTACHMENTS, DOSSIER_FILE, cycle_file
from tea_assistant.services.own_catalogue import OwnCatalogue, catalogue_called
from tea_assistant.store import catalogue_files, files, folders, schema
from tea_assistant.store.yaml import writer as yaml_writer


def create_dossier(
    root: Path, name: str, state: str = "", cycle: str = "", catalogue: OwnCatalogue | None = None
) -> Path:
    """Make a dossier with its first round in a folder that holds none yet; return the folder.

    Without a catalogue it is for the newest one that ships with the program.
    """
    _require_room(root)
    cycle = cycle or next_cycle(date.today())  # noqa: DTZ011 (the user's own calendar)
    if not (len(cycle) == len("2025") and cycle.isascii() and cycle.isdecimal()):
        raise DossierError(
            f"„{cycle}“ ist kein Jahr.", hint="Die Bewerbungsrunde heißt nach ihrem Jahr: 2028"
        )
    organisation = {"format": schema.FORMAT, "name": name} | ({"state": state} if state else {})
    catalogue = catalogue or catalogue_called(catalogue_files.shipped_ids()[0])
    settings = {"format": schema.FORMAT, "catalogue": catalogue.id}
    if catalogue.deadline:
        settings["deadline"] = f"{cycle}-{catalogue.deadline}"
    try:
        for folder in ("evidence", "figures", f"cycles/{cycle}/fields", ATTACHMENTS):
            folders.make_folders(root / folder)
        for file, content in catalogue.files.items():
            folders.make_folders((root / file).parent)
            files.write_checked(root / file, content, None)
        # The dossier's own file comes last: only with it is the folder a dossier.
        for file, value in ((cycle_file(cycle), settings), (DOSSIER_FILE, organisation)):
            files.write_checked(root / file, yaml_writer.dump(value).encode(), None)
    except OSError as error:
        raise DossierError(f"Die Mappe lässt sich nicht anlegen: {files.explain(error)}") from error
    return root


def _require_room(root: Path) -> None:
    try:
        if (root / DOSSIER_FILE).exists():
            raise DossierError(
                f"In diesem Ordner liegt schon eine Mappe: {root}", hint="Öffnen mit: tea ORDNER"
            )
        if root.exists() and not root.is_dir():
            raise DossierError(f"Das ist eine Datei, kein Ordner: {root}")
    except OSError as error:
        raise DossierError(f"Die Mappe lässt sich nicht anlegen: {files.explain(error)}") from error


def next_cycle(today: date) -> str:
    """Return the year of the next round that can still be reached: rounds close on 30 April."""
    return str(today.year if (today.month, today.day) <= (4, 30) else today.year + 1)


def state_code(text: str) -> str:
    """Return the code of a federal state from its code or name; raises `DossierError` for others."""
    codes = {
        path[2]: name for path, name in schema.labels().values.items() if path[:2] == ("dossier", "state")
    }
    wanted = text.strip().casefold()
    for code, name in codes.items():
        if wanted in (code.casefold(), name.casefold()):
            return code
    if not wanted:
        return ""
    known = ", ".join(f"{code} ({name})" for code, name in codes.items())
    raise DossierError(f"Das Bundesland „{text}“ gibt es nicht.", hint=f"Möglich sind: {known}")


def copy_example(name: str, root: Path) -> bool:
    """Copy an example dossier to a folder, whole or not at all.

    Returns False where an earlier copy is there; that stays as it is.
    """
    if (root / DOSSIER_FILE).is_file():
        return False
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        raise DossierError(f"Der Ordner ist nicht leer: {root}", hint="Bitte einen neuen Ordner angeben.")
    begun = root.with_name(f".~{root.name}.{os.getpid()}.tmp")
    try:
        folders.make_folders(root.parent)
        _copy(resources.folder("examples") / name, begun)
        if root.exists():
            root.rmdir()
        files.move(begun, root)
    except OSError as error:
        shutil.rmtree(begun, ignore_errors=True)
        raise DossierError(f"Das Beispiel lässt sich nicht kopieren: {files.explain(error)}") from error
    return True


def _copy(source: Path, target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir()
    for path in sorted(source.rglob("*")):
        place = target / path.relative_to(source)
        if path.is_dir():
            place.mkdir()
            continue
        shutil.copyfile(path, place)
        # Some drives know no permissions, and refuse them.
        with suppress(OSError):
            shutil.copystat(path, place)
    # All at once takes a fraction of one by one.
    for path in (target, *target.rglob("*")):
        folders.sync(path)
