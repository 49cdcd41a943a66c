"""Putting a dossier together from files that are good, broken, misplaced or hostile."""

from pathlib import Path

import pytest

from tea_assistant.model.finding import Finding
from tea_assistant.store import dossier_files
from tea_assistant.store.parsed_file import parse

CYCLE = "format: 1\ncatalogue: verwaltung-2021\n"


def load(root: Path, files: dict[str, str]) -> dossier_files.Loaded:
    for file, text in {"dossier.yaml": "format: 1\nname: Stadt A\n", **files}.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    found = (parse(file, (root / file).read_bytes()) for file in dossier_files.list_files(root))
    return dossier_files.assemble(root, [file for file in found if file])


def codes(findings: tuple[Finding, ...]) -> list[tuple[str, str]]:
    return [(finding.code, finding.file) for finding in findings]


def test_one_id_in_two_files_is_told_and_the_first_counts(tmp_path: Path) -> None:
    loaded = load(
        tmp_path,
        {"evidence/a.yaml": "format: 1\ntitle: Eins\n", "evidence/a.yml": "format: 1\ntitle: Zwei\n"},
    )
    assert loaded.dossier.evidence["a"].title == "Eins"
    assert codes(loaded.findings) == [("TEA024", "evidence/a.yml")]


@pytest.mark.parametrize("name", ["Väter", "GROSS", "a b", "-a", "a" * 65])
def test_a_file_name_that_is_no_id_is_told(tmp_path: Path, name: str) -> None:
    loaded = load(tmp_path, {f"evidence/{name}.yaml": "format: 1\ntitle: Eins\n"})
    assert codes(loaded.findings) == [("TEA027", f"evidence/{name}.yaml")]


def test_an_unknown_key_names_the_nearest(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"evidence/a.yaml": "format: 1\ntitle: Eins\ntarget_group: [x]\n"})
    (finding,) = loaded.findings
    assert (finding.code, finding.line, finding.column) == ("TEA020", 3, 1)
    assert "target_groups" in finding.hint


def test_a_wrong_value_is_named_with_place_and_example(tmp_path: Path) -> None:
    text = "format: 1\ntitle: Eins\nresults:\n  - {value: zwölf, unit: Plätze}\naudience: alle\n"
    loaded = load(tmp_path, {"evidence/a.yaml": text})
    places = [(f.code, f.line, f.column, f.path) for f in loaded.findings]
    assert places == [
        ("TEA021", 5, 1, ("audience",)),
        ("TEA021", 4, 6, ("results", 0, "value")),
    ]
    assert "citizens (Bürger*innen)" in loaded.findings[0].message
    assert "Beispiel: value: 12" in loaded.findings[1].hint
    assert loaded.dossier.evidence["a"].title == "Eins"


def test_a_missing_key_is_named(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"evidence/a.yaml": "format: 1\n"})
    assert codes(loaded.findings) == [("TEA022", "evidence/a.yaml")]
    assert "Titel" in loaded.findings[0].message


def test_an_unknown_catalogue_names_those_there_are(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"cycles/2025/cycle.yaml": CYCLE.replace("2021", "1999")})
    assert codes(loaded.findings) == [("TEA026", "cycles/2025/cycle.yaml")]
    assert "verwaltung-2021" in loaded.findings[0].hint


def test_a_dossier_may_bring_its_own_catalogue(tmp_path: Path) -> None:
    own = "format: 1\ntitle: Eigener\nparts:\n  - {id: f1, kind: action_field, pages: 1}\n"
    field = "format: 1\ntitle: Feld eins\nofficial: false\ncriteria: []\n"
    loaded = load(
        tmp_path,
        {
            "cycles/2025/cycle.yaml": CYCLE.replace("verwaltung-2021", "eigener"),
            "action_fields/eigener/catalogue.yaml": own,
            "action_fields/eigener/f1.yaml": field,
        },
    )
    assert loaded.findings == ()
    assert loaded.dossier.catalogues["eigener"].fields["f1"].title == "Feld eins"


def test_an_own_catalogue_is_checked_against_its_schema(tmp_path: Path) -> None:
    loaded = load(tmp_path, {"action_fields/eigener/f1.yaml": "format: 1\ntitle: Feld\nofficial: ja\n"})
    assert [(f.code, f.path) for f in loaded.findings] == [("TEA022", ()), ("TEA021", ("official",))]


def test_proofs_outside_the_dossier_are_never_opened(tmp_path: Path) -> None:
    root = tmp_path / "mappe"
    secret = tmp_path / "geheim.txt"
    secret.write_text("geheim")
    (root / "attachments").mkdir(parents=True)
    (root / "attachments" / "link.txt").symlink_to(secret)
    digest = "sha256: " + "0" * 64
    proofs = "".join(
        f"  - {{title: x, file: '{file}', {digest}}}\n"
        for file in ("../geheim.txt", "attachments/link.txt", str(secret), "attachments/fehlt.pdf")
    )
    loaded = load(root, {"evidence/a.yaml": f"format: 1\ntitle: Eins\nproofs:\n{proofs}"})
    states = loaded.dossier.attachments
    assert [states[f].inside for f in ("../geheim.txt", "attachments/link.txt", str(secret))] == [False] * 3
    assert not any(state.sha256 for state in states.values())
    assert states["attachments/fehlt.pdf"].inside
    assert not states["attachments/fehlt.pdf"].exists


def test_folder_links_are_not_followed(tmp_path: Path) -> None:
    root = tmp_path / "mappe"
    elsewhere = tmp_path / "anderswo"
    elsewhere.mkdir()
    (elsewhere / "fremd.yaml").write_text("format: 1\ntitle: Fremd\n")
    root.mkdir()
    (root / "evidence").symlink_to(elsewhere)
    (elsewhere / "kreis").symlink_to(root)
    assert load(root, {"figures/2025.yaml": "format: 1\nas_of: 2025\nrows: []\n"}).dossier.evidence == {}
