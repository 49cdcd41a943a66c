"""Writes the document as Markdown: CommonMark and tables, the same bytes for the same dossier."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType

from markdown_it.token import Token
from msgspec import Struct

from tea_assistant.document.anchors import Anchors
from tea_assistant.document.blocks import Items, Prose, Section
from tea_assistant.document.chart import Chart
from tea_assistant.document.markdown_blocks import BlockWriter, heading
from tea_assistant.document.measures import measure_section
from tea_assistant.document.memory import Ask, Memory
from tea_assistant.document.outline import NO_CHAPTERS, Chapters, outline, outline_part
from tea_assistant.document.pictures import picture_files
from tea_assistant.document.references import resolver
from tea_assistant.model.application import Application
from tea_assistant.model.layout import evidence_file
from tea_assistant.patterns import regex
from tea_assistant.prose.escape import escape_line
from tea_assistant.prose.links import link
from tea_assistant.prose.markdown import parse
from tea_assistant.prose.render import heading_texts
from tea_assistant.prose.resolver import Resolver

_CONTENTS = "Inhalt"
_UNSEEN = regex("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
"""Characters that nobody sees, and that can show another text than the one that is stored."""

Gaps = Mapping[str, Sequence[str]]
"""What is still open, by the part in which it is."""
Standing = Mapping[str, tuple[int, int]]
"""How many things of a part are done, and how many are asked for, by the part's id."""


class Assembled(Struct, frozen=True):
    """The document as Markdown, and what others must know to find their way in it."""

    title: str
    text: str
    anchors: Mapping[str, str]
    """Of each section, by its id; parts have their own id."""
    charts: Mapping[str, Chart]
    """By the names of their files."""


def assembled(
    application: Application,
    *,
    gaps: Gaps = MappingProxyType({}),
    standing: Standing = MappingProxyType({}),
    final: bool = False,
    chapters: Chapters = NO_CHAPTERS,
    pictures: str = "",
    memory: Memory | None = None,
) -> Assembled:
    """Write the whole application; unless it is final, a draft mark with its gaps stands on top.

    The contents of a draft tell how far each part is, as far as `standing` knows it. `pictures` is the folder
    of the files that `picture_files` names; without it, words stand for charts. With the memory of the
    document before, sections that are as they were are not written again.
    """
    memory = Memory() if memory is None else memory
    laid_out = outline(application, chapters)
    sections = [memory.recall(_parsed, section) for section in laid_out.sections]
    anchors = _anchors(application, laid_out.title, sections, memory)
    charts = picture_files(laid_out)
    files = {chart: name for name, chart in charts.items()}

    def section_address(section: str) -> str:
        return f"#{anchors[section]}" if anchors.get(section) else ""

    def measure_address(measure: str) -> str:
        return section_address(measure_section(measure))

    def picture_address(chart: Chart) -> str:
        return f"{pictures}/{files[chart]}" if pictures else ""

    words = resolver(application, measure_address)
    ask = _answering(words, section_address, measure_address, picture_address)
    written = [piece for section in sections for piece in memory.recall_asking(_written, ask, section)]
    pieces = [heading(1, laid_out.title), _writer(ask).line(laid_out.meta)]
    pieces += [] if final else [_draft_mark(gaps)]
    told = {} if final else standing
    contents = [
        f"- {link(escape_line(section.title), section_address(section.id))}{_standing(told, section)}"
        for section in laid_out.sections
        if section.level == 2
    ]
    pieces += [heading(2, _CONTENTS), "\n".join(contents)] if contents else []
    text = "\n\n".join([*pieces, *written]) + "\n"
    return Assembled(laid_out.title, _UNSEEN.sub("\ufffd", text), anchors, charts)


def assemble(
    application: Application,
    *,
    gaps: Gaps = MappingProxyType({}),
    standing: Standing = MappingProxyType({}),
    final: bool = False,
    chapters: Chapters = NO_CHAPTERS,
    pictures: str = "",
) -> str:
    """Write the whole application, as `assembled` does, for who needs nothing beside its text."""
    return assembled(
        application, gaps=gaps, standing=standing, final=final, chapters=chapters, pictures=pictures
    ).text


