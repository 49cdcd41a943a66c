"""A whole folder with a `.git` from a stranger: what its settings and hooks name is not run."""

import os
from pathlib import Path

import pytest

from tea_assistant.errors import GitError
from tea_assistant.services.versions import versions
from tests.services.two_clones import (
    MEASURE,
    Offices,
    git,
    made,
    no_git_settings_of_this_machine,
    simple,
)

__all__ = ["made", "no_git_settings_of_this_machine", "simple"]

STRANGE = {
    "filter.böse.clean": "{run}",
    "filter.Böse.smudge": "{run}",
    "filter.lfs.process": "{run}",
    "core.sshCommand": "{run}",
    "core.gitProxy": "{run}",
    "core.alternateRefsCommand": "{run}",
    "credential.helper": "!{run}",
    "credential.https://stadt.example.helper": "store; {run}",
    "remote.origin.uploadpack": "{run}; git-upload-pack",
    "remote.origin.receivepack": "{run}; git-receive-pack",
    "remote.origin.vcs": "ext",
    "protocol.ext.allow": "always",
    "gpg.program": "{run}",
    "gpg.ssh.program": "{run}",
    "lfs.customtransfer.x.path": "{run}",
    "url.ext::sh.insteadOf": "..",
}
FINE = {
    "credential.helper": "store",
    "filter.lfs.process": "git-lfs filter-process",
    "protocol.file.allow": "user",
    "core.autocrlf": "input",
    "branch.main.rebase": "true",
}


@pytest.fixture
def run(tmp_path: Path) -> Path:
    """Return a program that leaves a trace."""
    program = tmp_path / "fremd.sh"
    program.write_text(f"#!/bin/sh\necho lief >> '{tmp_path}/spur'\ncat 2>/dev/null\n", encoding="utf-8")
    program.chmod(0o755)
    return program


def test_programs_named_by_the_folder_are_refused_by_name(simple: Offices, run: Path) -> None:
    anna = simple.anna
    (anna.clone / ".gitattributes").write_text("*.yaml filter=böse\n", encoding="utf-8")
    anna.replace("Mehr", "Viel mehr")
    clean = (anna.clone / ".git" / "config").read_bytes()
    for key, value in STRANGE.items():
        git(anna.clone, "config", key, value.format(run=run))
        with pytest.raises(GitError) as refused:
            anna.sync()
        assert key.lower() in refused.value.message.lower(), key
        (anna.clone / ".git" / "config").write_bytes(clean)
    # Settings come from other files, too, and are told from one's own by where they stand.
    (anna.clone / "mehr").write_text(f'[filter "böse"]\n\tclean = {run}\n', encoding="utf-8")
    git(anna.clone, "config", "include.path", "../mehr")
    with pytest.raises(GitError, match=r"filter\.böse\.clean"):
        anna.sync()
    assert not run.with_name("spur").exists()


def test_ones_own_programs_run(simple: Offices, run: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    anna = simple.anna
    (anna.clone / ".gitattributes").write_text("*.yaml filter=haus\n", encoding="utf-8")
    own = run.with_name("eigene")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(own))
    for place in (["--global"], []):
        git(anna.clone, "config", *place, "filter.haus.clean", str(run))
    for key, value in FINE.items():
        git(anna.clone, "config", key, value)
    anna.replace("Mehr", "Viel mehr")
    assert anna.sync().is_pushed
    assert run.with_name("spur").exists()
    assert "Viel mehr" in git(simple.shared, "show", f"main:{MEASURE}")


def test_hooks_of_the_folder_and_of_its_neighbour_are_not_run(simple: Offices, run: Path) -> None:
    anna = simple.anna
    for hooks, names in (
        (anna.clone / ".git" / "hooks", ("pre-push", "reference-transaction", "post-index-change")),
        (simple.shared / "hooks", ("pre-receive", "update", "post-receive", "post-update")),
    ):
        hooks.mkdir(exist_ok=True)
        for name in names:
            (hooks / name).write_bytes(run.read_bytes())
            (hooks / name).chmod(0o755)
    anna.replace("Mehr", "Viel mehr")
    assert anna.sync().is_pushed
    assert not run.with_name("spur").exists()
    # Where one's own settings name a folder for hooks, they run.
    git(anna.clone, "remote", "set-url", "origin", str(simple.shared))
    anna.replace("Viel mehr", "Noch mehr")
    assert anna.sync().is_pushed
    assert run.with_name("spur").read_text() == "lief\n" * 4


def test_large_files_are_sent_by_the_program_that_is_installed_here(
    simple: Offices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = tmp_path / "programme"
    programs.mkdir()
    lfs = programs / "git-lfs"
    lfs.write_text(f"#!/bin/sh\necho \"$1\" >> '{tmp_path}/lfs'\n", encoding="utf-8")
    lfs.chmod(0o755)
    monkeypatch.setenv("PATH", str(programs), prepend=os.pathsep)
    hook = simple.anna.clone / ".git" / "hooks" / "pre-push"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch '{tmp_path}/spur'\ngit lfs pre-push \"$@\"\n", encoding="utf-8")
    hook.chmod(0o755)
    simple.anna.replace("Mehr", "Viel mehr")
    assert simple.anna.sync().is_pushed
    assert (tmp_path / "lfs").read_text() == "pre-push\n"
    assert not (tmp_path / "spur").exists()


def test_a_folder_that_writes_elsewhere_is_refused(simple: Offices, tmp_path: Path) -> None:
    home = tmp_path / "bernd"
    git(simple.anna.clone, "config", "core.worktree", str(tmp_path))
    simple.anna.replace("Mehr", "Viel mehr")
    with pytest.raises(GitError, match="in einem anderen Ordner"):
        simple.anna.sync()
    assert "Viel mehr" not in (home / MEASURE).read_text(encoding="utf-8")


def test_what_is_left_on_a_server_is_not_fetched_by_looking(simple: Offices, run: Path) -> None:
    clone = simple.anna.clone
    simple.anna.replace("Mehr", "Viel mehr")
    assert simple.anna.sync().is_pushed
    oid = git(clone, "rev-parse", f"HEAD~1:{MEASURE}").strip()
    (clone / ".git" / "objects" / oid[:2] / oid[2:]).unlink()
    git(clone, "config", "core.repositoryFormatVersion", "1")
    git(clone, "config", "extensions.partialClone", "origin")
    git(clone, "config", "remote.origin.promisor", "true")
    git(clone, "config", "remote.origin.uploadpack", f"{run}; git-upload-pack")
    told = versions.history(simple.anna.dossier)
    assert told[-1].who == "Anna Müller"
    assert not run.with_name("spur").exists()
