"""Looks whether the program is installed as it should be."""

import base64
import hashlib
import importlib
import platform
import re
import sys
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Any

from tea_assistant import __version__, resources
from tea_assistant.errors import TeaError
from tea_assistant.model.layout import Kind
from tea_assistant.services.doctor.remark import Remark, Sign, fine, some
from tea_assistant.store import catalogue_files, schema

_GROUP = "Installation"
_AGAIN = "Bitte neu installieren: pip install --force-reinstall tea_assistant"
_NEEDED = re.compile(r"([A-Za-z0-9._-]+)\s*([^;]*)(;.*)?")
_LOCKED = re.compile(r"([A-Za-z0-9._-]+)==([^\s;\\]+)")
_BOUND = re.compile(r"(>=|<=|==|<|>|!=|~=)\s*([0-9.]+)")


def remarks() -> Iterator[Remark]:
    """Look at the program, what it needs, and what ships with it."""
    yield fine(
        _GROUP, f"tea_assistant {__version__}, Python {platform.python_version()}, {platform.platform()}"
    )
    yield from _dependencies()
    yield from _locked()
    yield from _shipped_files()
    yield from _catalogues()
    yield from _schemas()
    yield _fonts()
    yield _git()


def _dependencies() -> Iterator[Remark]:
    try:
        needed = metadata.requires("tea_assistant") or []
    except metadata.PackageNotFoundError:
        yield Remark(_GROUP, Sign.NOTE, "Das Programm ist nicht installiert, es läuft aus seinem Ordner.")
        return
    wrong = [problem for line in needed if (problem := _dependency_problem(line))]
    if wrong:
        yield Remark(_GROUP, Sign.BROKEN, f"Abhängigkeiten passen nicht: {some(wrong)}", _AGAIN)
    else:
        count = sum(";" not in line for line in needed)
        yield fine(_GROUP, f"Alle {count} Abhängigkeiten sind da, in passender Fassung")


def _locked() -> Iterator[Remark]:
    """Compare with the versions that were tested together, where their list lies beside the source."""
    try:
        lines = (resources.folder("requirements.lock")).read_text(encoding="utf-8").splitlines()
    except OSError:
        return
    listed = {found[1]: found[2] for line in lines if (found := _LOCKED.match(line))}
    other = []
    for name, version in listed.items():
        try:
            found_version = metadata.version(name)
        except metadata.PackageNotFoundError:
            # Of another system, or a tool of those who develop this.
            continue
        if found_version != version:
            other.append(f"{name} {found_version} statt {version}")
    if other:
        advice = "Meist ist das unbedenklich; genau passend macht es: pip install -r requirements.lock"
        yield Remark(
            _GROUP, Sign.NOTE, f"Andere Fassungen als die gemeinsam geprüften: {some(other)}", advice
        )
    else:
        yield fine(_GROUP, "Die Fassungen sind die gemeinsam geprüften (requirements.lock)")


def _dependency_problem(line: str) -> str:
    found = _NEEDED.fullmatch(line.strip())
    if not found or found[3]:
        return ""
    name, bounds = found[1], found[2]
    try:
        version = metadata.version(name)
    except metadata.PackageNotFoundError:
        return f"{name} fehlt"
    fits = all(_fits(version, sign, bound) for sign, bound in _BOUND.findall(bounds))
    return "" if fits else f"{name} {version} statt {bounds.strip()}"


def _fits(version: str, sign: str, bound: str) -> bool:
    have, want = _numbers(version), _numbers(bound)
    match sign:
        case ">=":
            return have >= want
        case "<":
            return have < want
        case "==":
            return have == want
        case _:
            # The project states its needs with the signs above alone.
            return True


def _numbers(version: str) -> tuple[int, ...]:
    numbers = [int(piece) for piece in re.findall(r"\d+", version.partition("+")[0])]
    while numbers and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


def _shipped_files() -> Iterator[Remark]:
    """Compare the files of the program with the sums that were noted at its installation."""
    try:
        listed = metadata.files("tea_assistant") or []
    except metadata.PackageNotFoundError:
        return
    own = [file for file in listed if file.hash and file.parts[0] == "tea_assistant"]
    if not own:
        yield fine(_GROUP, "Aus dem Quelltext gestartet: keine Prüfsummen der Programmdateien hinterlegt")
        return
    wrong = [str(file) for file in own if not _is_as_installed(file)]
    if wrong:
        yield Remark(
            _GROUP, Sign.BROKEN, f"Dateien des Programms fehlen oder sind verändert: {some(wrong)}", _AGAIN
        )
    else:
        yield fine(
            _GROUP, f"Alle {len(own)} Dateien des Programms sind unverändert (Kataloge und Schemata dabei)"
        )


def _is_as_installed(file: Any) -> bool:
    try:
        found = hashlib.new(file.hash.mode, file.locate().read_bytes()).digest()
    except (OSError, ValueError):
        return False
    return base64.urlsafe_b64encode(found).rstrip(b"=").decode() == str(file.hash.value)


def _catalogues() -> Iterator[Remark]:
    broken = []
    for name in catalogue_files.shipped_ids():
        reading = catalogue_files.shipped(name)
        if reading is None or reading.findings or not reading.catalogue.fields:
            broken.append(name)
    known = ", ".join(catalogue_files.shipped_ids())
    if broken or not known:
        yield Remark(_GROUP, Sign.BROKEN, f"Kataloge sind nicht lesbar: {some(broken) or 'alle'}", _AGAIN)
    else:
        yield fine(_GROUP, f"Kataloge: {known}")


def _schemas() -> Iterator[Remark]:
    broken = []
    for kind in Kind:
        try:
            schema.schema(kind)
        except (OSError, ValueError, KeyError, TeaError):
            broken.append(kind.value)
    if broken:
        yield Remark(_GROUP, Sign.BROKEN, f"Schemata sind nicht lesbar: {some(broken)}", _AGAIN)
    else:
        yield fine(_GROUP, f"Alle {len(Kind)} Schemata sind lesbar")


def _fonts() -> Remark:
    try:
        typst = importlib.import_module("typst")
        typst.Fonts(include_system_fonts=False)
    except Exception as error:  # noqa: BLE001 (a wheel for another machine may raise anything)
        return Remark(
            _GROUP, Sign.BROKEN, f"PDF und Seitenzahlen gehen nicht: {type(error).__name__}", _AGAIN
        )
    return fine(_GROUP, "Die Schriften für das PDF sind da; das System braucht keine")


def _git() -> Remark:
    from tea_assistant.store.git.process import Git  # noqa: PLC0415 (it is slow to load, and only needed here)

    try:
        version = Git(Path(sys.prefix)).line("--version")
    except (TeaError, OSError):
        return Remark(
            _GROUP,
            Sign.NOTE,
            "Git ist nicht da; nur „tea sync“ und „tea history“ brauchen es",
            "Wer gemeinsam an einer Mappe arbeitet: Git von git-scm.com oder von der IT installieren.",
        )
    return fine(_GROUP, f"Git: {version.removeprefix('git version ')}")
