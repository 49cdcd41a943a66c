"""The decisions about a proposal: one table of keys and words."""

from collections.abc import Mapping
from types import MappingProxyType

from tea_assistant.model.proposal import ProposalKind
from tea_assistant.services.triage.items import Item
from tea_assistant.tui.inbox_verdicts import Verdict

ACCEPT = Verdict("ü", "übernehmen")
CHANGE = Verdict("ä", "ändern")
MERGE = Verdict("z", "zusammenführen")
SPLIT = Verdict("t", "teilen")
REFUSE = Verdict("n", "ablehnen", "Warum nicht?")
LATER = Verdict("s", "später")
READ = Verdict("ü", "Tabelle einlesen")
DONE = Verdict("e", "erledigt")
REOPEN = Verdict("w", "wieder öffnen")
LOOK = Verdict("m", "Maßnahme ansehen")

_OF_A_MEASURE = (ACCEPT, CHANGE, MERGE, SPLIT, REFUSE, LATER)
_OF_A_NUMBER = (ACCEPT, MERGE, DONE, REFUSE, LATER)
_OF_A_SAYING = (ACCEPT, CHANGE, SPLIT, REFUSE, LATER)
_OF_AN_AWARD = (ACCEPT, CHANGE, REFUSE, LATER)
_VERDICTS: Mapping[ProposalKind, tuple[Verdict, ...]] = MappingProxyType(
    {
        ProposalKind.MEASURE: _OF_A_MEASURE,
        ProposalKind.GOAL: _OF_A_MEASURE,
        ProposalKind.AWARD: _OF_AN_AWARD,
        ProposalKind.PRAISE: _OF_A_SAYING,
        ProposalKind.EXPECTATION: _OF_A_SAYING,
        ProposalKind.STATEMENT: _OF_A_SAYING,
        ProposalKind.FIGURE: (READ, DONE, REFUSE, LATER),
    }
)
NAMES: Mapping[ProposalKind, str] = MappingProxyType(
    {
        ProposalKind.MEASURE: "Maßnahme",
        ProposalKind.GOAL: "Ziel",
        ProposalKind.FIGURE: "Kennzahl",
        ProposalKind.AWARD: "Auszeichnung",
        ProposalKind.PRAISE: "Lob der Jury",
        ProposalKind.EXPECTATION: "Erwartung der Jury",
        ProposalKind.STATEMENT: "Aussage der letzten Bewerbung",
    }
)
"""What each kind of proposal is called."""
PLURALS: Mapping[ProposalKind, str] = MappingProxyType(
    {
        ProposalKind.MEASURE: "Maßnahmen",
        ProposalKind.GOAL: "Ziele",
        ProposalKind.FIGURE: "Kennzahlen und Tabellen",
        ProposalKind.AWARD: "Auszeichnungen",
        ProposalKind.PRAISE: "Punkte Lob",
        ProposalKind.EXPECTATION: "Erwartungen",
        ProposalKind.STATEMENT: "Texte einer Bewerbung",
    }
)
"""What several of a kind are called."""
OPENING = (CHANGE, MERGE, SPLIT, READ, LOOK)
"""What opens something; it too waits for Enter, which must not be typed into what opens."""
_OTHER_KEYS = {"j": "ü", "u": "ä"}
"""Where the keyboard has no umlauts."""


def offered(item: Item) -> tuple[Verdict, ...]:
    """Return what can be decided about a proposal as it stands now."""
    if item.state.waits:
        # A number that a text tells has its place; that of a table shows beside its neighbours.
        return _OF_A_NUMBER if item.proposal.results and _is_figure(item) else _VERDICTS[item.proposal.kind]
    return (REOPEN, LOOK) if item.evidence else (REOPEN,)


def verdict(item: Item, key: str) -> Verdict | None:
    """Return what a key stands for."""
    wanted = _OTHER_KEYS.get(key, key)
    return next((known for known in offered(item) if known.key == wanted), None)


def _is_figure(item: Item) -> bool:
    return item.proposal.kind is ProposalKind.FIGURE
