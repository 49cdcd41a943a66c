"""`tea build` writes the document, whole and always the same."""

from pathlib import Path

from defusedxml.ElementTree import fromstring
from markdown_it import MarkdownIt

from tests.cli.conftest import Tea, run_tea
from tests.document import docx_reading

NAME = "stadt-moehringen-x-2025.md"
SMALL = """\
format: 1
as_of: 2024-12-31
rows:
  - {group: leadership, total: 20, women: 17, men: 3}
"""


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


def test_the_word_file_can_be_opened_and_has_the_texts(dossier: Path, tmp_path: Path, tea: Tea) -> None:
    outcome = tea("build", dossier, "--format", "docx", "-o", tmp_path)
    document = tmp_path / NAME.replace(".md", ".docx")
    assert (outcome.code, outcome.out, outcome.err) == (0, f"{document}\n", "")
    assert "Bürger*innen" in " ".join(docx_reading.body_words(document.read_bytes()))


def test_small_groups_are_not_printed_and_the_office_is_told(dossier: Path, tea: Tea) -> None:
    (dossier / "figures").mkdir()
    figures = dossier / "figures" / "2024-12-31.yaml"
    figures.write_text(SMALL, encoding="utf-8")
    with (dossier / "cycles" / "2025" / "cycle.yaml").open("a", encoding="utf-8") as cycle:
        cycle.write("figures: 2024-12-31\n")
    outcome = tea("build", dossier)
    assert outcome.code == 0
    assert outcome.err == (
        "Wegen kleiner Gruppen (weniger als 5 Personen) nicht gedruckt: 3 Kennzahlen\n"
        "  2025, kleine Gruppe: Männer in Führungspositionen; Frauenanteil in Führungspositionen\n"
        "  2025, lässt auf eine kleine Gruppe schließen: Frauen in Führungspositionen\n"
    )
    assert "| Männer in Führungspositionen | n. v.¹ |" in (dossier / "build" / NAME).read_text(
        encoding="utf-8"
    )
    figures.write_text(f"{SMALL}public: true\n", encoding="utf-8")
    assert tea("build", dossier).err == ""
    assert "| Männer in Führungspositionen | 3 |" in (dossier / "build" / NAME).read_text(encoding="utf-8")


def test_a_page_to_look_at_is_one_file(dossier: Path, tmp_path: Path, tea: Tea) -> None:
    for folder in ("a", "b"):
        outcome = tea("build", dossier, "--format", "html", "-o", tmp_path / folder)
        assert (outcome.code, outcome.err) == (0, "")
    (path,) = (tmp_path / "a").iterdir()
    assert outcome.out == f"{tmp_path / 'b' / path.name}\n"
    assert path.name == NAME.replace(".md", ".html")
    page = path.read_text(encoding="utf-8")
    assert "Mitarbeiter*innen und Bürger*innen" in page
    assert "Leitbild: entscheiden" in page
    assert page.encode("utf-8") == (tmp_path / "b" / path.name).read_bytes()
    assert tea("build", dossier, "--format", "html", "--final", "-o", tmp_path / "c").code == 0
    assert "Entwurf" not in (tmp_path / "c" / path.name).read_text(encoding="utf-8")


def test_a_file_in_the_way_is_explained(dossier: Path, tea: Tea) -> None:
    (dossier / "build").write_text("kein Ordner")
    outcome = tea("build", dossier)
    assert outcome.code == 2
    assert "lässt sich nicht" in outcome.err
    assert (dossier / "build").read_text() == "kein Ordner"


