"""The document as all outputs take it: its pieces found, whatever is in it made harmless."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tea_assistant.document.leaf import Entry, read, words
from tea_assistant.document.markdown import assembled
from tests.document.case_files import application_of, load_case

DOCUMENT = """\
# Prädikat 2025 \\[/x\\]

**Stadt**, 3. Bewerbung

> **Entwurf.** Noch offen ist 1 Punkt:
>
> - **Teil** (1): Lücke

## Inhalt

- [Teil](#teil)
- [Anhang](#anhang): 3 von 11 erledigt

## Teil

{}

## Anhang
"""


def types(text: str) -> list[str]:
    return [child.type for token in read(DOCUMENT.format(text)).body for child in token.children or ()]


def test_all_pieces_are_found() -> None:
    leaf = read(DOCUMENT.format("Text"))
    assert leaf.title == "Prädikat 2025 [/x]"
    assert "".join(map(words, leaf.meta)) == "Stadt, 3. Bewerbung"
    assert [words(token) for token in leaf.draft if token.type == "inline"] == [
        "Entwurf. Noch offen ist 1 Punkt:",
        "Teil (1): Lücke",
    ]
    assert leaf.contents_title == "Inhalt"
    assert leaf.contents == (Entry("Teil", "teil"), Entry("Anhang", "anhang", "3 von 11 erledigt"))
    assert [words(token) for token in leaf.body if token.type == "inline"] == ["Teil", "Text", "Anhang"]


@pytest.mark.parametrize("name", ["whole", "empty", "hostile", "small-groups"])
def test_anchors_are_those_of_the_document(name: str) -> None:
    made = assembled(application_of(load_case(name)), pictures="x")
    leaf = read(made.text)
    anchors = [token.meta["anchor"] for token in leaf.body if token.type == "heading_open"]
    assert set(made.anchors.values()) <= set(anchors)
    assert [entry.anchor for entry in leaf.contents if entry.anchor not in anchors] == []


@pytest.mark.parametrize(
    "text",
    [
        "[x](javascript:alert(1))",
        "[x](#fehlt)",
        "![x](https://a.de/b.png)",
        "![x](../../x.png)",
        "{{a}}",
        "[[b]]",
    ],
)
def test_what_leads_nowhere_good_is_text(text: str) -> None:
    assert set(types(text)) == {"text"}


def test_good_links_and_pictures_stay() -> None:
    assert (
        types("[x](https://a.de)")[1]
        == types("[x](#anhang)")[1]
        == types("[x](mailto:a@b.de)")[1]
        == "link_open"
    )
    leaf = read(DOCUMENT.format('![Bild](b%20c/a.svg "Titel")'), {"b c/a.svg": b""})
    (image,) = (c for token in leaf.body for c in token.children or () if c.type == "image")
    assert (image.attrs["src"], image.attrs["title"], words(image)) == ("b c/a.svg", "Titel", "Bild")


def test_headings_skip_no_level_and_are_never_empty() -> None:
    leaf = read(DOCUMENT.format("##### Tief\n\n#\n\n### \u200b\n\n# Hoch\n\n#### Wieder"))
    assert [token.tag for token in leaf.body if token.type == "heading_open"] == [
        "h2",
        "h3",
        "h1",
        "h2",
        "h2",
    ]


@given(st.lists(st.sampled_from(["```", "\n", "# a", "## b", "x", " ", "````", "- "]), max_size=20))
@settings(max_examples=100)
def test_reading_chapter_by_chapter_is_reading_the_whole(pieces: list[str]) -> None:
    text = "".join(pieces)
    fenced = DOCUMENT.format(f"Text\n\n```\n{text.replace('`', '')}\n```\n\nEnde")
    assert [words(token) for token in read(fenced).body if token.type == "inline"] == [
        "Teil",
        "Text",
        "Ende",
        "Anhang",
    ]
    read(DOCUMENT.format(text))
