"""Whatever is written, all outputs are made, do nothing but show it, and show all of it or it is reported."""

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from pypdf import PdfReader

from tea_assistant.document.leaf import read
from tea_assistant.document.markdown import assembled
from tea_assistant.document.theme import PLAIN
from tea_assistant.model.application import Application
from tea_assistant.model.finding import Finding
from tea_assistant.prose.glyphs import pieces, stand_in
from tea_assistant.prose.links import leads_out
from tea_assistant.prose.unprinted import unprinted
from tea_assistant.services.build import outputs
from tea_assistant.services.manuscript import manuscript
from tea_assistant.services.session import Session
from tea_assistant.services.transfer import transferables
from tests.document import docx_reading, hostile_dossier, html_page, pdf_reading
from tests.document.case_files import application_of, load_case
from tests.document.hostile_dossier import BLOCKS, HIDDEN, INLINE, numbered
from tests.document.test_html import assert_closed
from tests.document.test_same_words import FACTS, OUTPUTS, rendered_words

READERS: Mapping[str, Callable[[bytes], list[str]]] = {
    ".md": lambda content: rendered_words(content.decode("utf-8")),
    ".html": html_page.body_words,
    ".docx": docx_reading.body_words,
    ".pdf": pdf_reading.body_words,
}
IN_PROSE, AS_WRITTEN = 4, 7
"""How often each text is printed: in opening, portrait, statement and summary, and in lines."""


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    return Session(hostile_dossier.write(tmp_path_factory.mktemp("feindlich")), "2025")


@pytest.fixture(scope="module")
def made(session: Session) -> Mapping[str, bytes]:
    files = outputs(manuscript(session, final=True))
    return {Path(name).suffix: content for name, content in files.items()}


@pytest.fixture(scope="module")
def said(made: Mapping[str, bytes]) -> Mapping[str, str]:
    return {ending: " ".join(read_words(made[ending])) for ending, read_words in READERS.items()}


@pytest.mark.parametrize("ending", READERS)
def test_every_text_is_to_be_seen(said: Mapping[str, str], ending: str) -> None:
    seen = printed_letters if ending == ".pdf" else squashed
    page = squashed(said[ending]) if seen is squashed else letters(said[ending])
    for mark, written in numbered().items():
        prose, line = seen(f"{mark} {INLINE[written]}"), seen(f"{mark} {as_line(written)}")
        least = (IN_PROSE, AS_WRITTEN) if prose != line else (IN_PROSE + AS_WRITTEN, 0)
        assert page.count(prose) >= least[0], written[:80]
        assert page.count(line) >= least[1], written[:80]
    for words in BLOCKS.values():
        assert all(seen(word) in page for word in words)


def test_nothing_runs_and_nothing_leads_astray(made: Mapping[str, bytes], said: Mapping[str, str]) -> None:
    assert_closed(html_page.read_page(made[".html"]))
    with zipfile.ZipFile(io.BytesIO(made[".docx"])) as word:
        parts = {name: word.read(name).decode("utf-8") for name in word.namelist() if "media" not in name}
    outside = re.findall(r'Target="([^"]*)" TargetMode="External"', "".join(parts.values()))
    reader = PdfReader(io.BytesIO(made[".pdf"]))
    actions = [
        note.get_object()["/A"] for page in reader.pages for note in page.get("/Annots", ()) if "/A" in note
    ]
    assert {action["/S"] for action in actions} == {"/URI"}
    assert outside
    assert all(map(leads_out, [*outside, *(str(action["/URI"]) for action in actions)]))
    assert not {"/OpenAction", "/AA"} & reader.root_object.keys()
    assert not {"/EmbeddedFiles", "/JavaScript"} & reader.root_object.get("/Names", {}).keys()
    # Of files that a text names, no word is in a document, and no picture.
    everything = [*parts.values(), *said.values(), made[".html"].decode()]
    assert not any(HIDDEN in text or "root:x:" in text for text in everything)


