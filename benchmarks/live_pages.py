"""How soon the screen shows the pages after the last key, in an application of 25 pages; run it by hand.

    python -m benchmarks.live_pages [ROUNDS]

The program runs on a pseudo-terminal, as on a desk. Each round pastes a paragraph into the opening of a
field and adds a letter. Measured are the time from that key to another number of pages on the screen, with
the pause after which typing counts as ended; what of it was computing, which others on the machine change
less; and the time in which a key shows, at rest and at some moment while pages are being counted. The
terminal has 80 columns, where there is no preview beside the text.
"""

import re
import shutil
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median, quantiles

from benchmarks.terminal import Terminal
from tea_assistant import resources
from tea_assistant.model.layout import field_file
from tea_assistant.services.pages import Pages
from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import Change
from tea_assistant.tui.widgets.prose_editor import ProseEditor

PAGES = 25
FIELD = field_file("2025", "af05")
SENTENCE = (
    "Die Stadt fördert die Gleichstellung ihrer Mitarbeiter*innen, und was sie tut, wirkt auch nach außen. "
)
NUMBER = re.compile(rb"(\d+,\d) (?:von 3 S\.|S\. \xc3\xbcber)")
PASTE = "\x1b[200~{}\x1b[201~"


def main(rounds: int) -> None:
    """Measure and print medians and the slowest."""
    with tempfile.TemporaryDirectory() as folder:
        root = shutil.copytree(resources.folder("examples") / "stadt-herne", Path(folder) / "stadt-herne")
        print(f"{long_enough(root)} Seiten, {rounds} Runden")
        terminal = Terminal("-m", "tea_assistant", root)
        try:
            measured = measure(terminal, rounds)
        finally:
            terminal.close()
    for name, times in measured.items():
        slow = quantiles(times, n=20, method="inclusive")[-1]
        print(f"{name:32} Median {median(times):.3f} s, 95 % bis {slow:.3f} s, längste {max(times):.3f} s")


def measure(terminal: Terminal, rounds: int) -> Mapping[str, list[float]]:
    """Type into the opening of the field; return the times of each round by what they are."""
    terminal.wait(re.compile(rb"von 25 S\.").search)
    terminal.rest(1)
    terminal.press("\x1b[B" * 7)  # down, to the field
    terminal.rest(1)
    terminal.press("\r")
    number = b""

    def is_new(drawn: bytes) -> bool:
        nonlocal number
        found = [told for told in NUMBER.findall(drawn) if told != number]
        number = found[-1] if found else number
        return bool(found)

    terminal.wait(is_new)
    terminal.rest(1)
    terminal.press("\r")  # into its opening
    terminal.rest(1)
    shown: list[float] = []
    computed: list[float] = []
    at_rest: list[float] = []
    counting: list[float] = []
    for turn in range(rounds):
        before = terminal.computed
        last = terminal.press(PASTE.format(SENTENCE * 9) + "e")
        shown.append(terminal.wait(is_new) - last)
        computed.append(terminal.computed - before)
        terminal.rest(2)
        pressed = terminal.press("Ž")
        at_rest.append(terminal.wait(re.compile("Ž".encode()).search) - pressed)
        # While the pages are counted, after the pause, the next key comes: sooner or later.
        terminal.rest(ProseEditor.PAUSE + turn % 6 * 0.02)
        pressed = terminal.press("Ž")
        counting.append(terminal.wait(re.compile("Ž".encode()).search) - pressed)
        terminal.rest(1.5)
    return {
        "Seiten nach der letzten Taste": shown,
        "davon gerechnet, samt Einfügen": computed,
        "Taste sonst": at_rest,
        "Taste beim Zählen": counting,
    }


def long_enough(root: Path) -> int:
    """Lengthen the texts of the fields until the document has its pages; return how many."""
    session, pages = Session(root, "2025"), Pages()
    for paragraphs in range(1, 60):
        text = "\n\n".join([SENTENCE * 6] * paragraphs)
        for field in session.application.action_fields:
            session.edit(field_file("2025", field.id), [Change(("opening",), text)], "Text")
        total = pages.count(session).total
        if total >= PAGES:
            session.edit("cycles/2025/cycle.yaml", [Change(("page_budget",), PAGES)], "Umfang")
            session.save()
            return total
    raise AssertionError


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 8)
