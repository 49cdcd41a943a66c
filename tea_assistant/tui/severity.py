"""How findings weigh, in signs, words and colours."""

from collections.abc import Mapping

from textual.content import Content

from tea_assistant.model.finding import Severity
from tea_assistant.services.progress import severity_name

SIGNS = {Severity.ERROR: "✗", Severity.WARNING: "▲", Severity.HINT: "•"}
STYLES = {Severity.ERROR: "$text-error", Severity.WARNING: "$text-warning", Severity.HINT: "$text-muted"}


def counts(found: Mapping[Severity, int]) -> Content:
    """Write how many findings there are of each weight; those of which there are none stay pale."""
    parts = [
        Content.styled(
            f"{SIGNS[s]} {found[s]} {severity_name(s, found[s])}", STYLES[s] if found[s] else "$text-muted"
        )
        for s in Severity
    ]
    return Content("   ").join(parts)
