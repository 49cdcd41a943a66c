"""`tea status` tells how far the application is."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from tea_assistant.services import status
from tea_assistant.services.opening import open_dossier
from tea_assistant.services.pages import Pages
from tea_assistant.services.session import Session
from tests.cli.conftest import Tea


def test_every_part_has_a_line_with_bar_and_words(herne: Path, tea: Tea) -> None:
    out = tea("status", herne).out
    for part in open_dossier(herne).completeness.parts:
        line = next(line for line in out.splitlines() if line.startswith((f"{part.part} ", part.title[:40])))
        assert "█" in line
        assert "%" in line
        assert "vollständig" in line if not part.open else f"{part.done} von {len(part.items)}" in line
    assert all(len(line) <= 80 for line in out.split("Als Nächstes")[0].splitlines())
    assert f"Umfang:  {Pages().count(open_dossier(herne)).total} von 25 Seiten\n" in out
    assert re.search(r"  Maßnahmenverzeichnis +2,\d von 2 +zu lang\n", out)


def test_json_says_the_same_to_programs(dossier: Path, tea: Tea) -> None:
    values = json.loads(tea("status", dossier, "--json").out)
    assert values["deadline"] == "2025-04-30"
    assert values["completeness"] == json.loads(tea("check", dossier, "--format", "json").out)["completeness"]
    assert values["pages"]["budget"] == 25
    assert values["pages"]["total"] >= 2
    assert {"pages", "first_page", "budget"} == set(values["pages"]["parts"]["organisation"])
    assert len(values["next"]) == status.NEXT
    assert values["next"][0]["file"] == "dossier.yaml"


@pytest.mark.parametrize(
    ("deadline", "told"),
    [
        ("2025-04-30", "noch 29 Tage"),
        ("2025-04-02", "noch 1 Tag)"),
        ("2025-04-01", "heute"),
        ("2025-03-31", "vor 1 Tag)"),
        ("2024-04-01", "vor 365 Tagen"),
        ("bald", "nicht eingetragen"),
    ],
)
def test_the_time_left_is_told(dossier: Path, deadline: str, told: str) -> None:
    path = dossier / "cycles" / "2025" / "cycle.yaml"
    path.write_text(path.read_text().replace("2025-04-30", deadline))
    assert told in status.as_text(Session(dossier, today=lambda: date(2025, 4, 1)))


def test_a_dossier_without_a_round_has_a_state(tmp_path: Path, tea: Tea) -> None:
    (tmp_path / "dossier.yaml").write_text("format: 1\nname: Stadt Möhringen\n")
    assert tea("status", tmp_path).code == 0
    assert tea("check", tmp_path).code == 0
    assert tea("build", tmp_path).code == 0
