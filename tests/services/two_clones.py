"""Two offices with a clone each of one small dossier, and the repository that they share."""

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tea_assistant.services.session import Session
from tea_assistant.services.sync import sync
from tea_assistant.services.sync.merge import FileConflict, Resolve
from tea_assistant.services.sync.outcome import Outcome

MEASURE = "evidence/mentoring.yaml"
BELOW = "Bewerbungen ä/mappe"
TEXTS = {
    "dossier.yaml": "format: 1\nname: Stadt Möhringen [/x]\n",
    "cycles/2025/cycle.yaml": "format: 1\ncatalogue: verwaltung-2021\ndeadline: 2025-04-30\n",
    MEASURE: """\
format: 1
title: Mentoring für Mitarbeiter*innen und Bürger*innen [/x]
# Bemerkung „von Hand“
goal: Mehr Frauen in Führung
legal_character: voluntary
partners: [Volkshochschule]
""",
}


def git(folder: Path, *arguments: str) -> str:
    """Run git as somebody in a shell would."""
    return subprocess.run(
        ["git", *arguments], cwd=folder, check=True, capture_output=True, encoding="utf-8"
    ).stdout


@dataclass(frozen=True)
class Office:
    """A clone, and the dossier in it."""

    clone: Path
    dossier: Path

    def replace(self, old: str, new: str, file: str = MEASURE) -> None:
        text = (self.dossier / file).read_text(encoding="utf-8")
        assert old in text
        (self.dossier / file).write_text(text.replace(old, new), encoding="utf-8")

    def text(self, file: str = MEASURE) -> str:
        return (self.dossier / file).read_text(encoding="utf-8")

    def sync(self, resolve: Resolve = lambda _: None, message: str = "") -> Outcome:
        return sync.run(sync.prepare(Session(self.dossier), message), resolve)


@dataclass(frozen=True)
class Offices:
    """Anna and Bernd, and what they share."""

    shared: Path
    anna: Office
    bernd: Office


@pytest.fixture(autouse=True)
def no_git_settings_of_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing that a developer has set decide."""
    if shutil.which("git") is None:
        pytest.skip("needs git")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    # No power fails here.
    monkeypatch.setenv("GIT_TEST_FSYNC", "0")


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Return clones that are made once; each test gets a copy."""
    if shutil.which("git") is None:
        pytest.skip("needs git")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
        patch.setenv("GIT_CONFIG_NOSYSTEM", "1")
        return {below: make_offices(tmp_path_factory.mktemp("git"), below) for below in ("", BELOW)}


@pytest.fixture(params=["", BELOW], ids=["top", "below"])
def offices(tmp_path: Path, request: pytest.FixtureRequest, made: dict[str, Path]) -> Offices:
    """Return two clones of one dossier, once as a repository of its own, once below another's top."""
    return _copied(made[request.param], tmp_path, request.param)


@pytest.fixture
def simple(tmp_path: Path, made: dict[str, Path]) -> Offices:
    """Return two clones of one dossier that is the top of its repository."""
    return _copied(made[""], tmp_path, "")


@pytest.fixture
def nested(tmp_path: Path, made: dict[str, Path]) -> Offices:
    """Return two clones of a repository in which the dossier lies below the top."""
    return _copied(made[BELOW], tmp_path, BELOW)


def _copied(made: Path, folder: Path, below: str) -> Offices:
    shutil.copytree(made, folder, dirs_exist_ok=True)
    return Offices(
        folder / "gemeinsam.git",
        *(Office(folder / name, folder / name / below) for name in ("anna", "bernd")),
    )


def make_offices(folder: Path, below: str) -> Path:
    """Make the repositories in a folder; they know each other by names that travel with it."""
    shared, first = folder / "gemeinsam.git", folder / "anna"
    git(folder, "init", "-q", "--bare", "-b", "main", str(shared))
    git(folder, "init", "-q", "-b", "main", str(first))
    for file, text in TEXTS.items():
        path = first / below / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (first / "fremd.txt").write_text("eins\nzwei\ndrei\n", encoding="utf-8")
    _name(first, "Anna Müller")
    git(first, "add", ".")
    git(first, "commit", "-q", "-m", "Anfang")
    git(first, "remote", "add", "origin", "../gemeinsam.git")
    git(first, "push", "-q", "-u", "origin", "main")
    second = folder / "bernd"
    git(folder, "clone", "-q", str(shared), str(second))
    git(second, "remote", "set-url", "origin", "../gemeinsam.git")
    _name(second, "Bernd Öz")
    return folder


def _name(clone: Path, name: str) -> None:
    with (clone / ".git" / "config").open("a", encoding="utf-8") as config:
        config.write(f"[user]\n\tname = {name}\n\temail = {name[0].lower()}@stadt.example\n")


def proposals(conflicts: Sequence[FileConflict]) -> Iterator[tuple[str, str | None]]:
    """Yield each file with what is proposed for it."""
    from tea_assistant.store.merging.merge import settle

    for conflict in conflicts:
        decided = [(field, field.proposal) for field in conflict.fields]
        yield conflict.file, settle(conflict.file, conflict.merged, decided)
