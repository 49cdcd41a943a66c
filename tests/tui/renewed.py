"""A small renewed dossier with hostile texts, and the way to the screens of a renewal."""

from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from tea_assistant.services.renew import renew
from tea_assistant.services.session import Session
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.page import Page
from tea_assistant.tui.places import Destination
from tests.tui.reading import settle

TODAY = date(2027, 11, 3)
HOSTILE = "Bürger*innen [/x] [@click=app.quit]x[/] \x1b[31m \u202e „Zitat“"
_YAML = '"Bürger*innen [/x] [@click=app.quit]x[/] \\e[31m \\u202E „Zitat“"'
SIZES = [(80, 24), (120, 40)]


def hostile(root: Path, *, renewed: bool = True) -> Session:
    """Make a dossier whose every text would do harm as markup, and begin its round 2028."""
    files = {
        "dossier.yaml": f"format: 1\nname: {_YAML}\noffice: {_YAML}\n",
        "cycles/2025/cycle.yaml": (
            "format: 1\ncatalogue: verwaltung-2021\naward: 4\ndeadline: 2025-04-30\nfigures: 2024-12-31\n"
            f"understanding: {{verstaendnis: {_YAML}}}\n"
        ),
        "cycles/2025/jury.yaml": (
            f"format: 1\naward: 4\nsource: {_YAML}\n"
            f"expectations:\n  - {{id: eins, field: af03, text: {_YAML}, kind: asked}}\n"
        ),
        "cycles/2025/fields/af03.yaml": (
            f"format: 1\nopening: {_YAML}\n"
            "criteria:\n  af03-mentoring: {applies: true, statement: Ja, evidence: [eins]}\n"
        ),
        "evidence/eins.yaml": (
            f"format: 1\ntitle: {_YAML}\nsummary: {_YAML}\naction_fields: [af03]\n"
            f"results: [{{text: {_YAML}, as_of: 2024}}]\nproofs: [{{title: {_YAML}, dated: 2020}}]\n"
            f'cycles:\n  "2025": {{state: new, change: {_YAML}}}\n'
        ),
        "evidence/zwei.yaml": (
            'format: 1\ntitle: Zwei\naction_fields: [af03]\ncycles:\n  "2025": {state: continued}\n'
        ),
        "figures/2024-12-31.yaml": (
            "format: 1\nas_of: 2024-12-31\nbasis: heads\n"
            f"source: {_YAML}\nrows:\n  - {{group: staff, total: 100, women: 59}}\n"
        ),
    }
    for file, text in files.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    session = Session(root, today=lambda: TODAY)
    if renewed:
        renew(session, "2028")
        session.open_round("2028")
    return session


async def opened(pilot: Pilot[None], screen: str, subject: str = "") -> Page:
    """Open a screen and wait until it stands."""
    app = pilot.app
    assert isinstance(app, TeaApp)
    page = await app.open_page(Destination(screen, subject))
    await settle(pilot)
    return page
