"""Short German titles from a measure's own words: never a sentence that is cut off."""

import re
from collections.abc import Iterator

from tea_assistant.importing.line_sentences import sentences_of
from tea_assistant.patterns import regex

LONGEST = 100
_SENTENCE = 130
"""Characters that a title may have rather than be a sentence without its end."""
_SHORTEST = 12
_SUBJECT = 24
"""Characters that the words before a verb must have to be a title without it."""
_SEMICOLON = regex(r";\s|\n")
_BRACKETS = regex(r"\s*\((?!m/w)[^()]*\)")
_INTRODUCED = regex(
    r"(?:(?:lang|mittel|kurz)fristige[sr]?\s|unser\s|weiteres\s)?Ziel (?:ist|sind)(?: es)?,?\s(?:(?:der|die|"
    r"das)\s)?",
    re.IGNORECASE,
)
_TIME = regex(
    r"(?:bis (?:zum (?:Jahr |Ende \w+ )?|Ende )?\d{4}|(?:lang|mittel|kurz)fristig|künftig|weiterhin|es)"
    r"\s+(?:wird|werden|soll|sollen)\s+(?:weiterhin\s+)?(?P<rest>.{20,}?)"
    r"(?:\s+(?:angestrebt|erreicht werden|umgesetzt werden|werden|angeboten|durchgeführt))?",
    re.IGNORECASE,
)
_VERB = regex(
    r"\s(?:sind|ist|wird|werden|wurde|wurden|soll|sollen|kann|können|muss|müssen|darf|dürfen|hat|haben|gilt|"
    r"gelten|"
    r"erhält|erhalten|bleibt|bleiben|steht|stehen|bietet|bieten|führt|findet|nimmt|nehmen|ruft|bildet|"
    r"richtet|"
    r"umfasst|unterstützt|unterstützen|ermöglicht|besteht|bestehen|greift|entspricht|ermutigen)\s"
)
_ASIDE = regex(
    r"\s*[,;–—-]?\s+(?:soweit|sofern|sodass|so dass|wenn|falls|damit|um|wobei|dabei|insbesondere|vor allem|"
    r"z\. ?B\.|zum Beispiel|einschließlich|auf (?:der )?(?:Basis|Grundlage)|im Rahmen|unter Ausschöpf\w+|"
    r"d\. ?h\.)\s"
)
_RELATIVE = regex(r",\s(?:die|der|das|dem|den|in denen|in der|wie|wo)\s|\s[–—]\s|\s-\s|:\s")
_STEPS = regex(r",\s|\s(?:und|sowie|oder)\s|\s(?:für|zur|zum|mit|bei|durch|von|in|im|an|auf|während|nach)\s")
_NOUN_END = regex(r"(?:\b[A-ZÄÖÜ0-9][^\s-]*|[“)])$")
_LOOSE_END = regex(
    r"(?:,?\s(?:wie|und|oder|sowie|wird|werden|ist|sind|soll|sollen|kann|können|durch|zu|zur|zum|mit|bei|für|in|im|"
    r"von|der|die|das|den|dem|des))+$"
)
_PREPOSITION = regex(
    r"(?:bei|in|im|an|am|auf|für|mit|zum|zur|bis|nach|durch|während|besonders|besteht)\s", re.IGNORECASE
)


def title_of_measure(text: str) -> str:
    """Return a title from the beginning of a text, shortened only where a part of it ends."""
    head, _, items = text.partition("\n- ")
    first = sentences_of(_SEMICOLON.split(head, maxsplit=1)[0])
    whole = _clean(first[0] if first else "")
    item = _clean(items.partition("\n")[0])
    if item[:1].islower() and len(whole) + len(item) < LONGEST:
        whole = f"{whole} {item}"
    return _capital(next(_shorter(whole)))


def _shorter(whole: str) -> Iterator[str]:
    """Give what may be the title, the most complete first."""
    whole = _INTRODUCED.sub("", whole)
    if found := _TIME.fullmatch(_clean(_BRACKETS.sub("", whole))):
        whole = found["rest"]
    forms = [whole]
    forms.append(_clean(_BRACKETS.sub("", whole)))
    for cut in (_ASIDE, _RELATIVE):
        found = cut.search(forms[-1], _SUBJECT)
        before = _clean(forms[-1][: found.start()]) if found else ""
        # Behind a verb only what a comma parts from a whole sentence may go.
        if found is None or (_VERB.search(f"{before} ") and not (cut is _ASIDE and found[0][0] == ",")):
            continue
        if _even(before) and not _PREPOSITION.match(before):
            forms.append(before)
    yield from (form for form in forms if len(form) <= LONGEST)
    yield from (form for form in reversed(forms) if len(form) <= _SENTENCE and _VERB.search(f"{form} "))
    subject = _clean(_VERB.split(f"{forms[-1]} ", maxsplit=1)[0])
    if _SUBJECT <= len(subject) <= LONGEST and not _PREPOSITION.match(subject) and _even(subject):
        yield subject
    yield _before_step(forms[-1])


def _before_step(text: str) -> str:
    """Cut before the last joint that leaves enough; what then is no whole phrase says so with dots."""
    ends = [found.start() for found in _STEPS.finditer(text, _SHORTEST) if found.start() < LONGEST]
    ends = [end for end in ends if _even(text[:end]) and _NOUN_END.search(text[:end])]
    cut = text[: ends[-1]] if ends else text[:LONGEST].rpartition(" ")[0] or text[: LONGEST - 2]
    broken = not ends or _VERB.search(f"{cut} ") or _PREPOSITION.match(cut)
    return f"{_clean(cut)} …" if broken else _clean(cut)


def _even(text: str) -> bool:
    """Tell whether no quotation or bracket is left open."""
    return text.count("„") == text.count("“") and text.count("(") == text.count(")")


def _clean(text: str) -> str:
    text = " ".join(text.split()).strip(" ,;:–—").removesuffix(".").strip()
    return _LOOSE_END.sub("", text).strip(" ,;:–—")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
