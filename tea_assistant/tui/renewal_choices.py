"""What can be chosen when a round is renewed: the catalogue, and where answers go in it."""

import textwrap
from collections.abc import Iterator

from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Catalogue
from tea_assistant.renewal.migrate import Move, Piece
from tea_assistant.services.forms.choices import Choice, referable

_KINDS = {Piece.FRAME: "Einstieg und Abschluss", Piece.OWN: "eigene Aktivität"}
_SHOWN = 60
"""So many characters tell which text it is."""
_LEFT = "-"
"""Stands for leaving something behind; no id is made of a dash alone."""


def catalogue_choices(application: Application) -> list[Choice]:
    """Return the catalogues, before them the choice to leave it to the program."""
    return [Choice("", "wie bisher, solange er gilt"), *referable(application, "catalogue")]


def split_choices(move: Move, catalogue: Catalogue) -> list[Choice]:
    """Return where an answer can go that has several places in the new catalogue."""
    return list(_choices(move, catalogue))


def _choices(move: Move, catalogue: Catalogue) -> Iterator[Choice]:
    titles = {place: _title(move, place, catalogue) for place in move.successors}
    for place, title in titles.items():
        yield Choice(place, title, "Text und Maßnahmen nur hierher")
    if move.piece is Piece.CRITERION:
        for place, title in titles.items():
            others = [other for other in move.successors if other != place]
            rest = ", ".join(titles[other] for other in others)
            yield Choice(",".join((place, *others)), f"{title}, Maßnahmen auch zu den anderen", rest)
    yield Choice(_LEFT, "zurücklassen", "Es bleibt nur in der früheren Runde stehen")


def targets_of(choice: str) -> tuple[str, ...]:
    """Return the places that a choice stands for."""
    return () if choice == _LEFT else tuple(choice.split(","))


def chosen_of(move: Move) -> str:
    """Return the choice that was made for a move; empty while there is none."""
    return (",".join(move.targets) or _LEFT) if move.decided else ""


def split_title(move: Move, catalogue: Catalogue) -> tuple[str, str]:
    """Return what is to go somewhere, and where it goes as things are."""
    kind = _KINDS.get(move.piece, "")
    text = f"  „{textwrap.shorten(move.texts[0], _SHOWN, placeholder=' …')}“" if move.texts else ""
    title = (f"{move.title} ({kind})" if kind else move.title) + text
    places = [_title(move, place, catalogue) for place in move.targets]
    if not move.decided:
        return title, f"noch nicht entschieden, vorläufig: {places[0] if places else 'nirgends'}"
    return title, f"→ {', '.join(places)}" if places else "→ bleibt zurück"


def _title(move: Move, place: str, catalogue: Catalogue) -> str:
    if move.piece is not Piece.CRITERION:
        field = catalogue.fields.get(place)
        return field.label if field else place
    found = (field.criterion(place) for field in catalogue.fields.values())
    return next((criterion.title or place for criterion in found if criterion), place)
