"""Dossiers to renew: a small one with what is easily lost, and Herne as it stood after any of its rounds."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from tea_assistant.services.session import Session
from tea_assistant.store.yaml.writer import REMOVE, Change, apply

HERNE = Path(__file__).parents[2] / "examples" / "stadt-herne"
ROUNDS = ("2019", "2022", "2025")

FILES = {
    "dossier.yaml": """\
format: 1
name: Stadt Möhringen [/x]
state: NW
""",
    "cycles/2025/cycle.yaml": """\
format: 1
catalogue: verwaltung-2021
award: 4
submitted: 2025-04-22
deadline: 2025-04-30
figures: 2024-12-31
page_budget: 30
understanding:
  verstaendnis: |
    Chancengleichheit für Mitarbeiter*innen und Bürger*innen [/x] mit „Anführungszeichen“.
documents:
  - {title: "Plan „A“", file: attachments/plan.pdf, dated: 2023-05-04, release: public}
""",
    "cycles/2025/fields/af03.yaml": """\
format: 1
# Entwurf von „Anna“
opening: |
  Für Mitarbeiter*innen und Bürger*innen [/x].

  Der Anteil liegt bei {{leadership.women.share|trend}}.
criteria:
  af03-mentoring:
    applies: true   # entschieden am Montag
    statement: |
      Seit 2017 gibt es [[mentoring]].
    evidence: [mentoring, vortrag]
  af03-nachfolgeplanung:
    applies: false
    because: Wird mit dem Stellenplan aufgebaut.
own_criteria:
  - id: eltern-kind-tag
    title: Eltern-Kind-Tag
    statement: Einmal im Jahr.
    evidence: [elterntag, gibt-es-nicht]
closing: Als Nächstes kommt der zweite Durchgang.
accepted:
  - {code: TEA203, reason: Keine Zahlen.}
""",
    "cycles/2025/fields/af05.yaml": """\
format: 1
criteria:
  af05-agg-schulung:
    evidence: [schulung]
""",
    "cycles/2025/jury.yaml": """\
format: 1
award: 4
expectations:
  - id: frauenanteil
    text: Mehr Frauen in der Führung.
    kind: asked
""",
    "evidence/mentoring.yaml": """\
format: 1
title: "Mentoring für Mitarbeiter*innen"
since: 2017   # Ratsbeschluss
cycles:
  "2025": {state: expanded, confirmed: 2025-02-11}
origin: {document: Protokoll}
""",
    "evidence/vortrag.yaml": """\
format: 1
title: Vortragsreihe
cycles:
  "2025": {state: ended, reason: Kein Bedarf mehr.}
""",
    "evidence/elterntag.yaml": "format: 1\r\ntitle: Eltern-Kind-Tag\r\n",
    "evidence/schulung.yaml": "\ufeffformat: 1\ntitle: AGG-Schulung\ncycles: {'2025': {state: planned}}\n",
    "evidence/frueher.yaml": 'format: 1\ntitle: Früheres\ncycles:\n  "2022": {state: new}\n',
    "figures/2024-12-31.yaml": """\
format: 1
as_of: 2024-12-31
rows:
  - {group: leadership, women: 20, men: 30}
""",
}

Open = Callable[[Path], Session]
Cut = Callable[[str], Path]


def write(root: Path, file: str, text: str) -> None:
    path = root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def contents(root: Path, under: str = "") -> dict[str, bytes]:
    """Return every file of a dossier but the trash, by path."""
    found = {path.relative_to(root).as_posix(): path for path in root.rglob("*") if path.is_file()}
    return {
        name: path.read_bytes()
        for name, path in found.items()
        if not name.startswith(".trash/") and name.startswith(under)
    }


def opened(root: Path) -> Session:
    return Session(root, today=lambda: date(2027, 9, 1))


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "stadt"
    for file, text in FILES.items():
        write(folder, file, text)
    return folder


@pytest.fixture
def herne_until(tmp_path: Path) -> Cut:
    """Return a function that copies Herne as it stood when a round was over."""

    def cut(last: str) -> Path:
        folder = Path(shutil.copytree(HERNE, tmp_path / f"herne-{last}"))
        later = [cycle for cycle in ROUNDS if cycle > last]
        for cycle in later:
            shutil.rmtree(folder / "cycles" / cycle)
            (folder / "figures" / f"{cycle}.yaml").unlink()
        for path in (folder / "evidence").iterdir():
            _forget(path, [("cycles", cycle) for cycle in later])
        for path in folder.glob("cycles/*/jury.yaml"):
            _forget(path, [("expectations", at, "answers", cycle) for at in range(3) for cycle in later])
        for path in list((folder / "evidence").iterdir()):
            if '"20' not in path.read_text(encoding="utf-8"):
                path.unlink()
        return folder

    return cut


def _forget(path: Path, places: list[tuple[str | int, ...]]) -> None:
    text = path.read_text(encoding="utf-8")
    changes = [Change(place, REMOVE) for place in places]
    path.write_text(apply(text, changes), encoding="utf-8")
