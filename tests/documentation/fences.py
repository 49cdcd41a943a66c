"""The fenced blocks of a page, each with what the comment above it says."""

import re
import shlex
from dataclasses import dataclass
from pathlib import Path

from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
_COMMENT = re.compile(r"<!--\s*(.*?)\s*-->\s*", re.DOTALL)


@dataclass(frozen=True)
class Fence:
    """One block: `sh`, `console`, `python`, `yaml` or another language."""

    page: str
    line: int
    language: str
    text: str
    remark: str
    """What stands in a comment right above it: `file: …`, `add to …`, `not run: …`; mostly empty."""

    @property
    def place(self) -> str:
        return f"{self.page}:{self.line}"


@dataclass(frozen=True)
class Step:
    """One command and what it must print, line by line."""

    words: list[str]
    expected: list[str]


def fences(page: Path) -> list[Fence]:
    found, remark = [], ""
    for token in MarkdownIt("commonmark").parse(page.read_text(encoding="utf-8")):
        if token.type in ("fence", "code_block"):
            line = token.map[0] + 1 if token.map else 0
            language = token.info.split()[0] if token.info else ""
            name = page.relative_to(ROOT).as_posix()
            found.append(Fence(name, line, language, token.content, remark))
        comment = _COMMENT.fullmatch(token.content) if token.type == "html_block" else None
        remark = comment[1] if comment else ""
    return found


def steps(fence: Fence) -> list[Step]:
    """Read the commands of a block; in a console they begin with `$ `, and what they print stands below."""
    made: list[Step] = []
    for line in fence.text.splitlines():
        if fence.language == "console" and not line.startswith("$ "):
            made[-1].expected.append(line.strip())
        elif words := shlex.split(line.removeprefix("$ "), comments=True):
            made.append(Step(words, []))
    return made
