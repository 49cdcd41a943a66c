"""Writes the document as the parts of a Word file: real headings, lists, tables and notes to comment on."""

from collections.abc import Iterator, Mapping

from tea_assistant.document.docx.blocks import Blocks
from tea_assistant.document.docx.fields import field, heads
from tea_assistant.document.docx.front import contents, open_points, title_page
from tea_assistant.document.docx.notes import notes
from tea_assistant.document.docx.package import (
    content_types,
    core_properties,
    package_relations,
    program_properties,
    settings,
)
from tea_assistant.document.docx.page import section, text_height, text_width
from tea_assistant.document.docx.runs import run
from tea_assistant.document.docx.styles import styles
from tea_assistant.document.docx.targets import Relation, Targets
from tea_assistant.document.docx.xml import NOTHING, Markup, joined, w, word_part
from tea_assistant.document.facts import Facts
from tea_assistant.document.leaf import Leaf, Pictures
from tea_assistant.document.theme import Theme

_HEAD = Relation("header", "header1.xml")
_FOOT = Relation("footer", "footer1.xml")
_OPEN_FOOT = Relation("footer", "footer2.xml")
_FIRST = (
    Relation("styles", "styles.xml"),
    Relation("numbering", "numbering.xml"),
    Relation("settings", "settings.xml"),
    Relation("footnotes", "footnotes.xml"),
    _HEAD,
    _FOOT,
    _OPEN_FOOT,
)


def parts(leaf: Leaf, pictures: Pictures, theme: Theme, facts: Facts) -> Mapping[str, bytes]:
    """Return the parts of the file by their names in the package, in the order in which they belong there."""
    targets = Targets(_anchors(leaf), _FIRST)
    blocks = Blocks(targets, pictures, (text_width(theme), text_height(theme)))
    document = word_part("document", w("body", *_body(leaf, blocks, targets, theme, facts)))
    texts = {
        "document.xml": document,
        "styles.xml": styles(theme),
        "numbering.xml": blocks.numbering.part(),
        "settings.xml": settings(),
        "footnotes.xml": notes(targets.notes),
        _HEAD.target: word_part(
            "hdr", heads("Kopfzeile", run(facts.organisation), NOTHING, run(facts.title))
        ),
        _FOOT.target: word_part("ftr", _foot(leaf, theme)),
        _OPEN_FOOT.target: word_part("ftr", _open_foot(theme)),
    }
    return {
        "[Content_Types].xml": content_types(texts),
        "_rels/.rels": package_relations(),
        "docProps/core.xml": core_properties(facts),
        "docProps/app.xml": program_properties(facts),
        **{f"word/{name}": content for name, content in texts.items()},
        "word/_rels/document.xml.rels": targets.part(),
        **{f"word/{name}": content for name, content in targets.pictures.items()},
    }


def _body(leaf: Leaf, blocks: Blocks, targets: Targets, theme: Theme, facts: Facts) -> Iterator[Markup]:
    head, foot, open_foot = (targets.id(relation) for relation in (_HEAD, _FOOT, _OPEN_FOOT))
    yield from title_page(leaf, theme, facts, targets)
    yield from open_points(leaf, blocks, section(theme, head, open_foot, style="lowerRoman"))
    yield from contents(leaf, targets)
    yield blocks.blocks(leaf.body)
    # The title page counts, what is still open does not.
    yield section(theme, head, foot, start=2)


def _foot(leaf: Leaf, theme: Theme) -> Markup:
    page = joined([run("Seite "), field("PAGE")])
    # In a draft, Word would count the pages of what is still open too.
    total = NOTHING if leaf.draft else joined([run(" von "), field("NUMPAGES")])
    return heads(
        "Fuzeile",
        run(theme.footer),
        run("Entwurf", "draft") if leaf.draft else NOTHING,
        joined([page, total]),
    )


def _open_foot(theme: Theme) -> Markup:
    return heads("Fuzeile", run(theme.footer), NOTHING, run("Offene Punkte: kein Teil der Bewerbung"))


def _anchors(leaf: Leaf) -> Iterator[str]:
    for token in leaf.body:
        if token.type == "heading_open":
            yield str(token.meta["anchor"])
