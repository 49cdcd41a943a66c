"""A round begins from the last one, with nothing silently current and nothing of the last one touched."""

from pathlib import Path
from typing import Any

import pytest

from tea_assistant.errors import EditError
from tea_assistant.model.finding import Severity
from tea_assistant.services.renew import as_text, outcome, preview, renew
from tea_assistant.store.yaml.reader import read
from tests.renewal.conftest import contents, opened, write

CYCLE, AF03 = "cycles/2028/cycle.yaml", "cycles/2028/fields/af03.yaml"


def values(root: Path, file: str) -> dict[str, Any]:
    reading = read((root / file).read_text(encoding="utf-8"))
    assert not reading.problems
    assert isinstance(reading.value, dict)
    return reading.value


def test_the_settings_follow_the_last_round(root: Path) -> None:
    renew(opened(root), "2028")
    assert values(root, CYCLE) == {
        "format": 1,
        "catalogue": "verwaltung-2021",
        "award": 5,
        "renews": 2025,
        "deadline": "2028-04-30",
        "page_budget": 30,
        "understanding": values(root, "cycles/2025/cycle.yaml")["understanding"],
        "documents": [
            {
                "title": "Plan „A“",
                "file": "attachments/plan.pdf",
                "dated": "2023-05-04",
                "release": "public",
            }
        ],
        "carried": {"cycle": 2025, "texts": ["understanding.verstaendnis"]},
    }


def test_texts_ticks_and_links_come_along_and_every_text_is_marked(root: Path) -> None:
    renew(opened(root), "2028")
    before, after = values(root, "cycles/2025/fields/af03.yaml"), values(root, AF03)
    assert after == {
        "format": 1,
        "opening": before["opening"],
        "criteria": {
            "af03-nachfolgeplanung": before["criteria"]["af03-nachfolgeplanung"],
            "af03-mentoring": {**before["criteria"]["af03-mentoring"], "evidence": ["mentoring"]},
        },
        "own_criteria": [{**before["own_criteria"][0], "evidence": ["elterntag"]}],
        "closing": before["closing"],
        "carried": {
            "cycle": 2025,
            "texts": [
                "opening",
                "criteria.af03-nachfolgeplanung.because",
                "criteria.af03-mentoring.statement",
                "own_criteria.0.statement",
                "closing",
            ],
        },
    }


def test_a_field_without_texts_has_nothing_to_confirm(root: Path) -> None:
    renew(opened(root), "2028")
    assert values(root, "cycles/2028/fields/af05.yaml") == {
        "format": 1,
        "criteria": {"af05-agg-schulung": {"evidence": ["schulung"]}},
    }


def test_every_current_measure_is_open_and_its_file_has_only_that_entry_more(root: Path) -> None:
    before = contents(root, "evidence/")
    renew(opened(root), "2028")
    after = contents(root, "evidence/")
    assert {name for name in before if after[name] != before[name]} == {
        "evidence/mentoring.yaml",
        "evidence/elterntag.yaml",
        "evidence/schulung.yaml",
    }
    added = b'  "2028":\n    state: open\n'
    assert after["evidence/mentoring.yaml"].replace(added, b"") == before["evidence/mentoring.yaml"]
    assert added in after["evidence/mentoring.yaml"]
    assert after["evidence/elterntag.yaml"] == (
        before["evidence/elterntag.yaml"] + b'cycles:\r\n  "2028":\r\n    state: open\r\n'
    )
    assert after["evidence/schulung.yaml"].startswith(before["evidence/schulung.yaml"][:40])


def test_the_last_round_and_everything_else_stay_byte_for_byte(root: Path) -> None:
    before = contents(root)
    renew(opened(root), "2028")
    after = contents(root)
    assert {n: after[n] for n in before if not n.startswith("evidence/")} == {
        n: before[n] for n in before if not n.startswith("evidence/")
    }


def test_running_it_again_changes_nothing(root: Path) -> None:
    first = renew(opened(root), "2028")
    after = contents(root)
    again = renew(opened(root), "2028")
    assert not first.is_done
    assert again.is_done
    assert contents(root) == after
    assert "nichts mehr zu tun" in outcome(again)


