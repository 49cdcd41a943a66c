"""Words that sound like much and say nothing that a jury could weigh, each with what it leaves open."""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from tea_assistant.patterns import regex
from tea_assistant.prose.word_search import may_hold

_DOINGS = (
    r"\s+(?:\w+(?:e|en|er)\s+)?(?:Aktion(?:en)?|Aktivitäten|Angebote[ns]?|Anlässe[n]?|Ansätze[n]?|Beratungen|Bausteine[n]?"
    r"|Bereiche[n]?|Ebenen|Fortbildungen|Formate[n]?|Initiativen|Instrumente[n]?|Kampagnen|Kooperationen|Maßnahmen"
    r"|Möglichkeiten|Projekte[n]?|Programme[n]?|Regelungen|Schritte[n]?|Schulungen|Seminare[n]?|Stellen|Themen"
    r"|Unterstützungsangebote[n]?|Veranstaltungen|Vorhaben|Vorträge[n]?|Workshops|Wege[n]?)\b"
)
"""What an office does. „Verschiedene Kulturen“ and „vielfältige Stadt“ are what it is about."""


class VagueWord(Struct, frozen=True):
    """A kind of word with the question that it leaves open."""

    pattern: str
    asks: str
    why: str
    """Why it is in the list, for those who change the list."""


VAGUE_WORDS: Sequence[VagueWord] = (
    VagueWord(r"regelmäßig\w*", "Wie oft, und seit wann?", "Once in three years is regular, too."),
    VagueWord(
        r"(?:immer wieder|häufig|oftmals|vielfach)", "Wie oft war es zuletzt?", "Nobody can compare it."
    ),
    VagueWord(
        r"(?:kontinuierlich\w*|stetig\w*|fortlaufend\w*|ständig\w*)",
        "In welchen Schritten, seit wann?",
        "Continuity shows in dates.",
    ),
    VagueWord(r"zahlreich\w*", "Wie viele?", "Whoever can say many has counted, or could."),
    VagueWord(r"eine Vielzahl\b(?:\s+(?:von|an))?", "Wie viele?", "The same in other words."),
    VagueWord(
        rf"(?:verschieden|unterschiedlich|vielfältig|mehrer|vielerlei|divers|einig)(?:e|en|er|ste|sten)?{_DOINGS}",
        "Welche? Nennen Sie die wichtigsten beim Namen.",
        "Only of what the office does: of people the words are meant.",
    ),
    VagueWord(
        rf"viele[nr]?{_DOINGS}", "Wie viele, oder welche?", "„Viele Menschen“ may be all that can be known."
    ),
    VagueWord(
        r"(?:zunehmend\w*|vermehrt\w*|verstärkt(?=\s+(?:auf|in|an|für|gefördert|genutzt|angeboten|nachgefragt))"
        r"|immer (?:mehr|öfter|häufiger))",
        "Von wo bis wohin, und bis wann?",
        "A rise has two ends.",
    ),
    VagueWord(
        r"(?:deutlich|erheblich|merklich|spürbar|wesentlich)\s+(?:mehr|weniger|gestiegen|gesunken|gesteigert|erhöht"
        r"|verbessert|gewachsen|ausgebaut|zugenommen|höher|besser|öfter)",
        "Um wie viel?",
        "The same, louder.",
    ),
    VagueWord(
        r"in der Regel|i\. ?d\. ?R\.", "Wann nicht? Oder: in wie vielen Fällen?", "It hides the exceptions."
    ),
    VagueWord(r"(?:weitgehend|größtenteils|überwiegend)", "Zu welchem Teil?", "A share without the figure."),
    VagueWord(
        r"(?:nach Möglichkeit|soweit möglich|wenn möglich)",
        "Wann ist es möglich?",
        "A promise that binds nobody.",
    ),
    VagueWord(
        r"(?:etc\.|usw\.|und so weiter|und vieles mehr|u\. ?v\. ?m\.)",
        "Was noch?",
        "What is worth telling can be named.",
    ),
)
_WORDS = regex(
    "|".join(rf"(?P<w{at}>(?<!\w){word.pattern}(?!\w))" for at, word in enumerate(VAGUE_WORDS)), re.IGNORECASE
)
_PIECES = (
    *(
        "regelmäßig",
        "immer",
        "häufig",
        "oftmals",
        "vielfach",
        "kontinuierlich",
        "stetig",
        "fortlaufend",
        "ständig",
    ),
    *(
        "zahlreich",
        "vielzahl",
        "verschieden",
        "unterschiedlich",
        "vielfältig",
        "mehrer",
        "vielerlei",
        "divers",
    ),
    *("einig", "viele", "zunehmend", "vermehrt", "verstärkt", "deutlich", "erheblich", "merklich", "spürbar"),
    *("wesentlich", "in der regel", "i. d.", "i.d.", "weitgehend", "größtenteils", "überwiegend", "möglich"),
    *("etc.", "usw.", "und so weiter", "u. v.", "u.v."),
)
"""A text without any of them has no vague word."""
_DIGIT = regex(r"\d")
_EXACT = regex(
    r"\d"
    r"|(?<!\w)(?:zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|(?:drei|vier|fünf|sech|sieb|acht|neun)zehn"
    r"|zwanzig|dreißig|fünfzig|hundert\w*|tausend\w*|dutzend\w*|(?:ein|zwei|drei|vier|mehr)mal(?:s|ig\w*)?|hälfte|drittel"
    r"|viertel|täglich\w*|(?:\w*wöch|\w*monat|\w*jähr|\w*quartals?)(?:lich|ig|entlich|weise)\w*"
    r"|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember"
    r"|(?:jede[ns]?|pro|im|alle\s+\w+)\s+(?:jahre?|monate?|quartale?|wochen?|woche|tage?|montag|dienstag|mittwoch|donnerstag"
    r"|freitag|samstag|sonntag))(?!\w)",
    re.IGNORECASE,
)


class Vagueness(Struct, frozen=True):
    """A vague word in a text."""

    word: VagueWord
    text: str
    start: int


@lru_cache(maxsize=2048)
def vague_words(text: str) -> tuple[Vagueness, ...]:
    """Return the vague words of a paragraph that says nothing exact; none where a figure or a date stands."""
    if _DIGIT.search(text) or not may_hold(text, _PIECES) or _EXACT.search(text):
        return ()
    return tuple(
        Vagueness(VAGUE_WORDS[int((match.lastgroup or "w0")[1:])], match[0], match.start())
        for match in _WORDS.finditer(text)
    )
