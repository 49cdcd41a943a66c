"""`tea renew` shows the next round, makes it, and takes it back; `tea progress` tells what changed."""

import io
import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tea, run_tea


class Person(io.StringIO):
    """Somebody at the keyboard."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def herne_2019(herne: Path) -> Path:
    """Return Herne with nothing but its first round, under the older catalogue."""
    for path in [*herne.glob("cycles/202*/**/*.yaml"), *herne.glob("evidence/*.yaml")]:
        text = path.read_text(encoding="utf-8")
        if path.parent.name != "evidence" or '"2019"' not in text:
            path.unlink()
        else:
            path.write_text(text.partition('  "2022"')[0], encoding="utf-8")
    return herne


def test_the_round_is_shown_and_then_made(herne: Path, tea: Tea) -> None:
    outcome = tea("renew", herne, "--to", "2028")
    assert (outcome.code, outcome.err) == (0, "")
    shown, made = (
        outcome.out.index("4. Bewerbung"),
        outcome.out.index("Bewerbungsrunde 2028 angelegt: 6 Dateien"),
    )
    assert shown < made
    assert "--cycle 2028" in outcome.out
    assert "Bewerbungsrunde 2028" in tea("status", herne).out
    assert tea("build", herne).code == 0
    refused = tea("build", herne, "--final")
    assert refused.code == 2
    assert "66 übernommene Punkte sind in der Wiedervorlage" in refused.err
    assert "Strg+G" in refused.err


def test_running_it_again_says_so_in_one_line(herne: Path, tea: Tea) -> None:
    tea("renew", herne, "--to", "2028")
    outcome = tea("renew", herne, "--to", "2028")
    assert outcome.code == 0
    assert outcome.out == "Die Bewerbungsrunde 2028 steht schon; es gab nichts mehr zu tun.\n"


def test_a_dry_run_makes_nothing(herne: Path, tea: Tea) -> None:
    outcome = tea("renew", herne, "--to", "2028", "--dry-run")
    assert outcome.code == 0
    assert "28 Maßnahmen" in outcome.out
    assert not (herne / "cycles/2028").exists()


def test_it_can_be_taken_back(herne: Path, tea: Tea) -> None:
    tea("renew", herne, "--to", "2028")
    outcome = tea("renew", herne, "--to", "2028", "--undo")
    assert outcome.code == 0
    assert "zurückgenommen" in outcome.out
    assert not (herne / "cycles/2028").exists()
    assert tea("renew", herne, "--to", "2028", "--undo").code == 2


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Es fehlt: --to"),
        (["--to", "2020"], "2020 liegt vor der neuesten Bewerbungsrunde 2025"),
        (["--to", "2028", "--catalogue", "verwaltung-2015"], "ist älter als"),
        (["--to", "2028", "--catalogue", "verwaltung-202"], "Meinten Sie „verwaltung-2021“?"),
        (["--to", "2028", "--decide", "af03"], "„af03“ ist keine Entscheidung"),
        (["--to", "2028", "--decide", "af03-mentorin=af03-onboarding"], "Meinten Sie „af03-mentoring“?"),
        (["--to", "2028", "--decide", "af03-mentoring=af03-unbekannt"], "keine Aktivität des neuen Katalogs"),
    ],
)
def test_what_cannot_be_done_is_refused(herne: Path, tea: Tea, arguments: list[str], message: str) -> None:
    outcome = tea("renew", herne, *arguments)
    assert outcome.code == 2
    assert outcome.out == ""
    assert message in outcome.err
    assert not (herne / "cycles/2028").exists()


def test_a_round_never_handed_in_needs_a_word(dossier: Path, tea: Tea) -> None:
    outcome = tea("renew", dossier, "--to", "2028")
    assert outcome.code == 2
    assert "--anyway" in outcome.err
    assert tea("renew", dossier, "--to", "2028", "--anyway").code == 0


def test_a_broken_measure_is_named_with_its_line(herne: Path, tea: Tea) -> None:
    (herne / "evidence/sprachleitfaden.yaml").write_text("format: 1\ntitle: [\n", encoding="utf-8")
    outcome = tea("renew", herne, "--to", "2028")
    assert outcome.code == 2
    assert outcome.err.startswith("evidence/sprachleitfaden.yaml:3: ")


def test_in_a_script_splits_are_told_beforehand(herne_2019: Path, tea: Tea) -> None:
    decided = ("--decide", "hf03-ausbildung=af05-agg-schulung", "--decide", "hf01-teilzeit=")
    outcome = tea("renew", herne_2019, "--to", "2022", *decided)
    assert outcome.code == 0
    field = (herne_2019 / "cycles/2022/fields/af05.yaml").read_text(encoding="utf-8")
    assert "Workshop" in field
    assert "hf01-teilzeit: []" in (herne_2019 / "cycles/2022/cycle.yaml").read_text(encoding="utf-8")
    assert "hf01-teilzeit „Teilzeit“: zurückgelassen" in outcome.out
    # What stays behind is shown with its text, so that nothing is lost from sight.
    assert "Führungsposition in Teilzeit" in " ".join(outcome.out.split())


def test_at_a_terminal_each_split_is_asked(
    herne_2019: Path, tea: Tea, monkeypatch: pytest.MonkeyPatch
) -> None:
    # hf01-frauen-in-fuehrung, hf01-teilzeit, hf03-coaching, hf03-ausbildung, hf04-arbeitszeit, hf07-beratung
    monkeypatch.setattr("sys.stdin", Person("2\n9\nzwei\n2, 1\n\n0\n1\n1\n"))
    outcome = tea("renew", herne_2019, "--to", "2022")
    assert outcome.code == 0
    assert outcome.err.count("Wohin geht") == 6
    assert outcome.err.count("Bitte Nummern von 1 bis 2, oder 0.") == 2
    cycle = (herne_2019 / "cycles/2022/cycle.yaml").read_text(encoding="utf-8")
    assert cycle.endswith("""\
