"""The one place that knows where a German sentence ends."""

import re
from collections.abc import Iterator

from tea_assistant.patterns import regex

_REACH = 16
"""Characters before a full stop that tell whether it belongs to an abbreviation."""
CLOSING = "“‘”’»«\"')]*_"
"""What may stand between the mark that ends a sentence and the space behind it."""
# No run of marks is looked at twice, and none is given back: any text is read in linear time.
_BREAK = regex(
    r"\n[^\S\n]*\n"
    rf"|(?<![.!?…])(?P<marks>[.!?…]++)(?P<close>[{re.escape(CLOSING)}]*+)"
    r"(?=\s+(?:\{\{|\[\[|§|[„‚»«“\"'(\[*_]*+(?P<next>[A-ZÄÖÜ0-9]\w*+)))"
)


# Behind five small letters a full stop belongs to no abbreviation, but for these and „…str.“.
_SURE = regex(
    r"\.(?<=[a-zäöüß]{5}\.)(?<!str\.)(?<!abzgl\.)(?<!insbes\.)(?<!stellv\.)(?<!entspr\.)(?<!einschl\.)"
    r"\s+(?=[A-ZÄÖÜ])"
)


def _one_of(spaced: str) -> str:
    # „z.B.“ is written as often as „z. B.“.
    return "|".join(word.replace(".", r"\.\s?") for word in spaced.split())


def _words(spaced: str) -> frozenset[str]:
    return frozenset(spaced.split())


_BEGIN = r"(?:^|(?<=[\s(\[„‚\"'*_/–-]))"
_NEVER = regex(
    _BEGIN
    + "(?:"
    + _one_of(
        "z.B d.h i.d.R u.U i.V.m i.S.d m.E o.g u.g s.g i.H.v i.R z.T z.Zt v.a Dr Prof Dipl Ing Hr Fr St Nr "
        "Nrn Abs Ziff Kap Pkt Bd vgl ca rd bzw inkl einschl exkl zzgl abzgl sog gem lt ggf evtl max min mind "
        "insb insbes bspw bzgl entspr grds lfd stellv Tel Std GV BGBl"
    )
    + ")$",
    re.IGNORECASE,
)
"""A full stop behind one of them never ends a sentence."""
_MAYBE = regex(
    _BEGIN
    + r"(?:\d{1,2}|\d{1,2}\.\s?\d{1,2}|[A-Za-zÄÖÜäöü]|"
    + _one_of(
        "usw etc Art u.a u.Ä u.ä o.Ä o.ä e.V a.D s.o s.u ff Jh Mio Mrd Tsd Hrsg Aufl Jg "
        "Jan Feb Apr Aug Sept Okt Nov Dez"
    )
    + r"|[A-Za-zäöü]*[Ss]tr)$"
)
"""Abbreviations, initials and ordinal numbers: they end a sentence where the next word begins one."""
_STARTERS = _words("""
    Aber Alle Allen Als Am An Auch Auf Aus Außerdem Bei Beim Bis Dabei Dadurch Dafür Daher Damit Danach
    Dann Darum Darunter Darüber Das Davon Davor Dazu Dem Den Der Des Die Dies Diese Diesem Diesen Dieser
    Dieses Dort Durch Ein Eine Einem Einen Einer Eines Er Es Für Gegen Hier Hierfür Hierzu Hinzu Ihr Ihre
    Im In Ins Inzwischen Jede Jeder Jedes Kein Keine Künftig Man Mehr Mit Nach Neben Nicht Noch Nur Ob
    Oder Ohne Sein Seine Seit Seitdem Sie So Solche Somit Sowohl Trotz Um Und Unser Unsere Unter Viele Vom
    Von Vor Wegen Weil Weiter Weitere Weiterhin Wenn Wer Wie Wir Wo Während Zu Zudem Zuletzt Zum Zunächst
    Zur Zusätzlich Zwischen Über
""")
"""Capital letters that no noun has: before one of these words a sentence is over."""


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence of a text begins and ends; a blank line ends one in any case."""
    begin = 0
    for match in _BREAK.finditer(text):
        if match["marks"] and _goes_on(text[max(begin, match.start() - _REACH) : match.start()], match):
            continue
        yield from _trimmed(text, begin, match.end())
        begin = match.end()
    yield from _trimmed(text, begin, len(text))


def stretches(text: str) -> Iterator[tuple[int, int]]:
    """Yield where stretches of whole sentences begin and end: a text cut where a sentence surely ends.

    Far quicker than the sentences, and as good where only a few of them matter.
    """
    ends = sure_ends(text)
    yield from zip((0, *ends), (*ends, len(text)), strict=True)


def sure_ends(text: str) -> list[int]:
    """Return where sentences surely end inside a text: where the next one begins."""
    return [match.end() for match in _SURE.finditer(text)]


def longest_stretch(text: str) -> int:
    """Return how many words the longest stretch of a text has; no sentence has more."""
    return max(map(len, map(str.split, _SURE.split(text))))


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text, each on one line."""
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    for begin, end in sentence_spans(text):
        yield " ".join(text[begin:end].split())


def _goes_on(before: str, match: re.Match[str]) -> bool:
    if match["marks"] != "." or match["close"]:
        return False
    return bool(_NEVER.search(before)) or (
        match["next"] not in _STARTERS and _MAYBE.search(before) is not None
    )


def _trimmed(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[begin:end]
    if not piece.isspace() and piece:
        yield begin + len(piece) - len(piece.lstrip()), begin + len(piece.rstrip())
