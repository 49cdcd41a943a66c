"""A command imports only what it needs, so that it starts fast."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLE = Path(__file__).parents[2] / "examples" / "stadt-herne"
HEAVY = ("textual", "rich", "asyncio", "jsonschema", "jsonschema_rs", "yaml", "markdown_it", "typst")

_RUN = f"""
import io, json, sys
from tea_assistant.__main__ import main
shown, sys.stdout = sys.stdout, io.StringIO()
code = main()
json.dump([code, [name for name in {HEAVY!r} if name in sys.modules]], shown)
"""


def heavy_imports(*arguments: str | Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", _RUN, *map(str, arguments)], capture_output=True, encoding="utf-8", check=True
    )
    code, names = json.loads(done.stdout)
    assert code == 0, done.stderr
    return set(names)


@pytest.mark.parametrize(
    "arguments", [["--version"], ["--help"], ["help"], ["help", "check"], ["check", "-h"]]
)
def test_version_and_help_need_nothing(arguments: list[str]) -> None:
    assert heavy_imports(*arguments) == set()


@pytest.mark.parametrize("arguments", [["rule"], ["rule", "TEA201"]])
def test_rules_need_no_files(arguments: list[str]) -> None:
    assert heavy_imports(*arguments) <= {"markdown_it"}


@pytest.mark.parametrize("shape", ["text", "json", "markdown"])
def test_a_check_of_sound_files_needs_neither_screens_nor_wording(shape: str) -> None:
    assert heavy_imports("check", EXAMPLE, "--format", shape) <= {"yaml", "jsonschema_rs", "markdown_it"}


def test_other_commands_need_no_screens(tmp_path: Path) -> None:
    reading = {"yaml", "jsonschema_rs", "markdown_it"}
    assert heavy_imports("status", EXAMPLE) <= reading | {"typst"}
    assert heavy_imports("build", EXAMPLE, "-o", tmp_path) <= reading | {"typst"}
    assert heavy_imports("demo", tmp_path / "demo") <= reading | {"typst"}
    assert heavy_imports("new", tmp_path / "neu", "--name", "Stadt") <= reading
