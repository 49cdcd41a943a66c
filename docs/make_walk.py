"""Walks through the program as a newcomer does, and makes the pages and the pictures of it.

One way leads from an empty folder to a PDF (docs/rundgang/weg.yaml; a test walks it too), the other through
the next round of a city that has been awarded (docs/rundgang/weg-2028.yaml).
"""

import asyncio
import math
import os
import shutil
import sys
import tempfile
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

import msgspec
import yaml
from msgspec import Struct
from textual.events import Paste
from textual.pilot import Pilot

from tea_assistant.services.session import Session
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.keys import key_name

FOLDER = Path(__file__).parent / "rundgang"
EXAMPLE = Path(__file__).parents[1] / "examples" / "musterstadt"
SIZE = (80, 24)
WORDS_A_MINUTE, KEYS_A_MINUTE = 200, 60
"""How fast somebody reads, and types in a program that is new."""
_HEAD = """\
# Vom leeren Ordner zum PDF

Der Weg einer Person, die das Programm zum ersten Mal öffnet, mit allen Tasten. Die Bilder zeigen, was nach
dem Schritt auf einem Bildschirm mit 80 × 24 Zeichen steht. Gemacht von `docs/make_walk.py` aus `weg.yaml`.
"""
_HEAD_2028 = """\
# Musterstadt: die Runde 2028

Der Weg durch die nächste Bewerbung, mit allen Tasten: von der ausgezeichneten Runde 2025 bis zur Endfassung
und zum Abgabepaket. Die Bilder zeigen, was nach dem Schritt auf einem Bildschirm mit 80 × 24 Zeichen steht.
Gemacht von `docs/make_walk.py` aus `weg-2028.yaml`, auf einer Kopie von Musterstadt.
"""


class Do(Struct, frozen=True):
    """A text to be typed, or keys to be pressed one after the other."""

    type: str = ""
    press: str = ""
    paste: str = ""
    """A block from a table."""
    times: int = 1

    @property
    def keys(self) -> list[str]:
        """What is pressed, key by key."""
        return list(self.type) if self.type else self.press.split()

    @property
    def count(self) -> int:
        """How many keys that is; to paste takes one."""
        return (1 if self.paste else len(self.keys)) * self.times


class Stop(Struct, frozen=True):
    """One stop on the way."""

    title: str
    say: str
    """German: what is done here, and why."""
    do: tuple[Do, ...]
    picture: str = ""
    """The name of a picture of the screen afterwards; for the first stop, before."""


class Way(Struct, frozen=True):
    """One way through the program: where its stops stand, and the page that is made of them."""

    name: str
    page: str
    head: str

    @property
    def stops(self) -> list[Stop]:
        """The stops, in their order."""
        text = (FOLDER / f"{self.name}.yaml").read_text(encoding="utf-8")
        return msgspec.convert(yaml.safe_load(text), list[Stop])


FIRST = Way("weg", "README.md", _HEAD)
RENEWAL = Way("weg-2028", "runde-2028.md", _HEAD_2028)


async def walk(pilot: Pilot[None], stop: Stop, rest: Callable[[], Awaitable[None]]) -> None:
    """Press the keys of a stop; `rest` waits until all that they set off has happened."""
    for do in stop.do:
        if do.paste:
            pilot.app.post_message(Paste(do.paste))
            await rest()
        for _ in range(do.times):
            # What is typed or repeated goes fast, what leads elsewhere takes a moment.
            for keys in [do.keys] if do.type or do.times > 1 else [[key] for key in do.keys]:
                await pilot.press(*keys)
                await rest()


def page(way: Way) -> str:
    """Write a way as a page."""
    parts = [way.head]
    for number, stop in enumerate(way.stops, start=1):
        told = "".join(f"- {_told(do)}\n" for do in stop.do)
        shown = f"\n![{stop.title}]({stop.picture}.svg)\n" if stop.picture else ""
        parts.append(f"## {number}. {stop.title}\n\n{stop.say}\n\n{told}{shown}")
    words, keys = _effort(way, parts)
    parts.append(
        f"## Wie lange es dauert\n\n{words} Wörter dieser Seite, {WORDS_A_MINUTE} in der Minute, und {keys} "
        f"Tasten, {KEYS_A_MINUTE} in der Minute: {minutes(words, keys)} Minuten. "
        "Wer vorher das ganze Handbuch liest, braucht dafür noch eine halbe Stunde.\n"
    )
    return "\n".join(parts)


def effort(way: Way) -> tuple[int, int]:
    """Return the words that are read and the keys that are pressed on a way."""
    return _effort(way, [page(way)])


def _effort(way: Way, parts: list[str]) -> tuple[int, int]:
    words = sum(len(part.split()) for part in parts)
    return words, sum(do.count for stop in way.stops for do in stop.do)


def minutes(words: int, keys: int) -> int:
    """Return how long it takes to read and to type."""
    return math.ceil(words / WORDS_A_MINUTE + keys / KEYS_A_MINUTE)


def _told(do: Do) -> str:
    if do.paste:
        return f"einfügen: ein Block aus Excel, {len(do.paste.splitlines())} Zeilen"
    if do.type:
        return f"tippen: `{do.type}`"
    told = "Taste " + ", ".join(f"**{key_name(key)}**" for key in do.keys)
    return f"{told}, {do.times} Mal" if do.times > 1 else told


def main() -> None:
    """Make the pages and their pictures."""
    with tempfile.TemporaryDirectory() as temporary:
        for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
            os.environ[name] = temporary
        folder = Path(temporary) / "Bewerbung"
        folder.mkdir()
        asyncio.run(_photograph(TeaApp(None, folder=folder, autosave_delay=0, poll_interval=0), FIRST))
        dossier = Path(shutil.copytree(EXAMPLE, Path(temporary) / "musterstadt"))
        session = Session(dossier, today=lambda: date(2027, 10, 4))
        asyncio.run(_photograph(TeaApp(session, autosave_delay=0, poll_interval=0), RENEWAL))
        made = [path.suffix for path in (dossier / "build").iterdir()]
        if ".pdf" not in made or ".zip" not in made:
            sys.exit(f"Der Weg führt nicht mehr bis zum Abgabepaket: {made}")
    for way in (FIRST, RENEWAL):
        (FOLDER / way.page).write_text(page(way), encoding="utf-8")


async def _photograph(app: TeaApp, way: Way) -> None:
    async def rest() -> None:
        for _ in range(3):
            await asyncio.sleep(0.2)
            await app.workers.wait_for_complete()

    async with app.run_test(size=SIZE) as pilot:
        await rest()
        first = way.stops[0]
        _keep(app, first)
        for stop in way.stops:
            await walk(pilot, stop, rest)
            if stop != first:
                _keep(app, stop)


def _keep(app: TeaApp, stop: Stop) -> None:
    if stop.picture:
        app.clear_notifications()
        picture = without_foreign_fonts(app.export_screenshot(title="TEA"))
        (FOLDER / f"{stop.picture}.svg").write_text(picture, encoding="utf-8")


def without_foreign_fonts(svg: str) -> str:
    """Leave out the fonts that a picture would fetch from elsewhere."""
    before, *rest = svg.split("@font-face")
    return before + "".join(part.partition("}")[2].lstrip() for part in rest)


if __name__ == "__main__":
    main()
