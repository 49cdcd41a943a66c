"""Fuzzes one way in for strangers' texts: `python -m reliability.fuzz TARGET [--seconds N] [--out FOLDER]`.

Needs atheris (`pip install atheris`), which no other part of the project needs. What breaks stands in
FOLDER/TARGET/findings, an input and a traceback each; `--once FILE` tries one such input again.
"""

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from pathlib import Path

from reliability.fuzzing.oracle import within
from reliability.fuzzing.targets import NAMES, load

_FOLDER = Path(__file__).parents[1] / "build" / "fuzz"


def main() -> int:
    """Fuzz, and return 1 where something broke."""
    parser = ArgumentParser(prog="python -m reliability.fuzz", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("target", choices=[*NAMES, "all"])
    parser.add_argument("--seconds", type=int, default=300, help="for each target")
    parser.add_argument("--out", type=Path, default=_FOLDER, help="where findings and the corpus go")
    parser.add_argument("--once", type=Path, help="try this one input and show what it does")
    given = parser.parse_args()
    if given.once:
        return _once(given.target, given.once)
    if importlib.util.find_spec("atheris") is None:
        parser.error("atheris is not installed: pip install atheris")
    chosen = list(NAMES) if given.target == "all" else [given.target]
    found = [_fuzz(name, given.seconds, given.out / name) for name in chosen]
    return int(any(found))


def _once(name: str, file: Path) -> int:
    with tempfile.TemporaryDirectory(prefix="tea-fuzz-") as scratch, within(load(name).seconds):
        os.environ["XDG_STATE_HOME"] = f"{scratch}/state"
        load(name).run(file.read_bytes(), Path(scratch))
    sys.stdout.write("held\n")
    return 0


def _fuzz(name: str, seconds: int, folder: Path) -> int:
    """Run the fuzzer, and again where an input took it along; return the number of findings."""
    folder.mkdir(parents=True, exist_ok=True)
    end, inputs, cpu, deaths = time.monotonic() + seconds, 0, 0.0, 0
    results = folder / "stats.json"
    while (left := int(end - time.monotonic())) > 1:
        results.unlink(missing_ok=True)
        with (folder / "log.txt").open("ab") as log:
            done = subprocess.run(  # noqa: S603 (our own module)
                [sys.executable, "-m", "reliability.fuzzing.loop", name, str(left), str(folder)],
                stdout=log, stderr=log, check=False,
            )  # fmt: skip
        told = json.loads(results.read_text(encoding="utf-8")) if results.exists() else {}
        inputs, cpu = inputs + told.get("inputs", 0), cpu + told.get("cpu_seconds", 0)
        deaths += done.returncode != 0
        if not told:
            # It did not even begin: log.txt says why.
            break
    found = len(list(folder.glob("findings/*.input")))
    counted = f"{inputs} inputs, {cpu:.0f} s of processor time, {found} findings, {deaths} deaths"
    sys.stdout.write(f"{name}: {counted}\n")
    return found + deaths


if __name__ == "__main__":
    sys.exit(main())
