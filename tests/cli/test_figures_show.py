"""`tea figures show` shows every figure over the rounds, for people and for programs."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Tea

OWN = """\
format: 1
groups:
  - {id: team-leads, title: "Teamleitungen [/x]"}
  - {id: joins, title: "Eintritte „neu“", flow: true}
indicators:
  - {id: team_leads.women.share,
     title: "Frauen [/x], die als Mitarbeiter*innen und Bürger*innen Teams „leiten“ [bold]",
     numerator: {group: team-leads, count: women}, denominator: {group: team-leads, count: total}, digits: 1}
  - {id: joins.total, title: Eintritte, numerator: {group: joins, count: total}}
  - {id: joins.men.share, title: Männer unter den Eintritten,
     numerator: {group: joins, count: men}, denominator: {group: joins, count: total}}
"""
NOW = """\
format: 1
as_of: 2024-12-31
period: {from: 2022-01-01, to: 2024-12-31}
source: Personalstatistik [/x]
excluded: [Aushilfen]
rows:
  - {group: staff, total: 123456789012345678901234567890, women: 5, diverse: 1}
  - {group: leadership, women: 3, total: 2}
  - {group: team-leads, women: 1, men: 7}
  - {group: joins, women: 0, men: 0, period: {from: 2024, to: 2024}}
"""
THEN = """\
format: 1
as_of: 2021
basis: full_time_equivalents
rows:
  - {group: team-leads, women: {percent: 12.5, digits: 1, published: true}}
  - {group: joins, women: 4, men: 8}
