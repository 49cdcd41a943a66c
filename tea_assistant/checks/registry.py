"""The one table of all rules, in the order of their codes."""

from collections.abc import Mapping
from types import MappingProxyType

from tea_assistant.checks.rule import Rule
from tea_assistant.checks.rules import (
    tea001_not_utf8,
    tea002_yaml_syntax,
    tea003_duplicate_key,
    tea004_conflict_marker,
    tea005_tab_indentation,
    tea006_alias,
    tea007_tag,
    tea008_too_large,
    tea009_too_deep,
    tea010_several_documents,
    tea011_control_character,
    tea020_unknown_key,
    tea021_wrong_value,
    tea022_required_key_missing,
    tea023_newer_format,
    tea024_two_files,
    tea025_unknown_file,
    tea026_catalogue_broken,
    tea027_invalid_id,
    tea028_unreadable,
)

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

_MODULES = (
    tea001_not_utf8,
    tea002_yaml_syntax,
    tea003_duplicate_key,
    tea004_conflict_marker,
    tea005_tab_indentation,
    tea006_alias,
    tea007_tag,
    tea008_too_large,
    tea009_too_deep,
    tea010_several_documents,
    tea011_control_character,
    tea020_unknown_key,
    tea021_wrong_value,
    tea022_required_key_missing,
    tea023_newer_format,
    tea024_two_files,
    tea025_unknown_file,
    tea026_catalogue_broken,
    tea027_invalid_id,
    tea028_unreadable,
)

RULES: Mapping[str, Rule] = MappingProxyType({module.RULE.code: module.RULE for module in _MODULES})
"""Every rule by its code."""


def rule(code: str) -> Rule:
    """Return the rule with this code; a code that no rule has is a mistake in the program."""
    return RULES[code]


def family(code: str) -> str:
    """Return the German name of the family that a code belongs to."""
    return FAMILIES[code[:4]]
