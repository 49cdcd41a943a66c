"""Finds the words of a dossier's texts that neither a dictionary nor the dossier itself knows."""

from collections.abc import Iterator
from typing import Protocol

from msgspec import Struct

from tea_assistant.checks.texts import Text, all_texts
from tea_assistant.model.application import Application
from tea_assistant.model.source import Path, Place
from tea_assistant.patterns import regex
from tea_assistant.services.find_texts import catalogue_texts
from tea_assistant.services.session import Session
from tea_assistant.services.spelling.words import Piece, pieces

MOST = 3
"""Suggestions for a word; who wants more reads a dictionary."""
_WORD = regex(r"[^\W\d_]{2,}")


class Dictionary(Protocol):
    """What knows how words are spelled."""

    def spell(self, word: str) -> bool:
        """Tell whether a word is spelled as it should be."""

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return words that may be meant, the likeliest first."""


class Unknown(Struct, frozen=True):
    """A word that nobody knows, and where it stands."""

    word: str
    """Without gender marks: what a dictionary is asked, and what becomes an own word."""
    path: Path
    text: str
    start: int
    end: int
    place: Place
    file: str

    @property
    def written(self) -> str:
        """The word as it stands in the text."""
        return self.text[self.start : self.end]


class Speller:
    """Asks about each word once."""

    def __init__(self, dictionary: Dictionary, own: frozenset[str] = frozenset()) -> None:
        self._dictionary = dictionary
        self._own = own
        self._asked: dict[tuple[str, bool], bool] = {}

    def unknown(self, prose: str) -> Iterator[Piece]:
        """Return the words of a prose that are not known."""
        return (piece for piece in pieces(prose) if not self.knows(piece))

    def knows(self, piece: Piece) -> bool:
        """Tell whether one way to read a piece is right."""
        key = piece.written, piece.hyphened
        if key not in self._asked:
            self._asked[key] = any(
                form and all(self._knows(word, piece) for word in form) for form in piece.forms
            )
        return self._asked[key]

    def suggestions(self, word: str) -> tuple[str, ...]:
        """Return what may be meant by a word."""
        return tuple(self._dictionary.suggest(word)[:MOST])

    def _knows(self, word: str, piece: Piece) -> bool:
        small = word.casefold()
        if len(word) < 2 or small in self._own or small.removesuffix("s") in self._own:
            return True
        # „bzw.“ is one word for a dictionary; before a hyphen there may be an s: „Gleichstellungs-“.
        ways = [word, f"{word}."]
        if piece.hyphened:
            ways += [word.capitalize(), word.lower(), word.removesuffix("s")]
        return any(self._dictionary.spell(way) for way in ways)


def own_words(application: Application) -> frozenset[str]:
    """Return the words that are right because the dossier says so: names, titles, catalogue, own words."""
    organisation = application.organisation
    said = [text.text for text in catalogue_texts(application)]
    said += [measure.title for measure in application.dossier.evidence.values()]
    said += [organisation.name, organisation.place, organisation.office, organisation.branch]
    said += [organisation.contact.name, organisation.contact.role, *organisation.house_rules.words]
    return frozenset(word.casefold() for text in said for word in _WORD.findall(text))


def speller(session: Session, dictionary: Dictionary) -> Speller:
    """Return what knows the words of a dictionary and of a dossier."""
    return Speller(dictionary, own_words(session.application))


def unknown_words(session: Session, knows: Speller) -> Iterator[Unknown]:
    """Yield the unknown words of all texts of the round, in the order of the application."""
    for text in all_texts(session.application):
        for piece in knows.unknown(text.prose):
            yield unknown_at(text, piece)


def unknown_at(text: Text, piece: Piece) -> Unknown:
    """Return a piece of a text that nobody knows, with its place in the file."""
    before = text.prose[: piece.start]
    column = len(before.rpartition("\n")[2])
    place = text.where.prose_place(text.path, before.count("\n"), column)
    end = piece.start + len(piece.written)
    return Unknown(piece.name, text.path, text.prose, piece.start, end, place, text.where.file)
