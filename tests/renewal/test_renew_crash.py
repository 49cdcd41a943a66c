"""A renewal that was cut off anywhere is finished by running it again, as if nothing had happened."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tea_assistant.errors import FileError
from tea_assistant.services.renew import outcome, renew
from tea_assistant.services.renew_undo import undo_renewal
from tea_assistant.store import files
from tests.renewal.conftest import Cut, contents, opened

WRITES = 6
"""Three files of the new round and three measures."""
DECISIONS = {"hf01-teilzeit": ("af04-fuehrung-in-teilzeit",), "hf03-ausbildung": (), "hf03": ("af03", "af02")}


class Power:
    """Lets so many files be written or moved, and then fails."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
        self.left = 0
        self._error = error
        for name in ("write_checked", "move_to_trash"):
            monkeypatch.setattr(files, name, self._limited(getattr(files, name)))

    def _limited(self, function: Callable[..., None]) -> Callable[..., None]:
        def limited(*arguments: object) -> None:
            if self.left == 0:
                raise self._error
            self.left -= 1
            function(*arguments)

        return limited


@pytest.mark.parametrize("error", [OSError(28, "full"), KeyboardInterrupt()], ids=["full", "killed"])
@pytest.mark.parametrize("after", range(WRITES))
def test_it_goes_on_where_it_was_cut_off(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int, error: BaseException
) -> None:
    whole = Path(shutil.copytree(root, tmp_path / "whole"))
    renew(opened(whole), "2028")
    before = contents(root, "cycles/2025/")
    with monkeypatch.context() as patch:
        power = Power(patch, error)
        power.left = after
        with pytest.raises((FileError, KeyboardInterrupt)):
            renew(opened(root), "2028")
    assert contents(root, "cycles/2025/") == before
    done = renew(opened(root), "2028")
    assert contents(root) == contents(whole)
    assert contents(root, "cycles/2025/") == before
    assert len(done.files) + len(done.measures) == WRITES - after
    assert ("vervollständigt" in outcome(done)) is (after > 0)


def test_the_message_says_that_running_it_again_goes_on(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Power(monkeypatch, OSError(28, "full"))
    with pytest.raises(FileError) as caught:
        renew(opened(root), "2028")
    assert caught.value.file == "cycles/2028/cycle.yaml"
    assert "Der Datenträger ist voll" in caught.value.message
    assert "macht der Befehl dort weiter" in caught.value.hint


def test_what_people_wrote_in_between_stays(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        power = Power(patch, OSError(28, "full"))
        power.left = 4
        with pytest.raises(FileError):
            renew(opened(root), "2028")
    field, measure = root / "cycles/2028/fields/af03.yaml", root / "evidence/mentoring.yaml"
    field.write_text("format: 1\nopening: Neu geschrieben [/x].\n", encoding="utf-8")
    measure.write_text('format: 1\ntitle: A\ncycles:\n  "2028": {state: ended}\n', encoding="utf-8")
    written = {path: path.read_bytes() for path in (field, measure)}
    renew(opened(root), "2028")
    assert {path: path.read_bytes() for path in written} == written
    assert (root / "cycles/2028/fields/af05.yaml").is_file()


@pytest.mark.parametrize("after", [1, 2, 4])
def test_decisions_made_before_the_crash_still_hold(
    herne_until: Cut, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    root = herne_until("2019")
    whole = Path(shutil.copytree(root, tmp_path / "whole"))
    renew(opened(whole), "2022", decisions=DECISIONS)
    with monkeypatch.context() as patch:
        power = Power(patch, OSError(28, "full"))
        power.left = after
        with pytest.raises(FileError):
            renew(opened(root), "2022", decisions=DECISIONS)
    renew(opened(root), "2022")
    assert contents(root) == contents(whole)


def test_a_measure_changed_elsewhere_in_that_moment_is_not_overwritten(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_checked = files.write_checked

    def meddle(path: Path, data: bytes, expected: bytes | None) -> None:
        if path.name == "mentoring.yaml":
            path.write_text("format: 1\ntitle: Geändert\n", encoding="utf-8")
        write_checked(path, data, expected)

    with monkeypatch.context() as patch:
        patch.setattr(files, "write_checked", meddle)
        with pytest.raises(FileError, match="außerhalb geändert"):
            renew(opened(root), "2028")
    assert (root / "evidence/mentoring.yaml").read_text(encoding="utf-8") == "format: 1\ntitle: Geändert\n"
    renew(opened(root), "2028")
    assert "Geändert" in (root / "evidence/mentoring.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("after", range(WRITES))
def test_an_undo_that_was_cut_off_is_finished_too(
    root: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    before = contents(root)
    renew(opened(root), "2028")
    with monkeypatch.context() as patch:
        power = Power(patch, OSError(28, "full"))
        power.left = after
        with pytest.raises(FileError):
            undo_renewal(opened(root), "2028")
    undo_renewal(opened(root), "2028")
    assert contents(root) == before
