"""Charts as SVG: well-formed and harmless whatever they are called, and the same bytes every time."""

import subprocess
import sys
from collections import Counter
from fractions import Fraction
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring
from hypothesis import given, settings
from hypothesis import strategies as st

from tea_assistant.document.chart import Chart, ChartKind, Point, Series, description
from tea_assistant.document.chart_scale import scale_of
from tea_assistant.document.chart_svg import OPENING, chart_svg

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"
HOSTILE = (
    '<script>alert("1")</script> ]]> [/x] #read("/etc/passwd") $x$ „Bürger*innen“ & \x00\x1b\ufffe😀\u202e'
)


def chart(kind: ChartKind = ChartKind.LINES, title: str = "Frauenanteile", series: int = 2) -> Chart:
    points = (
        Point("2019", Fraction(34), "34\u00a0%"),
        Point("2022", None, "n. v."),
        Point("2025", Fraction(43), "43\u00a0%", "*†"),
    )
    names = [f"{title} {number}" for number in range(series)] if series > 1 else [title]
    notes = ("* Nur gerundet veröffentlicht.", "n. v.: nicht veröffentlicht")
    return Chart("af03", kind, title, tuple(Series(name, points) for name in names), notes)


def drawn(one: Chart) -> Element:
    root: Element = fromstring(chart_svg(one))
    return root


def assert_harmless(root: Element) -> None:
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in KNOWN
        for name, value in element.attrib.items():
            assert not name.lower().startswith("on")
            assert name != HREF or value.startswith("#")
            assert "url(" not in value or value.startswith("url(#")


KNOWN = {"svg", "title", "desc", "g", "path", "use", "defs", "symbol", "pattern", "clipPath"}


@pytest.mark.parametrize(
    ("kind", "series"), [(ChartKind.COLUMNS, 1), (ChartKind.LINES, 4), (ChartKind.BARS, 3)]
)
def test_a_picture_says_what_it_shows(kind: ChartKind, series: int) -> None:
    one = chart(kind, "Frauenanteil in Führungspositionen", series)
    root = drawn(one)
    ids = Counter(element.attrib["id"] for element in root.iter() if "id" in element.attrib)
    title, told = root[0], root[1]
    assert (root.attrib["role"], root.attrib["lang"]) == ("img", "de")
    assert root.attrib["aria-labelledby"].split() == [title.attrib["id"], told.attrib["id"]]
    assert (title.tag, title.text) == (f"{SVG}title", one.title)
    assert (told.tag, told.text) == (f"{SVG}desc", description(one))
    assert set(ids.values()) == {1}
    assert all(name.startswith("af03-") for name in ids)
    used = {element.attrib[HREF][1:] for element in root.iter() if HREF in element.attrib}
    assert used
    assert used <= set(ids)
    # 16 cm, so that its letters keep their 10 points on paper.
    assert root.attrib["width"] == "453.543307087pt"
    assert_harmless(root)


@pytest.mark.parametrize("kind", ChartKind)
def test_hostile_words_are_words(kind: ChartKind) -> None:
    root = drawn(chart(kind, HOSTILE))
    assert_harmless(root)
    assert (root[0].text or "").startswith('<script>alert("1")</script> ]]> [/x] #read("/etc/passwd") $x$')
    assert "😀" in (root[1].text or "")


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=40), st.sampled_from(ChartKind))
def test_any_words_make_a_picture(words: str, kind: ChartKind) -> None:
    assert_harmless(drawn(chart(kind, words, series=1)))


def test_the_same_chart_gives_the_same_bytes() -> None:
    one = chart(title="Bürger*innen")
    code = (
        "import sys; from tests.document.test_chart_svg import chart, chart_svg;"
        "sys.stdout.buffer.write(chart_svg(chart(title='Bürger*innen')))"
    )
    other = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout
    assert chart_svg(one) == chart_svg(one) == other
    assert other.startswith(OPENING)


def test_columns_are_as_high_as_their_values_and_marked_ones_are_hollow() -> None:
    values = (Point("2019", Fraction(20), "20"), Point("2022", Fraction(40), "40"))
    marked = Point("2025", Fraction(30), "30", "*")
    root = drawn(Chart("x", ChartKind.COLUMNS, "Anteil", (Series("Anteil", (*values, marked)),)))
    boxes = [path.attrib for path in root.iter(f"{SVG}path") if path.attrib["d"].startswith("M 0 0v")]
    heights = [float(box["d"].split("v ")[1].split("h")[0]) for box in boxes if box["fill"] == "#12304a"]
    hollow = [box for box in boxes if "stroke-dasharray" in box]
    assert [height / heights[0] for height in heights] == pytest.approx([1, 2])
    assert [box["fill"] for box in hollow] == ["#ffffff"]


@pytest.mark.parametrize(
    ("highest", "top", "ticks"),
    [
        (Fraction(0), 1, ["0 %", "1 %"]),
        (Fraction(43), 50, ["0 %", "10 %", "20 %", "30 %", "40 %", "50 %"]),
        (Fraction(843, 10), 100, ["0 %", "20 %", "40 %", "60 %", "80 %", "100 %"]),
        (Fraction(100), 100, ["0 %", "20 %", "40 %", "60 %", "80 %", "100 %"]),
    ],
)
def test_a_scale_begins_at_nought_and_ends_above_the_highest(
    highest: Fraction, top: int, ticks: list[str]
) -> None:
    one = Chart("x", ChartKind.LINES, "", (Series("", (Point("2025", highest, ""),)),))
    scale = scale_of(one)
    assert scale.top == top
    assert [text.replace("\u00a0", " ") for _, text in scale.ticks] == ticks
    people = Chart("x", ChartKind.LINES, "", (Series("", (Point("", Fraction(3345), ""),)),), shares=False)
    assert scale_of(people).ticks[1][1] == "1.000"


def test_descriptions_are_sentences() -> None:
    assert description(chart(ChartKind.COLUMNS, "Frauenanteil", 1)) == (
        "Säulendiagramm: Frauenanteil; 2019: 34\u00a0%, 2022: n. v., 2025: 43\u00a0%*†. "
        "* Nur gerundet veröffentlicht. n. v.: nicht veröffentlicht."
    )
    assert description(chart(ChartKind.BARS)).startswith(
        "Balkendiagramm: Frauenanteile; Frauenanteile 0 2019: 34\u00a0%, 2022: n. v., "
    )


def test_without_its_title_a_picture_still_has_room_for_what_stands_on_top() -> None:
    def height(*, titled: bool) -> float:
        root = fromstring(chart_svg(chart(ChartKind.LINES), titled=titled))
        return float(root.attrib["height"].removesuffix("pt"))

    one_line, room_for_labels = 7, 21
    assert height(titled=True) - room_for_labels < height(titled=False) < height(titled=True) - one_line
