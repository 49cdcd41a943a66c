"""Walks from an empty folder to a PDF as a newcomer does, and makes the page and the pictures of it.

The way stands in docs/rundgang/weg.yaml; a test walks it too.
"""

import asyncio
import os
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path

import msgspec
import yaml
from msgspec import Struct
from textual.pilot import Pilot

from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.keys import key_name

FOLDER = Path(__file__).parent / "rundgang"
SIZE = (80, 24)
_HEAD = """\
# Vom leeren Ordner zum PDF

Der Weg einer Person, die das Programm zum ersten Mal öffnet, mit allen Tasten. Die Bilder zeigen, was nach
dem Schritt auf einem Bildschirm mit 80 × 24 Zeichen steht. Gemacht von `docs/make_walk.py` aus `weg.yaml`.
"""


class Do(Struct, frozen=True):
    """A text to be typed, or keys to be pressed one after the other."""

    type: str = ""
    press: str = ""

    @property
    def keys(self) -> list[str]:
        """What is pressed, key by key."""
        return list(self.type) if self.type else self.press.split()


class Stop(Struct, frozen=True):
    """One stop on the way."""

    title: str
    say: str
    """German: what is done here, and why."""
    do: tuple[Do, ...]
    picture: str = ""
    """The name of a picture of the screen afterwards; for the first stop, before."""


def way() -> list[Stop]:
    """Return the stops."""
    return msgspec.convert(yaml.safe_load((FOLDER / "weg.yaml").read_text(encoding="utf-8")), list[Stop])


async def walk(pilot: Pilot[None], stop: Stop, rest: Callable[[], Awaitable[None]]) -> None:
    """Press the keys of a stop; `rest` waits until all that they set off has happened."""
    for do in stop.do:
        # What is typed goes fast, what leads elsewhere takes a moment.
        for keys in [do.keys] if do.type else [[key] for key in do.keys]:
            await pilot.press(*keys)
            await rest()


def page(stops: list[Stop]) -> str:
    """Write the way as a page."""
    parts = [_HEAD]
    for number, stop in enumerate(stops, start=1):
        told = "".join(f"- {_told(do)}\n" for do in stop.do)
        shown = f"\n![{stop.title}]({stop.picture}.svg)\n" if stop.picture else ""
        parts.append(f"## {number}. {stop.title}\n\n{stop.say}\n\n{told}{shown}")
    return "\n".join(parts)


def _told(do: Do) -> str:
    if do.type:
        return f"tippen: `{do.type}`"
    return "Taste " + ", ".join(f"**{key_name(key)}**" for key in do.keys)


def main() -> None:
    """Make the page and its pictures."""
    stops = way()
    with tempfile.TemporaryDirectory() as temporary:
        for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
            os.environ[name] = temporary
        folder = Path(temporary) / "Bewerbung"
        folder.mkdir()
        asyncio.run(_photograph(folder, stops))
    (FOLDER / "README.md").write_text(page(stops), encoding="utf-8")


async def _photograph(folder: Path, stops: list[Stop]) -> None:
    app = TeaApp(None, folder=folder, autosave_delay=0, poll_interval=0)

    async def rest() -> None:
        for _ in range(3):
            await asyncio.sleep(0.2)
            await app.workers.wait_for_complete()

    async with app.run_test(size=SIZE) as pilot:
        await rest()
        _keep(app, stops[0])
        for stop in stops:
            await walk(pilot, stop, rest)
            if stop is not stops[0]:
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
