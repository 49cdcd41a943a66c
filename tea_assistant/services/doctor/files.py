"""Looks at the folder of a dossier: rights, space, drive, locks, and what crashes left."""

import os
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from tea_assistant.services.claim import since, who
from tea_assistant.services.doctor.remark import Remark, Sign, fine, some
from tea_assistant.services.snapshots.text import interrupted_text
from tea_assistant.store import dossier_files, files, lock
from tea_assistant.store.snapshot_journal import interrupted
from tea_assistant.store.temporary_files import is_temporary

_GROUP = "Mappe"
_LITTLE = 500_000_000
_TOO_LITTLE = 20_000_000
_AHEAD = 300
"""Seconds that clocks may be apart."""
_NETWORK = frozenset(
    (
        "nfs",
        "nfs4",
        "cifs",
        "smb3",
        "smbfs",
        "9p",
        "afs",
        "ceph",
        "davfs",
        "fuse.sshfs",
        "fuse.davfs2",
        "fuse.rclone",
    )
)
_REMOTE = 4
"""What Windows calls a drive of another computer."""


def remarks(root: Path, now: datetime) -> Iterator[Remark]:
    """Look at the folder, and change nothing in it."""
    yield _rights(root)
    yield from _space(root)
    yield from _drive(root)
    yield _lock(root, now)
    yield _leftovers(root)
    yield from _future(root, now)
    if cut_off := interrupted(root):
        yield Remark(_GROUP, Sign.BROKEN, interrupted_text(cut_off))


def _rights(root: Path) -> Remark:
    below = [root, *(path for name in dossier_files.FOLDERS if (path := root / name).is_dir())]
    closed = [_name(root, path) for path in below if not files.is_writable(path)]
    known = dossier_files.list_files(root)
    unread = [name for name in known if not os.access(root / name, os.R_OK)]
    fixed = [name for name in known if not os.access(root / name, os.W_OK)]
    if unread:
        return Remark(_GROUP, Sign.BROKEN, f"Nicht lesbar: {some(unread)}", "Bitte die Rechte prüfen lassen.")
    if closed or fixed:
        return Remark(
            _GROUP,
            Sign.NOTE,
            f"Nur zum Lesen: {some(closed + fixed)}",
            "Zum Bearbeiten braucht es das Recht zu schreiben, am Ordner und an den Dateien.",
        )
    return fine(_GROUP, f"Rechte: Ordner und {len(known)} Dateien lassen sich lesen und schreiben")


def _space(root: Path) -> Iterator[Remark]:
    try:
        free = shutil.disk_usage(root).free
    except OSError:
        return
    said = f"Freier Platz: {free / 1e9:.1f} GB".replace(".", ",")
    if free < _TOO_LITTLE:
        yield Remark(
            _GROUP, Sign.BROKEN, said, "Bitte Platz schaffen: Sonst lässt sich nichts mehr speichern."
        )
    elif free < _LITTLE:
        yield Remark(_GROUP, Sign.NOTE, said, "Bitte bald Platz schaffen.")
    else:
        yield fine(_GROUP, said)


def _drive(root: Path) -> Iterator[Remark]:
    kind = _drive_kind(root)
    if kind in _NETWORK:
        yield Remark(
            _GROUP,
            Sign.NOTE,
            f"Die Mappe liegt auf einem Netzlaufwerk ({kind})",
            "Das geht. Arbeiten mehrere daran, hält „tea sync“ alle Fassungen zusammen.",
        )
    elif kind:
        yield fine(_GROUP, f"Laufwerk: auf diesem Rechner ({kind})")


def _drive_kind(root: Path) -> str:
    """Return what kind of drive a folder is on; empty where the system does not tell."""
    if os.name == "nt":
        import ctypes  # noqa: PLC0415 (only Windows has what is asked of it)

        system = getattr(ctypes, "windll").kernel32  # noqa: B009 (elsewhere there is no such thing)
        return "cifs" if system.GetDriveTypeW(f"{root.resolve().anchor}") == _REMOTE else "lokal"
    best, kind = "", ""
    try:
        lines = Path("/proc/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    for line in lines:
        _, place, found, *_ = line.split(" ")
        place = place.replace("\\040", " ")
        if root.resolve().is_relative_to(place) and len(place) >= len(best):
            best, kind = place, found
    return kind


def _lock(root: Path, now: datetime) -> Remark:
    try:
        found = lock.holder(root)
    except OSError as error:
        return Remark(
            _GROUP, Sign.NOTE, f"Wer die Mappe offen hat, lässt sich nicht lesen: {files.explain(error)}"
        )
    if found is None:
        if (root / lock.LOCK_FILE).exists():
            advice = "Beim nächsten Öffnen wird sie ersetzt."
            return Remark(_GROUP, Sign.NOTE, f"Die Datei {lock.LOCK_FILE} ist beschädigt", advice)
        return fine(_GROUP, "In keinem Fenster geöffnet")
    named = f"{who(found)}, {since(found)}"
    if found.is_dead:
        advice = "Nichts: Beim nächsten Öffnen wird sie ersetzt."
        return Remark(_GROUP, Sign.NOTE, f"Sperre eines Fensters, das es nicht mehr gibt ({named})", advice)
    if (now - found.seen).total_seconds() > 600:
        advice = "Ist dort niemand mehr dran, beim Öffnen „Übernehmen“ wählen."
        return Remark(
            _GROUP, Sign.NOTE, f"Geöffnet, aber seit {found.seen:%d.%m., %H:%M} still ({named})", advice
        )
    return fine(_GROUP, f"Gerade geöffnet: {named}")


def _leftovers(root: Path) -> Remark:
    found = [_name(root, path) for path in root.rglob(".~*.tmp") if is_temporary(path.name)]
    if found:
        advice = "Nichts: Das Programm räumt sie nach einer Stunde selbst weg."
        return Remark(_GROUP, Sign.NOTE, f"Reste abgebrochener Schreibvorgänge: {some(found)}", advice)
    return fine(_GROUP, "Keine Reste von Abstürzen")


def _future(root: Path, now: datetime) -> Iterator[Remark]:
    stamps = {name: stamp for name in dossier_files.list_files(root) if (stamp := files.stamp(root / name))}
    ahead = [name for name, stamp in stamps.items() if stamp.changed.timestamp() - now.timestamp() > _AHEAD]
    if ahead:
        yield Remark(
            _GROUP,
            Sign.NOTE,
            f"Später geändert, als es jetzt ist: {some(sorted(ahead))}",
            "Die Uhr dieses Rechners oder die des Laufwerks geht falsch.",
        )


def _name(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix() if path != root else "der Ordner der Mappe"
