"""The report as a web page: nothing in it can run but its filter, and it is well formed."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from tea_assistant.model.finding import Severity
from tea_assistant.report.content import Entry, FieldMatrix, FullReport, MatrixRow, ProofState
from tea_assistant.report.html.page import as_html
from tea_assistant.report.html.script import SCRIPT
from tea_assistant.report.markdown import as_markdown
from tea_assistant.report.reviews import Answer, Difference, Person, Remark, Reviews, Signature, Worth
from tea_assistant.report.state import read_former
from tea_assistant.services import check
from tea_assistant.services.report.report import full_report
from tea_assistant.services.session import Session
from tests.document.hostile_dossier import INLINE
from tests.document.html_page import Element, read_page
from tests.report import flawed

LINES = [
    *INLINE,
    "# Kopf",
    "- Liste",
    "1. Zahl",
    "> Zitat",
    "===",
    "|a|b|",
    "</script>",
    "</style>",
    "]]>",
    "\u2028x",
]
ACTIVE = {"href", "src", "action", "formaction", "style", "srcdoc", "data", "poster", "background", "ping"}


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> FullReport:
    """Return a report that has all sections."""
    return full_report(flawed.opened(flawed.write(tmp_path_factory.mktemp("bericht") / "mappe")))


def saying(report: FullReport, text: str) -> FullReport:
    """Return the report with a text in every place that somebody else can fill."""
    from msgspec.structs import replace

    entry = report.findings[0]
    finding = replace(entry.finding, message=text, hint=text, file=text, part=text, accepted=text)
    hostile = Entry(finding, text, text, new=True)
    groups = tuple(
        replace(part, label=text, groups=tuple(replace(g, entries=(hostile,)) for g in part.groups))
        for part in report.parts
    )
    said = Answer(text, text, text, "erledigt")
    remark = Remark(text, text, "Anmerkung", text, text, text, text, "offen", open=True, answers=(said,))
    signature = Signature(
        text, text, text, Worth.VOID, (Difference(text, text, text + "x"), Difference(text, None, text))
    )
    return replace(
        report,
        organisation=text,
        findings=(hostile,),
        parts=groups,
        accepted=(hostile,),
        matrix=(FieldMatrix("af03", text, {"m": text}, (MatrixRow(text, text, text, frozenset({"m"})),)),),
        unlinked=(text,),
        proofs=(ProofState(text, text, text, text, False, (text,), (text,), text),),
        reviews=Reviews((remark,), (Person(text, (signature,), 3),), ()),
    )


def assert_harmless(page: str) -> Element:
    read = read_page(page.encode("utf-8"))
    scripts = read.all("script")
    assert [script.attributes.get("type") for script in scripts] == ["application/json", None]
    assert scripts[1].inside == [SCRIPT]
    for element in read.all():
        assert element.name not in ("iframe", "img", "object", "embed", "link", "base")
        assert not {name for name in element.attributes if name.startswith("on")}
        for name in ACTIVE & element.attributes.keys():
            assert name == "href"
            assert element.attributes[name].startswith("#")
    return read


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.one_of(
        st.sampled_from(LINES),
        st.text(max_size=40),
        st.lists(st.sampled_from(LINES), max_size=3).map(" ".join),
    )
)
def test_no_text_is_more_than_text(report: FullReport, text: str) -> None:
    from tea_assistant.document.theme import PLAIN

    hostile = saying(report, f"{text} z")
    page = as_html(hostile, PLAIN)
    read = assert_harmless(page)
    assert read_former(page.encode("utf-8", "replace").decode("utf-8")).state.cycle == "2025"
    plain = as_html(saying(report, "x"), PLAIN)
    names = [
        element.name
        for element in read_page(plain.encode()).all()
        if element.name not in ("wbr", "p", "blockquote", "del", "ins")
    ]
    assert [e.name for e in read.all() if e.name not in ("wbr", "p", "blockquote", "del", "ins")] == names
    markdown = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(as_markdown(hostile))
    inside = [child.type for token in markdown for child in token.children or ()]
    assert not {"html_inline", "link_open", "image", "code_inline", "em_open"} & set(inside)
    assert not {"html_block", "fence", "code_block", "hr"} & {token.type for token in markdown}
    expected = (
        MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(as_markdown(saying(report, "x")))
    )
    assert [t.tag for t in markdown if t.type == "heading_open"] == [
        t.tag for t in expected if t.type == "heading_open"
    ]


def test_the_policy_allows_its_own_style_and_filter_only(session: Session) -> None:
    page = check.as_html(session)
    read = assert_harmless(page)
    (policy,) = [m.attributes["content"] for m in read.all("meta") if "http-equiv" in m.attributes]
    (style,) = read.all("style")
    for kind, content in (("style", style.inside[0]), ("script", SCRIPT)):
        assert isinstance(content, str)
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; ")
    assert not re.search(r"url\(|@import|https?:", str(style.inside[0]))


def test_without_the_filter_everything_is_seen(session: Session) -> None:
    read = read_page(check.as_html(session).encode("utf-8"))
    hidden = [element for element in read.all() if "hidden" in element.attributes]
    assert [element.attributes["id"] for element in hidden] == ["filter"]
    for entry in session.report.findings:
        assert " ".join(entry.message.split()) in " ".join(read.text.split())
    found = [e.attributes["data-severity"] for e in read.all("li") if "data-severity" in e.attributes]
    counted = [found.count(severity) for severity in Severity]
    accepted = len(session.report.accepted)
    assert sum(counted) == sum(session.report.counts.values()) + accepted


def test_all_links_lead_somewhere_and_all_names_are_there(session: Session) -> None:
    read = read_page(check.as_html(session).encode("utf-8"))
    names = [element.attributes["id"] for element in read.all() if "id" in element.attributes]
    assert len(names) == len(set(names))
    led = {e.attributes["href"].removeprefix("#") for e in read.all("a")}
    led |= {e.attributes["aria-labelledby"] for e in read.all() if "aria-labelledby" in e.attributes}
    assert led <= set(names)


def test_the_page_asks_for_no_file_of_the_dossier(session: Session, root: Path) -> None:
    assert str(root) not in check.as_html(session)
