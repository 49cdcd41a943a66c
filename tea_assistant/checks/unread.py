"""What a file that could not be read makes the rules say wrongly."""

from collections.abc import Iterable

from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding
from tea_assistant.model.source import Source

_SCHEMA = "TEA020"
"""From this code on the file was read, and only some of its values are wrong."""
_OF_REVIEWS = ("TEA504", "TEA505", "TEA506", "TEA509")


def consequences(
    application: Application, reading: Iterable[Finding], found: Iterable[Finding]
) -> frozenset[Finding]:
    """Return those of the findings that only follow from the unreadable files."""
    broken = {finding.file for finding in reading if finding.code < _SCHEMA}
    unread = {where.file for where in _sources(application) if where.file in broken and not where.positions}
    lost = set()
    if any(answer.where.file in unread for answer in application.round.fields.values()):
        lost.add("TEA108")  # The links may stand in the file that could not be read.
    if application.figures and application.figures.where.file in unread:
        lost.add("TEA404")
    if any(review.where.file in unread for review in application.round.reviews.values()):
        lost.update(_OF_REVIEWS)  # Who has signed and said what may stand in the file.
    if any(
        r.jury and r.jury.where.file in broken and not r.jury.where.positions
        for r in application.prior_rounds
    ):
        lost.add("TEA607")  # What became of a plan may stand in the answers to the jury.
    return frozenset(f for f in found if f.file in unread or f.code in lost)


def _sources(application: Application) -> Iterable[Source]:
    dossier, round_ = application.dossier, application.round
    yield dossier.organisation.where
    yield round_.cycle.where
    for things in (dossier.evidence, dossier.figures, round_.fields, round_.reviews):
        for thing in things.values():
            yield thing.where
