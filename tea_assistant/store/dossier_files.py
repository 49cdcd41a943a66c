"""The files of a dossier: finding them, and putting the model together from them."""

import os
import time
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from tea_assistant.checks.registry import rule
from tea_assistant.document.theme import PLAIN, Theme
from tea_assistant.model.catalogue import Catalogue
from tea_assistant.model.cycle import Cycle, Round
from tea_assistant.model.dossier import Attachment, Dossier, Organisation
from tea_assistant.model.evidence import Evidence, Proof
from tea_assistant.model.file_names import folded
from tea_assistant.model.finding import Finding
from tea_assistant.model.ids import RESERVED
from tea_assistant.model.layout import DOSSIER_FILE, SUFFIXES, THEME_FILE, Kind, role_of
from tea_assistant.model.source import Source
from tea_assistant.model.transfer import Transfer
from tea_assistant.store import catalogue_files, files
from tea_assistant.store.house_style import house_style
from tea_assistant.store.names import listed
from tea_assistant.store.own_indicators import add_own
from tea_assistant.store.parsed_file import ParsedFile

FOLDERS = ("action_fields", "cycles", "evidence", "figures", "import")
"""Where the files of the model stand, beside the dossier's own."""
_DEEPEST = 4
"""Folders below the dossier in which files of the model can stand: cycles/2025/reviews/…"""
_SETTLED = 2_000_000_000
"""So many nanoseconds after a change a file can change again and look the same from outside."""
_OWN = ""
"""The group of the file with the dossier's own figures: it belongs to no catalogue."""
_ID_LETTERS = frozenset("abcdefghijklmnopqrstuvwxyz0123456789-")


class Loaded(Struct, frozen=True):
    """A dossier with what was found wrong while reading it."""

    dossier: Dossier
    findings: tuple[Finding, ...]
    theme: Theme = PLAIN


def list_files(root: Path) -> list[str]:
    """Return the YAML files of a dossier, relative with `/`, sorted; links to folders are not followed."""
    found = [file for file in (DOSSIER_FILE, THEME_FILE) if (root / file).is_file()]
    found += [entry for folder in FOLDERS for entry in _walk(root / folder, folder, 1)]
    found += [entry for folder in _misspelt(root) for entry in _walk(root / folder, folder, 1)]
    return sorted(found)


def _misspelt(root: Path) -> Iterator[str]:
    """Yield folders that only a system without case takes for those of the model; what is in them is told."""
    names = listed(root)
    for name in names:
        plain = name.casefold()
        # What is found and not listed is this one; not all drives have lasting numbers for files.
        if plain in FOLDERS and name != plain and (plain in names or not (root / plain).exists()):
            yield name


def _walk(folder: Path, name: str, depth: int) -> Iterator[str]:
    if files.is_link(folder):
        return
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        relative = f"{name}/{entry.name}"
        if entry.is_dir():
            if depth < _DEEPEST and not entry.name.startswith("."):
                yield from _walk(Path(entry.path), relative, depth + 1)
        elif entry.name.lower().endswith(SUFFIXES) and not entry.name.startswith("."):
            yield relative


def stray(file: str) -> Finding:
    """Report a YAML file that has no place in a dossier."""
    if role_of(file.lower()):
        hint = f"Nicht jeder Rechner sieht über große Buchstaben hinweg. Bitte umbenennen in {file.lower()}."
    else:
        hint = "Maßnahmen gehören nach evidence/, Kennzahlen nach figures/, Texte nach cycles/<Jahr>/fields/."
    return rule("TEA025").finding(
        Source(file), (), "Diese Datei hat hier keinen Platz und wird nicht gelesen.", hint
    )


def assemble(root: Path, parsed: Iterable[ParsedFile]) -> Loaded:
    """Put the model together; a file that cannot be used becomes a finding and hides no other."""
    usable, findings = _one_for_each_id(parsed)
    findings += _alike(usable)
    by_kind: dict[Kind, list[ParsedFile]] = {kind: [] for kind in Kind}
    for file in usable:
        by_kind[file.role.kind].append(file)
        findings += file.findings
        findings += _bad_id(file)
    evidence = {f.role.id: f.thing for f in by_kind[Kind.EVIDENCE]}
    rounds = _rounds(by_kind)
    catalogues = _catalogues(by_kind, rounds, findings)
    for own in by_kind[Kind.INDICATORS]:
        if own.role.group == _OWN:
            catalogues = add_own(catalogues, own.thing, findings)
    organisation = next((f.thing for f in by_kind[Kind.DOSSIER]), Organisation(where=Source(DOSSIER_FILE)))
    dossier = Dossier(
        organisation=organisation,
        evidence=evidence,
        figures={f.role.id: f.thing for f in by_kind[Kind.FIGURES]},
        rounds=rounds,
        catalogues=catalogues,
        attachments=_attachments(root, _proofs(evidence.values(), rounds.values())),
    )
    theme = next((house_style(root, f.thing, findings) for f in by_kind[Kind.THEME]), PLAIN)
    return Loaded(dossier, tuple(findings), theme)


def _one_for_each_id(parsed: Iterable[ParsedFile]) -> tuple[list[ParsedFile], list[Finding]]:
    first: dict[str, ParsedFile] = {}
    findings = []
    # .yaml sorts before .yml, so it is the one that counts.
    for file in sorted(parsed, key=lambda f: f.file):
        stem = file.file.rpartition(".")[0]
        if stem in first:
            findings.append(
                rule("TEA024").finding(
                    Source(file.file),
                    (),
                    f"Zu dieser Kennung gibt es schon „{first[stem].file}“; diese Datei wird nicht gelesen.",
                    "Bitte die Inhalte in einer der beiden Dateien zusammenführen und die andere löschen.",
                )
            )
        else:
            first[stem] = file
    return list(first.values()), findings


