"""A row of the table: what was measured, against what, and whether the target is met."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from benchmarks.measure import Ratio, Run, computed, seconds


@dataclass(frozen=True)
class Row:
    """How one job compares with another."""

    job: str
    against: str
    ratio: Ratio
    target: float | None = None
    """None where nothing was promised."""
    at_least: bool = False
    """Whether the ratio shall be as large as the target or larger, and not as small or smaller."""
    computing: Ratio | None = None
    """The same for the time of computing alone."""
    unit: str = ""
    """Of what is no ratio."""

    @property
    def is_met(self) -> bool | None:
        """Whether the target is met; None where there is none."""
        if self.target is None:
            return None
        return self.ratio.middle >= self.target if self.at_least else self.ratio.middle <= self.target

    @property
    def cells(self) -> tuple[str, ...]:
        """What the table shows."""
        sign = "≥" if self.at_least else "≤"
        wanted = "–" if self.target is None else f"{sign} {self.target:g}{self.unit}"
        verdict = "" if self.is_met is None else "met" if self.is_met else f"missed by {self._distance}"
        computing = str(self.computing) if self.computing else ""
        return self.job, self.against, f"{self.ratio}{self.unit}", computing, wanted, verdict

    @property
    def _distance(self) -> str:
        assert self.target is not None
        apart = self.target / self.ratio.middle if self.at_least else self.ratio.middle / self.target
        return f"{apart:.2g} ×"


def slower(job: str, against: str, found: Mapping[str, Sequence[Run]], target: float | None) -> Row:
    """Compare a job of ours with what it cannot do without."""
    ours, theirs = found[job], found[against]
    return Row(job, against, seconds(ours, theirs), target, computing=computed(ours, theirs))


def faster(job: str, peer: str, found: Mapping[str, Sequence[Run]], target: float | None) -> Row:
    """Compare a job of ours with what another program takes for the like."""
    ours, theirs = found[job], found[peer]
    named = f"{peer}, which takes so many times as long"
    return Row(job, named, seconds(theirs, ours), target, at_least=True, computing=computed(theirs, ours))
