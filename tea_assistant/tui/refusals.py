"""Errors and findings in the words of a screen: without hints that are meant for the command line."""

from collections.abc import Mapping
from types import MappingProxyType

from tea_assistant.errors import TeaError
from tea_assistant.model.finding import Finding

_OF_THE_COMMAND_LINE = ("--", "tea ", "der Befehl")
_REVIEW: Mapping[str, str] = MappingProxyType(
    {
        "TEA501": "Ändern Sie die Stelle, und melden Sie es: Strg+P, „Anmerkungen der Prüfung“, dort x. "
        "Was so bleiben soll, begründen Sie dort mit t.",
        "TEA502": "Strg+P, „Anmerkungen der Prüfung“: t antwortet, x meldet sie als erledigt.",
        "TEA503": "Bitten Sie um eine neue Freigabe. Wer prüft, findet mit Strg+P, „Prüfen“ und g, was sich "
        "geändert hat; f gibt erneut frei.",
        "TEA504": "Wer freigeben soll, öffnet Strg+P, „Prüfen“, und gibt mit f frei.",
        "TEA507": "Wer sie gemacht hat, erledigt sie oder nimmt sie zurück: Strg+P, „Prüfen“.",
    }
)
"""What to do about comments and sign-offs, by the code of the finding."""


def for_screens(error: TeaError) -> TeaError:
    """Return an error whose hint, if it has one, can be followed on a screen."""
    fits = not any(word in error.hint for word in _OF_THE_COMMAND_LINE)
    return TeaError(error.message, file=error.file, line=error.line, hint=error.hint if fits else "")


def explained(error: TeaError) -> str:
    """Return what an error says, and beneath it what to do."""
    hint = for_screens(error).hint
    return f"{error}\n{hint}" if hint else str(error)


def hint_for_screens(finding: Finding) -> str:
    """Return what to do about a finding, as it is done on a screen."""
    return _REVIEW.get(finding.code, finding.hint) if "tea review" in finding.hint else finding.hint
