"""Whole dossiers: any bytes as one of their files, any text in all of their fields, shown by all commands."""

import shutil
from collections.abc import Iterator
from pathlib import Path

from reliability.fuzzing import corpora, dossier_files
from reliability.fuzzing.command_line import run_command
from reliability.fuzzing.oracle import hold
from reliability.fuzzing.target import BETWEEN, as_yaml, bytes_of, parts_of
from tests.document import html_page

_FILES = tuple(dossier_files.values("x"))
_QUIET = "Mitarbeiter*innen und Bürger*innen [/x]"
_LOOKS = (
    ["status"],
    ["check"],
    ["check", "--format", "json"],
)
_ALL_LOOKS = (
    *_LOOKS,
    ["status", "--json"],
    ["check", "--format", "markdown"],
    ["transfer"],
    ["transfer", "--format", "json"],
    ["progress"],
    ["progress", "2022", "2025"],
    ["figures", "show"],
    ["figures", "show", "--format", "json"],
    ["figures", "audit"],
    ["review", "--as", "Berta", "--list"],
    ["review", "--as", "Berta", "--list", "--json"],
    ["request", "--list"],
    ["snapshot", "--list"],
    ["snapshot", "--list", "--json"],
    ["snapshot", "--compare", "stand"],
    ["import", "cycles"],
    ["history"],
)


def run(data: bytes, scratch: Path) -> None:
    """Put the bytes into the file that the first part names, and look at the dossier."""
    number, content = parts_of(data, 2)
    file = _FILES[(number[0] if number else 0) % len(_FILES)]
    root = dossier_files.write(scratch / "mappe", _QUIET, {file: content})
    for words in _LOOKS:
        run_command(words, root)


def run_fields(data: bytes, scratch: Path) -> None:
    """Put a text into every field of every file; show it with every command, and in pages."""
    text = data.decode("utf-8", "replace")
    root = dossier_files.write(scratch / "mappe", text)
    for words in _ALL_LOOKS:
        run_command(words, root)
    report = root / "build" / "bericht.html"
    run_command(["check", "--format", "html", "-o", str(report)], root)
    closed_report(report.read_bytes())
    ended = run_command(["build", "--format", "html"], root)
    hold(ended.code == 0, f"no document: {ended.told}")
    shutil.rmtree(root / "build")


def closed_report(content: bytes) -> None:
    """Fail where the report of a check has more in it than the script of its own, or loads anything."""
    page = html_page.read_page(content)
    for element in page.all():
        hold(not any(name.startswith("on") for name in element.attributes), "a handler in the report")
        address = element.attributes.get("href") or element.attributes.get("src") or ""
        # The report links to the files that it speaks of.
        hold(not address.lower().startswith(("http:", "//", "javascript:", "vbscript:")), address)
        hold(element.name not in ("iframe", "object", "embed", "link", "base"), element.name)
        hold("action" not in element.attributes, "a form that sends")


def seeds(_scratch: Path) -> Iterator[bytes]:
    """Give every file as it should be, and every text in one of them."""
    texts = list(corpora.every_text())
    for number, (_file, value) in enumerate(dossier_files.values(_QUIET).items()):
        good = as_yaml(value).encode()
        yield bytes([number]) + BETWEEN + good
        for text in texts[number :: len(_FILES)]:
            yield bytes([number]) + BETWEEN + bytes_of(text)
            yield (
                bytes([number])
                + BETWEEN
                + good.replace(b'"title":', as_yaml(text).encode() + b': 1, "title":')
            )


def seeds_fields(_scratch: Path) -> Iterator[bytes]:
    """Give every text."""
    yield from map(bytes_of, corpora.every_text())
