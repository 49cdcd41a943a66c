"""Lays out the document with Typst: as an accessible PDF, or only to see what comes to stand where."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.document.facts import Facts
from tea_assistant.document.leaf import Chapter, Leaf, Pictures
from tea_assistant.document.memory import Memory
from tea_assistant.document.theme import LogoKind, Theme
from tea_assistant.document.typst.blocks import Blocks
from tea_assistant.document.typst.places import anchors
from tea_assistant.document.typst.runs import Notes, Run, plain, runs
from tea_assistant.document.typst.template import TEMPLATE

if TYPE_CHECKING:
    from typst import Compiler, Fonts, PDFStandard

_ONE_PAGE = 42
"""So many headings have room in contents of one page; of more, only the parts are listed."""
STANDARDS: "list[PDFStandard]" = ["a-2a", "ua-1"]
"""Archivable and accessible: ISO 19005-2, level A, and ISO 14289-1."""


def _compiled(program: str) -> bytes:
    made = compiler().compile(program.encode("utf-8"), format="pdf", pdf_standards=STANDARDS)
    assert isinstance(made, bytes)
    return made


def pdf(
    leaf: Leaf,
    pictures: Pictures,
    theme: Theme,
    facts: Facts,
    compiled: Callable[[str], bytes] = _compiled,
) -> bytes:
    """Write the document as PDF; the same input gives the same bytes. `compiled` runs the program."""
    try:
        return compiled(source(leaf, pictures, theme, facts))
    except RuntimeError:
        # Two characters may fail together that stand well alone, and a logo may be worse than it looked.
        return compiled(source(leaf, pictures, replace(theme, logo=None), facts, cautious=True))


def compiler(main: str | None = None, root: str | None = None) -> "Compiler":
    """Return a compiler with no fonts but its own, for a program in a file or for those it is given."""
    import typst  # noqa: PLC0415 (only those who lay out should load 60 MB)

    return typst.Compiler(main, root=root, font_paths=_fonts(), ignore_system_fonts=True)


@cache
def _fonts() -> "Fonts":
    import typst  # noqa: PLC0415 (as above)

    return typst.Fonts(include_system_fonts=False)


def source(
    leaf: Leaf,
    pictures: Pictures,
    theme: Theme,
    facts: Facts,
    *,
    bare: bool = False,
    cautious: bool = False,
    memory: Memory | None = None,
) -> str:
    """Return the program that lays out the document: the values as literals, and the template.

    A bare one leaves out what stands in the margins: no line moves for that, but Typst forgets less between
    two runs, so that the next one takes a sixth of the time. A cautious one has simple characters
    alone. With the memory of the document before, only what differs is written anew.
    """
    memory = Memory() if memory is None else memory
    headings, names, notes = anchors(leaf), tuple(pictures), Notes()
    ids = _ids(headings)
    draft = Blocks(ids, _numbers(names), notes, cautious=cautious).blocks(leaf.draft)
    told = notes.addresses
    chapters: list[str] = []
    for chapter in leaf.chapters:
        program = memory.recall(_program, chapter, headings, names, told, cautious)
        chapters.append(program.literal)
        told = program.notes

    def shown(text: str) -> str:
        return plain(text, cautious=cautious)

    values = {
        "bare": bare,
        "title": shown(leaf.title),
        "organisation": shown(facts.organisation),
        "dated": _date(facts.dated),
        "until": f"Abgabe bis {facts.deadline:%d.%m.%Y}" if facts.deadline else "",
        "meta": _lines(runs(leaf.meta, ids, cautious=cautious)),
        "draft": draft,
        "gaps": len(leaf.draft) > 3,
        "contents": bool(leaf.contents),
        "contents_title": shown(leaf.contents_title),
        "depth": 2 if len(headings) <= _ONE_PAGE else 1,
        "running": {ids[entry.anchor]: shown(_short(entry.title)) for entry in leaf.contents},
        "theme": {
            "font_size": theme.font_size,
            "margin": theme.margin,
            "main": theme.main,
            "accent": theme.accent,
            "footer": shown(theme.footer),
        },
        **_logo(theme),
    }
    drawn = _literals(_literal(data.decode("utf-8")) for data in pictures.values())
    return (
        f"#let pictures = {drawn}\n#let chapters = {_literals(chapters)}\n"
        f"#let d = json(bytes({_literal(_json(values))}))\n{TEMPLATE}"
    )


class _Chapter(Struct, frozen=True):
    """A chapter as the program holds it, and the addresses that have a note up to its end."""

    literal: str
    notes: tuple[str, ...]


def _program(
    chapter: Chapter, headings: tuple[str, ...], names: tuple[str, ...], told: tuple[str, ...], cautious: bool
) -> _Chapter:
    """Write a chapter; it depends on the headings and pictures of all, and on the notes before it."""
    notes = Notes(told)
    blocks = Blocks(_ids(headings), _numbers(names), notes, cautious=cautious)
    return _Chapter(_literal(_json(blocks.blocks(chapter.tokens))), notes.addresses)


def _ids(headings: tuple[str, ...]) -> Mapping[str, str]:
    """Return the ids of headings by their anchors."""
    return {anchor: f"h{at}" for at, anchor in enumerate(headings)}


def _numbers(names: Iterable[str]) -> Mapping[str, int]:
    return {name: at for at, name in enumerate(names)}


def _json(values: object) -> str:
    return json.dumps(values, ensure_ascii=False)


def _literals(texts: Iterable[str]) -> str:
    """Write texts as a list; with a comma behind each, as a single one in brackets would be none."""
    return f"({''.join(f'{text},' for text in texts)})"


def _literal(text: str) -> str:
    """Write a text as Typst writes one in its programs: whatever stands in it, it stays a text."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _logo(theme: Theme) -> Mapping[str, object]:
    if theme.logo is None:
        return {}
    kind, data = theme.logo.kind, theme.logo.data
    told = {"svg": data.decode("utf-8", "replace")} if kind is LogoKind.SVG else {"data": list(data)}
    return {"logo": {"format": kind.value, "alt": theme.logo.alt, **told}}


def _date(day: date) -> Mapping[str, int]:
    return {"year": day.year, "month": day.month, "day": day.day}


def _lines(meta: Sequence[Run]) -> list[list[Run]]:
    """Return the line under the title as lines of a title page: who applies, and the rest."""
    who = [run for run in meta if "b" in run]
    rest = [run for run in meta if "b" not in run]
    if who and rest:
        rest[0] = rest[0] | {"t": str(rest[0]["t"]).lstrip(", ")}
    return [line for line in (who, rest) if line]


def _short(title: str) -> str:
    """Return a title for the running head: „Aktionsfeld 5“ for one that goes on and on."""
    if len(title) <= 60:
        return title
    before, colon, _ = title.partition(":")
    return before if colon and len(before) <= 60 else title[:60].rpartition(" ")[0] + " …"
