"""The styles of the Word file: whoever changes one changes all that has it.

Names are those that Word knows and shows in the reader's language: `caption` is „Beschriftung“ in German.
"""

from collections.abc import Iterator

from tea_assistant.document.docx.page import text_width
from tea_assistant.document.docx.style import (
    FONT,
    GREY,
    MONOSPACED,
    character_style,
    font,
    ink,
    line,
    paragraph_style,
    size,
    spacing,
    tint,
)
from tea_assistant.document.docx.xml import NOTHING, Markup, joined, w, word_part
from tea_assistant.document.theme import Theme

LANGUAGE = "de-DE"
STEP = 357
"""How far each level of a list is indented, in twips."""
HEADINGS = 5
"""How many levels of headings a document can have below its title."""

_PALE = "BFBFBF"
"""For thin lines."""
_TIGHT = w("contextualSpacing")
_WHOLE = joined([w("keepNext"), w("keepLines")])
_UNBROKEN = w("suppressAutoHyphens")


def styles(theme: Theme) -> bytes:
    """Return the file of styles."""
    return word_part(
        "styles",
        w(
            "docDefaults",
            w("rPrDefault",
              w("rPr", font(FONT), size(theme), w("lang", val=LANGUAGE, eastAsia=LANGUAGE, bidi="ar-SA"))),
            w("pPrDefault",
              w("pPr", w("widowControl"), w("spacing", after=120, line=269, lineRule="auto"))),
        ),
        paragraph_style("Standard", "Normal"),
        *_headings(theme),
        *_front(theme),
        *_blocks(theme),
        *_in_tables(theme),
        *_characters(theme),
        *_tables(theme),
    )  # fmt: skip


def _headings(theme: Theme) -> Iterator[Markup]:
    rule = w("pBdr", line("top", theme.main, 10, 6))
    slanted = joined([w("i"), w("iCs")])
    sizes = (1.5, 1.2, 1.06, 1.0, 1.0)
    for level, scale in enumerate(sizes, start=1):
        room = spacing(480, 160) if level == 1 else spacing(260, 80)
        layout = [_WHOLE, rule if level == 1 else NOTHING, _UNBROKEN, room, w("outlineLvl", val=level - 1)]
        look = [
            w("b"),
            w("bCs"),
            slanted if level == HEADINGS else NOTHING,
            ink(theme.main),
            size(theme, scale),
        ]
        yield paragraph_style(
            f"berschrift{level}", f"heading {level}", joined(layout), joined(look), following="Standard"
        )


