"""Makes pictures of the screens: the example Musterstadt, on a day before its deadline.

Without a word behind it makes those in docs/bilder, which handbook and README show. With `--sizes` it makes
every screen in every size, below build/bilder/; that is what one looks through after a change of the looks.
"""

import asyncio
import os
import shutil
import sys
import tempfile
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path

from msgspec import Struct
from textual.worker import WorkerCancelled

from tea_assistant import resources
from tea_assistant.model.layout import cycle_file, evidence_file, field_file
from tea_assistant.model.source import Path as ValuePath
from tea_assistant.services.pages import Pages
from tea_assistant.services.session import Session
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.places import Destination

ROOT = Path(__file__).parents[1]
KEPT_SIZE = (120, 40)
SIZES = ((80, 24), (100, 30), KEPT_SIZE, (200, 60))
TODAY = date(2025, 4, 2)
_PATIENCE, _ALIKE = 40, 4
"""So often a screen is looked at, and so often it has to look the same."""


class Scene(Struct, frozen=True):
    """A screen to be shown: where it is, or which keys lead there from the overview."""

    name: str
    kept: bool = False
    """Whether a page of the documentation shows it."""
    screen: str = ""
    file: str = ""
    path: ValuePath = ()
    keys: tuple[str, ...] = ()


ACTIVITY = ("criteria", "af03-personalentwicklung", "statement")
SCENES = (
    Scene("uebersicht", kept=True, keys=("f2",)),
    Scene("organisation", screen="organisation"),
    Scene("kennzahlen", kept=True, file="figures/2024-12-31.yaml"),
    Scene("massnahmen", screen="evidence"),
    Scene("massnahme", kept=True, file=evidence_file("mentoring-im-staedteverbund"), path=("summary",)),
    Scene("grundverstaendnis", file=cycle_file("2025"), path=("understanding", "verstaendnis")),
    Scene("aktionsfeld", kept=True, file=field_file("2025", "af03"), path=ACTIVITY),
    Scene("befunde", kept=True, keys=("f4",)),
    Scene("dokument", kept=True, keys=("f5",)),
    Scene("portal", kept=True, screen="transfer"),
    Scene("wiedervorlage", screen="inbox"),
    Scene("erwartungen", screen="expectations"),
    Scene("fortschritt", kept=True, screen="progress"),
    Scene("anfragen", screen="requests"),
    Scene("antworten", screen="answers"),
    Scene("dokumente-einlesen", screen="triage"),
    Scene("kennzahlen-einlesen", screen="figures_import"),
    Scene("staende", kept=True, screen="states"),
    Scene("papierkorb", screen="trash"),
    Scene("anmerkungen", kept=True, screen="threads"),
    Scene("neue-runde", screen="renew"),
    Scene("suche", kept=True, keys=("ctrl+p", "v", "a", "e")),
    Scene("hilfe", keys=("f1",)),
)


def main(words: list[str]) -> None:
    """Make the pictures that the documentation shows, or all of them."""
    every = words == ["--sizes"]
    with tempfile.TemporaryDirectory() as temporary:
        # The pictures show nobody's own dossiers, keys or colours.
        for name in ("HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = temporary
        dossier = Path(temporary) / "musterstadt"
        shutil.copytree(resources.folder("examples") / "musterstadt", dossier)
        _age(dossier)
        for size in SIZES if every else (KEPT_SIZE,):
            folder = ROOT / "build/bilder" / "{}x{}".format(*size) if every else ROOT / "docs/bilder"
            folder.mkdir(parents=True, exist_ok=True)
            asyncio.run(_photograph_beginning(Path(temporary), folder, size))
            scenes = SCENES if every else [scene for scene in SCENES if scene.kept]
            asyncio.run(_photograph(dossier, scenes, folder, size))


def _age(dossier: Path) -> None:
    """Let the fields of the round be the last that were written, so that the picture stays the same."""
    latest = datetime(TODAY.year, TODAY.month, TODAY.day, 14, 32).astimezone()
    fields = sorted((dossier / "cycles" / "2025" / "fields").iterdir())
    others = [path for path in sorted(dossier.rglob("*.yaml")) if path not in fields]
    for age, path in enumerate([*fields, *others]):
        moment = (latest - timedelta(minutes=50 * age)).timestamp()
        os.utime(path, (moment, moment))


async def _photograph_beginning(home: Path, folder: Path, size: tuple[int, int]) -> None:
    empty = home / "Bewerbung"
    empty.mkdir(exist_ok=True)
    app = TeaApp(None, folder=empty)
    async with app.run_test(size=size):
        await _keep(app, folder / "erster-start.svg")


async def _photograph(
    dossier: Path, scenes: "list[Scene] | tuple[Scene, ...]", folder: Path, size: tuple[int, int]
) -> None:
    session = Session(dossier, today=lambda: TODAY)
    app = TeaApp(session, autosave_delay=0, poll_interval=0, pages=Pages())
    async with app.run_test(size=size) as pilot:
        for scene in scenes:
            await app.open_page(Destination("overview"))
            if scene.screen:
                await app.open_page(Destination(scene.screen))
            elif scene.file:
                await app.show_place(scene.file, scene.path)
            for key in scene.keys:
                await pilot.press(key)
            await _keep(app, folder / f"{scene.name}.svg")
            while len(app.screen_stack) > 1 and app.screen is not app.page:
                await app.pop_screen()


async def _keep(app: TeaApp, file: Path) -> None:
    # Screens load in steps, each may start work that starts more: a picture counts once all stays the same.
    picture, alike = "", 0
    for _ in range(_PATIENCE):
        # What one no longer waits for is called off.
        with suppress(WorkerCancelled):
            await app.workers.wait_for_complete()
        await asyncio.sleep(0.3)
        before, picture = picture, _without_foreign_fonts(app.export_screenshot(title="TEA"))
        alike = alike + 1 if picture == before else 0
        if alike == _ALIKE:
            break
    await asyncio.to_thread(file.write_text, picture, encoding="utf-8")


def _without_foreign_fonts(svg: str) -> str:
    """Leave out the fonts that the picture would fetch from elsewhere; every machine has one of its own."""
    before, opening, rest = svg.partition("@font-face")
    while opening:
        _, _, rest = rest.partition("}")
        before += rest.partition("@font-face")[0].lstrip()
        _, opening, rest = rest.partition("@font-face")
    return before


if __name__ == "__main__":
    main(sys.argv[1:])
