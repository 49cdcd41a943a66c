"""What other systems do: names without case, umlauts in two pieces, drives that are slow or coarse."""

import errno
import os
import shutil
import stat
import unicodedata
from pathlib import Path
from types import SimpleNamespace

import pytest

from tea_assistant.model.file_names import is_everywhere
from tea_assistant.model.ids import slug
from tea_assistant.services import edits
from tea_assistant.services.capsule.proofs import content_of, plain_file
from tea_assistant.services.session import Session
from tea_assistant.services.snapshots import restore as snapshot_restore
from tea_assistant.services.snapshots import snapshots, states
from tea_assistant.services.sync.files import own_files
from tea_assistant.store import files
from tea_assistant.store.yaml.writer import Change
from tests.store.careless_drive import lay_over

DOSSIER = "format: 1\nname: Stadt A\n"
UEBERSICHT = "attachments/Übersicht „Büro“.pdf"
APART = unicodedata.normalize("NFD", UEBERSICHT)
MEASURE = f"""\
format: 1
title: Mentoring für Mitarbeiter*innen und Bürger*innen [/x]
proofs:
  - {{title: Übersicht, file: {UEBERSICHT}}}
"""


def dossier(root: Path, texts: dict[str, str]) -> Path:
    for file, text in {"dossier.yaml": DOSSIER, **texts}.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return root


def told(session: Session) -> list[tuple[str, str]]:
    wanted = ("TEA024", "TEA025", "TEA027", "TEA205", "TEA216")
    return [(f.code, f.file) for f in session.report.findings if f.code in wanted]


