"""The document as a page: what it is made of, and what nobody can do with it."""

import re
from base64 import b64decode, b64encode
from datetime import date
from hashlib import sha256
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tea_assistant.document.contrast import READABLE, contrast
from tea_assistant.document.facts import Facts
from tea_assistant.document.html.page import write
from tea_assistant.document.html.style import style
from tea_assistant.document.leaf import read
from tea_assistant.document.markdown import assemble
from tea_assistant.document.theme import PLAIN, Logo, LogoKind, Theme
from tests.document.case_files import CASES, application_of, load_case
from tests.document.html_page import Element, read_page

FACTS = Facts("TOTAL E-QUALITY Prädikat 2025", "Stadt Möhringen [/x] & Söhne", "2025", date(2025, 3, 1))
CHART = b'<svg xmlns="http://www.w3.org/2000/svg"><title id="t">Frauen</title></svg>'
PICTURES = {"x.bilder/af03.svg": CHART}
KNOWN = frozenset(
    (
        *("html", "head", "meta", "title", "style", "body", "header", "nav", "main", "footer", "section"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "p", "pre", "blockquote", "hr", "div", "details", "summary"),
        *("ul", "ol", "li", "dl", "dt", "dd", "figure", "figcaption", "img"),
        *("table", "caption", "thead", "tbody", "tr", "th", "td"),
        *("a", "em", "strong", "code", "span", "br", "wbr"),
    )
)


def page(markdown: str, theme: Theme = PLAIN, facts: Facts = FACTS) -> Element:
    return read_page(write(read(markdown, PICTURES), PICTURES, theme, facts))


def whole(*, final: bool = False) -> str:
    case = load_case("whole")
    standing = {} if final else {"af02": (3, 3), "af03": (2, 11)}
    text = assemble(application_of(case), gaps=case["gaps"], standing=standing, final=final)
    return f"{text}\n![Säulendiagramm: Frauen; 2025: 43 %](x.bilder/af03.svg)\n"


def body_of(text: str) -> Element:
    """Return the main part of a page whose only part holds a text."""
    return page(f"# Titel\n\n**Stadt**\n\n## Inhalt\n\n- [Teil](#teil)\n\n## Teil\n\n{text}\n").all("main")[0]


