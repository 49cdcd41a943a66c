"""One run of a fuzzer, in a process of its own: `python -m reliability.fuzzing.loop TARGET SECONDS FOLDER`.

Atheris (libFuzzer for Python) counts which branches of our modules an input reaches, and goes on from those
that reach new ones.
"""

import json
import os
import resource
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path
from typing import Any

from reliability.fuzzing.findings import Findings
from reliability.fuzzing.mutation import Mutator
from reliability.fuzzing.oracle import within
from reliability.fuzzing.target import Target
from reliability.fuzzing.targets import load

MEMORY = 1_500
"""Megabytes; the program promises to need less than 500, and a fuzzer keeps much itself."""


class Trial:
    """Tries inputs, and counts."""

    def __init__(self, target: Target, folder: Path, scratch: Path) -> None:
        self._target = target
        self._scratch = scratch
        self._results = folder / "stats.json"
        self.findings = Findings(folder / "findings")
        self.inputs = 0
        self._written = 0.0

    def __call__(self, data: bytes) -> None:
        """Try one input; whatever breaks is kept, and the fuzzer goes on."""
        self.inputs += 1
        try:
            with within(self._target.seconds):
                self._target.run(data, self._scratch)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 (to find whatever comes is the purpose)
            self.findings.note(error, data)
        if time.monotonic() - self._written > 2:
            self._tell()

    def _tell(self) -> None:
        self._written = time.monotonic()
        used = resource.getrusage(resource.RUSAGE_SELF)
        told = {
            "inputs": self.inputs,
            "findings": len(self.findings),
            "cpu_seconds": round(used.ru_utime + used.ru_stime, 1),
            "peak_mb": used.ru_maxrss // 1024,
        }
        self._results.write_text(json.dumps(told), encoding="utf-8")


def main(name: str, seconds: str, folder: str) -> None:
    """Fuzz a target for so long; results and findings go into the folder."""
    # Its wheel is no part of the project: only this module, which CI does not run, needs it.
    atheris = import_module("atheris")
    place = Path(folder)
    with atheris.instrument_imports(include=["tea_assistant"]):
        target = load(name)
    corpus = place / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="tea-fuzz-") as scratch:
        os.environ["XDG_STATE_HOME"] = f"{scratch}/state"
        for number, seed in enumerate(target.seeds(Path(scratch))):
            (corpus / f"seed-{number:05}").write_bytes(seed)
        trial = Trial(target, place, Path(scratch))
        mutator = Mutator()

        def mutate(data: bytes, longest: int, seed: int) -> Any:
            return mutator.mutate(data, longest, seed)

        options = [
            *(f"-max_total_time={seconds}", f"-max_len={target.longest}", f"-rss_limit_mb={MEMORY}"),
            *(f"-artifact_prefix={place}/", "-timeout=60", "-print_final_stats=1", "-verbosity=1"),
        ]
        atheris.Setup([sys.argv[0], *options, str(corpus)], trial, custom_mutator=mutate)
        atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
