"""Putting a dossier together from files that are good, broken, misplaced or hostile."""

from pathlib import Path

import pytest

from tea_assistant.figures.forms import figure_text
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding
from tea_assistant.model.labels import Labels
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


OWN = """\
format: 1
groups:
  - {id: team-leads, title: "Teamleitungen [/x] für Bürger*innen", flow: true, part_of: leadership}
  - {id: staff, title: Alle}
indicators:
  - {id: team_leads.women.share, title: "Frauen [/x] „leiten“ Bürger*innen",
     numerator: {group: team-leads, count: women}, denominator: {group: team-leads, count: total}, digits: 1}
  - {id: leadership.women.share, title: Was anderes, numerator: {group: staff, count: men}}
  - {id: team_leads.women.share, title: Noch einmal, numerator: {group: staff, count: men}}
"""


def test_a_dossier_may_define_figures_of_its_own(tmp_path: Path) -> None:
    session_files = {
        "cycles/2025/cycle.yaml": CYCLE + "figures: '2024'\n",
        "figures/indicators.yaml": OWN,
        "figures/2024.yaml": "format: 1\nas_of: 2024\nrows: [{group: team-leads, women: 7, men: 9}]\n",
    }
    loaded = load(tmp_path, session_files)
    assert [(f.code, f.path) for f in loaded.findings] == [
        ("TEA350", ("groups", 1, "id")),
        ("TEA350", ("indicators", 1, "id")),
        ("TEA350", ("indicators", 2, "id")),
    ]
    assert loaded.findings[1].line == 8
    assert list(loaded.dossier.figures) == ["2024"]
    catalogue = loaded.dossier.catalogues["verwaltung-2021"]
    assert catalogue.indicators["leadership.women.share"].title == "Frauenanteil in Führungspositionen"
    own = catalogue.indicators["team_leads.women.share"]
    assert (own.title, own.own) == ("Frauen [/x] „leiten“ Bürger*innen", True)
    assert catalogue.groups["staff"] == "Beschäftigte"
    assert catalogue.groups["team-leads"] == "Teamleitungen [/x] für Bürger*innen"
    assert "team-leads" in catalogue.flows
    assert catalogue.wholes["team-leads"] == "leadership"
    application = Application(loaded.dossier, loaded.dossier.rounds["2025"], catalogue, Labels())
    assert figure_text(application, "team_leads.women.share") == "43,8\u00a0%"


def test_own_figures_that_cannot_be_read_hide_no_others(tmp_path: Path) -> None:
    broken = {"figures/indicators.yaml": "format: 1\nindicators: [3, {id: 7}, {title: x}]\n"}
    loaded = load(tmp_path, {"cycles/2025/cycle.yaml": CYCLE, **broken})
    assert {f.code for f in loaded.findings} <= {"TEA021", "TEA022"}
    assert "staff.total" in loaded.dossier.catalogues["verwaltung-2021"].indicators


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
