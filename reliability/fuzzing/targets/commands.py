"""Command lines: any words behind any command."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from reliability.fuzzing import corpora, dossier_files
from reliability.fuzzing.command_line import run_command
from reliability.fuzzing.target import bytes_of
from tea_assistant.cli.commands import COMMANDS

_BETWEEN = b"\n"
_SHAPES = (
    ["{}"],
    ["status", "{}"],
    ["status", "--cycle", "{}"],
    ["check", "--format", "{}"],
    ["check", "--since", "{}"],
    ["check", "-o", "{}"],
    ["rule", "{}"],
    ["build", "--cycle", "{}"],
    ["build", "-o", "{}"],
    ["transfer", "--block", "{}"],
    ["transfer", "--done", "{}"],
    ["transfer", "--part", "{}"],
    ["pack", "{}"],
    ["verify", "{}"],
    ["verify", "{}", "--format", "json"],
    ["renew", "--to", "{}"],
    ["progress", "{}", "2025"],
    ["review", "--as", "{}", "--role", "{}", "--comment", "af03", "{}"],
    ["review", "--show", "{}"],
    ["review", "--as", "Anna", "--answer", "anna/eins", "{}"],
    ["request", "{}", "--note", "{}", "--to", "{}"],
    ["request", "--close", "{}"],
    ["import", "{}"],
    ["import", "{}", "--into", "{}"],
    ["figures", "{}"],
    ["figures", "import", "{}"],
    ["figures", "show", "--indicator", "{}"],
    ["figures", "audit", "{}"],
    ["snapshot", "{}"],
    ["snapshot", "{}", "--note", "{}", "--by", "{}", "--json"],
    ["snapshot", "--restore", "{}", "--yes"],
    ["snapshot", "--delete", "{}", "--yes"],
    ["snapshot", "--compare", "{}"],
    ["new", "{}", "--name", "{}", "--state", "NW"],
    ["demo", "{}"],
    ["help", "{}"],
    ["history", "{}"],
    ["sync", "{}"],
)
_OPENS = frozenset({"open"})


def run(data: bytes, scratch: Path) -> None:
    """Run the command whose words are the lines of the input, in a dossier of its own."""
    # As the system hands words over: bytes that are no text come as halves of pairs.
    words = [os.fsdecode(word.replace(b"\0", b"")) for word in data.split(_BETWEEN)]
    if not words or words[0] not in (*COMMANDS, "merge-driver"):
        words = ["status", *words]
    # Its answer to a folder is the user interface, which has tests of its own.
    if words[0] in _OPENS:
        return
    root = dossier_files.write(scratch / "mappe", "Mitarbeiter*innen [/x]")
    try:
        run_command(words, root, asked_for=True)
    finally:
        shutil.rmtree(scratch / "mappe")


def seeds(_scratch: Path) -> Iterator[bytes]:
    """Give every text behind some command, and everything that may stand behind one."""
    for number, text in enumerate(corpora.every_text()):
        if "\n" not in text:
            for shape in (_SHAPES[number % len(_SHAPES)], _SHAPES[(number * 7 + 3) % len(_SHAPES)]):
                yield _BETWEEN.join(bytes_of(word.replace("{}", text)) for word in shape)
    for command in COMMANDS:
        yield f"{command}\n--help".encode()
        yield command.encode()
