"""Finds the names of measures in a sentence: „Mentoringprogramm für Frauen“, „Runder Tisch gegen Gewalt“."""

import re
from collections.abc import Iterator

from tea_assistant.patterns import regex

_KIND = (
    r"(?:dienstvereinbarung(?:en)?|betriebsvereinbarung(?:en)?|(?<!kultur)programme?s?|projekte?s?|"
    r"kampagnen?|"
    r"workshops?|netzwerke?s?|schulung(?:en)?|leitf(?:aden|äden)|handreichung(?:en)?|seminare?n?|"
    r"sprechstunden?|"
    r"aktionspl(?:an|äne)|charta|befragung(?:en)?|mentorings?|coachings?|lots\*?innen|lotsen|anlaufstellen?|"
    r"beratung(?:en|sangebote?n?)?|supervision|bündnis(?:se)?|katalog(?:e|s)?|"
    r"(?:frauen|väter|eltern|kind|familien|aktions|themen|gesundheits|inklusions|diversity|zukunfts)-?"
    r"(?:tage?|wochen?)|girls['’]?\s?day|boys['’]?\s?day|telearbeit|homeoffice|"
    r"(?:arbeitszeit|teilzeit)modelle?n?|kinderbetreuung|ferienbetreuung|wissenstransfer|"
    r"(?:gesundheits|reaktions|konflikt|diversity|wissens|eingliederungs)management|"
    r"kompetenzprofilen?|notfallordner|gleitzeit|boarding|führung in teilzeit)"
)
_HEAD = regex(
    rf"(?<![\w*+/-])(?:(?P<round>[Rr]unde[rn]?\sTisch)\b"
    rf"|(?=[A-ZÄÖÜ])[\w*+/-]{{0,60}}?(?i:{_KIND})(?![\w-])(?:\s(?:Projekt|Programm)\b)?)"
)
_BARE = regex(
    r"(?:programm|projekt|kampagne|workshop|netzwerk|schulung|seminar|beratung|katalog|befragung|mentoring|"
    r"coaching|"
    r"dienstvereinbarung|betriebsvereinbarung|beratungsangebot|anlaufstelle|leitfaden|bündnis|aktionsplan|"
    r"kompetenzprofile)\w{0,2}",
    re.IGNORECASE,
)
"""Names of a kind and not of a measure, unless „ein“ stands before it: then the text goes on to say which."""
_NEW = regex(r"\b[Ee]in(?:e[nmrs]?)?\s$")
_BEFORE = regex(
    r"(?<![\w*])(?:(?P<adjective>(?:[a-zäöüß]|^[A-ZÄÖÜ])[a-zäöüß]{2,}(?:e|es|"
    r"er)\s))?(?P<shared>[A-ZÄÖÜ]\w*-\s(?:und|oder)\s)?$"
)
_PLACE = regex(r"\b(?:[Dd]ie|[Dd]er|[Dd]as|[Dd]en)\s(?P<place>[A-ZÄÖÜ][a-zäöüß]+er\s)$")
_NO_ADJECTIVE = regex(
    r"(?:ein\w*|der|die|alle\w*|viele\w*|dies\w*|jede\w*|unsere\w*|ihre\w*|seine\w*|verschiedene\w*|"
    r"weitere\w*|unter|über|außer|neue\w*|großartige\w*|umfassende\w*|zahlreiche\w*|mehrere\w*|wurde|werde|"
    r"andere\w*|aber|oder|\w+ete|\w+ene|"
    r"erste\w*|bestehende\w*|möglich\w*)\s",
    re.IGNORECASE,
)
_QUOTED = regex(r"\s?[„\"»][^“”\"«„]{2,80}[“”\"«]")
_NOUN = r"(?:(?:Themas?|Themen|Gender|Diversity|Interna\w+)\s)?(?:[A-ZÄÖÜ][\w*/-]+|„[^“]{2,60}“)"
_TAIL = regex(
    r"(?:\sunter anderem)?\s(?P<tail>(?:für|gegen|zum|zur|zu|über|rund um)\s(?:(?:die|das|der|den|dem|"
    r"eine\w?|seine\w?)\s)?"
    rf"(?:[a-zäöüß]+(?:\sund\s(?=[a-zäöüß-]+e[rnsm]?\s))?[a-zäöüß-]*e[rnsm]?\s){{0,2}}{_NOUN}(?:\sin"
    rf"\s[A-ZÄÖÜ][\w-]+)?)"
)
_AGAIN = regex(r"(?:\s\([^()]*\))?\sund(?=\s(?:für|gegen|zum|zur|über)\s)")
_LISTED = regex(
    r"\b(?:Angebote\w?|Maßnahmen|Möglichkeiten|Aktivitäten|Instrumente)\b[^.;]{0,120}?"
    r"(?:\bwie\s|:\s(?:zum Beispiel\s|z\. ?B\.\s|etwa\s)?|\bzum Beispiel\s|\bz\. ?B\.\s)(?P<items>[^.;:]+)"
)
_ITEM_END = regex(r",\s(?:sowie\s|und\s)?|(?<!-)\s(?:und|sowie|oder)\s")
_ITEM = regex(r"(?:[a-zäöüß]{3,}(?:e|es|er)\s|[A-ZÄÖÜ])")
_RELATIVE = regex(
    r",\s(?:an |in |mit |für )?(?:die|der|das|denen|welche\w*|wo)\s|\sund\s(?:bietet|ist|wird|fördert)\s"
)
_CASE = regex(
    r"(programm|projekt|mentoring|coaching|katalog|konzept|bündnis|modelle|profile|programme|projekte|"
    r"seminare|netzwerke|"
    r"angebote|workshops)(?:e?s|n)$",
    re.IGNORECASE,
)
_VERB = regex(r"\s(?:wird|werden|wurde|ist|sind|hat|haben|bietet|an$|und bietet|statt|erhalten|können)\b.*")
_LONGEST_ITEM = 70


