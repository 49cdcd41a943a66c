"""All rules in the order of their codes; every module in `rules` has one, loaded when it is asked for."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import MappingProxyType
from typing import cast

from tea_assistant.checks import rules
from tea_assistant.checks.rule import Rule

FAMILIES: Mapping[str, str] = MappingProxyType(
    {
        "TEA0": "Dateien",
        "TEA1": "Vollständigkeit",
        "TEA2": "Maßnahmen und Nachweise",
        "TEA3": "Kennzahlen",
        "TEA4": "Dokument und Sprache",
        "TEA5": "Prüfung und Freigabe",
        "TEA6": "Fortschreibung",
    }
)
"""The beginning of a code to the German name of its family."""


class _Rules(Mapping[str, Rule]):
    def __getitem__(self, code: str) -> Rule:
        return cast("Rule", import_module(_modules()[code]).RULE)

    def __iter__(self) -> Iterator[str]:
        return iter(_modules())

    def __len__(self) -> int:
        return len(_modules())


@cache
def _modules() -> Mapping[str, str]:
    """Return the module of each code: `tea201_no_since` has TEA201."""
    names = sorted(module.name for module in iter_modules(rules.__path__))
    return {name.partition("_")[0].upper(): f"{rules.__name__}.{name}" for name in names}


RULES: Mapping[str, Rule] = _Rules()
"""Every rule by its code."""


def rule(code: str) -> Rule:
    """Return the rule with this code; a code that no rule has is a mistake in the program."""
    return RULES[code]


def family(code: str) -> str:
    """Return the German name of the family that a code belongs to."""
    return FAMILIES[code[:4]]