def assemble_part(application: Application, part_id: str, *, chapters: Chapters = NO_CHAPTERS) -> str:
    """Write one part for a preview; measures link to their files in the dossier. Empty where nothing is."""
    ask = _answering(resolver(application, evidence_file), lambda _: "", evidence_file)
    sections = map(_parsed, outline_part(application, part_id, chapters))
    return "\n".join(f"{piece}\n" for section in sections for piece in _written(ask, section))


def section_anchors(application: Application, *, chapters: Chapters = NO_CHAPTERS) -> Mapping[str, str]:
    """Return the anchor of each section in the assembled document by its id; parts have their own id."""
    laid_out = outline(application, chapters)
    return _anchors(application, laid_out.title, [_parsed(s) for s in laid_out.sections], Memory())


class _Parsed(Struct, frozen=True, eq=False):
    """A section with what each of its proses was parsed to; nothing for its other blocks."""

    section: Section
    tokens: tuple[Sequence[Token], ...]


def _parsed(section: Section) -> _Parsed:
    return _Parsed(section, tuple(parse(b.text) if isinstance(b, Prose) else () for b in section.blocks))


def _anchors(
    application: Application, title: str, sections: Sequence[_Parsed], memory: Memory
) -> dict[str, str]:
    """Return the anchor of each section; the headings inside prose take theirs in between."""
    ask = _answering(resolver(application, lambda _: ""))
    anchors = Anchors()
    for own in (title, _CONTENTS):
        anchors.next(own)
    found: dict[str, str] = {}
    for parsed in sections:
        found[parsed.section.id] = anchors.next(parsed.section.title)
        for text in memory.recall_asking(_headings, ask, parsed):
            anchors.next(text)
    return found


def _headings(ask: Ask, parsed: _Parsed) -> tuple[str, ...]:
    """Return the headings inside the prose of a section."""
    words = _resolver(ask)
    return tuple(text for tokens in parsed.tokens for text in heading_texts(tokens, words))


def _written(ask: Ask, parsed: _Parsed) -> tuple[str, ...]:
    """Write a section: its heading, and its blocks."""
    writer, section = _writer(ask), parsed.section
    pieces = [heading(section.level, section.title)]
    after_list = False
    for block, tokens in zip(section.blocks, parsed.tokens, strict=True):
        if text := writer.block(block, tokens, below=section.level, after_list=after_list):
            pieces.append(text)
            after_list = isinstance(block, Items) or (bool(tokens) and tokens[-1].type.endswith("list_close"))
    return tuple(pieces)


def _answering(
    words: Resolver,
    section: Callable[[str], str] = lambda _: "",
    measure: Callable[[str], str] = lambda _: "",
    picture: Callable[[Chart], str] = lambda _: "",
) -> Ask:
    """Answer what the sections of a document ask."""
    answers: Mapping[str, Callable[..., object]] = {
        "figure": words.figure,
        "evidence": words.evidence,
        "section": section,
        "measure": measure,
        "picture": picture,
    }
    return lambda kind, *of: answers[kind](*of)


def _writer(ask: Ask) -> BlockWriter:
    section, measure, picture = (partial(ask, kind) for kind in ("section", "measure", "picture"))
    return BlockWriter(_resolver(ask), section, measure, picture)


def _resolver(ask: Ask) -> Resolver:
    return Resolver(partial(ask, "figure"), partial(ask, "evidence"))


def _standing(standing: Standing, section: Section) -> str:
    """Say how far a part is; a part in which nothing is asked has nothing to say."""
    done, asked = standing.get(section.part, (0, 0))
    if not asked:
        return ""
    return ": vollständig" if done == asked else f": {done} von {asked} erledigt"


def _draft_mark(gaps: Gaps) -> str:
    count = sum(len(open_points) for open_points in gaps.values())
    if not count:
        return "> **Entwurf**"
    total = "Noch offen ist 1 Punkt:" if count == 1 else f"Noch offen sind {count} Punkte:"
    parts = (
        f"> - **{escape_line(part)}** ({len(points)}): {'; '.join(map(escape_line, points))}"
        for part, points in gaps.items()
    )
    return "\n".join([f"> **Entwurf.** {total}", ">", *parts])