def test_the_page_is_made_of_parts_that_assistive_technology_knows() -> None:
    found = page(whole())
    (root,) = found.all("html")
    assert root.attributes["lang"] == "de"
    assert found.all("title")[0].text.split("\n")[1] == (
        "TOTAL E-QUALITY Prädikat 2025 – Stadt Möhringen [/x] & Söhne – Entwurf"
    )
    assert [element.name for element in found.all("body")[0].inside if isinstance(element, Element)] == (
        ["a", "header", "nav", "main"]
    )
    assert len(found.all("h1")) == len(found.all("header")[0].all("h1")) == 1
    levels = [int(heading.name[1]) for heading in found.all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert all(deeper <= level + 1 for level, deeper in pairwise(levels))
    headings = {heading.attributes.get("id"): heading for heading in found.all("h2")}
    for section in found.all("main")[0].inside:
        if isinstance(section, Element) and "class" not in section.attributes:
            assert headings[section.attributes["aria-labelledby"]] is section.inside[0]


def test_every_link_inside_lands_and_no_id_is_there_twice() -> None:
    found = page(whole())
    ids = [element.attributes["id"] for element in found.all() if "id" in element.attributes]
    assert len(set(ids)) == len(ids)
    inside = [link.attributes["href"] for link in found.all("a") if link.attributes["href"].startswith("#")]
    assert len(inside) > 20
    assert {href[1:] for href in inside} <= set(ids)
    labels = [element.attributes.get("aria-labelledby", ids[0]) for element in found.all()]
    assert set(labels) <= set(ids)
    assert found.all("a")[0].attributes["href"] == f"#{found.all('main')[0].attributes['id']}"


def test_statements_and_measures_lead_to_one_another() -> None:
    found = page(whole())

    def links_under(anchor: str) -> set[str]:
        (section,) = (
            section
            for section in found.all("section")
            if isinstance(section.inside[0], Element) and section.inside[0].attributes.get("id") == anchor
        )
        return {link.attributes["href"] for link in section.all("a")}

    assert "#mentoring-für-frauen" in links_under("mentoring")
    assert "#mentoring" in links_under("mentoring-für-frauen")


def test_the_contents_tell_in_a_draft_alone_how_far_each_part_is() -> None:
    draft, final = page(whole()), page(whole(final=True))
    told = [span.text for span in draft.all("nav")[0].all("span")]
    assert told == ["vollständig", "2 von 11 erledigt"]
    (mark,) = draft.all("details")[0].all("summary")
    assert "Entwurf" in mark.text
    assert not final.all("nav")[0].all("span")
    assert "Entwurf" not in final.text
    lines = [" ".join(link.text.split()) for link in final.all("nav")[0].all("a")]
    assert lines == [entry.title for entry in read(whole(final=True)).contents]


def test_tables_say_what_their_heads_head() -> None:
    main = body_of(
        "| Kennzahl | 2025 | |\n| --- | ---: | :---: |\n| Frauen | 43 % | x |\n|  | 3 | |\n\n- ¹ Köpfe"
    )
    (table,) = main.all("table")
    assert table.all("caption")[0].text.split() == ["Tabelle", "1:", "Teil"]
    assert [(cell.name, cell.attributes) for cell in table.all("th", "td")] == [
        ("th", {"scope": "col"}),
        ("th", {"class": "number", "scope": "col"}),
        ("td", {"class": "middle"}),
        ("th", {"scope": "row"}),
        ("td", {"class": "number"}),
        ("td", {"class": "middle"}),
        ("td", {}),
        ("td", {"class": "number"}),
        ("td", {"class": "middle"}),
    ]
    (frame,) = (element for element in main.all("div") if table in element.inside)
    assert frame.attributes["tabindex"] == "0"
    assert main.all("ul")[0].attributes["class"] == "notes"
    plain = body_of("| Wort | Sinn |\n| --- | --- |\n| Mappe | Ordner |")
    assert not [cell for cell in plain.all("th") if cell.attributes["scope"] == "row"]


def test_labelled_lists_are_facts_and_others_stay_lists() -> None:
    (facts,) = body_of("- **Ort:** Herne\n- **Wer:** alle\n  - **Amt:** eins\n  - zwei").all("dl")
    assert [" ".join(term.text.split()) for term in facts.all("dt")] == ["Ort:", "Wer:"]
    assert [" ".join(told.text.split()) for told in facts.all("dd")] == ["Herne", "alle Amt: eins zwei"]
    assert len(facts.all("li")) == 2
    for text in (
        "- **Ort:** Herne\n- Bochum",
        "1. **Ort:** Herne",
        "- **Ort** Herne",
        "- **Ort:**Herne",
        "- x\n\n- **A:** b",
        "-",
    ):
        assert not body_of(text).all("dl"), text
    assert body_of("**Maßnahmen:** [A](#teil), [B](#teil)").all("p")[0].attributes == {"class": "see"}


def test_a_chart_is_in_the_page_with_its_values_in_words() -> None:
    main = body_of('![Säulendiagramm: Frauen\\*; 2025: 43 %](x.bilder/af03.svg "Frauen & „Führung“")')
    (figure,) = main.all("figure")
    (image,) = figure.all("img")
    address, _, data = image.attributes["src"].partition(",")
    assert (address, b64decode(data)) == ("data:image/svg+xml;base64", CHART)
    assert image.attributes["alt"] == "Diagramm: Frauen & „Führung“"
    assert figure.all("figcaption")[0].text.strip() == "Frauen & „Führung“"
    assert "Säulendiagramm: Frauen*; 2025: 43 %" in figure.all("details")[0].text
    assert body_of("![Nur Worte](x.bilder/af03.svg)").all("img")[0].attributes["alt"] == "Nur Worte"
    beside = body_of("Text ![Bild](x.bilder/af03.svg) Text ![fort](https://example.org/x.png)")
    assert [image.attributes["alt"] for image in beside.all("img")] == ["Bild"]
    assert "fort" in beside.text


def test_nothing_is_asked_of_the_network() -> None:
    for name in ("whole", "hostile"):
        found = page(
            assemble(application_of(load_case(name))), Theme(logo=Logo(LogoKind.PNG, b"\x89PNG", "W"))
        )
        assert_closed(found)
        (policy,) = (meta.attributes for meta in found.all("meta") if "http-equiv" in meta.attributes)
        digest = b64encode(sha256(style(PLAIN).encode("utf-8")).digest()).decode("ascii")
        assert policy["content"].split("; ") == [
            *("default-src 'none'", f"style-src 'sha256-{digest}'", "img-src data:"),
            *("base-uri 'none'", "form-action 'none'"),
        ]
        assert found.all("style")[0].inside == [style(PLAIN)]


def assert_closed(found: Element) -> None:
    """Nothing on a page runs, loads or leads elsewhere than a link may."""
    assert {element.name for element in found.all()} <= KNOWN
    for element in found.all():
        assert not {name for name in element.attributes if name.startswith("on")}
        assert not {"style", "srcset", "background", "action"} & element.attributes.keys()
        if "href" in element.attributes:
            assert element.name == "a"
            assert re.match(r"#|https?://|mailto:|tel:", element.attributes["href"], re.IGNORECASE)
        if "src" in element.attributes:
            assert element.name == "img"
            assert re.match("data:image/(svg\\+xml|png|jpeg);base64,", element.attributes["src"])
    assert not re.search(r"url\(|@import|//|</|\\", found.all("style")[0].text)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "//evil.example", "../x.pdf", "data:text/html,x", ""]
)
def test_links_that_lead_nowhere_safe_become_text(address: str) -> None:
    main = body_of(f"[hier](<{address}>) und [da](https://example.org/?a=1&b=2)")
    assert [link.attributes["href"] for link in main.all("p")[0].all("a")] == ["https://example.org/?a=1&b=2"]
    assert re.fullmatch(r"(\[hier\]\(.*\)|hier) und da", main.all("p")[0].text.strip())


