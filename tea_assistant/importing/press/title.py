"""What a measure is called that a release tells of: the programme, not the headline."""

import re
from collections import Counter
from collections.abc import Sequence

from tea_assistant.patterns import regex

_KIND = (
    r"[Mm]entoring|[Pp]rogramm|[Pp]rojekt|[Kk]ampagne|[Ww]orkshop|[Nn]etzwerk|[Ww]oche|[Tt]ag|[Aa]ktion|[Ff]orum|"
    r"[Ff]achtag|[Ll]ehrgang|[Qq]ualifizierung|[Bb]eratung|[Ss]prechstunde|[Ss]tammtisch|[Ll]eitfaden|[Pp]lan|"
    r"[Dd]ienstvereinbarung|[Aa]nlaufstelle|[Cc]oaching|[Ss]tipendium|[Kk]ita|[Pp]reis|[Rr]eihe|[Aa]usstellung"
)
_PROGRAMME = regex(
    rf"\b(?P<name>(?:[A-ZÄÖÜ][a-zäöüß]+-?)?(?:{_KIND})(?:-?(?:programm|projekt|Programm|Projekt))?)(?:e?s|en|e)?\b"
)
_QUOTED = regex(r"[„“\"»](?P<name>[^„“”\"«»]{3,60})[“”\"«]")
_FOR = regex(r"\s+(?P<whom>für\s+(?:[a-zäöüß]+\s+)?[A-ZÄÖÜ][\w*]+)")
_PLAIN = frozenset(
    ("programm", "projekt", "woche", "tag", "aktion", "forum", "plan", "beratung", "preis", "reihe")
)
_DAY = regex(
    r"(?:mon|diens|donners|frei|sams|sonn|all|arbeits|feier|werk|nachmit|vormit|mit)tag$", re.IGNORECASE
)
_LONGEST = 90


def title_of(headline: str, sentences: Sequence[str]) -> str:
    """Return the name of the programme that headline and text speak of most, or else the headline."""
    if quoted := _QUOTED.search(headline):
        return quoted["name"].strip(" ,.")
    whole = " ".join(sentences)
    counts: Counter[str] = Counter()
    spelled: dict[str, Counter[str]] = {}
    for text, weight in ((headline, 3), (whole, 1)):
        for match in _PROGRAMME.finditer(text):
            key = (
                re.sub(r"(?:programm|projekt)$", "", match["name"].casefold().replace("-", "")) or "programm"
            )
            if key in _PLAIN or _DAY.search(key):
                continue
            counts[key] += weight
            spelled.setdefault(key, Counter())[match["name"]] += weight
    if not counts:
        return _shortened(headline)
    key = max(counts, key=lambda name: (counts[name], len(name)))
    name = max(spelled[key], key=lambda text: spelled[key][text])
    whom = next((found["whom"] for found in _whom(name, whole)), "")
    return f"{name} {whom}".strip()


def _whom(name: str, text: str) -> list[re.Match[str]]:
    return list(re.compile(re.escape(name) + _FOR.pattern).finditer(text))


def _shortened(headline: str) -> str:
    line = headline.partition("\n")[0].partition(" – ")[0].strip()
    return line if len(line) <= _LONGEST else line[:_LONGEST].rsplit(" ", 1)[0] + " …"
