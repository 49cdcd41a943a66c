"""Files are read with a limit, written whole or not at all, and never over somebody else's work."""

import os
import stat
from pathlib import Path

import pytest

from tea_assistant.errors import ChangedOnDisk
from tea_assistant.store import files
from tea_assistant.store.temporary_files import remove_stale_temporaries

TEXT = "title: Mitarbeiter*innen und Bürger*innen [/x] „Führung“\n".encode()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "mentoring.yaml"
    path.write_bytes(TEXT)
    return path


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


class TestReading:
    def test_gives_the_bytes(self, file: Path) -> None:
        assert files.read_bytes(file, 1000) == TEXT

    def test_stops_at_the_limit(self, file: Path) -> None:
        assert files.read_bytes(file, 5) == TEXT[:5]

    @pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
    def test_refuses_a_pipe_without_waiting_for_it(self, tmp_path: Path) -> None:
        pipe = tmp_path / "pipe.yaml"
        os.mkfifo(pipe)
        with pytest.raises(OSError, match="Invalid") as caught:
            files.read_bytes(pipe, 10)
        assert files.explain(caught.value) == "Das ist keine gewöhnliche Datei."

    def test_refuses_a_link(self, file: Path, tmp_path: Path) -> None:
        link = tmp_path / "link.yaml"
        link.symlink_to(file)
        with pytest.raises(OSError) as caught:
            files.read_bytes(link, 1000)
        assert "Verknüpfung" in files.explain(caught.value)

    def test_refuses_a_folder(self, tmp_path: Path) -> None:
        with pytest.raises(OSError) as caught:
            files.read_bytes(tmp_path, 1000)
        assert files.explain(caught.value) == "Das ist ein Ordner, keine Datei."