def test_the_pdf_alone_and_all_at_once(dossier: Path, tmp_path: Path, tea: Tea) -> None:
    alone = NAME.replace(".md", ".pdf")
    outcome = tea("build", dossier, "--format", "pdf", "-o", tmp_path / "pdf")
    assert (outcome.code, outcome.out) == (0, f"{tmp_path / 'pdf' / alone}\n")
    assert [path.name for path in (tmp_path / "pdf").iterdir()] == [alone]
    assert (tmp_path / "pdf" / alone).read_bytes().startswith(b"%PDF-")
    assert tea("build", dossier, "--format", "all", "-o", tmp_path / "all").code == 0
    endings = [path.suffix for path in sorted((tmp_path / "all").iterdir())]
    assert endings == [".docx", ".html", ".md", ".pdf"]


def test_without_the_library_there_is_a_message(dossier: Path, tmp_path: Path) -> None:
    outcome = run_tea(
        ["build", dossier, "--format", "pdf", "-o", tmp_path / "neu"],
        setup="import sys; sys.modules['typst'] = None",
    )
    assert outcome.code == 2
    assert "fehlt die Bibliothek typst" in outcome.err
    assert not (tmp_path / "neu").exists()


def test_from_inside_the_dossier_the_path_is_short(dossier: Path) -> None:
    assert run_tea(["build"], folder=dossier).out == f"build/{NAME}\n"


def test_pictures_lie_beside_the_document(herne: Path, tmp_path: Path, tea: Tea) -> None:
    outcome = tea("build", herne, "-o", tmp_path)
    document, pictures = (tmp_path / f"stadt-herne-2025.{ending}" for ending in ("md", "bilder"))
    assert (outcome.code, outcome.out) == (0, f"{document}\n{pictures}\n")
    tokens = MarkdownIt("commonmark").parse(document.read_text(encoding="utf-8"))
    shown = [child for token in tokens for child in token.children or () if child.type == "image"]
    assert sorted(str(image.attrs["src"]) for image in shown) == sorted(
        f"{pictures.name}/{path.name}" for path in pictures.iterdir()
    )
    for image in shown:
        root = fromstring((tmp_path / str(image.attrs["src"])).read_bytes())
        assert root[1].text == image.content.replace("\\*", "*")
    told = {str(image.attrs["src"]).rpartition("/")[2]: image.content for image in shown}
    assert {"figures.svg", "progress.svg", "af03.svg"} <= set(told)
    assert "2019: 34\u00a0%, 2022: 36\u00a0%, 2025: 43\u00a0%" in told["af03.svg"]


def test_only_own_pictures_of_an_earlier_build_go(herne: Path, tmp_path: Path, tea: Tea) -> None:
    tea("build", herne, "-o", tmp_path)
    pictures = tmp_path / "stadt-herne-2025.bilder"
    built = {path.name: path.read_bytes() for path in pictures.iterdir()}
    old, foreign = pictures / "af07.svg", pictures / "logo.svg"
    old.write_bytes(built["af03.svg"])
    foreign.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (pictures / "notiz.txt").write_text("bleibt")
    tea("build", herne, "-o", tmp_path)
    left = {path.name: path.read_bytes() for path in pictures.iterdir()}
    assert left == built | {"logo.svg": foreign.read_bytes(), "notiz.txt": b"bleibt"}
    for figures in (herne / "figures").iterdir():
        figures.unlink()
    (pictures / "notiz.txt").unlink()
    tea("build", herne, "-o", tmp_path)
    assert [path.name for path in pictures.iterdir()] == ["logo.svg"]
    foreign.unlink()
    assert tea("build", herne, "-o", tmp_path).out == f"{tmp_path / 'stadt-herne-2025.md'}\n"
    assert not pictures.exists()


def test_a_file_in_the_way_of_the_pictures_leaves_the_old_document(
    herne: Path, tmp_path: Path, tea: Tea
) -> None:
    document = tmp_path / "stadt-herne-2025.md"
    document.write_text("von gestern")
    document.with_suffix(".bilder").write_text("kein Ordner")
    outcome = tea("build", herne, "-o", tmp_path)
    assert outcome.code == 2
    assert "lässt sich nicht" in outcome.err
    assert document.read_text() == "von gestern"
