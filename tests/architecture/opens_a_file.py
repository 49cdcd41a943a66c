"""Opens a file while it is imported, as no module of the product may."""

from pathlib import Path

Path(__file__).with_suffix(".txt").write_text("")
Path(__file__).with_suffix(".txt").unlink()
