"""Goes through the unknown words of a dossier: replaces them, learns them, leaves them be."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tea_assistant.checks.texts import all_texts
from tea_assistant.errors import EditError
from tea_assistant.model.application import Application
from tea_assistant.model.source import Path
from tea_assistant.services.session import Session
from tea_assistant.services.spelling import Dictionary, Speller, Unknown, own_words, unknown_at
from tea_assistant.services.spelling_words import Piece
from tea_assistant.store.yaml_writer import Change

_WORDS: Path = ("house_rules", "words")


class Proofreading:
    """The unknown words as they stand now; a text is read again only where it has changed."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._speller = Speller(dictionary)
        self._dictionary = dictionary
        self._read: dict[str, tuple[Piece, ...]] = {}
        """What the dictionary does not know, by the text; the dossier may know it."""
        self.skipped: set[str] = set()
        """Words that are left as they are, for now."""

    def read(self, application: Application, told: Callable[[int, int], None] | None = None) -> None:
        """Read all texts; `told` hears how many are done, and how many there are."""
        texts = all_texts(application)
        for number, text in enumerate(texts, 1):
            if text.prose not in self._read:
                self._read[text.prose] = tuple(self._speller.unknown(text.prose))
            if told:
                told(number, len(texts))

    def unknown(self, application: Application) -> tuple[Unknown, ...]:
        """Return what is unknown and was not skipped, in the order of the application."""
        self.read(application)
        own = Speller(self._dictionary, own_words(application))
        return tuple(
            unknown_at(text, piece)
            for text in all_texts(application)
            for piece in self._read[text.prose]
            if piece.name not in self.skipped and not own.knows(piece)
        )


def replace_words(session: Session, places: Sequence[Unknown], by: str) -> None:
    """Write another word in all these places, as one step to undo.

    Raises `EditError` where a text has changed meanwhile or cannot be edited.
    """
    texts: dict[str, dict[Path, list[Unknown]]] = defaultdict(lambda: defaultdict(list))
    for place in places:
        texts[place.file][place.path].append(place)
    label = f"Rechtschreibung: {places[0].written} → {by}"
    with session.together():
        for file, paths in texts.items():
            changes = []
            for path, found in paths.items():
                text = found[0].text
                if _value_at(session.value(file), path) != text:
                    raise EditError("Dieser Text hat sich gerade geändert.", file=file)
                for place in sorted(found, key=lambda place: -place.start):
                    text = f"{text[: place.start]}{by}{text[place.end :]}"
                changes.append(Change(path, text))
            session.edit(file, changes, label)


def learn(session: Session, word: str) -> None:
    """Add a word to the dossier's own ones; raises `EditError` where it cannot be changed."""
    organisation = session.application.organisation
    known = organisation.house_rules.words
    if word not in known:
        change = Change(_WORDS, sorted({*known, word}, key=str.casefold))
        session.edit(organisation.where.file, [change], f"Eigenes Wort: {word}")


def _value_at(value: Any, path: Path) -> object:
    for step in path:
        inside = isinstance(value, Mapping) or (isinstance(value, Sequence) and not isinstance(value, str))
        if not inside:
            return None
        try:
            value = value[step]
        except (KeyError, IndexError):
            return None
    return value
