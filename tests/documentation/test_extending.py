"""What docs/extending.md says is carried out in a copy of the program, word for word."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.documentation.fences import ROOT, Fence, fences, steps

PAGE = fences(ROOT / "docs" / "extending.md")
RUN = """\
import json, runpy, sys
from tea_assistant.cli.main import main
for words in json.loads(sys.argv[1]):
    if words[0] == "python":
        runpy.run_path(words[1])
    else:
        code = main(words[1:])
        assert code in (0, 1), (words, code)
    print("\\f", flush=True)
"""


def apply(fence: Fence, copy: Path) -> None:
    action, _, rest = fence.remark.partition(": ")
    if action == "file":
        place = copy / rest
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(fence.text, encoding="utf-8")
        return
    _, _, file, where = action.split(" ")
    lines = (copy / file).read_text(encoding="utf-8").splitlines(keepends=True)
    # The whole line, or for long ones how it begins.
    (number,) = [n for n, line in enumerate(lines) if line.strip().startswith(rest)]
    at = number + 1 if where == "behind" else number
    lines[at:at] = [fence.text]
    (copy / file).write_text("".join(lines), encoding="utf-8")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program with a dossier, before anything is added."""
    copy = tmp_path_factory.mktemp("copy")
    for name in ("tea_assistant", "schemas", "action_fields", "docs/examples"):
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    example = ROOT / "examples" / "musterstadt"
    without = shutil.ignore_patterns("attachments", "snapshots", "reviews")
    shutil.copytree(example, copy / "meine-stadt", ignore=without)
    return copy


def test_the_page_works(copy: Path) -> None:
    for fence in PAGE:
        if fence.remark:
            apply(fence, copy)
    wanted = [(fence, step) for fence in PAGE if fence.language == "console" for step in steps(fence)]
    assert len(wanted) >= 7
    done = run(copy, [step.words for _, step in wanted])
    printed = done.stdout.split("\f")
    assert done.returncode == 0, done.stdout + done.stderr
    for (fence, step), text in zip(wanted, printed, strict=False):
        plain = " ".join(text.split())
        for line in step.expected:
            assert " ".join(line.split()) in plain, f"{fence.place}: {' '.join(step.words)}: {text}"


def run(copy: Path, commands: list[list[str]]) -> subprocess.CompletedProcess[str]:
    import json

    return subprocess.run(
        [sys.executable, "-c", RUN, json.dumps(commands)],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        check=False,
    )
