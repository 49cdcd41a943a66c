"""Makes the pictures in docs/bilder: screens of the example at 120 × 40, on a day before its deadline."""

import asyncio
import os
import shutil
import tempfile
from datetime import date, datetime, timedelta
from pathlib import Path

from tea_assistant import resources
from tea_assistant.model.layout import evidence_file, field_file
from tea_assistant.model.source import Path as ValuePath
from tea_assistant.services.pages import Pages
from tea_assistant.services.session import Session
from tea_assistant.tui.app import TeaApp

FOLDER = Path(__file__).parent / "bilder"
SIZE = (120, 40)
TODAY = date(2025, 2, 11)
KEYS = {"uebersicht": "f2", "befunde": "f4", "dokument": "f5"}
PLACES: dict[str, tuple[str, ValuePath]] = {
    "aktionsfeld": (field_file("2025", "af03"), ("criteria", "af03-personalentwicklung", "statement")),
    "massnahme": (evidence_file("herne-mit-respekt"), ("summary",)),
}


def main() -> None:
    """Make all pictures."""
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        dossier = Path(temporary) / "stadt-herne"
        shutil.copytree(resources.folder("examples") / "stadt-herne", dossier)
        _age(dossier)
        asyncio.run(_photograph(dossier))


def _age(dossier: Path) -> None:
    """Let the fields of the round be the last that were written, so that the picture stays the same."""
    latest = datetime(TODAY.year, TODAY.month, TODAY.day, 14, 32).astimezone()
    fields = sorted((dossier / "cycles" / "2025" / "fields").iterdir())
    others = [path for path in sorted(dossier.rglob("*.yaml")) if path not in fields]
    for age, path in enumerate([*fields, *others]):
        moment = (latest - timedelta(minutes=50 * age)).timestamp()
        os.utime(path, (moment, moment))


async def _photograph(dossier: Path) -> None:
    session = Session(dossier, today=lambda: TODAY)
    app = TeaApp(session, autosave_delay=0, poll_interval=0, pages=Pages())
    async with app.run_test(size=SIZE) as pilot:
        for name, key in KEYS.items():
            await pilot.press(key)
            await _keep(app, name)
        for name, place in PLACES.items():
            await app.show_place(*place)
            await _keep(app, name)


async def _keep(app: TeaApp, name: str) -> None:
    # Screens load in steps: each may start work that starts more.
    for _ in range(5):
        await app.workers.wait_for_complete()
        await asyncio.sleep(0.2)
    picture = _without_foreign_fonts(app.export_screenshot(title="TEA"))
    (FOLDER / f"{name}.svg").write_text(picture, encoding="utf-8")


def _without_foreign_fonts(svg: str) -> str:
    """Leave out the fonts that the picture would fetch from elsewhere; every machine has one of its own."""
    before, opening, rest = svg.partition("@font-face")
    while opening:
        _, _, rest = rest.partition("}")
        before += rest.partition("@font-face")[0].lstrip()
        _, opening, rest = rest.partition("@font-face")
    return before


if __name__ == "__main__":
    main()
