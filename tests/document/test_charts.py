"""Which charts a document has, and how it names their files."""

from typing import Any

from tea_assistant.document.blocks import Section
from tea_assistant.document.chart import Chart, ChartKind, description
from tea_assistant.document.charts import comparison
from tea_assistant.document.markdown import assemble, assemble_part
from tea_assistant.document.outline import outline
from tea_assistant.document.pictures import picture_files
from tests.document.case_files import application_of, load_case

SHARE = "Frauenanteil in Führungspositionen"
PUBLISHED = "* Nur als gerundete Prozentzahl veröffentlicht, nicht nachgerechnet."


def charts(case: dict[str, Any]) -> dict[str, Chart]:
    return dict(picture_files(outline(application_of(case))))


def with_indicators(**changes: Any) -> dict[str, Any]:
    """Return the whole case with all its indicators drawn, and more on those named by their first words."""
    case = load_case("whole")
    drawn = {"chart": True, "fields": ["af03"]}
    indicators = case["indicators"]
    case["indicators"] = [i | drawn | changes.get(i["id"].split(".")[0], {}) for i in indicators]
    return case


def leadership(women: int, men: int) -> dict[str, Any]:
    return {"group": "leadership", "women": women, "men": men}


def test_a_figure_is_drawn_in_its_first_action_field_and_in_the_overview() -> None:
    found = charts(load_case("whole"))
    assert list(found) == ["figures.svg", "af03.svg"]
    one = found["af03.svg"]
    assert one.kind is ChartKind.BARS, "columns for two values would be giants"
    assert description(one) == (f"Balkendiagramm: {SHARE}; 2022: 36\u00a0%, 2025: 43\u00a0%*. {PUBLISHED}")
    assert [point.marks for point in one.series[0].points] == ["", "*"]


def test_nothing_is_drawn_unless_the_catalogue_wants_it_and_two_rounds_tell() -> None:
    case = load_case("whole")
    case["indicators"][1]["chart"] = False
    assert charts(case) == {}
    assert charts(load_case("whole") | {"cycle": "2022"}) == {}
    assert charts(load_case("empty")) == {}


def test_old_values_alone_are_no_course() -> None:
    case = load_case("whole")
    case["figures"]["2018-12-31"] = {"as_of": "2018-12-31", "rows": [leadership(70, 130)]}
    case["rounds"]["2019"] = {"figures": "2018-12-31"}
    case["rounds"]["2022"]["renews"] = "2019"
    assert charts(case)
    del case["figures"]["2024-12-31"]["rows"][1]
    assert charts(case) == {}


def test_shares_and_counts_share_no_chart() -> None:
    found = charts(with_indicators())
    # The first is a count, so the others wait for a chart of their own.
    assert [series.title for series in found["af03.svg"].series] == ["Beschäftigte"]
    assert not found["af03.svg"].shares
    found = charts(with_indicators(staff={"chart": False}))
    assert [series.title for series in found["af03.svg"].series] == [SHARE]


def test_several_figures_of_a_field_are_lines_in_one_picture() -> None:
    case = with_indicators(staff={"chart": False})
    case["figures"]["2024-12-31"]["rows"][-1] |= {"women": 30, "men": 10}
    case["figures"]["2021-12-31"]["rows"][-1] |= {"women": 21, "men": 7}
    one = charts(case)["af03.svg"]
    assert (one.kind, one.title) == (ChartKind.LINES, "Kennzahlen zu „Personalarbeit“ im Verlauf")
    told = "Frauenanteil bei Führung in Teilzeit 2022: 75\u00a0%, 2025: 75\u00a0%"
    assert told in description(one)


def test_small_groups_are_in_no_picture_and_no_description() -> None:
    case = load_case("whole")
    # 2021: 3 of 224, which nobody may see; two other rounds keep the course.
    case["figures"]["2018-12-31"] = {"as_of": "2018-12-31", "rows": [leadership(70, 130)]}
    case["figures"]["2021-12-31"]["rows"][1] = leadership(3, 221)
    case["rounds"]["2019"] = {"figures": "2018-12-31"}
    case["rounds"]["2022"]["renews"] = "2019"
    for one in charts(case).values():
        assert [(point.number is None, point.text) for point in one.series[0].points] == [
            (False, "35\u00a0%"),
            (True, "n. v."),
            (False, "43\u00a0%"),
        ]
        assert "2022: n. v." in description(one)
        assert "Wegen kleiner Fallzahl nicht veröffentlicht" in description(one)
    # One value is no course.
    del case["rounds"]["2022"]["renews"]
    assert charts(case) == {}


def test_what_was_counted_otherwise_says_so_and_is_not_joined() -> None:
    case = load_case("whole")
    case["figures"]["2021-12-31"]["basis"] = "full_time_equivalents"
    one = charts(case)["af03.svg"]
    assert [point.label for point in one.series[0].points] == ["36\u00a0%†", "43\u00a0%*"]
    assert one.notes[1].startswith("† Anders gezählt (Vollzeitäquivalente): ")


def test_two_rounds_side_by_side() -> None:
    application = application_of(load_case("whole"))
    one = comparison(application, "rueckblick", "2022")
    assert one is not None
    assert description(one) == (
        "Balkendiagramm: Die wichtigsten Kennzahlen 2022 und 2025; "
        f"{SHARE} 2022: 36\u00a0%, 2025: 43\u00a0%*. {PUBLISHED}"
    )
    assert comparison(application, "rueckblick", "2019") is None


def test_without_a_folder_words_stand_for_a_picture() -> None:
    application = application_of(load_case("whole"))
    words = f"\nBalkendiagramm: {SHARE}; 2022: 36\u00a0%, 2025: 43\u00a0%\\*. \\* Nur als"
    assert words in assemble_part(application, "af03")
    assert assemble(application).count(words) == 2
    assert "![" not in assemble(application)


def test_files_keep_apart_and_stay_in_their_folder() -> None:
    case = load_case("whole")
    sections = outline(application_of(case)).sections
    (one,) = (b for s in sections if s.id == "af03" for b in s.blocks if isinstance(b, Chart))
    laid_out = outline(
        application_of(case | {"catalogue": case["catalogue"] | {"parts": [PROGRESS]}}),
        {"x": tuple(Section(str(at), "x", "X", 2, (chart(one, name),)) for at, name in enumerate(NAMES))},
    )
    assert list(picture_files(laid_out)) == ["etc-passwd.svg", "etc-passwd-2.svg", "con-1.svg"]


PROGRESS = {"id": "x", "kind": "progress", "title": "X"}
NAMES = ("../../etc/passwd", "etc passwd", "CON")


def chart(one: Chart, name: str) -> Chart:
    return Chart(name, one.kind, one.title, one.series)
