"""What a look at a capsule gave, for people and for programs."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from types import MappingProxyType

from tea_assistant.services.capsule.verify import Verdict
from tea_assistant.services.progress import as_json_text


def as_text(verdict: Verdict) -> str:
    """Say whether it is whole, and what is wrong with which file."""
    lines = [f"Abgabepaket: {verdict.path.name}", *_origin(verdict), f"SHA-256: {verdict.sha256}", ""]
    if verdict.is_whole:
        lines.append(f"Vollständig und unverändert: {verdict.checked} Dateien.")
    else:
        lines.append("NICHT vollständig oder nicht unverändert:")
        lines += [f"  {p.file}: {p.message}" if p.file else f"  {p.message}" for p in verdict.problems]
        lines.append(f"Unverändert sind {verdict.checked} Dateien.")
    return "\n".join(lines) + "\n"


def as_json(verdict: Verdict) -> str:
    """Report as values."""
    manifest = verdict.manifest
    kept = ("dossier", "cycle", "created", "program", "catalogue", "internal", "forced")
    values = {
        "format": 1,
        "file": verdict.path.name,
        "sha256": verdict.sha256,
        "whole": verdict.is_whole,
        "checked": verdict.checked,
        "capsule": {key: manifest[key] for key in kept if key in manifest},
        "problems": [{"file": p.file, "message": p.message} for p in verdict.problems],
    }
    return as_json_text(values)


REPORTS: Mapping[str, Callable[[Verdict], str]] = MappingProxyType({"text": as_text, "json": as_json})
"""Every shape of the report by its name."""


def _origin(verdict: Verdict) -> Iterator[str]:
    manifest = verdict.manifest
    if not manifest:
        return
    program = manifest["program"]
    yield f"{manifest['dossier']}, Bewerbung {manifest['cycle']}"
    yield f"Gepackt am {_german(manifest['created'])} mit {program['name']} {program['version']}"
    if manifest["internal"]:
        yield "Nur für das eigene Haus, nicht zum Weitergeben"
    if "forced" in manifest:
        yield f"Trotz offener Punkte gepackt: {manifest['forced']['reason']}"


def _german(day: str) -> str:
    try:
        return f"{date.fromisoformat(day):%d.%m.%Y}"
    except ValueError:
        return day
