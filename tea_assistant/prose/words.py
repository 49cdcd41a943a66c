"""Counts words as people do."""


def word_count(text: str) -> int:
    """Count the words of a prose: runs of characters with a letter or digit, so no dashes and no marks."""
    return sum(any(character.isalnum() for character in word) for word in text.split())
