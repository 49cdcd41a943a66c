"""A dossier that may only be read is read, and says so."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import run_tea

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="rights of POSIX, capabilities of Linux"
)

# Root may write everywhere as long as it has these: CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH.
WITHOUT_PRIVILEGE = """
import ctypes, os
if os.getuid() == 0:
    libc = ctypes.CDLL(None, use_errno=True)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    sets = (ctypes.c_uint32 * 6)()
    assert libc.capget(header, sets) == 0
    for index in range(3):
        sets[index] &= ~0b110
    assert libc.capset(header, sets) == 0
"""


@pytest.fixture
def read_only(dossier: Path) -> Iterator[Path]:
    paths = [dossier, *dossier.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield dossier
    for path in paths:
        path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.mark.parametrize("name", ["check", "status"])
def test_it_is_read(read_only: Path, name: str) -> None:
    outcome = run_tea([name, read_only], setup=WITHOUT_PRIVILEGE)
    assert outcome.code == 0
    assert "Stadt Möhringen [/x] · Bewerbungsrunde 2025" in outcome.out
    assert "schreibgeschützt" in outcome.err


def test_it_is_assembled_elsewhere(read_only: Path, tmp_path: Path) -> None:
    outcome = run_tea(["build", read_only, "-o", tmp_path / "ausgabe"], setup=WITHOUT_PRIVILEGE)
    assert outcome.code == 0
    assert len(list((tmp_path / "ausgabe").iterdir())) == 1


def test_in_its_own_folder_nothing_is_written(read_only: Path) -> None:
    before = sorted(read_only.rglob("*"))
    outcome = run_tea(["build", read_only], setup=WITHOUT_PRIVILEGE)
    assert outcome.code == 2
    assert outcome.out == ""
    assert "Die Zugriffsrechte fehlen" in outcome.err
    assert "tea build -o ORDNER" in outcome.err
    assert sorted(read_only.rglob("*")) == before


def test_a_file_that_may_not_be_read_is_named(dossier: Path) -> None:
    (dossier / "evidence" / "mentoring.yaml").chmod(0)
    outcome = run_tea(["check", dossier], setup=WITHOUT_PRIVILEGE)
    assert outcome.code == 1
    assert "  evidence/mentoring.yaml:1:1 TEA028 " in outcome.out


def test_a_folder_that_may_not_be_read_is_no_dossier(dossier: Path) -> None:
    dossier.chmod(0)
    outcome = run_tea(["check", dossier], setup=WITHOUT_PRIVILEGE)
    dossier.chmod(0o755)
    assert outcome.code == 2
    assert "Traceback" not in outcome.err
