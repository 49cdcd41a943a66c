"""A small dossier with what is easily lost: comments, quotes, the gender star, brackets, umlauts."""

from datetime import date
from pathlib import Path

import pytest

from tea_assistant.services.session import Session

DOSSIER = """\
format: 1
name: Stadt Möhringen [/x]   # der Name, wie er auf dem Titel steht
state: NW
"""
CYCLE = """\
format: 1
catalogue: verwaltung-2021
deadline: 2025-04-30
figures: 2024-12-31
"""
FIELD = """\
format: 1
# Entwurf von „Anna“
opening: |
  Für Mitarbeiter*innen und Bürger*innen.
criteria:
  af03-mentoring:
    applies: true   # entschieden am Montag
    statement: |
      Seit 2017 [[mentoring]].
    evidence: [mentoring]
"""
EVIDENCE = """\
format: 1
title: "Mentoring für Frauen"
since: 2017   # Ratsbeschluss
legal_character: voluntary
target_groups: [Frauen*, 'Mitarbeiter*innen']
cycles:
  "2025": {state: expanded, confirmed: 2025-02-11}
"""
FIELD_FILE = "cycles/2025/fields/af03.yaml"
EVIDENCE_FILE = "evidence/mentoring.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "stadt"
    for file, text in (
        ("dossier.yaml", DOSSIER),
        ("cycles/2025/cycle.yaml", CYCLE),
        (FIELD_FILE, FIELD),
        (EVIDENCE_FILE, EVIDENCE),
    ):
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return folder


@pytest.fixture
def session(root: Path) -> Session:
    return Session(root, today=lambda: date(2025, 4, 1))
