"""The decisions that the inbox offers: one table of keys, words and questions."""

from collections.abc import Mapping
from types import MappingProxyType

from msgspec import Struct

from tea_assistant.model.evidence import EvidenceState
from tea_assistant.model.review import Outcome
from tea_assistant.services.inbox.inbox import Kind


class Verdict(Struct, frozen=True):
    """A decision that can be chosen with a key, and what is asked before it counts."""

    key: str
    word: str
    prompt: str = ""
    """What the line asks for; empty where nothing is typed."""
    required: bool = False
    state: EvidenceState | None = None
    outcome: Outcome | None = None


CONFIRM = Verdict("b", "bestätigen", state=EvidenceState.CONTINUED)
CHANGE = Verdict("ä", "ändern")
EXPAND = Verdict("a", "ausgebaut", "Was ist dazugekommen?", state=EvidenceState.EXPANDED)
END = Verdict("e", "beendet", "Warum wurde sie beendet?", required=True, state=EvidenceState.ENDED)
REPLACE = Verdict("x", "ersetzt")
LATER = Verdict("s", "später")
BEGUN = Verdict("b", "begonnen", "Seit wann, mit welchem Ergebnis?", state=EvidenceState.NEW)
STILL = Verdict("g", "weiter geplant", state=EvidenceState.PLANNED)
GIVEN_UP = Verdict("e", "aufgegeben", "Warum wurde sie aufgegeben?", required=True, state=EvidenceState.ENDED)
HOLDS = Verdict("b", "gilt noch")
EMPTY = Verdict("l", "leeren")
DONE = Verdict("u", "umgesetzt", "Was ist geschehen?", outcome=Outcome.DONE)
RUNNING = Verdict("l", "läuft", "Wie weit ist es?", outcome=Outcome.RUNNING)
DROPPED = Verdict("w", "nicht weiterverfolgt", "Warum nicht?", required=True, outcome=Outcome.DROPPED)
BACKED = Verdict("m", "Maßnahme dazu")

_OF_A_MEASURE = (CONFIRM, CHANGE, EXPAND, END, REPLACE, LATER)
VERDICTS: Mapping[Kind, tuple[Verdict, ...]] = MappingProxyType(
    {
        Kind.MEASURE: _OF_A_MEASURE,
        Kind.UNMENTIONED: _OF_A_MEASURE,
        Kind.PLAN: (BEGUN, STILL, CHANGE, GIVEN_UP, REPLACE, LATER),
        Kind.TEXT: (HOLDS, CHANGE, EMPTY, LATER),
        Kind.EXPECTATION: (DONE, RUNNING, DROPPED, BACKED, LATER),
    }
)
"""What can be decided about each kind of thing, in the order on screen."""
NAMES: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.MEASURE: "Maßnahme",
        Kind.UNMENTIONED: "Maßnahme, zuletzt nicht mehr genannt",
        Kind.PLAN: "Angekündigte Maßnahme",
        Kind.TEXT: "Übernommener Text",
        Kind.EXPECTATION: "Erwartung",
    }
)
"""What each kind of thing is called."""
PLURALS: Mapping[Kind, str] = MappingProxyType(
    {
        Kind.MEASURE: "Maßnahmen",
        Kind.PLAN: "Angekündigte Maßnahmen",
        Kind.TEXT: "Übernommene Texte",
        Kind.EXPECTATION: "Erwartungen",
        Kind.UNMENTIONED: "Maßnahmen, zuletzt nicht mehr genannt",
    }
)
"""What several of a kind are called, in the order of a summary."""
OPENING = (CHANGE, REPLACE, BACKED)
"""What opens something; it too waits for Enter, which must not be typed into what opens."""


def verdict(kind: Kind, key: str) -> Verdict | None:
    """Return what a key stands for; `u` stands for `ä` where a keyboard has no umlauts."""
    offered = VERDICTS[kind]
    found = next((known for known in offered if known.key == key), None)
    return CHANGE if found is None and key == "u" and CHANGE in offered else found
