"""Short titles of what a jury said: whole words, no lead-in, no quotation left open."""

import re

from tea_assistant.patterns import regex

_LONGEST = 70
_LEAD = regex(
    r"^.{0,80}\b(?:frag(?:e|en|t)|empfiehlt|empfehlen|hervor)\b[^:?]{0,40}:\s+(?=\S+\s\S)", re.IGNORECASE
)
"""„Für die nächste Bewerbung fragt die Jury:“ says nothing of the question."""
_JOINED = regex(r"^(?:Und|Oder|Aber|Sowie) (?=\w)")
_LOOSE_END = regex(
    r"(?: (?:und|oder|sowie|dass|wie|noch|rund|um|der|die|das|den|dem|des|eine?[rnms]?|in|im|an|am|auf|für"
    r"|mit|von|vom|zu|zur|zum|bei|beim|nach|aus|durch|über|ihr|ihre[rnms]?))+$",
    re.IGNORECASE,
)
_ALL_QUOTED = regex(r"^„([^„“]+)“$")
_OPENED = regex(r"\s?[„(\[][^“)\]]*$")


def title_of_saying(text: str) -> str:
    """Return a title from a sentence or an item; what is too long ends behind a whole word, and says so."""
    said = _ALL_QUOTED.sub(r"\1", _JOINED.sub("", _LEAD.sub("", text)).strip())
    said = said[:1].upper() + said[1:]
    if len(said) <= _LONGEST:
        return said.rstrip(".")
    cut = said[: _LONGEST + 1].rpartition(" ")[0] or said[:_LONGEST]
    whole = _LOOSE_END.sub("", _OPENED.sub("", cut).rstrip(" ,;:–-"))
    return f"{(whole or cut).rstrip(' ,;:–-')} …"
