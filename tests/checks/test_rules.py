"""The table of rules: complete, in order, explained, and each rule on its own."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from tea_assistant.checks import rules
from tea_assistant.checks.registry import FAMILIES, RULES, family, rule
from tea_assistant.checks.rule import Rule
from tea_assistant.model.finding import Severity
from tea_assistant.model.source import Place, Position, Source

FOLDER = Path(rules.__file__).parent
FILES = sorted(FOLDER.glob("tea*.py"))


def test_the_table_holds_every_file_in_the_order_of_the_codes() -> None:
    assert list(RULES) == [file.stem[:6].upper() for file in FILES]


@pytest.mark.parametrize("code", RULES)
def test_a_rule_is_explained(code: str) -> None:
    explained = rule(code)
    assert explained.title
    assert len(explained.title) <= 50
    assert explained.why.endswith(".")
    assert explained.wrong.strip()
    assert explained.right.strip()
    assert explained.wrong != explained.right
    assert "  " not in explained.why
    assert family(code) in FAMILIES.values()


@pytest.mark.parametrize("code", RULES)
def test_a_code_has_one_title(code: str) -> None:
    assert [r.code for r in RULES.values() if r.title == rule(code).title] == [code]


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_rules_do_not_import_each_other(file: Path) -> None:
    assert not re.search(r"import.*checks\.rules|from tea_assistant\.checks\.rules", file.read_text("utf-8"))


def test_checks_open_no_files_and_know_no_user_interface() -> None:
    program = (
        "import sys, tea_assistant.checks.run, tea_assistant.checks.completeness;"
        "print({'yaml', 'jsonschema', 'jsonschema_rs', 'textual'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_an_unknown_code_is_a_mistake_in_the_program() -> None:
    with pytest.raises(KeyError):
        rule("TEA999")


def test_a_finding_stands_where_its_value_stands_or_at_the_place_given() -> None:
    where = Source("a.yaml", {("b",): Position(2, 4, 2, 4, literal=False)}, {("b",): (2, 1)})
    example = Rule("TEA998", Severity.HINT, "Titel", "Warum.", "falsch", "richtig")
    at_key = example.finding(where, ("b", 0), "Meldung", "Rat", "af03")
    assert (at_key.file, at_key.line, at_key.column) == ("a.yaml", 2, 1)
    assert (at_key.code, at_key.severity, at_key.hint, at_key.part) == ("TEA998", "hint", "Rat", "af03")
    inside = example.finding(where, ("b",), "Meldung", place=Place(7, 9))
    assert (inside.line, inside.column) == (7, 9)
