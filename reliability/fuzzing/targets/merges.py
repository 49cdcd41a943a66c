"""What git hands over to be merged: three versions of a file, none of which need be one."""

from collections.abc import Iterator
from pathlib import Path

from reliability.fuzzing import corpora, dossier_files
from reliability.fuzzing.command_line import run_command
from reliability.fuzzing.oracle import hold
from reliability.fuzzing.target import BETWEEN, as_yaml, bytes_of, parts_of
from tea_assistant.store.yaml import reader as yaml_reader

_FILES = tuple(dossier_files.values("x"))


def run(data: bytes, scratch: Path) -> None:
    """Merge; the result can be read wherever both sides could, and says what only one side has changed."""
    number, base, mine, theirs = parts_of(data, 4)
    path = _FILES[(number[0] if number else 0) % len(_FILES)]
    for name, content in (("base", base), ("mine", mine), ("theirs", theirs)):
        (scratch / name).write_bytes(content)
    ended = run_command(["merge-driver", "base", "mine", "theirs", path], scratch)
    result = (scratch / "mine").read_bytes()
    if ended.code == 2:
        hold(result == mine, "a merge that failed has changed a file")
        return
    sides = [yaml_reader.read(yaml_reader.decode(side)[0]) for side in (mine, theirs)]
    decoded, problems = yaml_reader.decode(result)
    if not any(side.problems for side in sides) and result:
        hold(not problems and not yaml_reader.read(decoded).problems, "what was merged cannot be read")


def seeds(_scratch: Path) -> Iterator[bytes]:
    """Give files in which one side, the other, or both have put a text."""
    good = {file: as_yaml(value) for file, value in dossier_files.values("So war es. Und so.").items()}
    texts = list(corpora.every_text())
    for number, text in enumerate(texts):
        file = _FILES[number % len(_FILES)]
        changed = as_yaml(dossier_files.values(text)[file])
        other = as_yaml(dossier_files.values(texts[number - 1])[file])
        versions = [(good[file], changed, other), ("", changed, other), (good[file], good[file], changed)]
        versions += [(text, text, changed), (f"a: b\n{text}", f"a: c\n{text}", f"{text}\na: b")]
        for each in versions[number % 2 :: 2]:
            yield BETWEEN.join((bytes([number % len(_FILES)]), *map(bytes_of, each)))
