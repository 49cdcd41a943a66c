"""Numbers that German texts write as words."""

_WORDS = (
    *("zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn", "elf", "zwölf"),
    *("dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn", "zwanzig"),
)
NUMBERS = {word: number for number, word in enumerate(_WORDS, start=2)}
"""The value of each word, which stands here in small letters."""
NUMBER_WORDS = "|".join(sorted(_WORDS, key=len, reverse=True))
"""All of them as an expression."""


def number_of(text: str) -> int:
    """Return the number that digits or a word stand for; 0 where they stand for none."""
    plain = text.replace(".", "")
    return int(plain) if plain.isdecimal() else NUMBERS.get(text.casefold(), 0)
