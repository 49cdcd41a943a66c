"""A timeline in characters: bars over the months, and words for every gap."""

from pathlib import Path

import pytest

from tea_assistant.document.timeline_text import timeline_text
from tea_assistant.model.timeline import timeline
from tests.checks.mini_dossier import Texts, application, base_texts

EXPECTED = Path(__file__).with_name("timeline.txt")
MENTORING, CAMPAIGN = "evidence/mentoring-fuer-frauen.yaml", "evidence/stadt-mit-respekt.yaml"
CYCLE, OLD = "cycles/2025/cycle.yaml", "cycles/2022/cycle.yaml"


def text_of(texts: Texts) -> str:
    found = timeline(application(texts))
    assert found is not None
    return timeline_text(found)


def told(texts: Texts, beginning: str) -> str:
    return next(line for line in text_of(texts).splitlines() if line.strip().startswith(beginning))


def test_the_picture_of_a_dossier() -> None:
    texts = base_texts()
    texts[MENTORING] = texts[MENTORING].replace(
        "Mentoring für Frauen", "Mentoring [/x] für „Mitarbeiter*innen“"
    )
    texts[MENTORING] = texts[MENTORING].replace("state: expanded", 'state: expanded, confirmed: "2025-02-11"')
    texts[MENTORING] += 'covers: {from: "2022-05", to: "2024-12"}\n'
    texts["evidence/stammtisch.yaml"] = 'title: Stammtisch\ncycles: {"2025": {state: ended}}\n'
    assert text_of(texts) == EXPECTED.read_text(encoding="utf-8")


def test_a_result_and_a_proof_in_one_month_stand_together() -> None:
    texts = base_texts()
    texts[MENTORING] = texts[MENTORING].replace('as_of: "2024-12-31"', 'as_of: "2023-05"')
    assert told(texts, "Mentoring").count("B") == 1


def test_what_is_known_to_the_year_stands_in_its_middle() -> None:
    texts = base_texts()
    texts[CAMPAIGN] = texts[CAMPAIGN].replace("machen mit.}", "machen mit., as_of: 2023}")
    assert "│░░░░░░E░░░░░│" in told(texts, "Stadt mit Respekt")


@pytest.mark.parametrize(
    ("begin", "above"), [("2019-05-02", "2019│2020  │2021  │"), ("2005-05-02", "5│06│07│")]
)
def test_a_long_period_gets_more_months_in_a_column(begin: str, above: str) -> None:
    texts = base_texts()
    texts[OLD] = texts[OLD].replace("2022-04-20", begin)
    assert above in text_of(texts)
    assert max(map(len, text_of(texts).split("\n\n")[1].splitlines())) <= 110


def test_a_first_application_looks_back_three_years() -> None:
    texts = base_texts()
    texts[CYCLE] = texts[CYCLE].replace('renews: "2022"\n', "")
    assert told(texts, "Berichtszeitraum").endswith("(die drei Jahre vor der Abgabe)")


def test_without_action_fields_there_are_no_years_to_tell_of() -> None:
    texts = base_texts()
    texts[CYCLE] = texts[CYCLE].replace("catalogue: mini", "catalogue: fehlt")
    assert "Belege je Jahr" not in text_of(texts)
    assert "Nirgends verknüpft" in text_of(texts)