class TestNamesWithoutCase:
    def test_ids_that_differ_by_case_only_are_told_and_both_are_read(self, tmp_path: Path) -> None:
        pair = {"evidence/a.yaml": "format: 1\ntitle: Eins\n", "evidence/A.yaml": "format: 1\ntitle: Zwei\n"}
        session = Session(dossier(tmp_path, pair))
        assert {e.title for e in session.dossier.evidence.values()} == {"Eins", "Zwei"}
        assert ("TEA024", "evidence/a.yaml") in told(session)

    @pytest.mark.parametrize("file", ["Evidence/a.yaml", "evidence/a.YAML", "CYCLES/2025/cycle.yml"])
    def test_what_only_windows_would_read_is_told_not_dropped(self, tmp_path: Path, file: str) -> None:
        session = Session(dossier(tmp_path, {file: "format: 1\n"}))
        (finding,) = (f for f in session.report.findings if f.code == "TEA025")
        assert finding.file == file
        assert file.lower() in finding.hint

    def test_on_such_a_drive_nothing_is_there_twice(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        proof = MEASURE.replace(UEBERSICHT, "attachments/Plan.PDF")
        texts = {"Evidence/mentoring.yaml": proof, "attachments/plan.pdf": "PDF"}
        root = dossier(tmp_path / "mappe", texts)
        lay_over(root, monkeypatch)
        session = Session(root)
        assert list(session.dossier.evidence) == ["mentoring"]
        assert told(session) == [("TEA216", "evidence/mentoring.yaml")]
        assert [file for file, _ in states.attached(states.present(session))] == ["attachments/plan.pdf"]
        session.edit("evidence/mentoring.yaml", [Change(("title",), "Bürger*innen")], "Titel")
        assert session.save().saved == ("evidence/mentoring.yaml",)
        assert sorted(entry.name for entry in (root / "Evidence").iterdir()) == ["mentoring.yaml"]

    def test_elsewhere_a_proof_in_another_case_is_missing_and_the_file_named(self, tmp_path: Path) -> None:
        proof = MEASURE.replace(UEBERSICHT, "attachments/Plan.PDF")
        session = Session(dossier(tmp_path, {"evidence/m.yaml": proof, "attachments/plan.pdf": "PDF"}))
        (finding,) = (f for f in session.report.findings if f.code == "TEA205")
        assert "„plan.pdf“" in finding.hint


class TestUmlautsInTwoPieces:
    """As macOS wrote them for decades: a and ¨ where a keyboard writes ä."""

    @pytest.fixture
    def root(self, tmp_path: Path) -> Path:
        return dossier(tmp_path, {"evidence/mentoring.yaml": MEASURE, APART: "PDF"})

    def test_a_proof_is_found_told_and_never_doubled(self, root: Path) -> None:
        session = Session(root)
        found = session.dossier.attachments[UEBERSICHT]
        assert found.exists
        assert found.sha256
        assert told(session) == [("TEA216", "evidence/mentoring.yaml")]
        assert isinstance(content_of(root, UEBERSICHT), tuple)
        assert [file for file, _ in states.attached(states.present(session))] == [APART]
        assert [file for file in own_files(session) if file.startswith("attachments/")] == [APART]

    def test_a_state_puts_it_back_where_it_was(self, root: Path) -> None:
        session = Session(root)
        kept = snapshots.keep(session, "Abgabe")
        (root / APART).write_bytes(b"anders")
        snapshot_restore.restore(session, kept)
        assert [entry.name for entry in (root / "attachments").iterdir()] == [APART.rpartition("/")[2]]
        assert (root / APART).read_bytes() == b"PDF"

    def test_an_id_with_an_umlaut_is_told_in_either_form(self, tmp_path: Path) -> None:
        name = unicodedata.normalize("NFD", "evidence/väter.yaml")
        session = Session(dossier(tmp_path, {name: "format: 1\ntitle: Väter*abende\n"}))
        assert told(session) == [("TEA027", name)]


class TestNamesOfDevices:
    @pytest.mark.parametrize("name", ["con", "aux", "nul", "com1", "lpt9"])
    def test_an_id_that_windows_keeps_for_itself_is_told(self, tmp_path: Path, name: str) -> None:
        session = Session(dossier(tmp_path, {f"evidence/{name}.yaml": "format: 1\ntitle: Eins\n"}))
        assert told(session) == [("TEA027", f"evidence/{name}.yaml")]
        assert slug(name, taken=()) == f"{name}-1"

    @pytest.mark.parametrize(
        "name", ["con", "CON.pdf", "aux .pdf", "nul.tar.gz", "plan.", "plan ", "a?.pdf", "a:b", 'a"b', "a|b"]
    )
    def test_names_that_no_windows_drive_takes(self, name: str) -> None:
        assert not is_everywhere(name)
        assert is_everywhere("Übersicht „Büro“ (2025).pdf")

    def test_such_a_proof_is_told(self, tmp_path: Path) -> None:
        proof = MEASURE.replace(UEBERSICHT, "attachments/aux.pdf")
        session = Session(dossier(tmp_path, {"evidence/m.yaml": proof, "attachments/aux.pdf": "PDF"}))
        assert told(session) == [("TEA216", "evidence/m.yaml")]

    def test_what_is_attached_gets_a_name_that_every_drive_takes(self, tmp_path: Path) -> None:
        session = Session(dossier(tmp_path / "mappe", {}))
        for name in ("aux.pdf", "Plan: Entwurf?.p|f", "Maß*nahmen ."):
            source = tmp_path / name
            source.write_bytes(name.encode())
            edits.attach(session, source)
        names = sorted(entry.name for entry in (session.root / "attachments").iterdir())
        assert names == ["aux-1.pdf", "mass-nahmen", "plan-entwurf"]


class TestDrives:
    """Network drives, FAT, and programs that hold a file, as the errors and times that they give."""

    @pytest.fixture
    def session(self, tmp_path: Path) -> Session:
        return Session(dossier(tmp_path, {"evidence/mentoring.yaml": MEASURE}))

    @pytest.mark.parametrize("number", [errno.EACCES, errno.EBUSY])
    def test_a_rename_that_fails_for_a_while(
        self, session: Session, monkeypatch: pytest.MonkeyPatch, number: int
    ) -> None:
        replace, tries = os.replace, iter(range(3))

        def slow(source: str, target: str) -> None:
            if next(tries, None) is not None:
                raise OSError(number, os.strerror(number))
            replace(source, target)

        monkeypatch.setattr(files, "_REPLACE_PAUSE", 0)
        monkeypatch.setattr(os, "replace", slow)
        session.edit("evidence/mentoring.yaml", [Change(("title",), "Bürger*innen")], "Titel")
        assert session.save().saved == ("evidence/mentoring.yaml",)

    def test_a_rename_that_fails_for_good_is_told_and_tried_again_later(
        self, session: Session, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def held(_source: str, _target: str) -> None:
            error = PermissionError(errno.EACCES, "held")
            error.winerror = 32  # type: ignore[attr-defined, unused-ignore]  # only Windows has it
            raise error

        session.edit("evidence/mentoring.yaml", [Change(("title",), "Bürger*innen")], "Titel")
        with monkeypatch.context() as patch:
            patch.setattr(files, "_REPLACE_PAUSE", 0)
            patch.setattr(os, "replace", held)
            outcome = session.save()
        assert outcome.errors == (
            "evidence/mentoring.yaml: Ein anderes Programm hält die Datei gerade fest.",
        )
        assert session.dirty
        assert session.save().saved
        assert [path.name for path in (session.root / "evidence").iterdir()] == ["mentoring.yaml"]

    def test_a_change_that_looks_the_same_from_outside_is_seen(self, session: Session) -> None:
        """FAT counts in steps of two seconds: same time, same size, same number, other words."""
        path = session.root / "evidence" / "mentoring.yaml"
        before = path.stat()
        other = path.read_bytes().replace(b"[/x]", b"[/y]")
        path.write_bytes(other)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
        assert files.stamp(path) == files.Stamp(before.st_mtime_ns, before.st_size, before.st_ino)
        assert session.poll() == ("evidence/mentoring.yaml",)
        assert session.poll() == ()

    def test_however_old_it_looks_it_is_not_overwritten(self, session: Session) -> None:
        path = session.root / "evidence" / "mentoring.yaml"
        os.utime(path, (0, 0))
        again = Session(session.root)
        path.write_bytes(path.read_bytes().replace(b"[/x]", b"[/y]"))
        os.utime(path, (0, 0))
        again.edit("evidence/mentoring.yaml", [Change(("title",), "Bürger*innen")], "Titel")
        assert again.save().conflicts == ("evidence/mentoring.yaml",)
        assert b"[/y]" in path.read_bytes()

    def test_a_long_name_can_be_saved(self, tmp_path: Path) -> None:
        name = "evidence/" + "ä" * 120 + "aaaaa.yaml"
        session = Session(dossier(tmp_path, {name: MEASURE}))
        session.edit(name, [Change(("title",), "Bürger*innen")], "Titel")
        assert session.save().saved == (name,)

    def test_a_folder_that_leads_out_is_not_read(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Windows calls it a junction, and Python there an ordinary folder."""
        root = dossier(tmp_path / "mappe", {})
        shutil.copytree(dossier(tmp_path / "fremd", {"a.yaml": MEASURE}), root / "evidence")
        lstat = Path.lstat
        looks = SimpleNamespace(st_mode=stat.S_IFDIR | 0o755, st_reparse_tag=0xA0000003)
        monkeypatch.setattr(Path, "lstat", lambda path: looks if path == root / "evidence" else lstat(path))
        assert Session(root).dossier.evidence == {}

    def test_a_link_out_of_the_dossier_is_no_attachment(self, tmp_path: Path) -> None:
        root = dossier(tmp_path / "mappe", {})
        (tmp_path / "geheim.pdf").write_bytes(b"PDF")
        (root / "plan.pdf").symlink_to(tmp_path / "geheim.pdf")
        assert files.inside(root, "plan.pdf") is None
        assert plain_file(root, "plan.pdf") is None


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_mixed_line_ends_stay_as_they_were(tmp_path: Path, mark: bytes) -> None:
    lines = [
        b"format: 1\r\n",
        b"title: Eins\n",
        b"# Notiz\r\n",
        b"goal: Mehr \xe2\x80\x9eFrauen\xe2\x80\x9c\r\n",
        b"since: 2020",
    ]
    root = dossier(tmp_path, {})
    (root / "evidence").mkdir()
    path = root / "evidence" / "a.yaml"
    path.write_bytes(mark + b"".join(lines))
    session = Session(root)
    session.edit("evidence/a.yaml", [Change(("title",), "Bürger*innen")], "Titel")
    session.save()
    lines[1] = "title: Bürger*innen\n".encode()
    assert path.read_bytes() == mark + b"".join(lines)
