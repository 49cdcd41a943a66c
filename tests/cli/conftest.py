"""A small dossier with what is easily lost, and the command line in this process."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from tea_assistant.cli.main import main

FILES = {
    "dossier.yaml": """\
format: 1
name: Stadt Möhringen [/x]
state: NW
""",
    "cycles/2022/cycle.yaml": """\
format: 1
catalogue: verwaltung-2021
deadline: 2022-04-30
""",
    "cycles/2025/cycle.yaml": """\
format: 1
catalogue: verwaltung-2021
renews: "2022"
deadline: 2025-04-30
""",
    "cycles/2025/fields/af03.yaml": """\
format: 1
opening: |
  Für Mitarbeiter*innen und Bürger*innen [/x] mit „Anführungszeichen“.
criteria:
  af03-mentoring:
    applies: true
    statement: |
      Seit 2017 [[mentoring]].
    evidence: [mentoring]
""",
    "evidence/mentoring.yaml": """\
format: 1
title: Mentoring für Mitarbeiter*innen und Bürger*innen [/x]
legal_character: voluntary
""",
}


@dataclass(frozen=True)
class Outcome:
    """What a call of the command line gave."""

    code: int
    out: str
    err: str


Tea = Callable[..., Outcome]


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """Return a dossier with two rounds, no errors, and a lot to do."""
    root = tmp_path / "mappe"
    for file, text in FILES.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return root


@pytest.fixture
def herne(tmp_path: Path) -> Path:
    """Return a copy of the example."""
    example = Path(__file__).parents[2] / "examples" / "stadt-herne"
    return Path(shutil.copytree(example, tmp_path / "stadt-herne"))


@pytest.fixture
def tea(capsys: pytest.CaptureFixture[str]) -> Tea:
    """Return a function that calls the command line."""

    def call(*arguments: str | Path) -> Outcome:
        code = main([str(argument) for argument in arguments])
        return Outcome(code, *capsys.readouterr())

    return call


def command(arguments: Sequence[str | Path], setup: str = "") -> list[str]:
    """Return how to start the command line in a process of its own; `setup` is Python that runs first."""
    lines = (
        "import sys",
        setup,
        "from tea_assistant.__main__ import main",
        "sys.argv[0] = 'tea'",
        "sys.exit(main())",
    )
    return [sys.executable, "-c", "\n".join(lines), *map(str, arguments)]


def run_tea(
    arguments: Sequence[str | Path],
    *,
    folder: Path | None = None,
    stdin: str = "",
    setup: str = "",
    encoding: str = "utf-8",
) -> Outcome:
    """Call the command line in a process of its own."""
    done = subprocess.run(
        command(arguments, setup),
        cwd=folder,
        input=stdin,
        capture_output=True,
        encoding=encoding,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        timeout=60,
        check=False,
    )
    return Outcome(done.returncode, done.stdout, done.stderr)
