"""Capsules: any bytes as a zip, and whole zips with a list and with names of any kind."""

import io
import json
import stat
import warnings
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from reliability.fuzzing import corpora
from reliability.fuzzing.command_line import run_command
from reliability.fuzzing.oracle import hold
from reliability.fuzzing.target import BETWEEN, bytes_of, text_of
from tea_assistant.services.capsule import capsule
from tea_assistant.services.capsule.manifest import catalogue_sum, in_dossier

_NAME = "paket.tea.zip"
_LIST, _MEMBERS = b"L", b"M"
_GOOD = {"mappe/dossier.yaml": b"format: 1\n", "dokument/stadt-2025.md": b"# Stadt\n"}


def run(data: bytes, scratch: Path) -> None:
    """Verify a capsule in both forms; nothing is unpacked, and what is not whole is said to be so."""
    path = scratch / _NAME
    path.write_bytes(_capsule(data))
    before = sorted(scratch.iterdir())
    codes = {run_command(["verify", _NAME, *form], scratch).code for form in ([], ["--format", "json"])}
    hold(len(codes) == 1, f"two verdicts on one capsule: {codes}")
    if codes == {0} and data[:1] != _LIST:
        with zipfile.ZipFile(path) as archive:
            found = {entry.filename: archive.read(entry) for entry in archive.infolist()}
        hold(found == _members(), "a capsule that was changed is called whole")
    hold(sorted(scratch.iterdir()) == before, "a capsule was unpacked")


def _capsule(data: bytes) -> bytes:
    kind, rest = data[:1], data[1:]
    if kind == _LIST:
        return _packed([*_GOOD.items(), (capsule.MANIFEST, rest), (capsule.SUMS, _sums(rest))])
    if kind == _MEMBERS:
        pairs = [part.partition(b"=") for part in rest.split(BETWEEN)]
        members = [(text_of(name)[:500], content) for name, _, content in pairs]
        return _packed([*_members().items(), *members])
    return data


def _packed(
    entries: Iterable[tuple[str | zipfile.ZipInfo, bytes]], method: int = zipfile.ZIP_STORED
) -> bytes:
    packed = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(packed, "w", method) as archive:
        warnings.simplefilter("ignore", UserWarning)
        for name, content in entries:
            try:
                archive.writestr(name, content)
            except (UnicodeEncodeError, ValueError, IndexError):
                # Such a name cannot be written by this library; bytes of other zips have it.
                continue
    return packed.getvalue()


def good() -> bytes:
    """Return a capsule that is whole."""
    return _packed(_members().items())


def _members() -> dict[str, bytes]:
    listing = _listing()
    return {**_GOOD, capsule.MANIFEST: listing, capsule.SUMS: _sums(listing)}


def _listing() -> bytes:
    files = [
        {"name": name, "size": len(content), "sha256": capsule.sum_of(content)}
        for name, content in sorted(_GOOD.items())
    ]
    sums = {in_dossier(name): capsule.sum_of(content) for name, content in _GOOD.items()}
    catalogue = {"id": "eigener", "sha256": catalogue_sum(sums, "eigener")}
    values = {
        "format": 1,
        "dossier": "Stadt",
        "cycle": "2025",
        "created": "2025-04-28",
        "program": {"name": "tea_assistant", "version": "1"},
        "internal": False,
        "undecided": 0,
        "findings": [],
        "left_out": [],
        "catalogue": catalogue,
        "files": files,
    }
    return json.dumps(values).encode()


def _sums(listing: bytes) -> bytes:
    sums = {name: capsule.sum_of(content) for name, content in _GOOD.items()}
    return capsule.sums_text({**sums, capsule.MANIFEST: capsule.sum_of(listing)}).encode()


def seeds(_scratch: Path) -> Iterator[bytes]:
    """Give a whole capsule, bombs, links, names that lead elsewhere, and every text in a list and a name."""
    yield good()
    yield from evil()
    for text in corpora.every_text():
        values = json.loads(_listing())
        yield _LIST + json.dumps({**values, "dossier": text, "cycle": text}).encode()
        values["files"].append({"name": text, "size": 1, "sha256": "0" * 64})
        yield _LIST + json.dumps(values).encode()
        yield _MEMBERS + bytes_of(text) + b"=x"
    for text in corpora.deep_texts(3_000):
        yield _LIST + bytes_of(text)


def evil() -> Iterator[bytes]:
    """Give the zips that programs are warned of."""
    members = _members()
    for name in (
        "../../x",
        "/etc/x",
        "C:\\x",
        "mappe/../../x",
        "mappe\\..\\x",
        "CON",
        "x\x00y",
        "x" * 300,
    ):
        yield _packed([*members.items(), (name, b"x")])
    yield _packed([*members.items(), *members.items()])
    link = zipfile.ZipInfo("mappe/link")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    yield _packed([*members.items(), (link, b"/etc/passwd")])
    bomb = {**members, "mappe/dossier.yaml": b"\0" * 30_000_000}
    yield _packed(bomb.items(), zipfile.ZIP_DEFLATED)
    yield _packed({**members, capsule.MANIFEST: b" " * 30_000_000}.items(), zipfile.ZIP_DEFLATED)
    yield _packed([*members.items(), *((f"mappe/{number}", b"") for number in range(11_000))])
    whole = bytearray(good())
    # Both headers of a file say that it is encrypted.
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        whole[whole.find(sign) + flags] |= 1
    yield bytes(whole)
    yield good() + b"angeh\xc3\xa4ngt"
    yield b"davor" + good()
    yield good()[:-30]
    yield b"PK\x05\x06" + b"\0" * 18
    yield b"PK\x05\x06" + b"\xff" * 18
