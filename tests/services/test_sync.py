"""Two clones go apart and come together: nothing of either is lost, nothing foreign is touched."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from tea_assistant.errors import GitError, TeaError
from tea_assistant.services.session import Session
from tea_assistant.services.sync import apply as sync_apply
from tea_assistant.services.sync import sync
from tea_assistant.services.sync.merge import FileConflict
from tea_assistant.services.versions.versions import is_cut_off
from tests.services.two_clones import (
    MEASURE,
    TEXTS,
    Office,
    Offices,
    git,
    made,
    no_git_settings_of_this_machine,
    offices,
    proposals,
    simple,
)

__all__ = ["made", "no_git_settings_of_this_machine", "offices", "simple"]


def nobody(conflicts: Sequence[FileConflict]) -> None:
    raise AssertionError(conflicts)


def test_what_both_changed_apart_is_all_there_at_the_end(offices: Offices) -> None:
    anna, bernd = offices.anna, offices.bernd
    anna.replace("Mehr Frauen", "Viel mehr Frauen")
    anna.replace("[Volkshochschule]", "[Volkshochschule, Rotes Kreuz]")
    bernd.replace("voluntary", "beyond_law")
    bernd.replace("[Volkshochschule]", "[Volkshochschule, Sportbund]")
    for office, content in ((anna, b"\0A"), (bernd, b"\0B")):
        (office.dossier / "attachments").mkdir()
        (office.dossier / "attachments" / "Übersicht 1.pdf").write_bytes(content)
    # What is no part of the dossier stays as it is, however far somebody got with it.
    (bernd.clone / "fremd.txt").write_text("eins\nzwei\nvier\n", encoding="utf-8")
    (bernd.clone / "neu.txt").write_text("neu", encoding="utf-8")
    git(bernd.clone, "add", "fremd.txt", "neu.txt")
    before = git(bernd.clone, "status", "--short", "fremd.txt", "neu.txt")

    assert anna.sync(nobody).sent == ("attachments/Übersicht 1.pdf", MEASURE)
    outcome = bernd.sync(nobody)
    assert outcome.is_pushed
    assert outcome.copies == (("attachments/Übersicht 1.pdf", "attachments/Übersicht 1-fassung-2.pdf"),)
    assert set(anna.sync(nobody).received) == {MEASURE, *outcome.copies[0]}

    assert anna.text() == bernd.text()
    for said in ("Viel mehr", "beyond_law", "Rotes Kreuz", "Sportbund", "# Bemerkung „von Hand“", "*innen"):
        assert said in anna.text()
    contents = {path.read_bytes() for path in (anna.dossier / "attachments").iterdir()}
    assert contents == {b"\0A", b"\0B"}
    assert git(bernd.clone, "status", "--short") == before
    assert git(anna.clone, "status", "--short") == ""
    told = git(bernd.clone, "log", "-1", "--format=%an: %B", "--grep", "Verbindlichkeit")
    assert told.startswith(
        "Bernd Öz: Mentoring für Mitarbeiter*innen und Bürger*innen [/x], attachments/Über…"
    )


def test_the_same_field_waits_for_a_person(simple: Offices) -> None:
    simple.anna.replace("Mehr Frauen", "Viel mehr Frauen")
    simple.bernd.replace("Mehr Frauen", "Noch mehr Frauen")
    simple.anna.sync()
    mine = simple.bernd.text()
    later = simple.bernd.sync(lambda _: None)
    assert later.is_postponed
    assert not later.is_pushed
    assert simple.bernd.text() == mine
    assert git(simple.bernd.clone, "status", "--short") == ""
    assert simple.bernd.sync(lambda conflicts: dict(proposals(conflicts)), "Eigene Worte").is_pushed
    simple.anna.sync(nobody)
    assert simple.anna.text() == simple.bernd.text()
    assert "Viel mehr" in simple.anna.text() or "Noch mehr" in simple.anna.text()
    assert "<<<" not in git(simple.bernd.clone, "log", "-p", "--all")


@pytest.mark.parametrize("stays", [True, False])
def test_a_file_that_one_removed_and_the_other_changed_is_a_decision(simple: Offices, stays: bool) -> None:
    (simple.anna.dossier / MEASURE).unlink()
    simple.bernd.replace("Mehr Frauen", "Viel mehr Frauen")
    simple.anna.sync()
    asked: list[FileConflict] = []

    def decide(conflicts: Sequence[FileConflict]) -> dict[str, str | None]:
        asked.extend(conflicts)
        return {conflict.file: conflict.mine if stays else None for conflict in conflicts}

    outcome = simple.bernd.sync(decide)
    assert outcome.is_pushed
    assert [(conflict.file, conflict.theirs) for conflict in asked] == [(MEASURE, None)]
    simple.anna.sync(nobody)
    assert (simple.anna.dossier / MEASURE).exists() is stays


def test_whoever_is_faster_comes_first(simple: Offices) -> None:
    simple.anna.replace("Mehr Frauen", "Viel mehr Frauen")
    simple.bernd.replace("voluntary", "beyond_law")
    faster: list[str] = []

    def progress(text: str) -> None:
        if text.startswith("Abgleich: übertragen") and not faster:
            faster.append(text)
            simple.anna.sync(nobody)

    outcome = sync.run(sync.prepare(Session(simple.bernd.dossier)), nobody, progress)
    assert faster
    assert outcome.is_pushed
    assert "Viel mehr" in simple.bernd.text()
    assert "beyond_law" in simple.bernd.text()


def test_what_is_written_meanwhile_is_not_overwritten(simple: Offices) -> None:
    simple.anna.replace("Mehr Frauen", "Viel mehr Frauen")
    simple.anna.sync()
    simple.bernd.replace("Mehr Frauen", "Noch mehr Frauen")
    asked = []

    def decide(conflicts: Sequence[FileConflict]) -> dict[str, str | None]:
        asked.append(conflicts)
        if len(asked) == 1:
            simple.bernd.replace("voluntary", "beyond_law")
        return {conflict.file: conflict.mine for conflict in conflicts}

    assert simple.bernd.sync(decide).is_pushed
    assert "Noch mehr" in simple.bernd.text()
    assert "beyond_law" in simple.bernd.text()


def test_a_sync_that_breaks_off_leaves_the_old_state(
    simple: Offices, monkeypatch: pytest.MonkeyPatch
) -> None:
    simple.anna.replace("Mehr Frauen", "Viel mehr Frauen")
    (simple.anna.dossier / "evidence" / "neu.yaml").write_text("format: 1\ntitle: Neu\n", encoding="utf-8")
    simple.anna.sync()
    head = git(simple.bernd.clone, "rev-parse", "HEAD")

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(sync_apply, "move_branch", crash)
        with pytest.raises(KeyboardInterrupt):
            simple.bernd.sync()
    assert simple.bernd.text() == TEXTS[MEASURE]
    assert git(simple.bernd.clone, "rev-parse", "HEAD") == head
    assert git(simple.bernd.clone, "status", "--short") == ""
    assert set(simple.bernd.sync(nobody).received) == {MEASURE, "evidence/neu.yaml"}


def test_foreign_files_come_along_unless_they_would_be_lost(simple: Offices) -> None:
    (simple.anna.clone / "fremd.txt").write_text("EINS\nzwei\ndrei\n", encoding="utf-8")
    git(simple.anna.clone, "commit", "-q", "-a", "-m", "fremd")
    simple.anna.sync()
    simple.bernd.replace("voluntary", "beyond_law")
    (simple.bernd.clone / "fremd.txt").write_text("eins\nzwei\nDREI\n", encoding="utf-8")
    with pytest.raises(GitError, match="nicht zur Mappe gehören"):
        simple.bernd.sync()
    assert "DREI" in simple.bernd.text("fremd.txt")
    git(simple.bernd.clone, "commit", "-q", "-a", "-m", "auch")
    assert simple.bernd.sync(nobody).is_pushed
    assert simple.bernd.text("fremd.txt") == "EINS\nzwei\nDREI\n"
    assert git(simple.bernd.clone, "status", "--short") == ""


def test_files_that_rules_keep_out_are_named(simple: Offices) -> None:
    (simple.anna.clone / ".gitignore").write_text("*.pdf\n", encoding="utf-8")
    (simple.anna.dossier / "attachments").mkdir()
    (simple.anna.dossier / "attachments" / "x.pdf").write_bytes(b"x")
    assert simple.anna.sync().ignored == ("attachments/x.pdf",)
    assert git(simple.anna.clone, "status", "--short") == "?? .gitignore\n"
    # Somebody else has put a file of that name into it all the same.
    (simple.bernd.dossier / "attachments").mkdir()
    (simple.bernd.dossier / "attachments" / "x.pdf").write_bytes(b"y")
    simple.bernd.sync(nobody)
    with pytest.raises(GitError, match="würde überschrieben"):
        simple.anna.sync(nobody)
    assert (simple.anna.dossier / "attachments" / "x.pdf").read_bytes() == b"x"


def under_way(clone: Path) -> None:
    (clone / ".git" / "MERGE_HEAD").write_text("0" * 40, encoding="utf-8")


def lock(clone: Path) -> None:
    (clone / ".git" / "index.lock").touch()


def remote_gone(clone: Path) -> None:
    git(clone, "remote", "set-url", "origin", str(clone / "fort.git"))


def offline(clone: Path) -> None:
    git(clone, "remote", "set-url", "origin", "http://127.0.0.1:9/x.git")


def no_name(clone: Path) -> None:
    git(clone, "config", "--unset", "user.name")


def unrelated(clone: Path) -> None:
    git(clone, "checkout", "-q", "--orphan", "anders")
    git(clone, "commit", "-q", "-m", "anders")
    git(clone, "push", "-q", "-f", "origin", "anders:main")
    git(clone, "checkout", "-q", "main")


def unmerged(clone: Path) -> None:
    blob = git(clone, "rev-parse", f"HEAD:{MEASURE}").strip()
    lines = "".join(f"100644 {blob} {stage}\t{MEASURE}\n" for stage in (1, 2, 3))
    given = f"0 {'0' * 40}\t{MEASURE}\n{lines}"
    subprocess.run(["git", "update-index", "--index-info"], cwd=clone, input=given.encode(), check=True)


def checked_out(clone: Path) -> None:
    git(clone, "remote", "set-url", "origin", "../bernd")


def no_rights(clone: Path) -> None:
    shared = clone.parent / "gemeinsam.git"
    # Only what may have come along with the folder is not asked for its rules.
    git(clone, "remote", "set-url", "origin", str(shared))
    hook = shared / "hooks" / "pre-receive"
    hook.write_text("#!/bin/sh\necho nein\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (under_way, "noch nicht beendet"),
        (lock, "Ein anderes Git arbeitet"),
        (lambda clone: git(clone, "checkout", "-q", "--detach"), "auf keinem Zweig"),
        (remote_gone, "gibt es nicht"),
        (offline, "nicht zu erreichen"),
        (no_name, "wer Sie sind"),
        (unrelated, "keine gemeinsame Geschichte"),
        (unmerged, "noch nicht zusammengeführt"),
        (checked_out, "selbst ein Arbeitsordner"),
        (no_rights, "nimmt die Änderungen nicht an"),
    ],
)
def test_what_cannot_be_synced_is_told_in_german(simple: Offices, spoil: object, message: str) -> None:
    assert callable(spoil)
    spoil(simple.anna.clone)
    simple.anna.replace("Mehr Frauen", "Viel mehr Frauen")
    mine = simple.anna.text()
    with pytest.raises(GitError, match=message) as caught:
        simple.anna.sync()
    assert caught.value.hint
    assert simple.anna.text() == mine


def test_a_dossier_without_a_remote_is_kept_and_one_without_git_explained(
    simple: Offices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git(simple.anna.clone, "remote", "remove", "origin")
    simple.anna.replace("Mehr Frauen", "Viel mehr Frauen")
    outcome = simple.anna.sync()
    assert (outcome.sent, outcome.remote, outcome.is_pushed) == ((MEASURE,), "", False)
    outside = tmp_path / "ohne"
    outside.mkdir()
    (outside / "dossier.yaml").write_text(TEXTS["dossier.yaml"], encoding="utf-8")
    with pytest.raises(GitError, match="in keinem Git-Repositorium"):
        sync.run(sync.prepare(Session(outside)), nobody)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(TeaError, match="nicht installiert"):
        simple.anna.sync()


def test_an_empty_repository_and_a_shallow_clone_are_fine(simple: Offices, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "leer.git")
    git(simple.anna.clone, "remote", "set-url", "origin", "../leer.git")
    simple.anna.replace("Mehr Frauen", "Viel mehr Frauen")
    assert simple.anna.sync(nobody).is_pushed
    shallow = Office(tmp_path / "flach", tmp_path / "flach")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{tmp_path / 'leer.git'}", str(shallow.clone))
    shutil.copy(simple.bernd.clone / ".git" / "config", shallow.clone / ".git" / "config")
    git(shallow.clone, "remote", "set-url", "origin", "../leer.git")
    assert is_cut_off(shallow.dossier)
    # What Bernd changes begins before the oldest commit that the shallow clone has.
    simple.bernd.replace("voluntary", "beyond_law")
    git(simple.bernd.clone, "commit", "-q", "-a", "-m", "älter")
    git(simple.bernd.clone, "push", "-q", "-f", "../leer.git", "main")
    shallow.replace("[Volkshochschule]", "[Volkshochschule, Sportbund]")
    assert shallow.sync(nobody).is_pushed
    for said in ("Viel mehr", "beyond_law", "Sportbund"):
        assert said in shallow.text()
