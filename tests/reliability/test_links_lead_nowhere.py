"""Folders of a stranger's dossier that are links: nothing is written, moved or removed where they lead."""

import shutil
from pathlib import Path

import pytest

from reliability.fuzzing import dossier_files
from reliability.fuzzing.command_line import run_command

WRITERS = [
    ("build", ["build"]),
    ("build", ["request", "Bauamt", "--evidence", "mentoring", "--format", "md"]),
    ("build", ["pack", "--final", "--reason", "[/x]"]),
    ("snapshots", ["snapshot", "Neuer Stand"]),
    ("snapshots", ["snapshot", "--delete", "stand", "--yes"]),
    (".trash", ["snapshot", "--delete", "stand", "--yes"]),
    ("evidence", ["renew", "--to", "2028"]),
    ("cycles/2025/reviews", ["review", "--as", "Karl", "--comment", "af03", "[/x]"]),
]


@pytest.mark.parametrize(("place", "words"), WRITERS)
def test_what_a_link_leads_to_stays_as_it_is(tmp_path: Path, place: str, words: list[str]) -> None:
    root = dossier_files.write(tmp_path / "mappe", "Mitarbeiter*innen und Bürger*innen [/x]")
    outside = tmp_path / "draussen"
    outside.mkdir()
    if (root / place).exists():
        shutil.move(root / place, outside / "ziel")
    # What is older than 30 days goes from the trash.
    old = outside / "ziel" / "2001-01-01_00-00-00-000000" / "dossier.yaml"
    old.parent.mkdir(parents=True)
    old.write_bytes(b"alt")
    (root / place).symlink_to(outside / "ziel", target_is_directory=True)
    before = content(outside)
    run_command(words, root)
    assert content(outside) == before


def content(folder: Path) -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
