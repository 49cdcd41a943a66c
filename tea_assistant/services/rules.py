"""Explains what is checked."""

import textwrap
from collections.abc import Iterator
from itertools import groupby

from tea_assistant.checks.registry import RULES, family
from tea_assistant.checks.rule import Rule
from tea_assistant.errors import UsageError
from tea_assistant.model.finding import Severity

_LOOKALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", "S": "5", "B": "8"})
_NAMES = {Severity.ERROR: "Fehler", Severity.WARNING: "Warnung", Severity.HINT: "Hinweis"}


def listing() -> str:
    """List all rules by family."""
    return "\n".join([*_families(), "Eine Regel erklärt: tea rule TEA201"]) + "\n"


def explain(code: str) -> str:
    """Explain one rule with an example of wrong and right; raises `UsageError` for unknown codes."""
    rule = RULES.get(code.strip().upper())
    if rule is None:
        meant = _meant(code.strip().upper())
        hint = f"Meinten Sie „{meant}“?" if meant else "Alle Regeln zeigt: tea rule"
        raise UsageError(f"Die Regel „{code}“ gibt es nicht.", hint=hint)
    return "\n".join(_explanation(rule)) + "\n"


def _meant(code: str) -> str:
    """Return the code of a rule that somebody has mistyped; empty where it could be many."""
    if code.isdecimal():
        code = f"TEA{code}"
    # Letters that look like figures come first, then one wrong character.
    figures = code[:3] + code[3:].translate(_LOOKALIKES)
    if figures in RULES:
        return figures
    close = [known for known in RULES if len(known) == len(code) and sum(map(str.__ne__, known, code)) == 1]
    return close[0] if len(close) == 1 else ""


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