def _front(theme: Theme) -> Iterator[Markup]:
    width = text_width(theme)
    rule = w("pBdr", line("top", theme.accent, 24, 14))
    yield paragraph_style("Titel", "Title", joined([rule, _UNBROKEN, spacing(0, 240)]),
                          joined([w("b"), w("bCs"), ink(theme.main), size(theme, 2.7)]))  # fmt: skip
    yield paragraph_style("Untertitel", "Subtitle", joined([_UNBROKEN, spacing(0, 120)]),
                          joined([ink(theme.main), size(theme, 1.5)]))  # fmt: skip
    yield paragraph_style("Titelangabe", "Titelangabe", spacing(120), ink(GREY))
    box = w("pBdr", *(line(side, theme.accent, 10, 6) for side in ("top", "left", "bottom", "right")))
    yield paragraph_style("Entwurfsvermerk", "Entwurfsvermerk", joined([box, spacing(240),
                          w("ind", left=140, right=width - 1700)]),
                          joined([w("b"), w("bCs"), ink(theme.accent), size(theme, 1.2)]))  # fmt: skip
    yield paragraph_style("Inhaltsverzeichnisberschrift", "TOC Heading",
                          joined([_WHOLE, spacing(0, 200)]),
                          joined([w("b"), w("bCs"), ink(theme.main), size(theme, 1.5)]))  # fmt: skip
    tabs = w("tabs", w("tab", val="right", leader="dot", pos=width))
    yield paragraph_style("Verzeichnis1", "toc 1",
                          joined([tabs, _UNBROKEN, spacing(60, 60)]))  # fmt: skip
    tabs = w("tabs", w("tab", val="center", pos=width // 2), w("tab", val="right", pos=width))
    small = joined([ink(GREY), size(theme, 0.82)])
    above = w("pBdr", line("top", _PALE, 4, 4))
    yield paragraph_style("Kopfzeile", "header", joined([tabs, spacing()]), small)
    yield paragraph_style("Fuzeile", "footer", joined([above, tabs, spacing()]), small)


def _blocks(theme: Theme) -> Iterator[Markup]:
    for key, name in (("Aufzhlungszeichen", "List Bullet"), ("Listennummer", "List Number")):
        yield paragraph_style(key, name, joined([spacing(0, 80), _TIGHT]))
    yield paragraph_style("Listenfortsetzung", "List Continue", spacing(0, 80))
    yield paragraph_style("Angaben", "Angaben", joined([_UNBROKEN, spacing(0, 120)]), size(theme, 0.92))
    side = w("pBdr", line("left", f"#{tint(theme.main, 0.4)}", 18, 8))
    yield paragraph_style("Zitat", "Quote", joined([side, spacing(0, 120), w("ind", left=240)]))
    shade = joined([w("shd", val="clear", color="auto", fill="F4F4F4"), _UNBROKEN, spacing(0, 120)])
    yield paragraph_style("HTMLVorformatiert", "HTML Preformatted", shade,
                          joined([font(MONOSPACED), w("noProof"), size(theme, 0.85)]))  # fmt: skip
    rule = w("pBdr", line("bottom", GREY, 4))
    yield paragraph_style("Trennlinie", "Trennlinie", joined([rule, spacing(0, 200)]))
    yield paragraph_style("Abbildung", "Abbildung", joined([w("keepLines"), spacing(200, 200)]))
    yield paragraph_style("Beschriftung", "caption", joined([w("keepLines"), spacing(0, 240)]),
                          joined([ink(GREY), size(theme, 0.88)]), following="Standard")  # fmt: skip
    yield paragraph_style("Funotentext", "footnote text", spacing(0, 20), size(theme, 0.8))


def _in_tables(theme: Theme) -> Iterator[Markup]:
    for key, scale in (("", 0.9), ("klein", 0.8), ("winzig", 0.6)):
        name = f"Tabellentext {key}".strip()
        plain = f"Tabellentext{key}"
        tight = w("spacing", before=30, after=30, line=240, lineRule="auto")
        yield paragraph_style(plain, name, tight, size(theme, scale))
        yield paragraph_style(plain.replace("text", "kopf"), name.replace("text", "kopf"), w("keepNext"),
                              joined([w("b"), w("bCs"), ink(theme.main)]), based=plain)  # fmt: skip
    yield paragraph_style("Tabellenende", "Tabellenende",
                          w("spacing", before=0, after=0, line=160, lineRule="exact"))  # fmt: skip


def _characters(theme: Theme) -> Iterator[Markup]:
    yield w("style", w("name", val="Default Paragraph Font"), w("uiPriority", val=1), w("semiHidden"),
            type="character", default=1, styleId="AbsatzStandardschriftart")  # fmt: skip
    yield character_style("Entwurf", "Entwurf", joined([w("b"), w("bCs"), ink(theme.accent)]))
    yield character_style("Hyperlink", "Hyperlink", joined([ink(theme.accent), w("u", val="single")]))
    code = joined([font(MONOSPACED), w("noProof"), size(theme, 0.9)])
    yield character_style("HTMLCode", "HTML Code", code)
    yield character_style("Funotenzeichen", "footnote reference", w("vertAlign", val="superscript"))


def _tables(theme: Theme) -> Iterator[Markup]:
    sides = [w(side, w=85, type="dxa") for side in ("left", "right")]
    margins = w("tblCellMar", *sides)
    yield w("style", w("name", val="Normal Table"), w("uiPriority", val=99), w("semiHidden"),
            w("tblPr", margins), type="table", default=1, styleId="NormaleTabelle")  # fmt: skip
    borders = w("tblBorders", line("top", theme.main, 8, 0), line("bottom", theme.main, 8, 0),
                line("insideH", _PALE, 4, 0))  # fmt: skip
    head = w("tcPr", w("tcBorders", line("bottom", theme.main, 6, 0)),
             w("shd", val="clear", color="auto", fill=tint(theme.main, 0.1)))  # fmt: skip
    yield w("style", w("name", val="Bewerbungstabelle"), w("basedOn", val="NormaleTabelle"),
            w("uiPriority", val=40), w("qFormat"), w("tblPr", borders, margins),
            w("tblStylePr", head, type="firstRow"), type="table", styleId="Bewerbungstabelle")  # fmt: skip
