"""Writes the table of points and losses."""

import json
import os
import platform
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from reliability.faults import BY_HAND, WAYS, Tried
from reliability.take_overs import Claims
from reliability.together import Outcome

PATH = Path(__file__).parent / "RESULTS.md"
_KEPT = Path(__file__).parents[1] / "build" / "reliability.json"
_HOW = """\
A **point** is one write-side system call of an operation (opening for writing, write, fsync, rename,
unlink, mkdir, link, rmdir, truncate; git's own, too) that is made to fail in one way, or at which the
process dies, or after which the power is cut. Then the dossier is opened anew, and all in it is compared
with how it was before, how it is after, and what had been shown as saved by then; then the operation is
run again to its end. A **loss** is whatever of that does not hold.
"""


def write(
    faults: Sequence[Tried], cuts: Sequence[Tried], outcomes: Sequence[Outcome], taken: Claims | None
) -> None:
    """Put what was found into the table; what was not asked for stays as it was."""
    known: dict[str, Any] = json.loads(_KEPT.read_text(encoding="utf-8")) if _KEPT.exists() else {}
    for group, tried in (("faults", faults), ("cuts", cuts)):
        known.setdefault(group, {}).update({each.operation: _values(each) for each in tried})
    known.setdefault("together", {}).update({each.setting: _row(each) for each in outcomes})
    if taken:
        known["claims"] = [taken.tries, taken.both, taken.none]
    _KEPT.parent.mkdir(exist_ok=True)
    _KEPT.write_text(json.dumps(known), encoding="utf-8")
    PATH.write_text("\n".join(_lines(known)), encoding="utf-8")


def _values(tried: Tried) -> dict[str, Any]:
    return {
        "calls": tried.calls,
        "points": tried.points,
        "every": tried.every,
        "losses": [f"{loss.way}, {loss.call} {loss.point}: {loss.what}" for loss in tried.losses],
    }


def _row(outcome: Outcome) -> list[Any]:
    return [
        outcome.seconds,
        outcome.words,
        outcome.conflicts,
        outcome.errors,
        outcome.kills,
        list(outcome.lost),
    ]


def _lines(known: Mapping[str, Any]) -> Iterator[str]:
    yield "# Results of the fault injection"
    yield ""
    yield (
        f"Found on {datetime.now(UTC):%Y-%m-%d} with `make reliability`: {platform.system()} "
        f"({platform.machine()}, {os.cpu_count()} cores), Python {platform.python_version()}, {_git()}."
    )
    yield _HOW
    faults, cuts = known["faults"], known["cuts"]
    names = list(dict.fromkeys((*faults, *cuts)))
    ways = [way.name for way in WAYS]
    yield _line(["operation", "calls", *ways, "power cut", "points", "losses"])
    yield _line(["---"] * (len(ways) + 5))
    total = lost = 0
    for name in names:
        points = [faults.get(name, {"points": {}})["points"].get(way, 0) for way in ways]
        cut = sum(cuts.get(name, {"points": {}})["points"].values())
        losses = [*faults.get(name, {"losses": []})["losses"], *cuts.get(name, {"losses": []})["losses"]]
        calls = (faults.get(name) or cuts[name])["calls"]
        every = max(known[group].get(name, {}).get("every", 1) for group in ("faults", "cuts"))
        shown = name if every == 1 else f"{name} (one of {every} faults)"
        yield _line([shown, calls, *points, cut, sum(points) + cut, len(losses)])
        total += sum(points) + cut
        lost += len(losses)
    yield _line(["**all**", *[""] * (len(ways) + 2), f"**{total}**", f"**{lost}**"])
    yield ""
    for name in names:
        for loss in [*faults.get(name, {"losses": []})["losses"], *cuts.get(name, {"losses": []})["losses"]]:
            yield f"- {name}: {loss}"
    if lost:
        yield ""
    hands = sum(each["points"].get(BY_HAND, 0) for each in faults.values())
    yield f"After {hands} points a person had to remove a lock that git had left; the message names it."
    yield ""
    yield "## Two at once"
    yield ""
    yield _line(
        ["meanwhile", "seconds", "words shown as saved", "conflicts shown", "errors shown", "kills", "lost"]
    )
    yield _line(["---"] * 7)
    for name, (*counts, losses) in known["together"].items():
        yield _line([name, *counts, len(losses)])
    if "claims" in known:
        tries, both, none = known["claims"]
        yield ""
        yield (
            f"Two programs at once took the lock of a dead one {tries} times, half of the times with a clock "
            f"set back by two hours: after one look each both held it {both} times, nobody {none} times."
        )
    yield ""


def _line(cells: Sequence[object]) -> str:
    return f"| {' | '.join(map(str, cells))} |"


def _git() -> str:
    done = subprocess.run(["git", "--version"], capture_output=True, text=True, check=False)  # noqa: S607 (git is git)
    return done.stdout.strip().removesuffix("\n") or "no git"
