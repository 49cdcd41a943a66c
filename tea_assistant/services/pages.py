"""Counts pages in the real layout: those of the whole document, of each part and of each section.

`Pages` is for a worker: it keeps what was laid out, so that after an edit a count of 25 pages takes about
0.15 s of computing (see `benchmarks/pages.py`), and threads may share it. Importing this module loads no
Typst; the first count does. What is counted is the final document: a draft has the same pages, and sheets
with its open points on top.
"""

import shutil
import tempfile
import weakref
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from tea_assistant.document.facts import Facts
from tea_assistant.document.leaf import Leaf, Pictures
from tea_assistant.document.memory import Memory
from tea_assistant.document.theme import Theme
from tea_assistant.document.typst.pdf import STANDARDS, compiler, pdf, source
from tea_assistant.document.typst.places import SELECTOR, Place, Places, anchors, places, total_of
from tea_assistant.errors import NoLayout
from tea_assistant.model.page_count import Extent, PageCount
from tea_assistant.services.manuscript import manuscript
from tea_assistant.services.session import Session
from tea_assistant.services.view import View

if TYPE_CHECKING:
    from typst import Compiler

_PROGRAM = "document.typ"
_FORGOTTEN = 9
"""So many compilations of nothing follow each document."""


class Pages:
    """Lays out the document of a session again and again; remembers what has not changed in between."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.memory = Memory()
        """Of what the last document was made."""
        self._folder: Path | None = None
        self._compiler: Compiler | None = None
        self._emptier: Compiler | None = None

    def count(self, session: Session | View) -> PageCount:
        """Count the pages of a session's round; raises `NoLayout` where nothing can be laid out.

        A thread takes a view: it stays as it is while the session goes on.
        """
        parts = {part.id for part in session.application.parts}
        written = manuscript(session, final=True, before=self.memory)
        try:
            pictures = written.pictures(titled=False)
            leaf = written.leaf(pictures)
            program = source(leaf, pictures, written.theme, written.facts, bare=True, memory=written.memory)
            self.memory = written.memory
            answer = self._laid_out(program)
        except (ImportError, OSError, RuntimeError) as error:
            message = "Die Seiten lassen sich hier nicht zählen."
            raise NoLayout(message, hint=str(error)) from error
        found = places(answer, anchors(leaf))
        extents = {
            id_: extent
            for id_, anchor in written.assembled.anchors.items()
            if (extent := _extent(found, anchor))
        }
        return PageCount(
            found.total,
            {id_: extent for id_, extent in extents.items() if id_ in parts},
            found.headings[0].at if found.headings else found.end,
            {id_: extent for id_, extent in extents.items() if id_ not in parts},
        )

    def _laid_out(self, program: str) -> str:
        with self._lock:
            if self._folder is None:
                self._folder = Path(tempfile.mkdtemp(prefix="tea-"))
                weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
            path = self._folder / _PROGRAM
            path.write_text(program, encoding="utf-8")
            if self._compiler is None or self._emptier is None:
                # Only a program in a file can be asked for more than its pages.
                self._compiler, self._emptier = compiler(str(path), str(self._folder)), compiler()
            answer = self._compiler.query(SELECTOR, field="value", one=True)
            # A query never forgets what it once laid out. Each compilation, even of nothing, forgets what
            # none of the last ten needed: so the last two documents are remembered, and not ten of 100 MB.
            for _ in range(_FORGOTTEN):
                self._emptier.compile(b"", format="svg")
            return answer


def pdf_with_total(leaf: Leaf, pictures: Pictures, theme: Theme, facts: Facts) -> tuple[bytes, int]:
    """Write the document as PDF, and return its pages beside it, those of a draft's sheets left out.

    It is laid out once: what a compiler has just made it tells at once.
    """
    totals: list[int] = []
    with tempfile.TemporaryDirectory(prefix="tea-") as folder:
        path = Path(folder) / _PROGRAM

        def compiled(program: str) -> bytes:
            path.write_text(program, encoding="utf-8")
            made = compiler(str(path), folder)
            written = made.compile(format="pdf", pdf_standards=STANDARDS)
            totals.append(total_of(made.query(SELECTOR, field="value", one=True)))
            assert isinstance(written, bytes)
            return written

        return pdf(leaf, pictures, theme, facts, compiled), totals[-1]


def _extent(found: Places, anchor: str) -> Extent | None:
    """Return the room from a heading to the next one that is not below it."""
    ends = [*found.headings, Place("", 0, 0, found.end)]
    for at, heading in enumerate(found.headings):
        if heading.anchor == anchor:
            end = next(other for other in ends[at + 1 :] if other.level <= heading.level)
            return Extent(heading.page, max(end.at - heading.at, 0.0))
    return None
