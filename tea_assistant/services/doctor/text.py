"""Writes an examination line by line for a terminal, and as values for programs."""

import json
from collections.abc import Sequence
from itertools import groupby

from tea_assistant.services.doctor.remark import Remark, Sign
from tea_assistant.services.plain_table import wrapped

SIGNS = {Sign.FINE: "✓", Sign.NOTE: "!", Sign.BROKEN: "✗"}
"""What stands before a line."""


def as_text(remarks: Sequence[Remark]) -> str:
    """Say of each thing how it stands with it, and what to do."""
    lines: list[str] = []
    for group, members in groupby(remarks, key=lambda remark: remark.group):
        lines += [group]
        for remark in members:
            lines += wrapped(remark.text, f"  {SIGNS[remark.sign]} ", "    ")
            lines += wrapped(remark.advice, "    → ", "      ") if remark.advice else []
        lines.append("")
    return "\n".join([*lines, verdict(remarks)]) + "\n"


def verdict(remarks: Sequence[Remark]) -> str:
    """Say in one line how it stands."""
    broken = sum(remark.sign is Sign.BROKEN for remark in remarks)
    notes = sum(remark.sign is Sign.NOTE for remark in remarks)
    hints = {0: "", 1: ", ein Hinweis"}.get(notes, f", {notes} Hinweise")
    if broken:
        return f"{'Eine Stelle' if broken == 1 else f'{broken} Stellen'} in Unordnung{hints}."
    return f"Alles in Ordnung{hints}."


def as_json(remarks: Sequence[Remark]) -> str:
    """Return the same for programs."""
    values = [
        {"group": remark.group, "state": remark.sign.value, "text": remark.text, "advice": remark.advice}
        for remark in remarks
    ]
    well = all(remark.sign is not Sign.BROKEN for remark in remarks)
    return json.dumps({"format": 1, "well": well, "remarks": values}, ensure_ascii=False, indent=2) + "\n"
