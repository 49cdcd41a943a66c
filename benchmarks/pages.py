"""How long a page count takes after an edit, in an application of 25 pages; run it by hand.

    python benchmarks/pages.py [EDITS]

The example is made longer until it has 25 pages. Each edit types a word into an opening text, as people do;
what follows is measured: what the session does anyway (checks, completeness), the count, and for comparison a
compilation of the same pages by a new compiler, which remembers nothing.
"""

import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from tea_assistant import resources
from tea_assistant.document.typst.pdf import pdf
from tea_assistant.model.layout import field_file
from tea_assistant.services.manuscript import manuscript
from tea_assistant.services.pages import Pages
from tea_assistant.services.session import Session
from tea_assistant.store.yaml_writer import Change

PAGES = 25
FIELD = field_file("2025", "af04")
SENTENCE = (
    "Die Stadt fördert die Gleichstellung ihrer Mitarbeiter*innen, und was sie tut, wirkt auch nach außen. "
)


def main(edits: int) -> None:
    """Measure and print medians and the slowest."""
    with tempfile.TemporaryDirectory() as folder:
        root = shutil.copytree(resources.folder("examples") / "stadt-herne", Path(folder) / "stadt-herne")
        session, pages = Session(root, "2025"), Pages()
        text = long_enough(session, pages)
        print(f"{pages.count(session).total} Seiten, {edits} Änderungen")
        derived, counted = [], []
        for edit in range(edits):
            begun = time.perf_counter()
            session.edit(FIELD, [Change(("opening",), f"{text} {'Wort ' * (edit + 1)}")], "Text")
            session.application  # noqa: B018 (asked for, it is put together)
            middle = time.perf_counter()
            pages.count(session)
            derived.append(middle - begun)
            counted.append(time.perf_counter() - middle)
        bare = compiled(session)
        for name, times in (("Sitzung", derived), ("Seiten", counted)):
            print(f"{name:8} Median {median(times):.3f} s, längste {max(times):.3f} s")
        print(f"PDF ganz {bare:.3f} s; das Zählen braucht davon {median(counted) / bare:.0%}")
        print(f"Speicher {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")


def long_enough(session: Session, pages: Pages) -> str:
    """Lengthen the texts of the fields until the document has its pages; return one of them."""
    for paragraphs in range(1, 60):
        text = "\n\n".join([SENTENCE * 6] * paragraphs)
        for field in session.application.action_fields:
            session.edit(field_file("2025", field.id), [Change(("opening",), text)], "Text")
        if pages.count(session).total >= PAGES:
            return text
    raise AssertionError


def compiled(session: Session) -> float:
    """Return how long the PDF takes."""
    written = manuscript(session, final=True)
    pictures = written.pictures(titled=False)
    begun = time.perf_counter()
    pdf(written.leaf(pictures), pictures, written.theme, written.facts)
    return time.perf_counter() - begun


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 30)
