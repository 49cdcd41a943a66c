"""What a report keeps of itself, so that the next one can tell what has changed since."""

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec import Struct, field
from msgspec.structs import replace

from tea_assistant.checks.completeness import share_of
from tea_assistant.errors import ForeignFileError
from tea_assistant.model.decoding import decode
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.patterns import regex

FORMAT = 1
STATE_ID = "report-state"
"""The id of the element of a web page in which its report keeps itself."""
_IN_PAGE = regex(rf'<script type="application/json" id="{STATE_ID}">(.*?)</script>', re.DOTALL)
_CODE = regex(r"TEA[0-9]{3}")
_HINT = "Vergleichen lässt sich mit einem Bericht, den „tea check“ als JSON oder HTML geschrieben hat."

_L = TypeVar("_L")
_R = TypeVar("_R")
Identity = tuple[str, str, str]
"""By which a finding is known again: its rule, its file and the path in it."""


class KeptFinding(Struct, frozen=True):
    """A finding as an earlier report tells it."""

    code: str = ""
    severity: Severity = Severity.HINT
    file: str = ""
    path: str = ""
    part: str = ""
    message: str = ""

    @property
    def identity(self) -> Identity:
        """By which it is known again."""
        return self.code, self.file, self.path


class KeptPart(Struct, frozen=True):
    """How far a part was."""

    done: int = 0
    open: int = 0

    @property
    def asked(self) -> int:
        """How many things it asked for."""
        return self.done + self.open

    @property
    def share(self) -> float:
        """How much was done, from 0 to 1."""
        return share_of(self.done, self.asked)


class KeptCompleteness(Struct, frozen=True):
    """How far an application was."""

    parts: Mapping[str, KeptPart] = field(default_factory=dict)

    @property
    def overall(self) -> float:
        """How much of all was done, from 0 to 1; not read, for it is kept rounded."""
        return share_of(sum(p.done for p in self.parts.values()), sum(p.asked for p in self.parts.values()))


class State(Struct, frozen=True):
    """What an earlier report said."""

    dossier: str = ""
    cycle: str = ""
    date: str = ""
    completeness: KeptCompleteness = KeptCompleteness()
    counts: Mapping[str, int] = field(default_factory=dict)
    findings: tuple[KeptFinding, ...] = ()


class _Changes(Struct, frozen=True):
    since: State | None = None


class _Kept(Struct, frozen=True):
    changes: _Changes = _Changes()


class Former(Struct, frozen=True):
    """An earlier report: what it said, and with what it was compared itself."""

    state: State
    since: State | None


def read_former(text: str) -> Former:
    """Read an earlier report, JSON or HTML; raises `ForeignFileError` where it is none."""
    found = _IN_PAGE.search(text)
    try:
        values = json.loads(found[1] if found else text)
    except (ValueError, RecursionError) as error:
        message = "Das ist kein Bericht dieses Programms."
        raise ForeignFileError(message, hint=_HINT) from error
    if not isinstance(values, Mapping) or not isinstance(values.get("findings"), list):
        message = "Das ist kein Bericht dieses Programms."
        raise ForeignFileError(message, hint=_HINT)
    if values.get("format") != FORMAT:
        message = "Diesen Bericht hat eine andere Fassung des Programms geschrieben."
        raise ForeignFileError(message, hint=_HINT)
    since = decode(_Kept, values).changes.since
    return Former(_known(decode(State, values)), _known(since) if since else None)


def _known(state: State) -> State:
    """Leave out what no report of ours says: anybody may have written into the file."""
    parts = {name: part for name, part in state.completeness.parts.items() if min(part.done, part.open) >= 0}
    return replace(
        state,
        completeness=KeptCompleteness(parts),
        findings=tuple(f for f in state.findings if _CODE.fullmatch(f.code)),
    )


def identity(finding: Finding) -> Identity:
    """Return by what a finding is known again."""
    return finding.code, finding.file, finding.dotted_path


def unmatched(then: Iterable[KeptFinding], now: Iterable[Finding]) -> tuple[list[KeptFinding], list[Finding]]:
    """Set earlier findings against those of today; return what is only in one of them.

    Where a place has several findings of a rule, those with the same words are the same ones, and of the
    rest one stands for another.
    """
    earlier, today = list(then), list(now)
    earlier, today = _beyond(
        earlier,
        [(*f.identity, f.message) for f in earlier],
        today,
        [(*identity(f), f.message) for f in today],
    )
    return _beyond(earlier, [f.identity for f in earlier], today, [identity(f) for f in today])


def _beyond(
    left: list[_L], left_keys: Sequence[object], right: list[_R], right_keys: Sequence[object]
) -> tuple[list[_L], list[_R]]:
    return _without(left, left_keys, right_keys), _without(right, right_keys, left_keys)


def _without(items: list[_L], keys: Sequence[object], others: Sequence[object]) -> list[_L]:
    there, kept = Counter(others), []
    for item, key in zip(items, keys, strict=True):
        if there[key]:
            there[key] -= 1
        else:
            kept.append(item)
    return kept