decisions:
  hf01-frauen-in-fuehrung:
    - af03-nachfolgeplanung
  hf01-teilzeit:
    - af04-fuehrung-in-teilzeit
    - af04-arbeitszeitmodelle
  hf03-ausbildung: []
  hf04-arbeitszeit:
    - af04-arbeitszeitmodelle
  hf07-beratung:
    - af02-angebote
""")


def test_without_anybody_to_ask_the_first_place_is_taken(herne_2019: Path) -> None:
    outcome = run_tea(["renew", herne_2019, "--to", "2022"], stdin="2\n")
    assert outcome.code == 0
    assert "Zu entscheiden" in outcome.out
    assert "decisions" not in (herne_2019 / "cycles/2022/cycle.yaml").read_text(encoding="utf-8")


def test_two_rounds_are_compared(herne: Path, tea: Tea) -> None:
    outcome = tea("progress", "2022", "2025", herne)
    assert (outcome.code, outcome.err) == (0, "")
    assert "Seit der letzten Auszeichnung" in outcome.out
    assert "+7\u00a0Prozentpunkte" in outcome.out
    assert "On- und Re-Boarding (2022 angekündigt, Ausgang offen)" in outcome.out
    assert all(len(line) <= 80 for line in outcome.out.splitlines())


def test_all_rounds_stand_side_by_side_with_a_chart(herne: Path, tea: Tea) -> None:
    outcome = tea("progress", herne)
    assert outcome.code == 0
    assert "Alle Runden" in outcome.out
    assert "2025  █████████████████░" in outcome.out
    assert all(len(line) <= 80 for line in outcome.out.splitlines())


def test_the_dossier_is_found_from_a_folder_in_it(herne: Path) -> None:
    for arguments in (["progress"], ["progress", "2019", "2022"]):
        assert run_tea(arguments, folder=herne / "evidence").code == 0


@pytest.mark.parametrize("rounds", [[], ["2022", "2025"]])
def test_programs_get_values(herne: Path, tea: Tea, rounds: list[str]) -> None:
    values = json.loads(tea("progress", *rounds, herne, "--format", "json").out)
    assert values["format"] == 1
    assert values["dossier"] == "Stadt Herne"
    by_id = {figure["id"]: figure for figure in values["figures"]}
    share = by_id["leadership.women.share"]
    if rounds:
        assert share["difference"] == {"printed": 7, "digits": 0, "unit": "percent", "published": True}
        assert {m["id"] for m in values["measures"]["new"]} >= {"inklusionstag"}
        assert len(values["measures"]["undecided"]) == 26
    else:
        assert [share["values"][cycle]["printed"] for cycle in values["rounds"]] == [34, 36, 43]
        states = {m["id"]: m["states"] for m in values["measures"]}
        assert states["buero-gleichstellung-vielfalt"] == {"2019": "planned", "2022": "new"}


@pytest.mark.parametrize("rounds", [[], ["2022", "2025"]])
def test_markdown_takes_gender_stars_as_text(herne: Path, tea: Tea, rounds: list[str]) -> None:
    outcome = tea("progress", *rounds, herne, "--format", "markdown")
    assert outcome.out.startswith("## ")
    assert "Konfliktlots\\*innen" in outcome.out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["2022"], "gehören zwei Runden"),
        (["2025", "2022"], "2025 liegt nicht vor 2022"),
        (["2022", "2023"], "2023 gibt es nicht"),
        (["2022", "nirgends"], "gehören zwei Runden"),
        (["nirgends"], "Diesen Ordner gibt es nicht"),
        (["2022", "2025", ".", "mehr"], "Unbekannte Angabe: mehr"),
        (["--format", "html"], "„html“ gibt es nicht"),
    ],
)
def test_wrong_usage_is_explained(herne: Path, arguments: list[str], message: str) -> None:
    outcome = run_tea(["progress", *arguments], folder=herne)
    assert outcome.code == 2
    assert message in outcome.err
