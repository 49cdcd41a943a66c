"""What is cut off in the middle can be done again, and what it leaves can be brought back."""

import errno
import os
import time
from io import FileIO
from pathlib import Path
from typing import Any

import pytest

from tea_assistant.errors import EditError
from tea_assistant.services import edits
from tea_assistant.services.claim import Claim, State
from tea_assistant.services.session import Session
from tea_assistant.services.snapshots import snapshots
from tea_assistant.store import files, folders, lock
from tea_assistant.store.yaml.writer import Change
from tests.services.conftest import EVIDENCE_FILE

RECORD = "import/plan.yaml"
MAPPING = "import/figures-mapping.yaml"


def test_what_was_taken_over_is_written_before_what_says_so(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.edit(EVIDENCE_FILE, [Change(("goal",), "Mehr Mitarbeiter*innen [/x]")], "Ziel")
    for file in (RECORD, MAPPING):
        session.write(file, {"format": 1}, "Einlesen")
    written: list[str] = []
    write = files.write_checked

    def full(path: Path, data: bytes, expected: bytes | None, *, below: Path | None = None) -> None:
        if path.name == Path(EVIDENCE_FILE).name and not written[1:]:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        written.append(path.name)
        write(path, data, expected, below=below)

    monkeypatch.setattr(files, "write_checked", full)
    outcome = session.save()
    assert outcome.saved == (MAPPING,)
    assert session.dirty == {EVIDENCE_FILE, RECORD}
    monkeypatch.setattr(files, "write_checked", write)
    assert session.save().saved == (EVIDENCE_FILE, RECORD)


def test_attachments_of_a_half_deleted_state_go_to_the_trash(session: Session) -> None:
    root = session.root
    proof = edits.attach(session, _flyer(root.parent))
    session.edit(EVIDENCE_FILE, [Change(("proofs",), [proof])], "Nachweis")
    kept = snapshots.keep(session, "Entwurf")
    (stored,) = (root / "snapshots/attachments").iterdir()
    # As if the program had died right after the state itself had gone.
    files.move(root / "snapshots" / kept.id, files.place_in_trash(root, f"snapshots/{kept.id}"))
    long_ago = time.time() - 10_000
    os.utime(stored, (long_ago, long_ago))
    (root / proof["file"]).unlink()
    snapshots.keep(session, "Später")
    assert not stored.exists()
    assert [path.read_bytes() for path in (root / files.TRASH).rglob(stored.name)] == [b"%PDF Flyer"]


def test_an_attachment_that_cannot_be_copied_is_refused_in_german(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    flyer = _flyer(session.root.parent)
    monkeypatch.setattr(folders, "make_folders", refused)
    with pytest.raises(EditError, match="Die Zugriffsrechte fehlen"):
        edits.attach(session, flyer)


def test_half_a_lock_is_taken_away_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(FileIO):
        def write(self, data: Any) -> int:
            super().write(bytes(data)[:10])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fdopen", Full)
        assert Claim(root).take().state is State.UNKNOWN
    assert not (root / lock.LOCK_FILE).exists()
    assert Claim(root).take().state is State.MINE


def _flyer(folder: Path) -> Path:
    path = folder / "Flyer ä.pdf"
    path.write_bytes(b"%PDF Flyer")
    return path
