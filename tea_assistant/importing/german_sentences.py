"""Splits running German text into sentences; „z. B.“, „31. Dezember“ and „e. V.“ end none."""

from collections.abc import Iterator

from tea_assistant.patterns import regex

_END = regex(r"[.!?][“”\"»)]*(?=\s+[„\"»(]?[A-ZÄÖÜ0-9])|\n+")
_ABBREVIATED = regex(
    r"(?:^|[\s(„])(?:[A-Za-zÄÖÜäöü]|bzw|ca|Abs|Art|Nr|Dr|Prof|ing|Ing|vgl|inkl|ggf|evtl|usw|etc|St|Str|rd|"
    r"Mio|max|min|gem|sog|insb|Hrsg|Tel|Kap|Ziff|\d{1,2})\.$"
)
_AFTER_NUMBER = regex(
    r"\s+(?:Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
)


def sentences_of(text: str) -> tuple[str, ...]:
    """Return the sentences of a text in their order; each is a part of the text as it stands."""
    return tuple(sentence for sentence in _split(text) if sentence)


def _split(text: str) -> Iterator[str]:
    begin = 0
    for found in _END.finditer(text):
        if found[0][0] == "." and _goes_on(text, begin, found.start() + 1):
            continue
        yield text[begin : found.end()].strip()
        begin = found.end()
    yield text[begin:].strip()


def _goes_on(text: str, begin: int, end: int) -> bool:
    before = text[max(begin, end - 8) : end]
    found = _ABBREVIATED.search(before)
    if not found:
        return False
    # „bis zum Jahr 12.“ may end a sentence, „am 31. Dezember“ does not.
    return not found[0].strip(" („.").isdigit() or _AFTER_NUMBER.match(text, end) is not None
