"""The audit on small documents: what it finds in every cell, and that it keeps quiet otherwise."""

import json
from pathlib import Path
from typing import Any

import pytest

from tea_assistant.checks.registry import RULES
from tea_assistant.services.figures.audit import audit
from tea_assistant.services.figures.audit_report import as_json

CASES = Path(__file__).parent / "audit_cases"
RHEINE = Path(__file__).parents[3] / "shared" / "seeds" / "stadt-rheine-gleichstellungsplan.md"
KEYS = ("code", "line", "column", "row", "column_label", "printed", "recomputed", "calculation")


def findings(file: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(as_json(audit(file)))["findings"]
    return found


def told(file: Path) -> list[list[str | int]]:
    return [[finding[key] for key in KEYS] for finding in findings(file)]


@pytest.mark.parametrize("expected", sorted(CASES.glob("*.json")), ids=lambda path: path.stem)
def test_a_document_gives_what_is_expected(expected: Path) -> None:
    [document] = (path for path in CASES.glob(f"{expected.stem}.*") if path.suffix != ".json")
    assert told(document) == json.loads(expected.read_text("utf-8"))


def test_a_correct_document_of_all_kinds_of_tables_gives_nothing() -> None:
    assert findings(CASES / "correct.md") == []


def test_every_rule_of_the_audit_has_a_case() -> None:
    seen = {code for path in CASES.glob("*.json") for code, *_ in json.loads(path.read_text("utf-8"))}
    assert seen == {code for code in RULES if "TEA351" <= code <= "TEA369"}


@pytest.mark.skipif(not RHEINE.exists(), reason="the public document is not part of this repository")
def test_a_real_plan_of_27_tables_gives_what_was_found_by_hand() -> None:
    expected = Path(__file__).with_name("rheine-gleichstellungsplan.audit.json")
    assert as_json(audit(RHEINE)) == expected.read_text("utf-8")
