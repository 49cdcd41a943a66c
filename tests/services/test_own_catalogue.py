"""A city brings the catalogue of another award as a folder; what is wrong with it is told first."""

import os
import shutil
from pathlib import Path

import pytest

from tea_assistant.errors import CatalogueError
from tea_assistant.model.finding import Severity
from tea_assistant.services.create import create_dossier
from tea_assistant.services.opening import open_dossier
from tea_assistant.services.own_catalogue import catalogue_called

EXAMPLE = Path(__file__).parents[2] / "docs" / "examples" / "familie-und-beruf"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return shutil.copytree(EXAMPLE, tmp_path / "familie-und-beruf")


def test_another_award_needs_no_code(tmp_path: Path, folder: Path) -> None:
    root = create_dossier(tmp_path / "mappe", "Möhringen", "NW", "2028", catalogue_called(str(folder)))
    shutil.rmtree(folder)  # the dossier has all of it
    session = open_dossier(root)
    assert session.report.counts[Severity.ERROR] == 0
    assert session.application.cycle.deadline == ""  # nobody here knows when another award closes
    assert [field.id for field in session.application.action_fields] == ["ff01", "ff02", "ff03"]
    for field in session.application.action_fields:
        assert not field.official
        assert not any(criterion.official for criterion in field.criteria)


def test_a_shipped_catalogue_is_not_copied(tmp_path: Path) -> None:
    root = create_dossier(tmp_path / "m", "Möhringen", "", "2028", catalogue_called("verwaltung-2015"))
    assert not (root / "action_fields").exists()
    assert len(open_dossier(root).application.action_fields) == 7


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_whatever_is_wrong_is_told_with_its_place(folder: Path) -> None:
    change(folder / "ff01.yaml", "short_title", "kurz_titel")
    change(folder / "ff02.yaml", "ff02-wiederkommen", "ff01-ort")
    (folder / "ff03.yaml").rename(folder / "ff04.yaml")
    with pytest.raises(CatalogueError) as caught:
        catalogue_called(str(folder))
    message = caught.value.message
    assert "ff01.yaml:3:1" in message
    assert "kurz_titel" in message
    assert "fehlt die Datei ff03.yaml" in message
    assert "ff04.yaml: Dieses Aktionsfeld steht nicht unter" in message
    assert "und 1 weitere" in message


def test_strange_folders_are_refused(folder: Path, tmp_path: Path) -> None:
    def refused(given: Path | str) -> str:
        with pytest.raises(CatalogueError) as caught:
            catalogue_called(str(given))
        return caught.value.message

    assert "gibt es nicht" in refused("verwaltung-2099")
    assert "kann so nicht heißen" in refused(shutil.copytree(folder, tmp_path / "Für Bürger*innen [/x]"))
    (tmp_path / "leer").mkdir()
    assert "fehlt die Datei catalogue.yaml" in refused(tmp_path / "leer")
    (folder / "ff05.yaml").write_text("#" * 2_000_001, encoding="ascii")
    assert "größer als 2 MB" in refused(folder)
    (folder / "ff05.yaml").unlink()
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "ff05.yaml")
        assert "lässt sich nicht lesen" in refused(folder)
        (folder / "ff05.yaml").unlink()
        (folder / "ff05.yaml").symlink_to("/etc/hostname")
        assert "lässt sich nicht lesen" in refused(folder)
