"""`tea rule` lists and explains what is checked."""

from pathlib import Path

import pytest

from tea_assistant.checks.registry import RULES
from tests.cli.conftest import Tea


def test_the_list_has_every_rule_under_its_family(tea: Tea) -> None:
    out = tea("rule").out
    assert all(f"  {code}  " in out and rule.title in out for code, rule in RULES.items())
    assert out.index("Dateien") < out.index("TEA001") < out.index("Vollständigkeit") < out.index("TEA101")
    assert all(len(line) <= 80 for line in out.splitlines())


@pytest.mark.parametrize("code", RULES)
def test_every_rule_is_explained_with_wrong_and_right(tea: Tea, code: str) -> None:
    outcome = tea("rule", code.lower())
    assert outcome.code == 0
    assert outcome.out.startswith(f"{code}: {RULES[code].title}\n")
    why, _, examples = outcome.out.partition("\nFalsch:\n")
    wrong, _, right = examples.partition("\nRichtig:\n")
    assert RULES[code].why.split()[-1] in why
    assert wrong.strip() or right.strip()


def test_rules_need_no_dossier(tmp_path: Path, tea: Tea, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert tea("rule").code == 0