def measure_names(sentence: str) -> Iterator[str]:
    """Give each measure that a sentence names, as a title has it."""
    end = 0
    for found in _HEAD.finditer(sentence):
        if found.start() < end:
            continue
        begin = _begin(sentence, found.start())
        head = sentence[begin : found.end()]
        if found["round"]:
            head = "Runder Tisch"
        tails, end = _tails(sentence, found)
        if not tails and _BARE.fullmatch(head) and not _NEW.search(sentence[: found.start()]):
            continue
        if len(tails) > 1:
            head = head.removesuffix("en") if head.endswith("ungen") else head
        for tail in tails or [""]:
            yield _named(head, tail)
    if listed := _LISTED.search(sentence):
        items = _RELATIVE.split(listed["items"], maxsplit=1)[0]
        for item in _ITEM_END.split(items):
            name = _VERB.sub("", item).strip(" ,.")
            if len(name) <= _LONGEST_ITEM and _ITEM.match(name) and not _HEAD.search(name):
                yield _named(name, "")


def is_bare(name: str) -> bool:
    """Tell whether a name says only what kind of measure it is."""
    return _BARE.fullmatch(name) is not None


def _begin(sentence: str, start: int) -> int:
    """Take what belongs to a name before it: „betriebliche Sozial- und“, but no article and no praise."""
    if place := _PLACE.search(sentence[:start]):
        return place.start("place")
    found = _BEFORE.search(sentence[:start])
    if not found:
        return start
    if found["adjective"] and not _NO_ADJECTIVE.fullmatch(found["adjective"]):
        return found.start("adjective")
    return found.start("shared") if found["shared"] else start


def _tails(sentence: str, head: re.Match[str]) -> tuple[list[str], int]:
    """Return what stands behind a head and belongs to it, and where that ends."""
    end = head.end()
    if head.start() and sentence[head.start() - 1] in '„"»':
        close = re.compile(r"[“”\"«]").search(sentence, end)
        return ([sentence[end : close.start()]], close.end()) if close else ([], end)
    if quoted := _QUOTED.match(sentence, end):
        return [f" {quoted[0].strip()}"], quoted.end()
    tails: list[str] = []
    while tail := _TAIL.match(sentence, end):
        end = tail.end()
        more = _TAIL.match(sentence, end)
        if more and not tails:
            end = more.end()
        text = f" {tail['tail']}" + (f" {more['tail']}" if more and not tails else "")
        if quoted := _QUOTED.match(sentence, end):
            text, end = f"{text} {quoted[0].strip()}", quoted.end()
        tails.append(text)
        again = _AGAIN.match(sentence, end)
        if not again:
            break
        # „zum partnerschaftlichen Verhalten (seit 2020) und zur Gleitzeit“ are two.
        end = again.end()
    return tails, end


def _named(head: str, tail: str) -> str:
    """Write a name as a title has it: with a capital, and without the ending of another case."""
    words = head.split(" ")
    words[-1] = _CASE.sub(r"\1", words[-1])
    name = f"{' '.join(words)}{tail}".strip()
    return name[:1].upper() + name[1:]