class TestWriting:
    def test_creates_a_file_and_its_folders(self, tmp_path: Path) -> None:
        path = tmp_path / "cycles" / "2025" / "cycle.yaml"
        files.write_atomic(path, TEXT)
        assert path.read_bytes() == TEXT
        assert names(path.parent) == ["cycle.yaml"]

    def test_replaces_a_file_and_keeps_its_permissions(self, file: Path) -> None:
        file.chmod(0o640)
        files.write_atomic(file, b"neu")
        assert file.read_bytes() == b"neu"
        assert stat.S_IMODE(file.stat().st_mode) == 0o640

    @pytest.mark.parametrize("error", [KeyboardInterrupt, OSError, MemoryError])
    def test_leaves_the_old_file_and_nothing_else_when_interrupted(
        self, file: Path, monkeypatch: pytest.MonkeyPatch, error: type[BaseException]
    ) -> None:
        def interrupted(_descriptor: int) -> None:
            raise error

        monkeypatch.setattr(os, "fsync", interrupted)
        with pytest.raises(error):
            files.write_atomic(file, b"neu")
        assert file.read_bytes() == TEXT
        assert names(file.parent) == ["mentoring.yaml"]

    def test_tries_again_when_the_file_is_held_for_a_moment(
        self, file: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        tries = []
        replace = Path.replace

        def held_once(self: Path, target: Path) -> Path:
            tries.append(target)
            if len(tries) == 1:
                raise PermissionError
            return replace(self, target)

        monkeypatch.setattr(files, "_REPLACE_PAUSE", 0)
        monkeypatch.setattr(Path, "replace", held_once)
        files.write_atomic(file, b"neu")
        assert file.read_bytes() == b"neu"
        assert len(tries) == 2

    def test_gives_up_when_the_file_stays_held(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def held(_self: Path, _target: Path) -> Path:
            raise PermissionError

        monkeypatch.setattr(files, "_REPLACE_PAUSE", 0)
        monkeypatch.setattr(Path, "replace", held)
        with pytest.raises(PermissionError):
            files.write_atomic(file, b"neu")
        assert names(file.parent) == ["mentoring.yaml"]

    def test_respects_a_file_that_is_read_only(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        # The superuser may write everything, so the question itself is answered here.
        monkeypatch.setattr(os, "access", lambda path, _mode: Path(path) != file)
        with pytest.raises(PermissionError) as caught:
            files.write_atomic(file, b"neu")
        assert files.explain(caught.value) == "Die Zugriffsrechte fehlen."
        assert file.read_bytes() == TEXT


class TestCheckedWriting:
    def test_writes_over_what_was_read(self, file: Path) -> None:
        files.write_checked(file, b"neu", TEXT)
        assert file.read_bytes() == b"neu"

    def test_creates_what_was_not_there(self, tmp_path: Path) -> None:
        files.write_checked(tmp_path / "neu.yaml", TEXT, None)
        assert (tmp_path / "neu.yaml").read_bytes() == TEXT

    @pytest.mark.parametrize("expected", [None, b"alt"])
    def test_never_overwrites_what_somebody_else_wrote(self, file: Path, expected: bytes | None) -> None:
        with pytest.raises(ChangedOnDisk) as caught:
            files.write_checked(file, b"neu", expected)
        assert caught.value.found == TEXT
        assert file.read_bytes() == TEXT
        assert names(file.parent) == ["mentoring.yaml"]

    def test_tells_that_the_file_is_gone(self, tmp_path: Path) -> None:
        with pytest.raises(ChangedOnDisk) as caught:
            files.write_checked(tmp_path / "weg.yaml", b"neu", TEXT)
        assert caught.value.found is None
        assert names(tmp_path) == []

    def test_is_content_when_the_file_holds_the_new_text_already(self, file: Path) -> None:
        files.write_checked(file, TEXT, b"alt")
        assert file.read_bytes() == TEXT

    def test_notices_a_change_made_while_it_writes(self, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        sync = os.fsync

        def meanwhile(descriptor: int) -> None:
            file.write_bytes(b"von nebenan")
            sync(descriptor)

        monkeypatch.setattr(os, "fsync", meanwhile)
        with pytest.raises(ChangedOnDisk) as caught:
            files.write_checked(file, b"neu", TEXT)
        assert caught.value.found == b"von nebenan"
        assert file.read_bytes() == b"von nebenan"
        assert names(file.parent) == ["mentoring.yaml"]


def test_a_stamp_changes_with_the_file(file: Path) -> None:
    before = files.stamp(file)
    assert before == files.stamp(file)
    files.write_atomic(file, TEXT)
    assert before != files.stamp(file)
    file.unlink()
    assert files.stamp(file) is None


class TestInside:
    @pytest.mark.parametrize(
        "relative", ["attachments/konzept.pdf", "attachments\\konzept.pdf", "a/../b", "./x", "Büro*/„x“.pdf"]
    )
    def test_paths_of_the_dossier(self, tmp_path: Path, relative: str) -> None:
        found = files.inside(tmp_path, relative)
        assert found is not None
        assert found.is_relative_to(tmp_path.resolve())

    @pytest.mark.parametrize(
        "relative",
        [
            "", ".", "..", "../x", "a/../../x", "..\\x", "a\\..\\..\\x", "/etc/passwd", "\\\\server\\share",
            "C:\\Windows", "c:/Windows", "C:x", "a\0b", "x" * 300, "x/" * 3000, "\ud800",
        ],
    )  # fmt: skip
    def test_paths_that_lead_elsewhere_or_nowhere(self, tmp_path: Path, relative: str) -> None:
        assert files.inside(tmp_path, relative) is None

    def test_links_out_of_the_dossier(self, tmp_path: Path) -> None:
        root = tmp_path / "mappe"
        root.mkdir()
        (tmp_path / "fremd").mkdir()
        (tmp_path / "fremd" / "geheim.txt").write_text("geheim")
        (root / "ordner").symlink_to(tmp_path / "fremd")
        (root / "datei").symlink_to(tmp_path / "fremd" / "geheim.txt")
        (root / "kreis").symlink_to(root / "kreis")
        (root / "innen").symlink_to(root)
        assert files.inside(root, "ordner/geheim.txt") is None
        assert files.inside(root, "datei") is None
        assert files.inside(root, "kreis/x") is None
        assert files.inside(root, "innen/x") == (root / "x").resolve()


def test_stale_temporaries_go_and_everything_else_stays(tmp_path: Path) -> None:
    folder = tmp_path / "evidence"
    folder.mkdir()
    own = folder / ".~mentoring.yaml.12345.tmp"
    young = folder / ".~cycle.yaml.12345.tmp"
    others = folder / ".~notizen.tmp"
    for path in (own, young, others):
        path.write_bytes(TEXT)
    for path in (own, others):
        os.utime(path, (0, 0))
    remove_stale_temporaries(tmp_path)
    assert names(folder) == sorted([young.name, others.name])


class TestTrash:
    def test_keeps_what_was_deleted(self, file: Path, tmp_path: Path) -> None:
        files.move_to_trash(tmp_path, file.name, TEXT)
        assert not file.exists()
        assert [path.read_bytes() for path in (tmp_path / files.TRASH).rglob("*.yaml")] == [TEXT]

    def test_leaves_a_file_that_was_changed_elsewhere(self, file: Path, tmp_path: Path) -> None:
        with pytest.raises(ChangedOnDisk):
            files.move_to_trash(tmp_path, file.name, b"alt")
        assert file.read_bytes() == TEXT
