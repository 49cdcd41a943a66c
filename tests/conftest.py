"""What all tests share: Ctrl+C reaches what they start, and no time is lost on garbage that is none."""

import gc
import signal


def pytest_configure() -> None:
    """Let programs that tests start know Ctrl+C, which a shell ignores for all it runs in the background."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish() -> None:
    """Keep what was imported out of the garbage collection, which is a quarter of the time of a screen."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)
