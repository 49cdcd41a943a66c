"""What cannot be renewed is refused in clear words, and nothing is written."""

from pathlib import Path

import pytest

from tea_assistant.errors import CatalogueError, DossierError, TeaError
from tea_assistant.services.renew import preview, renew
from tea_assistant.services.renew_undo import undo_renewal
from tea_assistant.store import files
from tests.renewal.conftest import contents, opened, write


def refused(root: Path, to: str = "2028", *, catalogue: str = "", anyway: bool = False) -> TeaError:
    before = contents(root)
    with pytest.raises(TeaError) as caught:
        renew(opened(root), to, catalogue=catalogue, anyway=anyway)
    assert contents(root) == before
    return caught.value


@pytest.mark.parametrize(
    ("to", "message", "hint"),
    [
        ("2024", "2024 liegt vor der neuesten Bewerbungsrunde 2025", "--to 2028"),
        ("2025", "Die Bewerbungsrunde 2025 gibt es schon", "--to 2028"),
        ("28", "„28“ ist kein Jahr", "2028"),
        ("../2028", "kein Jahr", "2028"),
        ("２０２８", "kein Jahr", "2028"),
        ("", "kein Jahr", "2028"),
    ],
)
def test_the_year_must_be_a_later_one(root: Path, to: str, message: str, hint: str) -> None:
    error = refused(root, to)
    assert isinstance(error, DossierError)
    assert message in error.message
    assert hint in error.hint


def test_there_must_be_a_round(tmp_path: Path) -> None:
    write(tmp_path, "dossier.yaml", "format: 1\nname: Stadt\n")
    assert "noch keine Bewerbungsrunde" in refused(tmp_path).message


def test_a_folder_that_is_no_year_is_no_round(root: Path) -> None:
    write(root, "cycles/entwurf/cycle.yaml", "format: 1\ncatalogue: verwaltung-2021\n")
    assert renew(opened(root), "2028").plan.old.cycle.id == "2025"


def test_a_round_never_handed_in_needs_a_word(root: Path) -> None:
    (root / "cycles/2025/jury.yaml").unlink()
    write(root, "cycles/2025/cycle.yaml", "format: 1\ncatalogue: verwaltung-2021\n")
    error = refused(root)
    assert "2025 wurde nie eingereicht" in error.message
    assert "--anyway" in error.hint
    assert renew(opened(root), "2028", anyway=True).files


@pytest.mark.parametrize("proof", ["submitted", "jury"])
def test_a_jury_or_a_date_shows_that_it_was_handed_in(root: Path, proof: str) -> None:
    if proof == "submitted":
        (root / "cycles/2025/jury.yaml").unlink()
    else:
        write(root, "cycles/2025/cycle.yaml", "format: 1\ncatalogue: verwaltung-2021\n")
    assert renew(opened(root), "2028").files


def test_a_round_made_by_hand_is_left_alone(root: Path) -> None:
    write(root, "cycles/2028/cycle.yaml", "format: 1\ncatalogue: verwaltung-2021\nrenews: 2025\n")
    assert "keine Fortschreibung" in refused(root).message


def test_a_renewed_round_that_was_handed_in_is_left_alone(root: Path) -> None:
    renew(opened(root), "2028")
    (root / "cycles/2028/fields/af05.yaml").unlink()
    path = root / "cycles/2028/cycle.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "submitted: 2028-04-01\n", encoding="utf-8")
    error = refused(root)
    assert "schon eingereicht" in error.message
    assert "--to 2031" in error.hint


def test_a_renewed_round_with_another_after_it_is_left_alone(root: Path) -> None:
    renew(opened(root), "2028")
    renew(opened(root), "2031", anyway=True)
    assert "schon die Bewerbungsrunde 2031" in refused(root).message


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("verwaltung-2020", "Den Katalog „verwaltung-2020“ gibt es nicht"),
        ("../..", "gibt es nicht"),
        ("verwaltung-2015", "ist älter als „verwaltung-2021“"),
    ],
)
def test_the_catalogue_must_be_there_and_not_older(root: Path, name: str, message: str) -> None:
    error = refused(root, catalogue=name)
    assert isinstance(error, CatalogueError)
    assert message in error.message