"""


@pytest.fixture
def own(dossier: Path) -> Path:
    """Return the small dossier with figures of its own, huge, impossible and empty ones."""
    (dossier / "figures").mkdir()
    for name, text in (("indicators", OWN), ("2024-12-31", NOW), ("2021", THEN)):
        (dossier / "figures" / f"{name}.yaml").write_text(text, encoding="utf-8")
    for cycle, day in (("2022", "2021"), ("2025", "2024-12-31")):
        path = dossier / "cycles" / cycle / "cycle.yaml"
        path.write_text(f"{path.read_text(encoding='utf-8')}figures: '{day}'\n", encoding="utf-8")
    return dossier


def test_herne_shows_three_rounds_with_their_gaps(herne: Path, tea: Tea) -> None:
    outcome = tea("figures", "show", herne)
    assert (outcome.code, outcome.err) == (0, "")
    lines = [" ".join(line.split()) for line in outcome.out.splitlines()]
    assert "2025 seit 2022 2022 2019" in lines
    assert "Beschäftigte 3.345 +232 3.113 2.984" in lines
    assert "Frauenanteil in Führungspositionen 43 %¹ +7 PP⁵ 36 % 34 %" in lines
    assert "¹ Nur als gerundete Prozentzahl veröffentlicht." in lines
    assert "Führungskräfte (224) 81 143" in lines
    assert "Ohne Wert (32): staff.men, staff.part_time.share," in outcome.out.replace("\n  ", " ")
    assert max(map(len, outcome.out.splitlines())) <= 80


def test_an_earlier_round_knows_nothing_of_later_ones(herne: Path, tea: Tea) -> None:
    out = tea("figures", "show", herne, "--cycle", "2019").out
    assert "2.984" in out
    assert "seit" not in out.split("Ohne Wert")[0]
    assert "3.345" not in out


def test_hostile_huge_and_impossible_figures_stay_text(own: Path, tea: Tea) -> None:
    out = tea("figures", "show", own).out
    told = " ".join(out.split())
    assert "Frauen [/x], die als Mitarbeiter*innen und Bürger*innen Teams „leiten“ [bold]" in told
    assert "12,5 %" in told
    assert "123.456.789.012.345.678.901.234.567.890" in told
    assert "(123.456.789.012.345.678.901.234.567.884)" in told
    assert "150 %" in told
    assert "Der Teil ist größer als das Ganze; die Zahlen widersprechen sich." in told
    assert "2025 ist in Köpfen gezählt, 2022 in Vollzeitäquivalenten." in told
    assert "Nicht mitgezählt sind verschiedene Gruppen (2025: Aushilfen; 2022: keine Angabe)." in told
    assert "Männer unter den Eintritten – " in told
    assert "Berichtszeitraum 01.01.2022 bis 31.12.2024" in told
    assert "Eintritte „neu“ (2024)" in told


def test_one_figure_comes_with_its_definition(own: Path, tea: Tea) -> None:
    out = tea("figures", "show", own, "--indicator", "team_leads.women.share").out
    assert "Im Text: {{team_leads.women.share}}" in out
    assert "Eigene Kennzahl der Mappe." in out
    assert "Zähler: Teamleitungen [/x]: Frauen\nNenner: Teamleitungen [/x]: Insgesamt\n" in out
    assert "Stichtag" not in out
    empty = tea("figures", "show", own, "--indicator", "staff.men.part_time.share").out
    assert "Zähler: Beschäftigte, Teilzeit: Männer" in empty
    assert "Noch keine Kennzahl hat einen Wert." in empty


def test_an_unknown_figure_is_refused_with_the_nearest(own: Path, tea: Tea) -> None:
    outcome = tea("figures", "show", own, "--indicator", "team_lead.women.share", "--format", "json")
    assert (outcome.code, outcome.out) == (2, "")
    assert "Meinten Sie „team_leads.women.share“?" in outcome.err


def test_without_figures_that_is_said(dossier: Path, tea: Tea) -> None:
    assert "Noch keine Kennzahl hat einen Wert." in tea("figures", "show", dossier).out
    assert json.loads(tea("figures", "show", dossier, "--format", "json").out)["dates"] == []


def test_the_values_for_programs_keep_their_shape(own: Path, tea: Tea) -> None:
    values = json.loads(tea("figures", "show", own, "--format", "json").out)
    assert list(values) == ["format", "dossier", "cycle", "dates", "figures"]
    by_id: dict[str, dict[str, Any]] = {figure["id"]: figure for figure in values["figures"]}
    assert by_id["staff.total"]["values"][0]["value"]["printed"] == 123456789012345678901234567890
    share = by_id["team_leads.women.share"]
    assert (share["own"], share["required"], share["fields"]) == (True, False, [])
    assert share["values"] == [
        {"cycle": "2025", "value": {"printed": 12.5, "exact": "25/2", "digits": 1, "unit": "percent"},
         "text": "12,5\u00a0%", "published": False, "derived": "", "remarks": []},
        {"cycle": "2022", "value": {"printed": 12.5, "exact": "25/2", "digits": 1, "unit": "percent"},
         "text": "12,5\u00a0%", "published": True, "derived": "",
         "remarks": ["Nur als gerundete Prozentzahl veröffentlicht, nicht nachgerechnet."]},
    ]  # fmt: skip
    assert share["change"]["since"] == "2022"
    assert [caveat["difference"] for caveat in share["change"]["caveats"]] == [
        "basis",
        "excluded",
        "precision",
    ]
    assert by_id["joins.men.share"]["values"][0]["value"]["printed"] is None
    assert by_id["joins.total"]["values"][1]["derived"] == "als Summe berechnet"
    assert by_id["staff.women.share"]["change"] is None
    assert values["dates"][0]["rows"][3]["period"] == {"from": "2024", "to": "2024"}
    assert values["dates"][1]["rows"][0]["women"] == {"percent": 12.5, "digits": 1, "published": True}


def test_many_rounds_go_on_below(own: Path, tea: Tea) -> None:
    before = "2022"
    for year in range(2028, 2064, 3):
        folder = own / "cycles" / str(year)
        folder.mkdir()
        text = f"format: 1\ncatalogue: verwaltung-2021\nrenews: '{before}'\nfigures: '{year}'\n"
        (folder / "cycle.yaml").write_text(text, encoding="utf-8")
        rows = f"format: 1\nas_of: {year}\nrows: [{{group: staff, total: {year}}}]\n"
        (own / "figures" / f"{year}.yaml").write_text(rows, encoding="utf-8")
        before = str(year)
    out = tea("figures", "show", own).out
    assert max(len(line) for line in out.splitlines()) <= 80
    assert all(f"{year:,}".replace(",", ".") in out for year in range(2028, 2064, 3))
