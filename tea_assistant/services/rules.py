"""Explains what is checked."""

import textwrap
from collections.abc import Iterator
from itertools import groupby

from tea_assistant.checks.registry import RULES, family
from tea_assistant.checks.rule import Rule
from tea_assistant.errors import UsageError
from tea_assistant.model.finding import Severity

_NAMES = {Severity.ERROR: "Fehler", Severity.WARNING: "Warnung", Severity.HINT: "Hinweis"}


def listing() -> str:
    """List all rules by family."""
    return "\n".join([*_families(), "Eine Regel erklärt: tea rule TEA201"]) + "\n"


def explain(code: str) -> str:
    """Explain one rule with an example of wrong and right; raises `UsageError` for unknown codes."""
    rule = RULES.get(code.strip().upper())
    if rule is None:
        raise UsageError(f"Die Regel „{code}“ gibt es nicht.", hint="Alle Regeln zeigt: tea rule")
    return "\n".join(_explanation(rule)) + "\n"


def _families() -> Iterator[str]:
    for name, rules in groupby(RULES.values(), key=lambda rule: family(rule.code)):
        yield name
        for rule in rules:
            yield f"  {rule.code}  {_NAMES[rule.severity]:<8} {rule.title}"
        yield ""


def _explanation(rule: Rule) -> Iterator[str]:
    yield f"{rule.code}: {rule.title}"
    yield f"{_NAMES[rule.severity]} · {family(rule.code)}"
    yield ""
    yield textwrap.fill(rule.why, 78)
    for name, example in (("Falsch", rule.wrong), ("Richtig", rule.right)):
        yield ""
        yield f"{name}:"
        yield textwrap.indent(example.rstrip("\n"), "    ")
