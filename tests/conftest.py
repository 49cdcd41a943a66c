"""What all tests share: no time lost on garbage that is none."""

import gc


def pytest_collection_finish() -> None:
    """Keep what was imported out of the garbage collection, which is a quarter of the time of a screen."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 50, 100)
