"""`tea demo` does the main job on an example without asking anything."""

from pathlib import Path

from tests.cli.conftest import Tea, run_tea


def test_the_summary_names_all_that_is_promised(tmp_path: Path, tea: Tea) -> None:
    folder = tmp_path / "meine musterstadt"
    outcome = tea("demo", folder)
    assert (outcome.code, outcome.err) == (0, "")
    assert "Musterstadt (fiktiv) · Bewerbungsrunde 2025" in outcome.out
    assert outcome.out.count("█") > 20
    assert "Befunde:  0 Fehler" in outcome.out
    document = folder / "build" / "musterstadt-fiktiv-2025.md"
    assert str(document) in outcome.out
    assert document.is_file()
    assert f"'{folder}'" in outcome.out, "the command can be typed as it stands"


def test_without_a_folder_the_copy_lands_here(tmp_path: Path) -> None:
    outcome = run_tea(["demo"], folder=tmp_path)
    assert outcome.code == 0
    assert "Dokument: musterstadt/build/musterstadt-fiktiv-2025.md" in outcome.out
    assert (tmp_path / "musterstadt" / "dossier.yaml").is_file()


def test_the_example_on_public_data_is_there_too(tmp_path: Path) -> None:
    outcome = run_tea(["demo", "--example", "stadt-herne"], folder=tmp_path)
    assert outcome.code == 0
    assert "Stadt Herne · Bewerbungsrunde 2025" in outcome.out
    assert "Dokument: stadt-herne/build/stadt-herne-2025.md" in outcome.out


def test_an_earlier_copy_stays(tmp_path: Path, tea: Tea) -> None:
    tea("demo", tmp_path / "herne", "--example", "stadt-herne")
    path = tmp_path / "herne" / "dossier.yaml"
    path.write_text(path.read_text().replace("Stadt Herne", "Stadt Möhringen"))
    outcome = tea("demo", tmp_path / "herne")
    assert outcome.code == 0
    assert "von früher" in outcome.err
    assert "Stadt Möhringen" in outcome.out


def test_other_files_are_never_mixed_with_the_copy(tmp_path: Path, tea: Tea) -> None:
    (tmp_path / "brief.txt").write_text("x")
    outcome = tea("demo", tmp_path)
    assert outcome.code == 2
    assert "nicht leer" in outcome.err
    assert [entry.name for entry in tmp_path.iterdir()] == ["brief.txt"]


def test_an_example_that_there_is_not_is_named_in_german(tmp_path: Path, tea: Tea) -> None:
    outcome = tea("demo", tmp_path / "x", "--example", "bielefeld")
    assert outcome.code == 2
    assert "musterstadt" in outcome.err
    assert "invalid choice" not in outcome.err


def test_it_makes_the_folders_above(tmp_path: Path, tea: Tea) -> None:
    assert tea("demo", tmp_path / "build" / "demo" / "stadt").code == 0
    assert (tmp_path / "build" / "demo" / "stadt" / "dossier.yaml").is_file()
