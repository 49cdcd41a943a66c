"""`tea build` writes the document, whole and always the same."""

from pathlib import Path

from tests.cli.conftest import Tea, run_tea

NAME = "stadt-moehringen-x-2025.md"


def test_the_document_lands_in_the_dossier(dossier: Path, tea: Tea) -> None:
    outcome = tea("build", dossier)
    document = dossier / "build" / NAME
    assert (outcome.code, outcome.out, outcome.err) == (0, f"{document}\n", "")
    text = document.read_text(encoding="utf-8")
    assert "Mitarbeiter\\*innen und Bürger\\*innen" in text
    assert "**Entwurf.**" in text
    assert "Leitbild: entscheiden" in text


def test_the_same_dossier_gives_the_same_bytes(dossier: Path, tmp_path: Path) -> None:
    for folder, seed in (("a", "1"), ("b", "2")):
        outcome = run_tea(
            ["build", dossier, "-o", tmp_path / folder], setup=f"import random; random.seed({seed})"
        )
        assert outcome.code == 0, outcome.err
    first, second = ((tmp_path / folder / NAME).read_bytes() for folder in ("a", "b"))
    assert first == second
    assert b"\r" not in first


def test_the_final_document_has_no_mark_and_the_gaps_are_told(dossier: Path, tea: Tea) -> None:
    outcome = tea("build", dossier, "--final")
    assert outcome.code == 0
    assert "Entwurf" not in (dossier / "build" / NAME).read_text(encoding="utf-8")
    assert "Lücken" in outcome.err


def test_another_folder_and_another_round(dossier: Path, tmp_path: Path, tea: Tea) -> None:
    target = tmp_path / "Ausgabe" / "2022"
    assert tea("build", dossier, "--cycle", "2022", "--format", "md", "-o", target).code == 0
    assert [entry.name for entry in target.iterdir()] == [NAME.replace("2025", "2022")]
    assert not (dossier / "build").exists()


def test_a_file_in_the_way_is_explained(dossier: Path, tea: Tea) -> None:
    (dossier / "build").write_text("kein Ordner")
    outcome = tea("build", dossier)
    assert outcome.code == 2
    assert "lässt sich nicht" in outcome.err
    assert (dossier / "build").read_text() == "kein Ordner"


def test_from_inside_the_dossier_the_path_is_short(dossier: Path) -> None:
    assert run_tea(["build"], folder=dossier).out == f"build/{NAME}\n"
