"""Named states: kept whole or not at all, compared, put back, and in nobody's way."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tea_assistant.errors import EditError, FileError, UsageError
from tea_assistant.model.layout import Kind, role_of
from tea_assistant.model.snapshot import Snapshot
from tea_assistant.services.capsule.contents import gather
from tea_assistant.services.compare import names_in
from tea_assistant.services.session import Session
from tea_assistant.services.snapshots import snapshots
from tea_assistant.services.snapshots.items import file_of, restore_item
from tea_assistant.services.snapshots.restore import restore
from tea_assistant.services.snapshots.states import differences, state_now, state_of
from tea_assistant.store import dossier_files, schema
from tea_assistant.store.snapshot_journal import interrupted
from tea_assistant.store.yaml import reader as yaml_reader
from tea_assistant.store.yaml.writer import Change
from tests.services.conftest import EVIDENCE_FILE, FIELD_FILE

PROOF = "attachments/konzept.pdf"
REVIEW = "cycles/2025/reviews/personalrat.yaml"
POOL = "snapshots/attachments"


@pytest.fixture
def session(root: Path) -> Session:
    (root / "attachments").mkdir()
    (root / PROOF).write_bytes(b"%PDF eins")
    (root / "attachments" / "gleiches.PDF").write_bytes(b"%PDF eins")
    (root / REVIEW).parent.mkdir()
    (root / REVIEW).write_text("format: 1\nname: Personalrat\n", encoding="utf-8")
    (root / ".git").mkdir()
    (root / ".git" / "config").write_text("x", encoding="utf-8")
    opened = Session(root)
    opened.edit(EVIDENCE_FILE, [Change(("proofs",), [{"title": "Konzept", "file": PROOF}])], "Nachweis")
    return opened


def contents(root: Path) -> Mapping[str, bytes]:
    """Return what the dossier itself consists of."""
    apart = {"snapshots", ".trash"}
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and path.relative_to(root).parts[0] not in apart
    }


def names(root: Path) -> list[str]:
    return [state.snapshot.name for state in snapshots.kept_states(root)]


def test_a_state_holds_the_texts_as_they_are_and_each_attachment_once(session: Session) -> None:
    root = session.root

    kept = snapshots.keep(session, "  Entwurf\tan den\nPersonalrat ", by="Büro", note="Zum Lesen")
    again = snapshots.keep(session, "Entwurf an den Personalrat")

    assert (kept.name, again.name) == ("Entwurf an den Personalrat", "Entwurf an den Personalrat (2)")
    folder = root / "snapshots" / "entwurf-an-den-personalrat"
    for file in (EVIDENCE_FILE, REVIEW, "dossier.yaml"):
        assert (folder / "files" / file).read_bytes() == (root / file).read_bytes()
    assert "konzept.pdf" in session.dossier.evidence["mentoring"].proofs[0].file
    listed = yaml_reader.read((folder / "snapshot.yaml").read_text(encoding="utf-8")).value
    assert schema.errors(Kind.SNAPSHOT, listed) == []
    assert (listed["name"], listed["by"], listed["note"], listed["cycle"]) == (
        "Entwurf an den Personalrat", "Büro", "Zum Lesen", "2025",
    )  # fmt: skip
    assert [entry["file"] for entry in listed["attachments"]] == ["attachments/gleiches.PDF", PROOF]
    assert [path.read_bytes() for path in (root / POOL).iterdir()] == [b"%PDF eins"]
    assert not {".git", "snapshots"} & {path.name for path in (folder / "files").iterdir()}


@pytest.mark.parametrize(
    ("name", "snapshot_id"),
    [
        ("con", "con-1"),
        ("..", "ohne-titel"),
        ("a/b\\c:d", "a-b-c-d"),
        ("Ä*Ö „ß“ [/x]", "ae-oe-ss-x"),
        ("attachments", "attachments-2"),
        ("W" * 300, "w" * 60),
        ("\x1b[31mrot\u202e", "31mrot"),
    ],
)
def test_any_name_gets_a_folder(session: Session, name: str, snapshot_id: str) -> None:
    assert snapshots.keep(session, name).id == snapshot_id
    assert snapshots.find(session.root, snapshot_id).problems == ()
    assert snapshots.find(session.root, name.upper()).snapshot.id == snapshot_id


def test_two_who_choose_the_same_name_at_once_get_two_states(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    snapshots.keep(session, "eins")
    looks = iter([(), *[snapshots.kept_states(session.root)] * 2])
    # The other state comes into being after the first look at which names are free.
    monkeypatch.setattr(snapshots, "kept_states", lambda _root: next(looks))

    assert snapshots.keep(session, "eins").name == "eins (2)"
    monkeypatch.undo()
    assert sorted(names(session.root)) == ["eins", "eins (2)"]


@pytest.mark.parametrize("name", ["", "  \n", "W" * 301])
def test_some_names_are_none(session: Session, name: str) -> None:
    with pytest.raises(UsageError):
        snapshots.keep(session, name)
    assert not (session.root / "snapshots").exists()


def test_putting_back_makes_the_dossier_what_it_was(session: Session) -> None:
    root = session.root
    first = snapshots.keep(session, "eins")
    then = contents(root)
    session.edit(FIELD_FILE, [Change(("opening",), "Neu für Bürger*innen.\n")], "x")
    session.write("evidence/neu.yaml", {"format": 1, "title": "Neu"}, "x")
    (root / PROOF).write_bytes(b"%PDF zwei")
    (root / "attachments" / "neu.txt").write_text("neu", encoding="utf-8")
    (root / REVIEW).unlink()
    told = differences(state_of(root, first), state_now(session), names_in(session.dossier))
    assert [(change.title, change.kind) for change in told] == [
        ("Aktionsfeld Personalarbeit 2025", "changed"),
        ("Neu", "added"),
        ("Prüfung 2025 von Personalrat", "removed"),
        ("Anlage konzept.pdf", "changed"),
        ("Anlage neu.txt", "added"),
    ]

    done = restore(session, first)

    assert contents(root) == then
    assert session.text(FIELD_FILE) == then[FIELD_FILE].decode()
    assert not session.dirty
    assert set(done.written) == {FIELD_FILE, PROOF, REVIEW}
    assert {path.name for path in (root / ".trash").rglob("*") if path.is_file()} == {"neu.yaml", "neu.txt"}
    assert set(names(root)) == {"eins", "vor dem Wiederherstellen von eins"}
    assert differences(state_of(root, first), state_now(session), {}) == ()

    restore(session, done.before)
    assert (root / PROOF).read_bytes() == b"%PDF zwei"
    assert "Neu für Bürger*innen." in (session.text(FIELD_FILE) or "")
    assert len(names(root)) == 3


def test_a_single_item_comes_back_with_its_proofs_and_can_be_undone(session: Session) -> None:
    root = session.root
    kept = snapshots.keep(session, "eins")
    before = session.text(EVIDENCE_FILE)
    session.edit(EVIDENCE_FILE, [Change(("title",), "Anders")], "x")
    session.edit(FIELD_FILE, [Change(("opening",), "Bleibt.\n")], "x")
    (root / PROOF).unlink()

    done = restore_item(session, kept, file_of(kept, "mentoring"))

    assert (done.file, done.changed, done.attachments) == (EVIDENCE_FILE, True, (PROOF,))
    assert session.text(EVIDENCE_FILE) == before
    assert "Bleibt." in (session.text(FIELD_FILE) or "")
    assert session.undo_label == "Aus „eins“ zurückgeholt"
    session.undo()
    assert "Anders" in (session.text(EVIDENCE_FILE) or "")
    (root / PROOF).write_bytes(b"%PDF anders")
    assert restore_item(session, kept, EVIDENCE_FILE).others == (PROOF,)
    assert restore_item(session, kept, file_of(kept, PROOF)).changed
    assert (root / PROOF).read_bytes() == b"%PDF eins"
    with pytest.raises(UsageError):
        file_of(kept, "gibt-es-nicht")


def test_deleting_a_state_takes_nothing_from_another(session: Session) -> None:
    root = session.root
    first = snapshots.keep(session, "eins")
    (root / PROOF).write_bytes(b"%PDF zwei")
    second = snapshots.keep(session, "zwei")

    place = snapshots.delete(session, second)

    assert names(root) == ["eins"]
    assert snapshots.find(root, "eins").problems == ()
    assert (place / "snapshot.yaml").exists()
    assert [path.read_bytes() for path in (place.parent / "attachments").iterdir()] == [b"%PDF zwei"]
    snapshots.delete(session, first)
    assert (names(root), list((root / POOL).iterdir())) == ([], [])


def damage(root: Path, kept: Snapshot, how: str) -> None:
    folder = root / "snapshots" / kept.id
    (pooled,) = (root / POOL).iterdir()
    match how:
        case "text":
            (folder / "files" / EVIDENCE_FILE).write_text("format: 1\n", encoding="utf-8")
        case "missing":
            (folder / "files" / EVIDENCE_FILE).unlink()
        case "attachment":
            pooled.write_bytes(b"%PDF kurz")
        case "lost":
            pooled.unlink()
        case "nonsense":
            (folder / "snapshot.yaml").write_text("- ]", encoding="utf-8")
        case "newer":
            (folder / "snapshot.yaml").write_text("format: 2\n", encoding="utf-8")
        case "outside":
            path = folder / "snapshot.yaml"
            path.write_text(path.read_text(encoding="utf-8").replace(REVIEW, "../x.yaml"), encoding="utf-8")
        case "gone":
            (folder / "snapshot.yaml").unlink()


@pytest.mark.parametrize(
    ("how", "message"),
    [
        ("text", "verändert"),
        ("missing", "fehlt im festgehaltenen Stand"),
        ("attachment", "verändert"),
        ("lost", "fehlt im festgehaltenen Stand"),
        ("nonsense", "beschädigt"),
        ("newer", "neueren Programm"),
        ("outside", "gehört in keine Mappe"),
        ("gone", "fehlt"),
    ],
)
def test_a_damaged_state_is_told_and_never_put_back(session: Session, how: str, message: str) -> None:
    root = session.root
    kept = snapshots.keep(session, "eins")
    session.edit(FIELD_FILE, [Change(("opening",), "Neu.\n")], "x")
    session.save()
    before = contents(root)

    damage(root, kept, how)

    (state,) = snapshots.kept_states(root)
    # A list reads no attachments: of those, only a thorough look sees another content of the same size.
    assert how == "attachment" or message in state.problems[0]
    with pytest.raises(FileError) as error:
        restore(session, kept)
    assert message in error.value.hint
    assert contents(root) == before
    snapshots.keep(session, "zwei")
    assert snapshots.find(root, "zwei").problems == ()


def test_what_cannot_be_kept_is_named_and_stops_a_restoration(session: Session) -> None:
    root = session.root
    first = snapshots.keep(session, "eins")
    (root / PROOF).unlink()
    (root / PROOF).symlink_to(root / "dossier.yaml")
    (root / "attachments" / "fremd.txt").symlink_to("/etc/hostname")
    (root / "attachments" / "a:b\x1b.txt").write_text("x", encoding="utf-8")
    (root / "evidence" / "c:d.yaml").write_text("format: 1\n", encoding="utf-8")

    second = snapshots.keep(session, "zwei")

    assert [skipped.file for skipped in second.skipped] == [
        "evidence/c:d.yaml", "attachments/a:b\ufffd.txt", "attachments/fremd.txt", PROOF,
    ]  # fmt: skip
    assert snapshots.find(root, "zwei").problems == ()
    with pytest.raises(FileError, match="lässt sich nicht festhalten"):
        restore(session, first)
    assert sorted(names(root)) == ["eins", "zwei"]


def test_nothing_is_kept_while_somebody_elses_change_waits(session: Session) -> None:
    (session.root / EVIDENCE_FILE).unlink()
    with pytest.raises(EditError, match="Konflikt"):
        snapshots.keep(session, "eins")


def test_a_dossier_that_can_only_be_read_shows_its_states(session: Session) -> None:
    kept = snapshots.keep(session, "eins")
    before = contents(session.root)
    session.edit(FIELD_FILE, [Change(("opening",), "Neu.\n")], "x")
    session.read_only = True
    forbidden: tuple[Callable[[], object], ...] = (
        lambda: snapshots.keep(session, "zwei"),
        lambda: snapshots.delete(session, kept),
        lambda: restore(session, kept),
        lambda: restore_item(session, kept, FIELD_FILE),
    )
    for forbid in forbidden:
        with pytest.raises(EditError):
            forbid()
    assert [change.file for change in differences(state_of(session.root, kept), state_now(session), {})] == [
        FIELD_FILE
    ]
    assert (names(session.root), contents(session.root)) == (["eins"], before)


def test_states_are_in_nobodys_way(session: Session) -> None:
    root = session.root
    session.save()
    before = Session(root)
    capsule = gather(before, internal=True).files

    snapshots.keep(session, "eins")
    after = Session(root)

    assert dossier_files.list_files(root) == sorted(capsule.keys() & set(dossier_files.list_files(root)))
    assert after.dossier == before.dossier
    assert after.report == before.report
    assert after.completeness == before.completeness
    assert gather(after, internal=True).files == capsule
    assert after.poll() == ()
    assert role_of("snapshots/eins/files/dossier.yaml") is None
    assert role_of("snapshots/eins/snapshot.yaml") is None


_KILLED = 9
_CALL = """
import os, sys
from pathlib import Path
from tea_assistant.services.snapshots import snapshots
from tea_assistant.services.session import Session
from tea_assistant.services.snapshots.restore import restore
from tea_assistant.store import files
left = int(sys.argv[2])
def cut_off(real):
    def until_killed(*arguments):
        global left
        left -= 1
        if left < 0:
            os._exit(9)
        return real(*arguments)
    return until_killed
