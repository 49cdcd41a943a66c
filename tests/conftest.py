"""What all tests share: Ctrl+C reaches what they start, no clock judges them, and garbage costs no time."""

import gc
import os
import shutil
import signal
import tempfile

import pytest
from hypothesis import HealthCheck, settings

_STATE = "XDG_STATE_HOME"


def pytest_configure(config: pytest.Config) -> None:
    """Let programs that tests start know Ctrl+C, which a shell ignores for all it runs in the background.

    What the program keeps for a person goes into a folder of the tests.
    """
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ[_STATE] = tempfile.mkdtemp(prefix="tea-state-")
    config.add_cleanup(lambda: shutil.rmtree(os.environ[_STATE], ignore_errors=True))
    # A deadline of 200 ms and a limit for slow input tell how busy the machine is, not how good the code.
    # The same texts each time: a run says something of what was changed. Others: `--hypothesis-seed=random`.
    settings.register_profile(
        "no clock",
        deadline=None,
        derandomize=True,
        max_examples=50,
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile("no clock")


def pytest_collection_finish() -> None:
    """Keep what was imported out of the garbage collection, which is a quarter of the time of a screen."""
    gc.collect()
    gc.freeze()


def pytest_runtest_setup() -> None:
    """Collect garbage while it is still at hand; a command that ran in an earlier test wants less of that."""
    gc.set_threshold(20_000, 50, 100)