@pytest.mark.parametrize(
    ("code", "written"),
    [
        ("TEA030", '"file": "../geheim.txt"'),
        ("TEA441", "😀"),
        ("TEA443", '"file": "attachments/kaputt.png"'),
        ("TEA444", "![Bild](https:"),
        ("TEA444", "[c](../geheim.txt)"),
        ("TEA444", "> - " * 26 + "beidestief"),
    ],
)
def test_what_is_not_shown_as_written_is_reported_where_it_stands(
    session: Session, code: str, written: str
) -> None:
    assert any(
        place(session, finding).startswith(written)
        for finding in session.report.findings
        if finding.code == code
    )


def test_the_portal_gets_every_text_too(session: Session) -> None:
    told = squashed(" ".join(each.text.text for each in transferables(session.application)))
    for mark, written in numbered().items():
        assert told.count(squashed(f"{mark} {INLINE[written]}")) >= IN_PROSE - 1, written[:80]
    assert HIDDEN not in told


MARKS = st.sampled_from(
    [
        *(
            "*",
            "**",
            "_",
            "`",
            "```\n",
            "~~~\n",
            "> ",
            "- ",
            "1. ",
            "# ",
            "    ",
            "\t",
            "\n",
            "\n",
            "\n\n",
            "\\",
        ),
        *(
            "[",
            "]",
            "](",
            ")",
            "![",
            "]:",
            "<",
            ">",
            "&",
            "|",
            "| - | - |\n",
            "|-|\n",
            "{{",
            "}}",
            "[[",
            "]]",
        ),
        *(
            "$",
            "#",
            "@",
            '"',
            "<!--",
            "-->",
            "---\n",
            "===\n",
            "\u202e",
            "\u2066",
            "\x00",
            "\x1b",
            "\ufffe",
            "ש",
            "😀",
        ),
        *("> " * 9, "- " * 9, "*" * 300, " "),
    ]
)
WHOLE = application_of(load_case("whole"))


@given(st.lists(st.lists(MARKS, max_size=4).map("".join), min_size=2, max_size=8), st.booleans())
@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_word_is_lost_without_a_word(marks: list[str], apart: bool) -> None:
    told = [f"wort{chr(97 + at)}" for at in range(len(marks))]
    text = (" " if apart else "").join(part for pair in zip(marks, told, strict=True) for part in pair)
    written = assembled(with_text(text)).text
    leaf = read(written)
    for write, read_words in OUTPUTS:
        said = "".join(read_words(write(leaf, {}, PLAIN, FACTS)))
        missing = [word for word in told if said.count(word) < 2]
        assert not missing or unprinted(text)
        # What is no prose stands there as it was written.
        assert all(said.count(word) >= 1 for word in told)


def with_text(text: str) -> Application:
    """Return an application with a text in every kind of place: a title, an opening, a statement, a note."""
    answer, evidence = WHOLE.answer("af03"), WHOLE.dossier.evidence["mentoring-fuer-frauen"]
    mentoring = replace(answer.criteria["af03-mentoring"], statement=text)
    changed = replace(answer, opening=text, criteria={**answer.criteria, "af03-mentoring": mentoring})
    figures = {key: replace(each, note=text) for key, each in WHOLE.dossier.figures.items()}
    dossier = replace(
        WHOLE.dossier,
        organisation=replace(WHOLE.dossier.organisation, name=text, about=text),
        evidence={**WHOLE.dossier.evidence, evidence.id: replace(evidence, title=text, summary=text)},
        figures=figures,
    )
    fields = {**WHOLE.round.fields, "af03": changed}
    return replace(WHOLE, dossier=dossier, round=replace(WHOLE.round, fields=fields))


def place(session: Session, finding: Finding) -> str:
    """Return what stands where a finding points to."""
    lines = (session.root / finding.file).read_text(encoding="utf-8").split("\n")
    return lines[finding.line - 1][finding.column - 1 :]


def as_line(written: str) -> str:
    """Return a text as it stands where nothing in it is markup."""
    return re.sub("[\x00-\x1f\u202a-\u202e\u2066-\u2069\ufffe\uffff]", "\ufffd", written)


def squashed(text: str) -> str:
    return "".join(text.split())


def printed_letters(text: str) -> str:
    """Return the letters of a text on paper, with words for what the fonts lack."""
    return letters("".join(piece if shown else stand_in(piece) for piece, shown in pieces(text)))


def letters(text: str) -> str:
    """Return what reads from left to right: the rest is drawn the other way round, and so comes out."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isascii() and not c.isspace())
