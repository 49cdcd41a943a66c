"""What all tests share: Ctrl+C reaches what they start, and no time is lost on garbage that is none."""

import gc
import signal


def pytest_configure() -> None:
    """Let programs that tests start know Ctrl+C: whoever runs the tests in the background ignores it for all."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_finish() -> None:
    """Keep what was imported out of the garbage collection, which is a quarter of the time of a screen."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)
