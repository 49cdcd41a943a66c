"""Carrying a round over into the next one, and telling what has become of it; no files, no user interface."""
