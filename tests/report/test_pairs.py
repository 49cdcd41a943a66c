"""The report on a small dossier with flaws, a comment and sign-offs, word for word."""

import json
from datetime import date
from pathlib import Path

import pytest

from tea_assistant.model.layout import Kind
from tea_assistant.services import check
from tea_assistant.services.report.report import said_before
from tea_assistant.services.session import Session
from tea_assistant.store import schema
from tests.report import flawed

HERE = Path(__file__).parent
HERNE = HERE.parents[1] / "examples" / "stadt-herne"


def reviewed(root: Path) -> Session:
    """Return the dossier after a review, a report and some work."""
    flawed.review(root)
    earlier = root.parent / "bericht.html"
    earlier.write_text(check.as_html(flawed.opened(root, date(2025, 2, 4))), encoding="utf-8")
    flawed.mend(root)
    return flawed.opened(root)


@pytest.mark.parametrize("shape", ["markdown", "json"])
def test_the_report_is_as_expected(root: Path, shape: str) -> None:
    session = reviewed(root)
    since = said_before(session, root.parent / "bericht.html")
    told = check.REPORTS[shape](session, since)
    assert told == (HERE / f"flawed.{shape}").read_text(encoding="utf-8")
    # The same input on the same day gives the same bytes.
    assert check.REPORTS["html"](session, since) == check.REPORTS["html"](flawed.opened(root), since)


@pytest.mark.parametrize("cycle", ["2019", "2025"])
def test_the_json_of_the_example_satisfies_its_schema(cycle: str) -> None:
    values = json.loads(check.as_json(Session(HERNE, cycle, today=lambda: flawed.TODAY)))
    assert schema.errors(Kind.REPORT, values) == []


def test_the_json_of_a_reviewed_dossier_satisfies_its_schema(root: Path) -> None:
    session = reviewed(root)
    values = json.loads(check.as_json(session, said_before(session, root.parent / "bericht.html")))
    assert schema.errors(Kind.REPORT, values) == []
    assert values["changes"]["gone"]
    assert values["review"]["people"][0]["signoffs"]


def test_the_json_of_a_dossier_that_cannot_be_read_satisfies_its_schema(root: Path) -> None:
    (root / "evidence" / "mentoring-fuer-frauen.yaml").write_text("format: 1\ntitle: [x\n", encoding="utf-8")
    (root / "cycles" / "2025" / "fields" / "af03.yaml").write_bytes(b"\xff\xfe\x00")
    values = json.loads(check.as_json(flawed.opened(root)))
    assert schema.errors(Kind.REPORT, values) == []
    quotes = [f["quote"] for f in values["findings"] if f["code"].startswith("TEA00")]
    assert "title: [x" in quotes
