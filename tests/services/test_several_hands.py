"""Two sessions on one dossier: what one changes reaches the other, and nothing is lost."""

import os
import shutil
from pathlib import Path

import pytest

from tea_assistant.services.session import Session
from tea_assistant.store.merging.merge import settle
from tea_assistant.store.yaml.writer import REMOVE, Change

MEASURE = "evidence/mentoring.yaml"
TEXT = """\
format: 1
title: Mentoring [/x]   # der Titel
summary: |
  Mitarbeiter*innen und Bürger*innen nehmen teil. Es läuft seit 2017.
partners: [VHS]
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "evidence").mkdir()
    (tmp_path / "dossier.yaml").write_text("format: 1\nname: Stadt Musterhausen\n", encoding="utf-8")
    (tmp_path / MEASURE).write_text(TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def both(root: Path) -> tuple[Session, Session]:
    return Session(root, "2025"), Session(root, "2025")


def change(session: Session, **values: object) -> None:
    session.edit(MEASURE, [Change((key,), value) for key, value in values.items()], "Ändern")


def save(session: Session) -> None:
    outcome = session.save()
    assert not outcome.errors
    path = session.root / MEASURE
    if path.exists():
        # Two writes within one tick of the clock look alike from outside.
        stamp = path.stat()
        os.utime(path, ns=(stamp.st_atime_ns, stamp.st_mtime_ns + 1_000_000))


@pytest.mark.parametrize("how", ["save", "poll"])
def test_changes_of_different_places_come_together(
    both: tuple[Session, Session], root: Path, how: str
) -> None:
    mine, theirs = both
    change(theirs, title="Ihr Titel", partners=["VHS", "IHK"])
    save(theirs)
    change(mine, since="2017", partners=["VHS", "DGB"])
    assert mine.version == 1
    if how == "poll":
        assert mine.poll() == (MEASURE,)
        assert mine.dirty == {MEASURE}
        save(mine)
    else:
        assert mine.save().joined == (MEASURE,)
    assert mine.version == 2
    (joined,) = mine.take_joined()
    assert (joined.file, joined.before) == (MEASURE, TEXT)
    assert joined.theirs == theirs.text(MEASURE)
    assert (mine.take_joined(), mine.conflicts) == ((), ())
    written = (root / MEASURE).read_text(encoding="utf-8")
    assert "title: Ihr Titel   # der Titel\n" in written
    assert 'partners: [VHS, DGB, IHK]\nsince: "2017"\n' in written
    assert theirs.poll() == (MEASURE,)
    assert theirs.text(MEASURE) == mine.text(MEASURE) == written


def test_one_place_changed_by_both_is_a_conflict_that_knows_where_both_began(
    both: tuple[Session, Session],
) -> None:
    mine, theirs = both
    change(theirs, title="Ihrer", partners=REMOVE)
    save(theirs)
    change(mine, title="Meiner", since="2017")
    assert mine.save().conflicts == (MEASURE,)
    (conflict,) = mine.conflicts
    assert (conflict.base, conflict.theirs) == (TEXT, theirs.text(MEASURE))
    (field,) = conflict.merged.conflicts
    assert (field.path, field.base, field.mine, field.theirs) == (
        ("title",),
        "Mentoring [/x]",
        "Meiner",
        "Ihrer",
    )
    mine.resolve(conflict, settle(MEASURE, conflict.merged, [(field, "Beider")]))
    save(mine)
    assert mine.value(MEASURE) == {
        "format": 1,
        "title": "Beider",
        "summary": "Mitarbeiter*innen und Bürger*innen nehmen teil. Es läuft seit 2017.\n",
        "since": "2017",
    }


def test_what_comes_while_a_conflict_is_decided_is_not_overwritten(both: tuple[Session, Session]) -> None:
    mine, theirs = both
    change(theirs, title="Ihrer")
    save(theirs)
    change(mine, title="Meiner")
    save(mine)
    (shown,) = mine.conflicts
    change(theirs, partners=["IHK"])
    save(theirs)
    mine.poll()
    mine.resolve(shown, shown.mine)
    assert mine.conflicts == ()
    save(mine)
    assert mine.dossier.evidence["mentoring"].title == "Meiner"
    assert mine.dossier.evidence["mentoring"].partners == ("IHK",)
    change(theirs, title="Noch einer")
    theirs.poll()
    (conflict,) = theirs.conflicts
    change(mine, title="Ganz anders")
    save(mine)
    theirs.poll()
    theirs.resolve(conflict, conflict.mine)
    (again,) = theirs.conflicts
    assert [(c.mine, c.theirs) for c in again.merged.conflicts] == [("Noch einer", "Ganz anders")]


def test_a_file_that_one_side_removed(both: tuple[Session, Session], root: Path) -> None:
    mine, theirs = both
    theirs.delete(MEASURE, "Löschen")
    save(theirs)
    change(mine, title="Meiner")
    save(mine)
    (conflict,) = mine.conflicts
    assert conflict.theirs is None
    assert not (root / MEASURE).exists()
    mine.resolve(conflict, conflict.mine)
    save(mine)
    theirs.poll()
    assert theirs.dossier.evidence["mentoring"].title == "Meiner"


def test_a_file_that_cannot_be_read_is_left_to_a_person(both: tuple[Session, Session], root: Path) -> None:
    mine, _ = both
    change(mine, since="2017")
    (root / MEASURE).write_bytes(TEXT.replace("Mentoring", "Förderung").encode("cp1252"))
    mine.poll()
    (conflict,) = mine.conflicts
    assert [field.path for field in conflict.merged.conflicts] == [()]


def test_a_folder_that_is_deleted_meanwhile_is_told_and_not_made_anew(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "mappe"
    folder.mkdir()
    for name in ("dossier.yaml", "evidence"):
        (root / name).rename(folder / name)
    session = Session(folder, "2025")
    change(session, title="Meiner")
    session.write("evidence/neu.yaml", {"format": 1, "title": "Neu [/x]"}, "Neu")
    shutil.rmtree(folder)
    outcome = session.save()
    assert (outcome.saved, outcome.conflicts) == ((), (MEASURE,))
    assert outcome.errors == ("evidence/neu.yaml: Der Ordner oder die Datei ist nicht mehr da.",)
    assert not folder.exists()
    assert session.dirty >= {"evidence/neu.yaml"}
