"""How findings weigh, in signs and German words."""

from collections.abc import Mapping

from textual.content import Content

from tea_assistant.model.finding import Severity

SIGNS = {Severity.ERROR: "✗", Severity.WARNING: "▲", Severity.HINT: "•"}
STYLES = {Severity.ERROR: "$text-error", Severity.WARNING: "$text-warning", Severity.HINT: "$text-muted"}
_ONE = {Severity.ERROR: "Fehler", Severity.WARNING: "Warnung", Severity.HINT: "Hinweis"}
_MANY = {Severity.ERROR: "Fehler", Severity.WARNING: "Warnungen", Severity.HINT: "Hinweise"}


def name(severity: Severity, count: int = 1) -> str:
    """Return the German word for a severity, for one or for many."""
    return (_ONE if count == 1 else _MANY)[severity]


def counts(found: Mapping[Severity, int]) -> Content:
    """Write how many findings there are of each weight; those of which there are none stay pale."""
    parts = [
        Content.styled(f"{SIGNS[s]} {found[s]} {name(s, found[s])}", STYLES[s] if found[s] else "$text-muted")
        for s in Severity
    ]
    return Content("   ").join(parts)
