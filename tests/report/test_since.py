"""What changed since an earlier report, and what earlier reports are believed."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tea_assistant.errors import ForeignFileError, TeaError
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.report.state import KeptFinding, identity, read_former, unmatched
from tea_assistant.services import check
from tea_assistant.services.report.report import full_report, said_before, said_last
from tea_assistant.services.session import Session
from tests.report import flawed

SHAPES = {"html": check.as_html, "json": check.as_json}
MENTORING = "evidence/mentoring-fuer-frauen.yaml"


def later(root: Path) -> Session:
    return flawed.opened(root, date(2025, 2, 18))


@pytest.mark.parametrize("shape", SHAPES)
def test_new_gone_and_accepted_findings_are_told_apart(session: Session, root: Path, shape: str) -> None:
    report = root.parent / "bericht"
    report.write_text(SHAPES[shape](session), encoding="utf-8")
    flawed.mend(root)
    told = full_report(later(root), said_last(later(root), report)).changes
    assert told
    assert told.since.date == "2025-02-11"
    assert {entry.finding.code for entry in told.new} == {"TEA103"}
    assert {finding.code for finding in told.gone} == {"TEA201", "TEA209"}
    assert {finding.code for finding in told.accepted} == {"TEA104"}
    assert told.remaining == len(session.report.findings) - 3
    assert round(told.since.completeness.overall, 9) == round(session.completeness.overall, 9)


def test_a_report_of_the_same_day_keeps_comparing_with_the_one_before(session: Session, root: Path) -> None:
    report = root.parent / "bericht.html"
    assert said_last(session, report) is None
    check.write(check.as_html(session), report)
    # On the same day there is no earlier report yet, however often it is written.
    assert said_last(session, report) is None
    change = (MENTORING, ("# since:", "since:"))
    flawed.change(root, *change)
    texts = []
    for _ in range(3):
        again = later(root)
        texts.append(check.as_html(again, said_last(again, report)))
        check.write(texts[-1], report)
    assert texts[0] == texts[1] == texts[2]
    assert "Verglichen mit dem Bericht vom 11.02.2025." in texts[0]


def test_what_stands_twice_at_one_place_is_set_one_against_one() -> None:
    then = [KeptFinding("TEA413", Severity.HINT, "a.yaml", "opening", "af03", text) for text in "abc"]
    now = [Finding("TEA413", Severity.HINT, "a.yaml", 1, 1, text, path=("opening",)) for text in "bxcy"]
    gone, new = unmatched(then, now)
    # b and c are still there, x stands for a, and y is one more.
    assert [f.message for f in gone] == []
    assert [f.message for f in new] == ["y"]


@given(st.lists(st.sampled_from("abc"), max_size=6), st.lists(st.sampled_from("abc"), max_size=6))
def test_both_sides_of_a_comparison_add_up(then: list[str], now: list[str]) -> None:
    kept = [
        KeptFinding("TEA413", Severity.HINT, "a.yaml", path, "", text)
        for path, text in zip(then, now, strict=False)
    ]
    found = [Finding("TEA413", Severity.HINT, "a.yaml", 1, 1, path, path=(path,)) for path in now]
    gone, new = unmatched(kept, found)
    assert len(kept) - len(gone) == len(found) - len(new)
    assert not {f.identity for f in gone} & {identity(f) for f in new}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# Prüfbericht",
        "[]",
        "{}",
        "null",
        "[" * 100_000,
        '{"findings": 1, "format": 1}',
        "1" * 5000,
        "NaN",
    ],
)
def test_what_is_no_report_is_refused(session: Session, root: Path, text: str) -> None:
    with pytest.raises(ForeignFileError, match="kein Bericht"):
        read_former(text)
    path = root.parent / "fremd"
    path.write_text(text, encoding="utf-8")
    # What is only replaced is not asked to be one.
    assert said_last(session, path) is None


def test_a_report_of_another_dossier_round_or_program_is_refused(session: Session, root: Path) -> None:
    path, values = root.parent / "fremd.json", json.loads(check.as_json(session))
    for key, value, told in (
        ("dossier", "Stadt Anderswo [/x]", "Stadt Anderswo [/x], Bewerbungsrunde 2025"),
        ("cycle", "2022", "Stadt Musterstadt, Bewerbungsrunde 2022"),
        ("format", 2, "andere Fassung"),
    ):
        path.write_text(json.dumps({**values, key: value}), encoding="utf-8")
        with pytest.raises(ForeignFileError) as raised:
            said_before(session, path)
        assert told in str(raised.value)
        assert raised.value.hint
        assert said_last(later(root), path) is None
    for broken in (root, root.parent / "nirgends", root.parent / "bytes"):
        (root.parent / "bytes").write_bytes(b"\xff\xfe")
        with pytest.raises(TeaError, match="lässt sich nicht lesen"):
            said_before(session, broken)


def test_nonsense_in_a_former_report_is_left_out(session: Session, root: Path) -> None:
    values = json.loads(check.as_json(session))
    values["date"] = "<b>\x1b[31m"
    values["completeness"] = {
        "overall": 7,
        "parts": {"af02": {"done": -3, "open": 1}, "af03": {"done": 10**400}},
    }
    values["findings"] = [{"code": "TEAx"}, {"code": "TEA203", "path": [1], "message": "<script>"}, 7, None]
    path = root.parent / "fremd.json"
    path.write_text(json.dumps(values), encoding="utf-8")
    since = said_before(session, path)
    for written in (check.as_html, check.as_markdown, check.as_json):
        assert "\x1b" not in written(session, since)
    # Its own filter, and what it keeps for the next report.
    assert check.as_html(session, since).count("<script") == 2
    assert "Vollständigkeit: 100 % → " in check.as_markdown(session, since)