session = Session(Path(sys.argv[1]))
"""
_KEEP = "files.write_atomic = cut_off(files.write_atomic); snapshots.keep(session, 'zwei')"
_RESTORE = """
state = snapshots.find(session.root, 'eins').snapshot
files.write_checked = cut_off(files.write_checked)
files.move_to_trash = cut_off(files.move_to_trash)
restore(session, state)
"""


def killed(root: Path, call: str, after: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CALL + call, root, str(after)], check=False, capture_output=True, timeout=60
    )
    assert (done.returncode, done.stderr) == (_KILLED, b"")


def test_a_state_that_was_cut_off_is_none_and_is_cleared_away(session: Session) -> None:
    root = session.root
    snapshots.keep(session, "eins")
    (root / PROOF).write_bytes(b"%PDF zwei")

    killed(root, _KEEP, 3)

    assert names(root) == ["eins"]
    (begun,) = root.glob("snapshots/.~*")
    assert len(list((root / POOL).iterdir())) == 2
    for path in (begun, *(root / POOL).iterdir()):
        os.utime(path, (0, 0))
    (root / PROOF).write_bytes(b"%PDF drei")
    snapshots.keep(session, "drei")
    assert not begun.exists()
    assert sorted(path.read_bytes() for path in (root / POOL).iterdir()) == [b"%PDF drei", b"%PDF eins"]
    assert [state.problems for state in snapshots.kept_states(root)] == [(), ()]


@pytest.mark.parametrize("after", [1, 2])
def test_a_restoration_that_was_cut_off_can_be_done_again_or_taken_back(session: Session, after: int) -> None:
    root = session.root
    snapshots.keep(session, "eins")
    first = contents(root)
    session.edit(FIELD_FILE, [Change(("opening",), "Neu.\n")], "x")
    session.write("evidence/neu.yaml", {"format": 1, "title": "Neu"}, "x")
    session.save()
    (root / PROOF).write_bytes(b"%PDF zwei")
    second = contents(root)

    killed(root, _RESTORE, after)

    found = interrupted(root)
    assert found is not None
    assert (found.wanted, found.before) == ("eins", "vor dem Wiederherstellen von eins")
    between = contents(root)
    assert all(between[file] in (first.get(file), second.get(file)) for file in between)
    opened = Session(root)
    assert opened.dossier.organisation.name
    restore(opened, snapshots.find(root, found.before).snapshot)
    assert contents(root) == second
    restore(opened, snapshots.find(root, "eins").snapshot)
    assert contents(root) == first
    assert interrupted(root) is None
