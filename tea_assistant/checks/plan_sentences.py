"""The words of a text that tell a plan in so many words, where they can mean nothing else."""

import re
from collections.abc import Iterator

from tea_assistant.patterns import regex
from tea_assistant.prose.sentences import sentence_spans
from tea_assistant.prose.stale_words import StaleWord, plan_words
from tea_assistant.prose.word_search import may_hold

# „die geplanten Maßnahmen“, „künftige Führungskräfte“ and „das Vorhaben“ name things, and promise nothing.
_TELLS = regex(
    r"(?:ein)?geplant|in\s+(?:der\s+)?(?:planung|vorbereitung|kürze)|soll(?:en)?|vorgesehen|beabsichtigt|angestrebt"
    r"|künftig|demnächst|voraussichtlich",
    re.IGNORECASE,
)
_PIECES = (
    *("geplant", "planung", "vorbereitung", "kürze", "soll", "vorgesehen", "beabsichtigt", "angestrebt"),
    *("künftig", "demnächst", "voraussichtlich"),
)
"""A text without any of them tells no plan."""
# What somebody had planned, a condition, and what others said.
_OTHERWISE = regex(
    r"\b(?:war(?:en)?|wurden?|wie\s+(?:geplant|vorgesehen)|sofern|soweit|falls|wenn|nicht|kein\w*|laut)\b",
    re.IGNORECASE,
)
# „Die Schulung soll dazu beitragen“ says what it is for, and a „soll“ beside a paragraph what the law wants.
_PURPOSE = regex(
    r"§|\b(?:hier|dazu|beitragen|bewirken|dienen|erleichter\w*|ermutig\w*|ermöglich\w*|gestatten|gewährleist\w*|helfen|hinwirken|hingewirkt"
    r"|motivier\w*|sensibilisier\w*|sicher(?:n|stellen|gestellt)|stärken|unterstützen|verhinder\w*|vermeiden|vermieden"
    r"|vorbeugen|zeigen|anregen|aufzeigen|machen|geben|bieten|schützen|fördern|gefördert)\b",
    re.IGNORECASE,
)


def told_plans(text: str) -> Iterator[StaleWord]:
    """Yield the words of a paragraph that speak of a plan as something still to come."""
    for begin, end in sentence_spans(text) if may_hold(text, _PIECES) else ():
        sentence = text[begin:end]
        for found in plan_words(sentence):
            purpose = found.word.lower().startswith("soll") and _PURPOSE.search(sentence)
            if _TELLS.fullmatch(found.word) and not purpose and not _OTHERWISE.search(sentence):
                yield StaleWord(found.why, begin + found.start, begin + found.end, text)
