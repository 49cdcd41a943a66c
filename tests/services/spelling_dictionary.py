"""A tiny dictionary as Hunspell reads it."""

from pathlib import Path

import pytest

AFF = """\
SET UTF-8
LANG de_DE
TRY esianrtolcdugmphbyfvkwäüöß
WORDCHARS .
SFX N Y 1
SFX N 0 n .
"""
WORDS = (
    "für/N", "und", "der", "die", "seit", "Mitarbeiter", "Mitarbeiterinnen", "Bürger", "Bürgerinnen",
    "Kolleginnen", "eine", "einer", "Frau", "Frauen", "Männer", "mit", "Anführungszeichen", "bzw.",
    "Gleichstellung", "Beauftragte/N", "jährige", "Team", "Vertretung", "Verträge", "siehe",
)  # fmt: skip


def write_dictionary(folder: Path) -> Path:
    """Write a pair of files and return their folder; without the library there is nobody to read them."""
    pytest.importorskip("hunspell", reason="the extra tea_assistant[spelling] is not installed")
    folder.mkdir(parents=True)
    (folder / "de_DE.aff").write_text(AFF, encoding="utf-8")
    (folder / "de_DE.dic").write_text("\n".join((str(len(WORDS)), *WORDS, "")), encoding="utf-8")
    return folder
