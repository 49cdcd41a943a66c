"""Reads a PDF as a screen reader does: the tree of its tags, with the text of each."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

_INLINE = frozenset({"Strong", "Em", "Span", "Link", "Code", "Reference"})
_BESIDE = frozenset({"Lbl", "Note", "FENote"})
"""Marks of lists, and notes: the line goes on behind them."""
_ASIDE = frozenset({"TOC", "Figure"})
_SHOW = {b"Tj", b"TJ", b"'", b'"'}


@dataclass
class Tag:
    """An element of the structure, with what is below it: further elements, and text."""

    role: str
    alt: str = ""
    below: "list[Tag | str]" = field(default_factory=list)

    def walk(self) -> "Iterator[Tag]":
        yield self
        for child in self.below:
            if isinstance(child, Tag):
                yield from child.walk()

    def all(self, *roles: str) -> "list[Tag]":
        return [tag for tag in self.walk() if tag.role in roles]

    def text(self, *without: str) -> str:
        """Return the text, leaving out elements of some roles."""
        pieces = []
        for child in self.below:
            if isinstance(child, str):
                pieces.append(child)
            elif child.role not in without:
                pieces.append(child.text(*without))
        return "".join(pieces)


def body_words(data: bytes) -> list[str]:
    """Return the words of all parts as they are read out, without marks of lists and notes at the foot."""
    (document,) = read_tags(data).all("Document")
    starts = [at for at, tag in enumerate(document.below) if isinstance(tag, Tag) and tag.role == "H1"]
    return " ".join(_blocks(Tag("Body", below=document.below[starts[1] :]))).split() if starts[1:] else []


def _blocks(tag: Tag) -> "Iterator[str]":
    """Yield the text of each block; what stands inside a line belongs together."""
    line: list[str] = []
    for child in tag.below:
        if isinstance(child, str) or child.role in _INLINE:
            line.append(child if isinstance(child, str) else "".join(_blocks(child)))
        elif child.role not in _BESIDE:
            yield _line(line)
            line = []
            if child.role == "Caption":
                yield re.sub(r"^Abbildung\s\d+:\s", "", child.text())
            elif child.role not in _ASIDE:
                yield from _blocks(child)
    yield _line(line)


def _line(pieces: list[str]) -> str:
    # Both say where a word may be divided, and are no part of it.
    return "".join(pieces).replace("\u00ad", "").replace("\u200b", "")


def read_tags(data: bytes) -> Tag:
    """Return the root of the structure tree."""
    reader = PdfReader(io.BytesIO(data))
    texts = {page.indirect_reference.idnum: _marked_texts(page, reader) for page in reader.pages}  # type: ignore[union-attr]
    root = Tag("Root")
    _add(root, reader.root_object["/StructTreeRoot"]["/K"], None, texts)  # type: ignore[index]
    return root


def _add(parent: Tag, kids: Any, page: Any, texts: dict[int, dict[int, str]]) -> None:
    for kid in kids if isinstance(kids, list) else [kids]:
        found = kid.get_object()
        if isinstance(found, int):
            parent.below.append(texts[page].get(int(found), ""))
        elif "/MCID" in found:
            at = found.raw_get("/Pg").idnum if "/Pg" in found else page
            parent.below.append(texts[at].get(int(found["/MCID"]), ""))
        elif "/S" in found:
            tag = Tag(str(found["/S"])[1:], str(found.get("/Alt", "")))
            parent.below.append(tag)
            here = found.raw_get("/Pg").idnum if "/Pg" in found else page
            if "/K" in found:
                _add(tag, found["/K"], here, texts)


def _marked_texts(page: Any, reader: PdfReader) -> dict[int, str]:
    """Return the text of each marked piece of a page by its number; running heads have none."""
    found: dict[int, str] = {}
    stack: list[tuple[int | None, bool]] = []
    letters: dict[int, str] = {}
    contents = page.get_contents()
    if contents is None:
        return found
    fonts = page["/Resources"].get("/Font", {})
    maps = {name: _letters(fonts[name].get_object()) for name in fonts}
    for operands, operator in ContentStream(contents, reader).operations:
        if operator in (b"BDC", b"BMC"):
            told = operands[1] if len(operands) > 1 else {}
            number = int(told["/MCID"]) if isinstance(told, dict) and "/MCID" in told else None
            number = stack[-1][0] if number is None and stack and operands[0] != "/Artifact" else number
            spoken = isinstance(told, dict) and "/ActualText" in told
            if spoken and number is not None:
                found[number] = found.get(number, "") + str(told["/ActualText"])
            stack.append((number, spoken or bool(stack and stack[-1][1])))
        elif operator == b"EMC":
            stack.pop()
        elif operator == b"Tf":
            letters = maps[operands[0]]
        elif operator in _SHOW and stack and stack[-1][0] is not None and not stack[-1][1]:
            pieces = operands[0] if operator == b"TJ" else operands[-1:]
            codes = b"".join(_bytes(piece) for piece in pieces if isinstance(piece, str | bytes))
            number = stack[-1][0]
            found[number] = found.get(number, "") + _decoded(codes, letters)
    return found


def _bytes(piece: Any) -> bytes:
    return bytes(getattr(piece, "original_bytes", piece))


def _decoded(codes: bytes, letters: dict[int, str]) -> str:
    width = 2 if max(letters, default=0) > 0xFF or letters.get(-1) else 1
    numbers = (int.from_bytes(codes[at : at + width]) for at in range(0, len(codes), width))
    return "".join(letters[number] for number in numbers)


def _letters(font: Any) -> dict[int, str]:
    """Return what each code of a font means; -1 is there where a code has two bytes."""
    text = font["/ToUnicode"].get_object().get_data().decode("latin-1")
    two = re.search(r"begincodespacerange\s*<([0-9A-Fa-f]+)>", text)
    letters: dict[int, str] = {-1: "2"} if two and len(two[1]) == 4 else {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", text, re.DOTALL):
        for code, meant in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            letters[int(code, 16)] = bytes.fromhex(meant).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", text, re.DOTALL):
        for first, last, meant in re.findall(r"<(\w+)>\s*<(\w+)>\s*<(\w+)>", block):
            start = int(meant, 16)
            for code in range(int(first, 16), int(last, 16) + 1):
                letters[code] = chr(start + code - int(first, 16))
    return letters
