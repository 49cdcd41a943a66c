"""What operations begin with: dossiers and what lies beside them, made anew each time."""

import subprocess
from datetime import date
from pathlib import Path

from benchmarks import dossiers
from tea_assistant.services import renew
from tea_assistant.services.figures.takeover_write import saved
from tea_assistant.services.requests.questions import Wanted
from tea_assistant.services.requests.requests import Sending
from tea_assistant.services.requests.requests import prepare as prepare_request
from tea_assistant.services.requests.requests import send as send_request
from tea_assistant.services.session import Session
from tea_assistant.services.snapshots import snapshots
from tea_assistant.services.sync import sync
from tea_assistant.store.yaml.writer import Change

MEASURE = "evidence/massnahme-00000.yaml"
TEXT = "Für Mitarbeiter*innen und Bürger*innen [/x], „im Alltag“, zum {}. Mal."
TODAY = date(2025, 4, 1)


_TABLE = "Gruppe;Insgesamt;Frauen;Männer\nBeschäftigte;3400;2000;1400\nFührungskräfte;210;90;120\n"
_PLAN = """\
# Gleichstellungsplan

## Personalentwicklung

Maßnahmen:

- Coaching für Mitarbeiter*innen und Bürger*innen [/x]; danach Test von Doppelspitzen
- Beratung vor, während und nach der Elternzeit für alle Beschäftigten der Verwaltung
"""


def opened(root: Path) -> Session:
    """Open a dossier on a day that does not move."""
    return Session(root, "2025", today=lambda: TODAY)


def dossier(scene: Path) -> None:
    """Make a dossier with six measures, and files outside of it."""
    root = dossiers.write(scene / "mappe", 6, size=150)
    outside = scene / "aussen"
    outside.mkdir()
    (outside / "konzept.pdf").write_bytes(b"%PDF-1.4 " + b"x" * 3000)
    (outside / "zahlen.csv").write_text(_TABLE, encoding="utf-8")
    (outside / "Plan.md").write_text(_PLAN, encoding="utf-8")
    (root / "attachments").mkdir()
    (root / "attachments" / "flyer.pdf").write_bytes(b"%PDF-1.4 Flyer")
    with (root / MEASURE).open("a", encoding="utf-8") as handle:
        handle.write("# von Hand\n")


def renewed(scene: Path) -> None:
    """Make a dossier whose next round has begun."""
    dossier(scene)
    renew.renew(opened(scene / "mappe"), "2028", anyway=True)


def asked(scene: Path) -> None:
    """Make a dossier that has asked a department, and its answer."""
    dossier(scene)
    session = opened(scene / "mappe")
    request = prepare_request(session, Sending("Personalamt", Wanted(["massnahme-00000"])))
    form = send_request(session, request, ("md",), scene / "aussen").paths[0]
    saved(session)
    text = form.read_text(encoding="utf-8").replace("Ausgefüllt von: ", "Ausgefüllt von: Frau Öztürk")
    begin, _, rest = text.partition("=== Antwort 1.1 ===\n")
    text = f"{begin}=== Antwort 1.1 ===\nausgebaut\n{rest[rest.index('=== Ende 1.1') :]}"
    form.write_text(text, encoding="utf-8")


def kept(scene: Path) -> None:
    """Make a dossier with a named state, after which it went on."""
    dossier(scene)
    root = scene / "mappe"
    snapshots.keep(opened(root), "Entwurf", by="Anna")
    session = opened(root)
    for number in (0, 3):
        file = f"evidence/massnahme-0000{number}.yaml"
        session.edit(file, [Change(("goal",), TEXT.format(number))], "Ziel")
    session.delete("evidence/massnahme-00001.yaml", "Löschen")
    session.write("evidence/neu.yaml", {"format": 1, "title": "Neu [/x]"}, "Neu")
    saved(session)
    (root / "attachments" / "flyer.pdf").write_bytes(b"%PDF-1.4 anderer")


def thrown_away(scene: Path) -> None:
    """Make a dossier with a measure, an attachment and a state in its trash."""
    kept(scene)
    root = scene / "mappe"
    for state in snapshots.kept_states(root):
        snapshots.delete(opened(root), state.snapshot)
    snapshots.keep(opened(root), "Später", by="Anna")


def git(folder: Path, *words: str) -> None:
    """Run git as somebody in a shell would."""
    subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True)  # noqa: S603, S607 (our words)


def offices(scene: Path) -> None:
    """Make two clones of a dossier that have both gone on."""
    dossier(scene)
    shared, anna, bernd = scene / "gemeinsam.git", scene / "mappe", scene / "bernd"
    git(scene, "init", "-q", "--bare", "-b", "main", shared.name)
    git(anna, "init", "-q", "-b", "main")
    for name, folder in (("Anna", anna), ("Bernd", bernd)):
        if folder is bernd:
            git(anna, "add", ".")
            git(anna, "commit", "-q", "-m", "Anfang")
            git(anna, "remote", "add", "origin", "../gemeinsam.git")
            git(anna, "push", "-q", "-u", "origin", "main")
            git(scene, "clone", "-q", shared.name, bernd.name)
            git(bernd, "remote", "set-url", "origin", "../gemeinsam.git")
        git(folder, "config", "user.name", name)
        git(folder, "config", "user.email", f"{name.lower()}@stadt.example")
    theirs = opened(bernd)
    for number in (0, 1):
        file = f"evidence/massnahme-0000{number}.yaml"
        theirs.edit(file, [Change(("title",), f"Von Bernd, Nummer {number}")], "Titel")
    theirs.write("evidence/von-bernd.yaml", {"format": 1, "title": "Neu von Bernd [/x]"}, "Neu")
    theirs.delete("evidence/massnahme-00005.yaml", "Löschen")
    sync.run(sync.prepare(theirs), lambda _: None)
    mine = opened(anna)
    for number in (0, 2):
        file = f"evidence/massnahme-0000{number}.yaml"
        mine.edit(file, [Change(("goal",), TEXT.format(number))], "Ziel")
    saved(mine)


def nothing(scene: Path) -> None:
    """Make a place for a dossier."""
    (scene / "aussen").mkdir()
