"""Every case file: a change of the complete dossier, and exactly the findings that it gives."""

import pytest

from tea_assistant.checks.registry import RULES
from tea_assistant.checks.run import check
from tests.checks.case_files import CASES, Case, all_cases, plain
from tests.checks.mini_dossier import application, base_texts


@pytest.mark.parametrize("case", all_cases(), ids=str)
def test_a_change_gives_exactly_these_findings(case: Case) -> None:
    found = [plain(finding) for finding in check(case.application()).findings]
    assert found == case.expected


def test_the_complete_dossier_gives_no_finding() -> None:
    assert check(application(base_texts())).findings == ()


@pytest.mark.parametrize("code", [code for code, rule in RULES.items() if rule.check])
def test_every_rule_has_a_case_in_which_it_speaks(code: str) -> None:
    assert (CASES / f"{code}.yaml").is_file()
    assert any(entry["code"] == code for c in all_cases() if c.code == code for entry in c.expected)
