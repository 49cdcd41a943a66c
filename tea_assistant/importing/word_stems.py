"""German words and their stems, so that „Stellenausschreibungen“ meets „Ausschreibung“."""

from functools import lru_cache

from msgspec import Struct

# The library has no types; all that is used of it is one function from text to text. Its front door takes
# another library where there is one, and what is suggested must not hang on that.
from snowballstemmer.german_stemmer import GermanStemmer  # type: ignore[import-untyped]

from tea_assistant.patterns import regex

_SHORTEST = 5
"""Letters that a stem has at least where it is looked for inside longer words."""
_WORD = regex(r"[^\W\d_]+")
_GENDER = regex(r"(?<=[^\W\d_])(?:[*:_·/]-?|\()(?:innen|in|r|n|e)\)?(?![^\W\d_])")
_PREFIXES = frozenset(
    _WORD.findall(
        "ab an auf aus be durch ein ent er fort ge her hin mit nach uber um un unter ver vor weg weiter "
        "wieder zer zu zuruck zusammen"
    )
)
"""What turns a word into another one: the word „Durchführung“ speaks of no leaders („Führung“)."""
_STOPWORDS = frozenset(
    _WORD.findall(
        "aber alle allen aller alles als also am an andere anderen auch auf aus bei beim bereits bis bisher "
        "bzw da dabei dadurch daher damit dann darauf das dass dem den denen denn der deren des dessen "
        "deshalb die dies diese diesem diesen dieser dieses doch dort durch ein eine einem einen einer eines "
        "entsprechend er es etwa für gegen gibt hat haben hatte hier ihr ihre ihrem ihren ihrer im in ins "
        "insbesondere ist ja je jede jedem jeden jeder jedes kann kein keine keinen keiner können mehr mit "
        "muss müssen nach nicht noch nun nur ob oder ohne sehr sein seine seit sich sie sind so sofern soll "
        "sollen sollte soweit sowie sowohl und um unter vom von vor war waren was weil welche wenn wer "
        "werden wie wird wo worden wurde wurden während zu zum zur zwischen über"
    )
)


class Word(Struct, frozen=True):
    """A word of a text with its stem."""

    text: str
    stem: str


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a text that mean something, each with its stem; „Azubi*innen“ counts as „Azubi“."""
    plain = _GENDER.sub("", text)
    return tuple(
        Word(word, stem_of(word.casefold()))
        for word in _WORD.findall(plain)
        if len(word) > 2 and word.casefold() not in _STOPWORDS
    )


def speaks_of(stem: str, of: str) -> bool:
    """Tell whether a word is another one or a compound of it, by their stems."""
    if stem == of:
        return True
    if len(of) < _SHORTEST or len(stem) <= len(of):
        return False
    if stem.startswith(of):
        return True
    at = stem.find(of, 3)
    return at > 0 and stem[:at] not in _PREFIXES


@lru_cache(maxsize=20_000)
def stem_of(word: str) -> str:
    """Return the stem of a word in small letters."""
    stem: str = _STEMMER.stemWord(word)
    return stem


_STEMMER = GermanStemmer()
