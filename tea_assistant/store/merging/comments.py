"""Comments that people wrote into a file: found, and kept where a merge would lose them."""

from collections.abc import Iterator

from tea_assistant.store.merging.pairs import exactly
from tea_assistant.store.yaml.reader import read


def with_comments_of(text: str, other: str, base: str) -> str:
    """Return a text with the comments at its end that only the other version has."""
    there = {line.strip() for version in (text, base) for line in version.splitlines()}
    lost = [line for line in _comments(other) if line not in there]
    if not lost:
        return text
    newline = "\r\n" if "\r\n" in text else "\n"
    gap = "" if text.endswith("\n") else newline
    longer = text + gap + "".join(f"{line}{newline}" for line in lost)
    return longer if _says(longer) == _says(text) else text


def _comments(text: str) -> Iterator[str]:
    """Yield the lines that are nothing but a comment."""
    lines = text.splitlines(keepends=True)
    meant = None
    for number, line in enumerate(lines):
        if not line.lstrip().startswith("#"):
            continue
        # In a text such a line is a heading, and belongs to what is said.
        meant = _says(text) if meant is None else meant
        if _says("".join(lines[:number] + lines[number + 1 :])) == meant:
            yield line.strip()


def _says(text: str) -> str:
    return exactly(read(text).value)
