"""Goes through the unknown words of a dossier: replaces them, learns them, leaves them be."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from tea_assistant.checks.texts import all_texts
from tea_assistant.errors import EditError
from tea_assistant.model.application import Application
from tea_assistant.model.source import Path
from tea_assistant.services.session import Session
from tea_assistant.services.spelling.spelling import Dictionary, Speller, Unknown, own_words, unknown_at
from tea_assistant.services.spelling.words import Piece, pieces
from tea_assistant.store.yaml.writer import Change

_WORDS: Path = ("house_rules", "words")
_LINES = 500
"""Lines whose unknown words are kept: more than fit on any screen."""
_LONGEST = 20_000
"""Characters of a line that is looked through while one types."""


class Proofreading:
    """The unknown words as they stand now; a text is read again only where it has changed."""

    def __init__(self, dictionary: Dictionary) -> None:
        self._speller = Speller(dictionary)
        self._dictionary = dictionary
        self._read: dict[str, tuple[Piece, ...]] = {}
        """What the dictionary does not know, by the text; the dossier may know it."""
        self._own_words: frozenset[str] = frozenset()
        self._with_own = self._speller
        """Knows the words of the dossier, too."""
        self._marks: dict[tuple[str, int], tuple[tuple[int, int], ...]] = {}
        self.skipped: frozenset[str] = frozenset()
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
        words = own_words(application)
        if words != self._own_words:
            self._own_words, self._with_own = words, Speller(self._dictionary, words)
            self._marks.clear()
        return tuple(
            unknown_at(text, piece)
            for text in all_texts(application)
            for piece in self._read[text.prose]
            if not self._passes(piece)
        )

    def skip(self, word: str) -> None:
        """Leave a word as it is, wherever it stands."""
        self.skipped |= {word}
        self._marks.clear()

    def marks(self, line: str, cursor: int = -1) -> tuple[tuple[int, int], ...]:
        """Return where the unknown words of a line begin and end, but for the one in which the cursor is.

        Nobody is told of a word that is half typed, and nobody waits for its letters to be looked up.
        """
        known = line, cursor
        if known not in self._marks:
            if len(self._marks) >= _LINES:
                self._marks.clear()
            found = ((piece.start, piece.start + len(piece.written), piece) for piece in _pieces_of(line))
            self._marks[known] = tuple(
                (start, end)
                for start, end, piece in found
                if not (start <= cursor <= end or self._passes(piece))
            )
        return self._marks[known]

    def _passes(self, piece: Piece) -> bool:
        return self._with_own.knows(piece) or piece.name in self.skipped


def _pieces_of(line: str) -> Iterator[Piece]:
    # Whoever types in a line that long shall not wait for it.
    return pieces(line) if len(line) <= _LONGEST else iter(())


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
