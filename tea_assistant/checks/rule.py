"""What a rule is: one thing that is checked, with its explanation for the people who meet it."""

from collections.abc import Callable, Iterator

from msgspec import Struct

from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding, Severity
from tea_assistant.model.source import Path, Place, Source

Check = Callable[[Application], Iterator[Finding]]
"""Looks through an application and yields every place that breaks the rule."""


class Rule(Struct, frozen=True):
    """One thing that is checked; its code never changes its meaning."""

    code: str
    severity: Severity
    title: str
    why: str
    """Why it matters to the jury or to the office."""
    wrong: str
    right: str
    check: Check | None = None
    """None where the finding arises elsewhere: while files are read, or when tables are audited."""

    def finding(
        self,
        where: Source,
        path: Path,
        message: str,
        hint: str = "",
        part: str = "",
        *,
        place: Place | None = None,
    ) -> Finding:
        """Report that the value at `path` breaks this rule; `place` is for places inside a prose."""
        line, column = place or where.place(path)
        return Finding(
            code=self.code,
            severity=self.severity,
            file=where.file,
            line=line,
            column=column,
            message=message,
            hint=hint,
            path=path,
            part=part,
        )
