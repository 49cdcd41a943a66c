"""What the rules on reviews share: where an item stands, and how messages name it and its comments."""

from collections.abc import Iterator, Sequence

from tea_assistant.checks.quotes import quoted
from tea_assistant.model.application import Application
from tea_assistant.model.source import Source
from tea_assistant.review.basis import basis
from tea_assistant.review.items import ReviewItem, item_of
from tea_assistant.review.people import called
from tea_assistant.review.quote import NOT_FOUND, place_of_quote
from tea_assistant.review.requirements import is_under_way
from tea_assistant.review.threads import Thread, item_title, threads

_SHOWN = 100
"""So many characters of a comment stand in a message."""
_NAMED = 3
"""So many items are named, the others counted."""


def open_threads(application: Application, *, for_change: bool) -> Iterator[tuple[Thread, ReviewItem]]:
    """Yield the comments that nobody calls settled, each with its item; those of a gone one are not here."""
    if not is_under_way(application):
        return
    for thread in threads(application):
        item = item_of(application, thread.item)
        if item and thread.is_open and thread.asks_for_change is for_change:
            yield thread, item


def said(application: Application, thread: Thread, item: ReviewItem) -> str:
    """Return who says what to which item, for a message."""
    text = " ".join(thread.comment.text.split())
    short = text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"
    gone = (
        bool(thread.comment.quote) and place_of_quote(basis(application, item), thread.comment.quote) is None
    )
    told = f"{called(thread.review)} zu {quoted(item_title(application, item.key))}: {short}"
    return f"{told} ({NOT_FOUND})" if gone else told


def source_of(application: Application, item: ReviewItem) -> Source:
    """Return the file that an item stands in, with its places."""
    dossier, round_ = application.dossier, application.round
    sources = [dossier.organisation.where, round_.cycle.where]
    sources += [answer.where for answer in round_.fields.values()]
    sources += [evidence.where for evidence in dossier.evidence.values()]
    sources += [figures.where for figures in dossier.figures.values()]
    return next((where for where in sources if where.file == item.file), Source(item.file))


def listed(names: Sequence[str]) -> str:
    """Name a few of several things, and count the others."""
    shown = ", ".join(quoted(name) for name in names[:_NAMED])
    more = len(names) - _NAMED
    return f"{shown} und {more} weitere" if more > 0 else shown
