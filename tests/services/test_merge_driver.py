"""`git merge` on the shell merges a dossier field by field, too."""

import subprocess
from pathlib import Path

import pytest

from tea_assistant.services.sync.with_git import has_git, put_under_git
from tea_assistant.store.yaml import reader as yaml_reader
from tests.services.two_clones import (
    MEASURE,
    TEXTS,
    Offices,
    git,
    made,
    nested,
    no_git_settings_of_this_machine,
)

__all__ = ["made", "nested", "no_git_settings_of_this_machine"]


def test_plain_git_merges_fields_and_writes_no_marker(nested: Offices) -> None:
    anna, bernd = nested.anna, nested.bernd
    assert not put_under_git(anna.dossier)
    assert anna.sync().sent == (".gitattributes",)
    # A clone brings the file, and the first sync the setting.
    bernd.sync()
    anna.replace("Mehr Frauen", "Viel mehr Frauen")
    anna.sync()
    bernd.replace("partners: [Volkshochschule]", "partners: [Volkshochschule, Sportbund]")
    git(bernd.clone, "commit", "-q", "-a", "-m", "von Hand")
    git(bernd.clone, "pull", "-q", "--no-rebase", "--no-edit")
    assert "Viel mehr Frauen" in bernd.text()
    assert "Sportbund" in bernd.text()

    bernd.sync()
    anna.sync()
    anna.replace("Viel mehr", "Erheblich mehr")
    anna.sync()
    bernd.replace("Viel mehr", "Deutlich mehr")
    git(bernd.clone, "commit", "-q", "-a", "-m", "von Hand")
    done = subprocess.run(
        ["git", "pull", "-q", "--no-rebase", "--no-edit"],
        cwd=bernd.clone,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1
    assert "dieselbe Stelle geändert: Ziel" in done.stderr
    assert "<<<" not in bernd.text()
    assert yaml_reader.read(bernd.text()).value["legal_character"] == "voluntary"
    assert git(bernd.clone, "ls-files", "-u").count(MEASURE.rpartition("/")[2]) == 3


def test_what_stands_in_the_attributes_stays(tmp_path: Path) -> None:
    (tmp_path / "dossier.yaml").write_text(TEXTS["dossier.yaml"], encoding="utf-8")
    (tmp_path / ".gitattributes").write_text("*.pdf -diff", encoding="utf-8")
    assert put_under_git(tmp_path)
    (tmp_path / ".tea-lock").touch()
    assert ".tea-lock" not in git(tmp_path, "status", "--short", "-uall")
    first = (tmp_path / ".gitattributes").read_text(encoding="utf-8")
    assert first.startswith("*.pdf -diff\n#")
    assert not put_under_git(tmp_path)
    assert (tmp_path / ".gitattributes").read_text(encoding="utf-8") == first


def test_where_there_is_no_git_that_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    assert has_git()
    monkeypatch.setenv("PATH", "")
    assert not has_git()