def test_where_the_old_catalogue_is_gone_another_must_be_named(root: Path) -> None:
    write(root, "cycles/2025/cycle.yaml", "format: 1\ncatalogue: eigener\nsubmitted: 2025\n")
    error = refused(root)
    assert (error.file, error.line) == ("cycles/2025/cycle.yaml", 2)
    assert "--catalogue verwaltung-2021" in error.hint
    assert renew(opened(root), "2028", catalogue="verwaltung-2021").files


@pytest.mark.parametrize(
    ("file", "text", "line"),
    [
        ("evidence/mentoring.yaml", "format: 1\ntitle: A\ncycles: {\n", 4),
        ("evidence/mentoring.yaml", "format: 1\ntitle: A\ntitle: B\n", 3),
        ("evidence/mentoring.yaml", "format: 9\ntitle: A\n", 1),
        ("evidence/frueher.yaml", "format: 1\n<<<<<<< ours\ntitle: A\n", 2),
        ("evidence/schulung.yaml", "format: 1\ntitle: A\ncycles: kaputt\n", None),
        ("cycles/2025/fields/af03.yaml", "format: 1\nopening: [\n", 3),
        ("cycles/2025/jury.yaml", "format: 1\n\tjury: x\n", 2),
        ("cycles/2025/cycle.yaml", "- kein\n- Text\n", 1),
        ("action_fields/verwaltung-2021/af03.yaml", "format: 1\ntitle: [\n", 3),
    ],
)
def test_a_broken_file_is_named_before_anything_is_written(
    root: Path, file: str, text: str, line: int | None
) -> None:
    write(root, file, text)
    error = refused(root, anyway=True, catalogue="verwaltung-2021")
    assert error.file == file
    assert error.line == line


def test_all_broken_files_are_named_at_once(root: Path) -> None:
    write(root, "evidence/mentoring.yaml", "title: [\n")
    (root / "evidence/schulung.yaml").write_bytes(b"title: \xff\n")
    error = refused(root)
    assert error.file == "evidence/mentoring.yaml"
    assert "evidence/schulung.yaml" in error.hint


def test_a_broken_review_or_figures_file_does_not_matter(root: Path) -> None:
    write(root, "cycles/2025/reviews/personalrat.yaml", "name: [\n")
    write(root, "figures/2024-12-31.yaml", "rows: [\n")
    assert renew(opened(root), "2028").files


def test_a_broken_new_round_is_named(root: Path) -> None:
    renew(opened(root), "2028")
    write(root, "cycles/2028/cycle.yaml", "format: 1\ncarried: {\n")
    error = refused(root)
    assert (error.file, error.line) == ("cycles/2028/cycle.yaml", 3)


def test_a_read_only_dossier_can_be_looked_at_only(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "is_writable", lambda _: False)
    assert preview(opened(root), "2028").files
    assert "schreibgeschützt" in refused(root).message


def test_a_round_that_leads_out_of_the_dossier_is_not_written(root: Path, tmp_path: Path) -> None:
    (tmp_path / "anderswo").mkdir()
    (root / "cycles/2028").symlink_to(tmp_path / "anderswo", target_is_directory=True)
    assert "außerhalb der Mappe" in refused(root).message
    assert list((tmp_path / "anderswo").iterdir()) == []


@pytest.mark.parametrize("to", ["2025", "2028", "x"])
def test_only_a_renewal_can_be_undone(root: Path, to: str) -> None:
    before = contents(root)
    with pytest.raises(DossierError):
        undo_renewal(opened(root), to)
    assert contents(root) == before