def test_a_preview_writes_nothing(root: Path) -> None:
    before = contents(root)
    found = preview(opened(root), "2028")
    assert contents(root) == before
    assert found.files == (CYCLE, AF03, "cycles/2028/fields/af05.yaml")
    assert set(found.measures) == {"mentoring", "elterntag", "schulung"}


def test_people_are_told_what_they_have_to_know(root: Path) -> None:
    told = " ".join(as_text(preview(opened(root), "2028")).split())
    for said in (
        "5. Bewerbung, schließt an 2025 an",
        "Nachhaltigkeitspreis",
        "3 Maßnahmen, alle mit dem Stand „noch nicht angesehen“",
        "6 Texte, markiert als „aus 2025 übernommen“",
        "1 Grundlagendokument",
        "Die Kennzahlen von 31.12.2024 werden zu früheren Werten",
        "2025 gefragt: Mehr Frauen in der Führung.",
        "„Vortragsreihe“: beendet; die Verknüpfung entfällt.",
        "„gibt-es-nicht“: Diese Maßnahme gibt es nicht",
        "1 Maßnahme aus früheren Runden, von denen 2025 nichts sagt: „Früheres“.",
        "1 hingenommener Befund",
    ):
        assert said in told


def test_the_new_round_has_no_errors_and_knows_the_earlier_values(root: Path) -> None:
    write(root, "cycles/2025/fields/af03.yaml", "format: 1\nopening: Für Mitarbeiter*innen.\n")
    write(root, "attachments/plan.pdf", "x")
    session = opened(root)
    renew(session, "2028")
    session.open_round("2028")
    assert session.report.counts[Severity.ERROR] == 0
    assert session.application.figures is None
    assert [cycle for cycle, _ in session.application.figure_history] == ["2025"]


def test_an_open_session_sees_the_new_round_at_once(root: Path) -> None:
    session = opened(root)
    told: list[None] = []
    session.listeners.append(lambda: told.append(None))
    renew(session, "2028")
    assert told
    assert session.rounds == ("2025", "2028")
    assert session.dossier.rounds["2028"].cycle.carried.cycle == "2025"


def test_unsaved_edits_are_saved_and_carried(root: Path) -> None:
    from tea_assistant.store.yaml.writer import Change

    session = opened(root)
    session.edit("cycles/2025/fields/af05.yaml", [Change(("opening",), "Respekt [/x].\n")], "Text")
    renew(session, "2028")
    assert values(root, "cycles/2028/fields/af05.yaml")["opening"] == "Respekt [/x].\n"
    assert not session.dirty


def test_a_conflict_is_solved_first(root: Path) -> None:
    from tea_assistant.store.yaml.writer import Change

    session = opened(root)
    session.edit("cycles/2025/fields/af05.yaml", [Change(("opening",), "Hier.\n")], "Text")
    write(root, "cycles/2025/fields/af05.yaml", "format: 1\nopening: Dort.\n")
    with pytest.raises(EditError, match="Konflikt"):
        renew(session, "2028")
    assert not (root / "cycles" / "2028").exists()


def test_what_was_said_of_the_new_round_before_stands(root: Path) -> None:
    text = 'format: 1\ntitle: Elterntag\ncycles:\n  "2028": {state: ended, reason: Umzug}\n'
    write(root, "evidence/elterntag.yaml", text)
    renew(opened(root), "2028")
    assert (root / "evidence/elterntag.yaml").read_text(encoding="utf-8") == text


def test_after_a_round_never_handed_in_the_number_stays(root: Path) -> None:
    (root / "cycles/2025/jury.yaml").unlink()
    path = root / "cycles/2025/cycle.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("submitted: 2025-04-22\n", ""), encoding="utf-8")
    done = renew(opened(root), "2028", anyway=True)
    assert done.plan.award == 4
    assert "nie eingereicht" in as_text(done)
    assert renew(opened(root), "2028").is_done


def test_without_a_number_the_awards_received_tell(root: Path) -> None:
    path = root / "cycles/2025/cycle.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("award: 4\n", ""), encoding="utf-8")
    assert preview(opened(root), "2028").plan.award is None
    write(root, "dossier.yaml", "format: 1\nname: Stadt\nawards: [{year: 2022, number: 2}]\n")
    assert preview(opened(root), "2028").plan.award == 3
