"""How long a page count takes after an edit, in an application of 25 pages; run it by hand.

    python -m benchmarks.pages [EDITS]

The example is made longer until it has 25 pages. Each edit types a word into an opening text, as people do;
what follows is measured: the state of the session, the count, and in between, for comparison, a compilation
of the same pages by a new compiler, which remembers nothing. Then a fresh process edits 200 times, and tells
how much memory it holds after 20 edits and at the end.
"""

import resource
import shutil
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from tea_assistant import resources
from tea_assistant.document.typst.pdf import pdf
from tea_assistant.model.layout import field_file
from tea_assistant.services.manuscript import manuscript
from tea_assistant.services.pages import Pages
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change

PAGES = 25
COLD = 7
"""So many whole compilations stand between the counts."""
EARLY, LATE = 20, 200
FIELD = field_file("2025", "af04")
SENTENCE = (
    "Die Stadt fördert die Gleichstellung ihrer Mitarbeiter*innen, und was sie tut, wirkt auch nach außen. "
)


def main(edits: int) -> None:
    """Measure and print medians and the slowest."""
    with tempfile.TemporaryDirectory() as folder:
        session, pages = opened(Path(folder))
        text = long_enough(session, pages)
        print(f"{pages.count(session).total} Seiten, {edits} Änderungen")
        derived, counted, computed, cold = [], [], [], []
        for edit in range(edits):
            begun = time.perf_counter()
            lengthen(session, text, edit)
            middle, before = time.perf_counter(), time.process_time()
            pages.count(session)
            computed.append(time.process_time() - before)
            counted.append(time.perf_counter() - middle)
            derived.append(middle - begun)
            if edit % (edits // COLD or 1) == 0:
                cold.append(compiled(session))
        kinds = {"Sitzung": derived, "Seiten": counted, "gerechnet": computed, "PDF ganz": cold}
        for name, times in kinds.items():
            print(f"{name:10} Median {median(times):.3f} s, längste {max(times):.3f} s")
        print(f"Das Zählen braucht {median(counted) / median(cold):.0%} des ganzen Setzens.", flush=True)
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        early, late = pool.submit(held).result()
    print(f"Speicher nach {EARLY} Änderungen {early} MB, nach {LATE} {late} MB: {late / early:.2f}")


def opened(folder: Path) -> tuple[Session, Pages]:
    """Open a copy of the example."""
    root = shutil.copytree(resources.folder("examples") / "stadt-herne", folder / "stadt-herne")
    return Session(root, "2025"), Pages()


def lengthen(session: Session, text: str, edit: int) -> None:
    """Type some words, and ask for the application, which is put together then."""
    session.edit(FIELD, [Change(("opening",), f"{text} {'Wort ' * (edit % 40 + 1)}")], "Text")
    session.application  # noqa: B018 (asked for, it is put together)


def held() -> tuple[int, int]:
    """Edit and count; return the megabytes that are held in between and at the end."""
    with tempfile.TemporaryDirectory() as folder:
        session, pages = opened(Path(folder))
        text = long_enough(session, pages)
        early = 0
        for edit in range(LATE):
            lengthen(session, text, edit)
            pages.count(session)
            early = memory() if edit + 1 == EARLY else early
        return early, memory()


def memory() -> int:
    """Return how many megabytes this process holds now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() // 1_000_000


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
