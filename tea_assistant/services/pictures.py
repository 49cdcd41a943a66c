"""Writes the pictures of a document beside it, and takes away those that an earlier build has left."""

import contextlib
from collections.abc import Mapping
from pathlib import Path

from tea_assistant.document.chart import Chart
from tea_assistant.document.chart_svg import OPENING, chart_svg
from tea_assistant.document.pictures import SUFFIX
from tea_assistant.store import files

ENDING = ".bilder"
"""Stands after a document's name in that of the folder with its pictures."""


def write_pictures(folder: Path, charts: Mapping[str, Chart]) -> None:
    """Write each chart to the file of its name; raises `OSError`."""
    for name, chart in charts.items():
        files.write_atomic(folder / name, chart_svg(chart))


def remove_old_pictures(folder: Path, current: Mapping[str, Chart]) -> None:
    """Remove pictures of this program that a document no longer shows; whatever else lies there stays."""
    # A picture that can't be removed does no harm: the document does not show it.
    with contextlib.suppress(OSError):
        for path in folder.glob(f"*{SUFFIX}"):
            if path.name not in current and files.read_bytes(path, len(OPENING)) == OPENING:
                path.unlink()
        if not current:
            folder.rmdir()
