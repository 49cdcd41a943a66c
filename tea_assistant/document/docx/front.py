"""The first pages of the Word file: title page, what is still open, and the contents."""

from collections.abc import Iterator

from tea_assistant.document.docx.blocks import Blocks
from tea_assistant.document.docx.fields import closing, opening
from tea_assistant.document.docx.page import TWIPS_A_CENTIMETRE, section
from tea_assistant.document.docx.pictures import UNITS_A_TWIP, drawing, fitted, png_of
from tea_assistant.document.docx.runs import Writing, run, runs
from tea_assistant.document.docx.targets import Targets, contents_mark
from tea_assistant.document.docx.xml import NOTHING, Markup, joined, w
from tea_assistant.document.facts import Facts
from tea_assistant.document.leaf import Entry, Leaf
from tea_assistant.document.theme import Logo, Theme

_LOGO = 9 * TWIPS_A_CENTIMETRE * UNITS_A_TWIP, 3 * TWIPS_A_CENTIMETRE * UNITS_A_TWIP
_ABOVE_TITLE = 4200
"""How far down the page the title stands, in twips."""
_CONTENTS = 'TOC \\o "1-1" \\h \\z \\u'
"""The contents of all parts, with links; a reader brings them up to date with F9."""


def title_page(leaf: Leaf, theme: Theme, facts: Facts, targets: Targets) -> Iterator[Markup]:
    """Write who applies for what, and end the page."""
    logo = _logo(theme.logo, targets) if theme.logo else NOTHING
    yield w("p", w("pPr", w("spacing", before=0, after=_ABOVE_TITLE)), logo)
    yield _paragraph("Titel", run(leaf.title))
    yield _paragraph("Untertitel", runs(leaf.meta, Writing(targets, notes=False)))
    if facts.deadline:
        yield _paragraph("Titelangabe", run(f"Abgabe bis {facts.deadline:%d.%m.%Y}"))
    if leaf.draft:
        yield _paragraph("Entwurfsvermerk", run("Entwurf"))
    yield _end(section(theme))


def open_points(leaf: Leaf, blocks: Blocks, ending: Markup) -> Iterator[Markup]:
    """List what a draft lacks, and end the page: it is no part of the application."""
    if leaf.draft:
        yield blocks.blocks(leaf.draft)
        yield _end(ending)


def contents(leaf: Leaf, targets: Targets) -> Iterator[Markup]:
    """Write the contents as a field that Word can bring up to date, filled in already.

    Pages stand only in what Word fills in itself: nobody else knows them, and asking for it at opening would
    show every reader a warning.
    """
    if not leaf.contents:
        return
    end = len(leaf.contents) - 1
    entries = (
        _entry(entry, targets, first=at == 0, last=at == end) for at, entry in enumerate(leaf.contents)
    )
    title = _paragraph("Inhaltsverzeichnisberschrift", run(leaf.contents_title))
    gallery = w("docPartObj", w("docPartGallery", val="Table of Contents"), w("docPartUnique"))
    yield w("sdt", w("sdtPr", gallery), w("sdtContent", title, *entries))


def _entry(entry: Entry, targets: Targets, *, first: bool, last: bool) -> Markup:
    shown = run(entry.title)
    if entry.standing:
        # Without spaces to break at, it stays in one piece at the margin.
        shown = joined([shown, w("r", w("tab")), run(entry.standing.replace(" ", "\N{NO-BREAK SPACE}"))])
    return w(
        "p",
        w("pPr", w("pStyle", val="Verzeichnis1")),
        *(opening(_CONTENTS) if first else ()),
        w("hyperlink", shown, anchor=contents_mark(targets.heading(entry.anchor)), history=1),
        closing() if last else NOTHING,
    )


def _logo(logo: Logo, targets: Targets) -> Markup:
    png = png_of(logo.data, logo.kind)
    relation, number = targets.picture(png)
    return drawing(relation, number, fitted(png, *_LOGO), logo.alt)


def _paragraph(style: str, content: Markup) -> Markup:
    return w("p", w("pPr", w("pStyle", val=style)), content)


def _end(ending: Markup) -> Markup:
    return w("p", w("pPr", w("pStyle", val="Tabellenende"), ending))
