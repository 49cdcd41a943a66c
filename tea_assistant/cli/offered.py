"""What stands behind an option or a command, so that a shell knows where to look for it."""

from collections.abc import Mapping
from types import MappingProxyType

FILES, FOLDERS = "files", "folders"
"""What a shell completes by itself."""

ENTRIES, MEASURES, REQUESTS, ROUNDS, SNAPSHOTS = "entries", "measures", "requests", "rounds", "snapshots"
CATALOGUES, CRITERIA, INDICATORS, PARTS, STATES = "catalogues", "criteria", "indicators", "parts", "states"
KINDS = (
    CATALOGUES,
    CRITERIA,
    ENTRIES,
    INDICATORS,
    MEASURES,
    PARTS,
    REQUESTS,
    ROUNDS,
    SNAPSHOTS,
    STATES,
)
"""What only the program knows; a shell asks it."""

_OFFERED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "AKTIVITÄT": (CRITERIA,),
        "ALT": (ROUNDS,),
        "ANFRAGE": (REQUESTS,),
        "BERICHT": (FILES,),
        "DATEI": (FILES,),
        "DATEI|ORDNER": (FILES,),
        "EINTRAG": (ENTRIES,),
        "EINTRAG ORDNER": (ENTRIES, FOLDERS),
        "JAHR": (ROUNDS,),
        "KATALOG": (CATALOGUES, FOLDERS),
        "KENNZAHL": (INDICATORS,),
        "LAND": (STATES,),
        "MASSNAHME": (MEASURES,),
        "NAME ORDNER": (FOLDERS,),
        "NEU": (ROUNDS,),
        "ORDNER": (FOLDERS,),
        "STAND": (SNAPSHOTS,),
        "TEIL": (PARTS,),
    }
)


def offered(value: str) -> tuple[str, ...]:
    """Return the kinds of what the help calls by this word; none where only the person knows it."""
    return _OFFERED.get(value, ())


def asked(kinds: tuple[str, ...]) -> str:
    """Return those among the kinds that a shell has to ask the program for, side by side."""
    return " ".join(kind for kind in kinds if kind in KINDS)
