"""The rules whose findings arise while files are read: a dossier on disk in which each of them speaks."""

from pathlib import Path

import pytest

from tea_assistant.checks.registry import RULES
from tea_assistant.services.session import Session

GOOD = b"format: 1\ntitle: Mentoring f\xc3\xbcr Frauen\n"
CYCLE = b"format: 1\ncatalogue: verwaltung-2021\n"
EVIDENCE = "evidence/mentoring.yaml"

BROKEN: dict[str, dict[str, bytes]] = {
    "TEA001": {EVIDENCE: "format: 1\ntitle: Mentoring für Frauen\n".encode("cp1252")},
    "TEA002": {EVIDENCE: b"format: 1\ntitle: Mentoring: x\n"},
    "TEA003": {EVIDENCE: GOOD + b"since: 2017\nsince: 2019\n"},
    "TEA004": {EVIDENCE: GOOD + b"<<<<<<< HEAD\nsince: 2017\n=======\nsince: 2018\n>>>>>>> x\n"},
    "TEA005": {EVIDENCE: GOOD + b"results:\n\t- value: 12\n"},
    "TEA006": {EVIDENCE: GOOD + b"partners: &stellen [Personalrat]\n"},
    "TEA007": {EVIDENCE: GOOD + b"since: !!int 2017\n"},
    "TEA008": {EVIDENCE: GOOD + b"# " + b"x" * 2_000_000 + b"\n"},
    "TEA009": {EVIDENCE: GOOD + b"results: " + b"[" * 99 + b"]" * 99 + b"\n"},
    "TEA010": {EVIDENCE: GOOD + b"---\n" + GOOD},
    "TEA011": {EVIDENCE: b"format: 1\ntitle: Mentoring\x07\n"},
    "TEA020": {EVIDENCE: GOOD + b"titel: Mentoring\n"},
    "TEA021": {EVIDENCE: GOOD + b"since: seit langem\n"},
    "TEA022": {EVIDENCE: b"format: 1\nsince: 2017\n"},
    "TEA023": {EVIDENCE: GOOD.replace(b"format: 1", b"format: 2")},
    "TEA024": {EVIDENCE: GOOD, "evidence/mentoring.yml": GOOD},
    "TEA025": {"cycles/2025/mentoring.yaml": GOOD},
    "TEA026": {"cycles/2025/cycle.yaml": b"format: 1\ncatalogue: verwaltung-2012\n"},
    "TEA350": {
        "figures/indicators.yaml": b"format: 1\nindicators: "
        b'[{id: staff.total, title: "Alle [/x]", numerator: {group: staff, count: total}}]\n'
    },
    "TEA442": {"theme.yaml": b'format: 1\nmain_colour: "#ffcc00"\n'},
    "TEA443": {"theme.yaml": b"format: 1\nlogo: {file: attachments/logo.png, description: Stadtwappen}\n"},
    "TEA027": {"evidence/Mentoring für Frauen.yaml": GOOD},
}


def dossier(root: Path, files: dict[str, bytes]) -> Session:
    start = {"dossier.yaml": b"format: 1\nname: Stadt Musterstadt\n", "cycles/2025/cycle.yaml": CYCLE}
    for file, content in (start | files).items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return Session(root)


def found_while_reading(session: Session) -> set[str]:
    return {f.code for f in session.report.findings if RULES[f.code].check is None}


@pytest.mark.parametrize("code", BROKEN)
def test_each_breakage_is_found_as_what_it_is(tmp_path: Path, code: str) -> None:
    assert found_while_reading(dossier(tmp_path, BROKEN[code])) == {code}


def test_a_file_that_is_there_but_cannot_be_read_is_found(tmp_path: Path) -> None:
    (tmp_path / "evidence").mkdir()
    # Missing rights do not stop everybody; a link is read for nobody.
    (tmp_path / EVIDENCE).symlink_to(tmp_path / "dossier.yaml")
    assert found_while_reading(dossier(tmp_path, {})) == {"TEA028"}


def test_every_rule_of_reading_is_spoken_of_here() -> None:
    # The rules of the audit speak of other people's tables; tests/figures/test_audit.py has a case for each.
    without_check = {code for code, rule in RULES.items() if rule.check is None}
    assert {*BROKEN, "TEA028"} == {code for code in without_check if not "TEA351" <= code <= "TEA369"}
