"""Lists the licences of what the program needs at run time: `python -m reliability.licences`.

What its extras bring is listed where it is installed. The exit code is 1 where a licence is not on the list
of those that are allowed.
"""

import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, NamedTuple

from packaging.requirements import Requirement

_PROJECT = Path(__file__).parents[1] / "pyproject.toml"
_FREE = "may be used, changed and passed on; only the notice has to stay"
ALLOWED = {
    "MIT": _FREE,
    "BSD-2-Clause": _FREE,
    "BSD-3-Clause": f"{_FREE}, and nobody is advertised with",
    "Apache-2.0": f"{_FREE}; patents of those who wrote it come along",
    "PSF-2.0": f"{_FREE}; the licence of Python itself",
}
"""Licences, and why an office and whoever passes the program on may have them."""
_ALSO_CALLED = {
    "MIT License": "MIT",
    "BSD License": "BSD-3-Clause",
    "Python Software Foundation License": "PSF-2.0",
    "PSFL": "PSF-2.0",
}
ALLOWED_IN_EXTRAS = {
    "MPL-1.1": "covers the library's own files only; nobody gets it without asking, and we pass no copy on"
}
"""Licences that only what is an extra may have, and why."""
_CHOSEN = {"MIT + MPL 1.1/GPL 2.0/LGPL 2.1": "MIT, MPL-1.1"}
"""Where one may choose, what a library says and what is chosen: here for Hunspell in chunspell."""
_BESIDES = ", dependency licenses"
"""So pypdfium2 ends: PDFium is made of much, all free to pass on with its notices, which lie in the wheel."""


class Licensed(NamedTuple):
    """A library, and under which licences it stands."""

    name: str
    version: str
    licences: tuple[str, ...]
    in_extra: bool = False
    """Whether only an extra brings it."""

    @property
    def refused(self) -> tuple[str, ...]:
        """The licences that nobody has allowed; what says nothing is refused, too."""
        allowed = ALLOWED | ALLOWED_IN_EXTRAS if self.in_extra else ALLOWED
        return tuple(name for name in self.licences or ("none named",) if name not in allowed)


def licences_of(found: Distribution) -> tuple[str, ...]:
    """Return the licences that a library names, by their SPDX names where it has one."""
    said = found.metadata
    kinds = [
        kind.rpartition(" :: ")[2] for kind in said.get_all("Classifier", []) if kind.startswith("License")
    ]
    text = next((said[key] for key in ("License-Expression", "License") if key in said), ", ".join(kinds))
    text = _CHOSEN.get(text, text)
    names = (name.strip() for name in text.removesuffix(_BESIDES).replace(" AND ", ", ").split(","))
    return tuple(_ALSO_CALLED.get(name, name) for name in names if name)


def needed() -> list[Licensed]:
    """Return all libraries that are needed at run time, also those that others need."""
    return _found(_project()["dependencies"], in_extra=False)


def optional() -> list[Licensed]:
    """Return the libraries that only extras bring, as far as they are installed."""
    always = {library.name for library in needed()}
    lines = [line for lines in _project()["optional-dependencies"].values() for line in lines]
    here = [line for line in lines if _installed(Requirement(line).name)]
    return [library for library in _found(here, in_extra=True) if library.name not in always]


def _installed(name: str) -> Distribution | None:
    try:
        return distribution(name)
    except PackageNotFoundError:
        return None


def _project() -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]
    return project


def _found(declared: list[str], *, in_extra: bool) -> list[Licensed]:
    found: dict[str, Licensed] = {}
    for name in _with_theirs([Requirement(line).name for line in declared], set()):
        library = distribution(name)
        found[name.lower()] = Licensed(library.name, library.version, licences_of(library), in_extra)
    return [found[name] for name in sorted(found)]


def _with_theirs(names: list[str], seen: set[str]) -> Iterator[str]:
    for name in names:
        if name in seen:
            continue
        seen.add(name)
        yield name
        theirs = [Requirement(line) for line in distribution(name).requires or []]
        wanted = [each.name for each in theirs if not each.marker or each.marker.evaluate({"extra": ""})]
        yield from _with_theirs(wanted, seen)


def main() -> int:
    """Print a line a library, and tell whether all licences are allowed."""
    found = [*needed(), *optional()]
    for library in found:
        verdict = f"NOT ALLOWED: {', '.join(library.refused)}" if library.refused else ""
        verdict = verdict or ("only with the extra" if library.in_extra else "")
        print(f"{library.name:28} {library.version:12} {', '.join(library.licences):28} {verdict}".rstrip())
    return int(any(library.refused for library in found))


if __name__ == "__main__":
    sys.exit(main())
