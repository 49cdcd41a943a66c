"""The ways in for strangers' texts: which there are, and where each stands."""

from collections.abc import Mapping
from importlib import import_module
from types import MappingProxyType

from reliability.fuzzing.target import Target

_MODULES = {
    "yaml": ("yaml_files", ""),
    "prose": ("prose", ""),
    "html": ("outputs", "_html"),
    "typst": ("outputs", "_typst"),
    "docx": ("outputs", "_docx"),
    "documents": ("documents", ""),
    "word": ("documents", "_word"),
    "workbook": ("documents", "_workbook"),
    "pdf": ("documents", "_pdf"),
    "answers": ("answers", ""),
    "dossier": ("dossier", ""),
    "fields": ("dossier", "_fields"),
    "capsule": ("capsules", ""),
    "merge": ("merges", ""),
    "commands": ("commands", ""),
}
NAMES = tuple(_MODULES)
"""The word for each on the command line."""
_SECONDS: Mapping[str, float] = MappingProxyType({"typst": 20, "docx": 10, "fields": 60, "pdf": 10})


def load(name: str) -> Target:
    """Import a target; the others stay away, as counting their branches would take time."""
    module, kind = _MODULES[name]
    found = import_module(f"reliability.fuzzing.targets.{module}")
    seeds = getattr(found, f"seeds{kind}", None) or found.seeds
    return Target(name, getattr(found, f"run{kind}"), seeds, _SECONDS.get(name, 5))