def _alike(usable: Iterable[ParsedFile]) -> Iterator[Finding]:
    """Report files whose names only some systems tell apart; all of them are read."""
    first: dict[str, str] = {}
    for file in usable:
        before = first.setdefault(folded(file.file.rpartition(".")[0]), file.file)
        if before != file.file:
            yield rule("TEA024").finding(
                Source(file.file),
                (),
                f"„{before}“ und diese Datei sind für Windows und macOS eine; dort bleibt nur eine übrig.",
                "Bitte eine der beiden umbenennen, mit kleinen Buchstaben, oder löschen.",
            )


def _bad_id(file: ParsedFile) -> Iterator[Finding]:
    name = file.role.id
    if name in RESERVED:
        yield rule("TEA027").finding(
            Source(file.file),
            (),
            f"„{name}“ ist als Kennung nicht erlaubt: Windows kann keine Datei so nennen.",
            f"Bitte umbenennen, zum Beispiel in {name}-1.yaml.",
        )
    elif name.startswith("-") or not set(name) <= _ID_LETTERS or not 1 <= len(name) <= 64:
        yield rule("TEA027").finding(
            Source(file.file),
            (),
            f"„{name}“ ist als Kennung nicht erlaubt.",
            "Dateinamen bestehen aus kleinen Buchstaben ohne Umlaute, Ziffern und Bindestrichen: "
            "mentoring-fuer-frauen.yaml",
        )


def _rounds(by_kind: Mapping[Kind, list[ParsedFile]]) -> dict[str, Round]:
    settings = {f.role.group: f.thing for f in by_kind[Kind.CYCLE]}
    fields = by_kind[Kind.FIELD]
    # A round whose settings are missing still shows its texts.
    names = sorted({*settings, *(f.role.group for f in fields)})
    juries = {f.role.group: f.thing for f in by_kind[Kind.JURY]}
    transfers = {f.role.group: f.thing for f in by_kind[Kind.TRANSFER]}
    return {
        name: Round(
            settings.get(name) or Cycle(name, where=Source(f"cycles/{name}/cycle.yaml")),
            {f.role.id: f.thing for f in fields if f.role.group == name},
            juries.get(name),
            {f.role.id: f.thing for f in by_kind[Kind.REVIEW] if f.role.group == name},
            transfers.get(name) or Transfer(),
            {f.role.id: f.thing for f in by_kind[Kind.REQUEST] if f.role.group == name},
        )
        for name in names
    }


def _catalogues(
    by_kind: Mapping[Kind, list[ParsedFile]], rounds: Mapping[str, Round], findings: list[Finding]
) -> dict[str, Catalogue]:
    brought: dict[str, list[ParsedFile]] = {}
    for kind in (Kind.CATALOGUE, Kind.ACTION_FIELD, Kind.INDICATORS):
        for file in by_kind[kind]:
            brought.setdefault(file.role.group, []).append(file)
    brought.pop(_OWN, None)
    catalogues = {name: catalogue_files.assemble(name, own).catalogue for name, own in brought.items()}
    for round_ in rounds.values():
        name = round_.cycle.catalogue
        if not name or name in catalogues:
            continue
        reading = catalogue_files.shipped(name)
        if reading:
            catalogues[name] = reading.catalogue
        else:
            findings.append(
                rule("TEA026").finding(
                    round_.cycle.where,
                    ("catalogue",),
                    f"Den Katalog „{name}“ gibt es nicht.",
                    f"Möglich sind: {', '.join(catalogue_files.shipped_ids())}.",
                )
            )
    return catalogues


def _proofs(evidence: Iterable[Evidence], rounds: Iterable[Round]) -> Iterator[Proof]:
    for measure in evidence:
        yield from measure.proofs
    for round_ in rounds:
        yield from round_.cycle.documents


def _attachments(root: Path, proofs: Iterable[Proof]) -> dict[str, Attachment]:
    found: dict[str, Attachment] = {}
    # Whatever lies beside a file is asked for once.
    beside: dict[Path, dict[str, str]] = {}
    for proof in proofs:
        if proof.file and proof.file not in found:
            found[proof.file] = _attachment(root, proof.file, beside)
    return found


def _attachment(root: Path, file: str, beside: dict[Path, dict[str, str]]) -> Attachment:
    path = files.inside(root, file)
    if path is None:
        return Attachment(exists=False, inside=False)
    folder, name = path.parent, file.replace("\\", "/").rpartition("/")[2]
    there = beside.get(folder)
    if there is None:
        entries = listed(folder)
        there = {folded(each): each for each in entries} | {each: each for each in entries}
        beside[folder] = there
    spelled = there.get(name) or there.get(folded(name)) or name
    spelled = spelled if spelled != name and not files.is_link(root / file) else ""
    if not path.is_file():
        return Attachment(exists=False, inside=True, spelled=spelled)
    return Attachment(exists=True, inside=True, sha256=hash_of(path), spelled=spelled)


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file as hexadecimal text; empty where it cannot be read."""
    looks = files.stamp(path)
    settled = looks is not None and abs(time.time_ns() - looks.modified) > _SETTLED
    try:
        return _known(path, looks) if looks and settled else _read(path)
    except OSError:
        return ""


@lru_cache(maxsize=4096)
def _known(path: Path, _looks: files.Stamp) -> str:
    """Return the sum of a file that looks like this: after every edit of a text all are asked for again."""
    return _read(path)


def _read(path: Path) -> str:
    import hashlib  # noqa: PLC0415 (loads OpenSSL)

    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
