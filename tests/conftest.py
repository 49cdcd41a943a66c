"""What all tests share: Ctrl+C reaches what they start, and no time is lost on garbage that is none."""

import gc
import os
import shutil
import signal
import tempfile

import pytest

_STATE = "XDG_STATE_HOME"


def pytest_configure(config: pytest.Config) -> None:
    """Let programs that tests start know Ctrl+C, which a shell ignores for all it runs in the background.

    What the program keeps for a person goes into a folder of the tests.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ[_STATE] = tempfile.mkdtemp(prefix="tea-state-")
    config.add_cleanup(lambda: shutil.rmtree(os.environ[_STATE], ignore_errors=True))


def pytest_collection_finish() -> None:
    """Keep what was imported out of the garbage collection, which is a quarter of the time of a screen."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)
