"""Titles without what makes no difference: for finding them by a few letters, and for sorting them."""

import unicodedata

from tea_assistant.model.ids import SPELLED


def fold(text: str) -> str:
    """Return text in lower case, without accents and gender stars: „Führung“ becomes fuhrung."""
    decomposed = unicodedata.normalize("NFKD", text.casefold().replace("*", ""))
    return "".join(character for character in decomposed if not unicodedata.combining(character))


def fits(query: str, text: str) -> bool:
    """Tell whether every word of the query begins or stands somewhere in the text."""
    lowered = unicodedata.normalize("NFC", text).lower()
    # People without umlauts on their keyboard write Fuehrung.
    haystack = f"{fold(lowered)} {fold(lowered.translate(SPELLED))}"
    return all(fold(word) in haystack for word in query.split())


def distance(query: str, text: str) -> int:
    """Tell how far a text is from the query: 0 it begins with it, 1 a word does, 2 anything else."""
    begins, folded = fold(query.strip()), fold(text)
    if folded.startswith(begins):
        return 0
    return 1 if any(word.startswith(begins) for word in folded.split()) else 2


def collated(title: str) -> str:
    """Return what sorts as in a German dictionary: Ä as A, quotation marks and case left out."""
    letters = unicodedata.normalize("NFKD", title.casefold())
    return "".join(letter for letter in letters if letter.isalnum() or letter.isspace()).strip()
