"""A new dossier opens, and nothing that is there is replaced."""

from pathlib import Path

import pytest

from tea_assistant.errors import DossierError
from tea_assistant.model.finding import Severity
from tea_assistant.services.create import copy_example, create_dossier
from tea_assistant.services.opening import find_dossier, open_dossier


def test_a_new_dossier_has_no_errors_and_is_nowhere_complete(tmp_path: Path) -> None:
    root = create_dossier(tmp_path / "Stadt Möhringen", "Stadt Möhringen", "NW", "2028")
    session = open_dossier(root)
    assert session.cycle == "2028"
    assert session.application.cycle.deadline == "2028-04-30"
    assert session.report.counts[Severity.ERROR] == 0
    assert session.completeness.overall < 0.2
    assert all(part.share < 1 for part in session.completeness.parts if part.items)


def test_a_dossier_is_never_made_over_another(tmp_path: Path) -> None:
    create_dossier(tmp_path, "Stadt A", cycle="2028")
    with pytest.raises(DossierError, match="schon eine Mappe"):
        create_dossier(tmp_path, "Stadt B", cycle="2028")
    assert "Stadt A" in (tmp_path / "dossier.yaml").read_text()


def test_a_name_that_no_folder_can_have_is_explained(tmp_path: Path) -> None:
    with pytest.raises(DossierError, match="Der Name ist zu lang"):
        create_dossier(tmp_path / ("x" * 5000), "Stadt A")


def test_the_dossier_is_found_from_below(tmp_path: Path) -> None:
    create_dossier(tmp_path, "Stadt A", cycle="2028")
    assert find_dossier(tmp_path / "evidence") == tmp_path


@pytest.mark.parametrize(
    ("files", "message"),
    [((), "leer"), (("andere.yaml",), "dossier.yaml"), (None, "gibt es nicht")],
)
def test_a_folder_without_dossier_is_explained(
    tmp_path: Path, files: tuple[str, ...] | None, message: str
) -> None:
    folder = tmp_path / "ordner"
    if files is not None:
        folder.mkdir()
    for name in files or ():
        (folder / name).write_text("a: 1\n")
    with pytest.raises(DossierError, match=message):
        find_dossier(folder)


def test_an_example_is_copied_once_and_then_left_alone(tmp_path: Path) -> None:
    root = tmp_path / "beispiel"
    assert copy_example("stadt-herne", root)
    (root / "dossier.yaml").write_text("format: 1\nname: Meine\n")
    assert not copy_example("stadt-herne", root)
    assert open_dossier(root).application.organisation.name == "Meine"


def test_an_example_never_lands_among_other_files(tmp_path: Path) -> None:
    (tmp_path / "brief.docx").write_text("x")
    with pytest.raises(DossierError, match="nicht leer"):
        copy_example("stadt-herne", tmp_path)


def test_a_round_that_is_not_there_is_explained(tmp_path: Path) -> None:
    create_dossier(tmp_path, "Stadt A", cycle="2028")
    with pytest.raises(DossierError, match="2031"):
        open_dossier(tmp_path, "2031")
