"""The forms in which a text asks for a figure, as readers may see them."""

from collections.abc import Mapping

from tea_assistant.figures.comparability import asides
from tea_assistant.figures.forms import FORMS, figure_text
from tea_assistant.figures.german import value_text
from tea_assistant.figures.publication import SUPPRESSED_TEXT, Publication, Shown, Suppressed

_INSIDE = SUPPRESSED_TEXT.strip("[]")
"""Within brackets that are there already."""
_WITH_LAST = 2
"""This round and the one before."""


def published_text(publication: Publication, indicator_id: str, form: str = "") -> str | None:
    """Print a figure of this round in a form; None where there is nothing to print.

    A suppressed one is said to be so in words that fit into any sentence, and so is a difference of which
    one end is suppressed.
    """
    application = publication.application
    text = figure_text(application, indicator_id, form)
    if text is None or form not in FORMS:
        return None
    history = publication.history(indicator_id)
    told = history[: {"": 1, "trend": _WITH_LAST, "delta": _WITH_LAST}.get(form)]
    if not any(isinstance(shown, Suppressed) for _, shown in told):
        return text
    (_, newest), *before = told
    if form in ("", "delta") or not before:
        return SUPPRESSED_TEXT
    said = asides(application, indicator_id)
    if form == "rounds":
        rounds = ((_shown(shown), _beside(cycle, shown, said)) for cycle, shown in reversed(told))
        return " → ".join(f"{value} ({', '.join(words)})" for value, words in rounds)
    earlier = (
        " ".join([f"{cycle}: {_shown(shown, _INSIDE)}", *_beside(cycle, shown, said)[1:]])
        for cycle, shown in before
    )
    return f"{_shown(newest)} ({', '.join(earlier)})"


def _beside(cycle: str, shown: Shown, said: Mapping[str, str]) -> list[str]:
    """Return the round of a value, and why it is not quite comparable where there is something to compare."""
    return [cycle, said[cycle]] if cycle in said and not isinstance(shown, Suppressed) else [cycle]


def _shown(shown: Shown, suppressed: str = SUPPRESSED_TEXT) -> str:
    return suppressed if isinstance(shown, Suppressed) else value_text(shown)