HOSTILE = st.lists(
    st.sampled_from(
        [
            *(
                "<script>",
                "</style>",
                "</main>",
                "<!--",
                "]]>",
                '"',
                "'",
                "&quot;",
                "&#60;",
                "<img src=x onerror=y>",
            ),
            *(
                "[x](javascript:a)",
                '[y](https://a.b/"onclick=z)',
                "![p](http://a.b/c.png)",
                "<http://a.b>",
                "`",
            ),
            *(
                "# ",
                "- ",
                "- **A:** ",
                "> ",
                "1. ",
                "| a | b |\n| - | -: |\n| c |",
                "\n",
                "\n\n",
                "    ",
                "```\n",
                "*",
            ),
            *(
                "\x00",
                "\u202e",
                "\ud7ff",
                "ש",
                "👩‍💻",
                "Bürger*innen",
                '#read("/etc/passwd")',
                "{{x}}",
                "[[y]]",
                "x" * 500,
            ),
        ]
    ),
    max_size=12,
).map("".join)


@settings(deadline=None, max_examples=100)
@given(HOSTILE, HOSTILE)
def test_no_text_becomes_more_than_text(text: str, line: str) -> None:
    one = " ".join(line.split())
    logo = Logo(LogoKind.SVG, b'<svg onload="x"/>', line)
    found = page(
        f"# {one}\n\n> **Entwurf.** {one}\n\n## Inhalt\n\n- [Teil](#teil): {one}\n\n## Teil\n\n{text}\n",
        Theme(footer=line, logo=logo),
        Facts(line, line, "2025", date(2025, 3, 1)),
    )
    assert_closed(found)
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", found.text)


def test_deep_and_long_texts_pass() -> None:
    deep = "*" * 4000 + "a" + "*" * 4000
    assert b"<strong>a</strong>" in write(read(f"# T\n\n## Inhalt\n\n## Teil\n\n{deep}\n"), {}, PLAIN, FACTS)
    assert "tief" in body_of("> " * 6 + "- " * 3 + "tief").text
    assert "x" * 5000 in body_of("x" * 5000).text
    rows = "\n".join(f"| Zeile {at} | {at} |" for at in range(300))
    assert len(body_of(f"| a | b |\n| --- | ---: |\n{rows}").all("tr")) == 301


COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@given(COLOURS, COLOURS)
def test_every_house_style_can_be_read_by_day_and_by_night(main: str, accent: str) -> None:
    light, dark = re.findall(r":root \{([^}]*)\}", style(Theme(main=main, accent=accent)))
    for variables in (light, dark):
        colours = dict(re.findall(r"--(\w+): (#\w{6});", variables))
        for text in ("ink", "soft", "main", "accent"):
            assert contrast(colours[text], colours["paper"]) >= READABLE
            assert contrast(colours[text], colours["tint"]) >= READABLE


def test_the_same_document_gives_the_same_bytes() -> None:
    first, second = (write(read(whole(), PICTURES), PICTURES, PLAIN, FACTS) for _ in range(2))
    assert first == second
    assert b"\r" not in first


def test_logo_and_footer_are_those_of_the_house() -> None:
    theme = replace(PLAIN, footer="Rathaus & <Büro>", logo=Logo(LogoKind.JPG, b"\xff\xd8", 'Wappen "M"'))
    found = page(whole(), theme)
    (image,) = found.all("header")[0].all("img")
    assert image.attributes == {"src": "data:image/jpeg;base64,/9g=", "alt": 'Wappen "M"'}
    assert found.all("footer")[0].text.strip() == "Rathaus & <Büro>"


def test_an_empty_document_is_a_page_too() -> None:
    found = page((CASES / "empty.md").read_text(encoding="utf-8"))
    assert len(found.all("h1")) == 1
    assert not found.all("nav")
