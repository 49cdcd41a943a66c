"""One invented plan as Markdown, Word, PDF, web page and text: all say the same; and real documents."""

import json
from collections import Counter
from pathlib import Path

import pytest

from tea_assistant.cli.main import main
from tea_assistant.importing.documents.documents import read_document
from tea_assistant.importing.grids import grids_of
from tea_assistant.model.evidence import Origin
from tea_assistant.model.source_document import Block, BlockKind, Purpose, Region, SourceDocument, SourceKind

PLAN = Path(__file__).parent / "plan"
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
RHEINE = SEEDS / "stadt-rheine-gleichstellungsplan.md"
CAPTION = "Frauenanteile in den Laufbahngruppen"
needs_seeds = pytest.mark.skipif(
    not SEEDS.exists(), reason="the public documents are not part of this repository"
)


def read(path: Path) -> SourceDocument:
    return read_document(path.name, path.read_bytes())


def told(document: SourceDocument) -> list[list[str]]:
    return [row(block) for block in document.blocks]


def row(block: Block) -> list[str]:
    kind = f"{block.kind} {block.level}" if block.level else block.kind.value
    return [
        block.region,
        kind,
        block.number,
        block.text,
        block.label,
        block.purpose or "",
        " > ".join(block.headings),
    ]


def expected() -> list[list[str]]:
    rows: list[list[str]] = json.loads((PLAN / "plan.json").read_text("utf-8"))
    return rows


@pytest.mark.parametrize("kind", ["md", "docx", "pdf", "html"])
def test_all_kinds_of_files_say_the_same(kind: str) -> None:
    document = read(PLAN / f"plan.{kind}")

    assert told(document) == expected()
    assert (document.language, document.remarks) == ("de", ())
    assert document.pages == (5 if kind == "pdf" else None)


def test_wrapped_text_says_the_same_but_for_its_tables() -> None:
    without_tables = [row for row in expected() if not row[1].startswith("table") and row[3] != CAPTION]
    assert told(read(PLAN / "plan.txt")) == without_tables


def test_lines_and_pages_are_those_that_a_person_sees() -> None:
    lines = (PLAN / "plan.md").read_text("utf-8").split("\n")
    for block in read(PLAN / "plan.md").blocks:
        if block.kind is not BlockKind.TABLE:
            assert block.line is not None
            assert block.text.split()[-1].rstrip("-") in " ".join(lines[block.line - 1 : block.line + 1])

    pages = {block.text: block.page for block in read(PLAN / "plan.pdf").blocks}
    assert pages["Vorwort"] == 2
    assert pages["Führung in Teilzeit"] == 4
    assert pages["Das Gesetz tritt morgen in Kraft."] == 5


def test_a_block_tells_where_it_comes_from() -> None:
    document = read(PLAN / "plan.pdf")
    measure = next(block for block in document.blocks if block.text.startswith("Erprobung"))

    assert document.origin_of(measure) == Origin(
        document="plan.pdf", heading="2.1.1 Führung in Teilzeit", page=4, sha256=document.sha256
    )


@pytest.mark.parametrize("kind", ["docx", "pdf", "html"])
def test_tables_of_all_kinds_of_files_are_offered_to_the_audit(kind: str) -> None:
    def texts(name: str) -> list[tuple[str, list[list[str]]]]:
        grids = grids_of(name, (PLAN / name).read_bytes())
        return [(grid.title, [[cell.text for cell in row] for row in grid.rows]) for grid in grids]

    assert [rows for _, rows in texts(f"plan.{kind}")] == [rows for _, rows in texts("plan.md")]
    assert texts(f"plan.{kind}")[0][0] == CAPTION


def test_progress_is_told_page_by_page() -> None:
    heard: list[tuple[int, int]] = []
    read_document(
        "plan.pdf", (PLAN / "plan.pdf").read_bytes(), lambda done, total: heard.append((done, total))
    )
    assert heard == [(page, 5) for page in range(1, 6)]


@needs_seeds
def test_a_real_plan_has_the_goals_and_measures_that_were_counted_by_hand() -> None:
    document = read(RHEINE)

    found = Counter(
        (next(heading for heading in block.headings if "Handlungsfeld" in heading)[:3], block.purpose)
        for block in document.body
        if block.purpose and block.kind is BlockKind.BULLET and block.level == 1
    )
    # By hand; a goal of three parts and an item that a page tears apart count once.
    goals = {"6.1": 3, "6.2": 7, "6.3": 5, "6.4": 11, "6.5": 5}
    measures = {"6.1": 5, "6.2": 9, "6.3": 15, "6.4": 21, "6.5": 3}
    by_hand = {(field, Purpose.GOAL): count for field, count in goals.items()}
    by_hand |= {(field, Purpose.MEASURE): count for field, count in measures.items()}
    assert found == by_hand
    assert [block.number for block in document.body if block.text.startswith("Handlungsfeld ")] == list(goals)
    assert not any(block.purpose for block in document.blocks if block.region is not Region.BODY)
    torn = next(block for block in document.body if block.line == 454)
    assert "die teilnahmebedingten Zeiten" in torn.text


@needs_seeds
def test_a_real_plan_ends_in_annexes_and_a_law() -> None:
    document = read(RHEINE)
    begins = {region: next(b.line for b in document.blocks if b.region is region) for region in Region}
    assert begins == {
        Region.FRONT: 3,
        Region.CONTENTS: 5,
        Region.BODY: 48,
        Region.ANNEX: 619,
        Region.LAW: 954,
    }
    assert document.blocks[-1].region is Region.LAW
    tables = Counter(block.region for block in document.blocks if block.grid)
    assert tables == {Region.CONTENTS: 2, Region.BODY: 8, Region.ANNEX: 15, Region.LAW: 2}
    assert [
        block.heading for block in document.body if block.kind is BlockKind.HEADING and block.level <= 2
    ] == [
        "1 Vorwort",
        "Teil A Allgemeiner Teil",
        "2 Zielsetzung des Gleichstellungsplanes",
        "3 Gleichstellungsbeauftragte",
        "4 Geltungsbereich, Geltungsdauer, Controlling, Inkrafttreten",
        "Teil B Bericht und Fortschreibung",
        "5 Bericht Beschäftigtenstruktur - Bestandsaufnahme und Analyse",
        "6 Fortschreibung – Ziele und Maßnahmen zur Chancengleichheit",
    ]


@needs_seeds
def test_other_real_documents_are_read_in_their_parts() -> None:
    juries = read(SEEDS / "stadt-herne-praedikate.md")
    titles = [block.text for block in juries.blocks if block.text.startswith("TOTAL E-QUALITY Prädikat")]
    assert [title[25:29] for title in titles] == ["2025", "2022", "2019"]
    release = read(SEEDS / "cross-mentoring-koeln-duesseldorf.md")
    [heading] = (block for block in release.blocks if block.kind is BlockKind.HEADING)
    assert (heading.line, heading.text[:12]) == (5, "OB Reker und")
    hannover = read(SEEDS / "region-hannover-gender-award.md")
    assert (hannover.kind, len(hannover.blocks)) == (SourceKind.MARKDOWN, 6)


def test_an_application_of_this_program_is_read_back_field_by_field(tmp_path: Path) -> None:
    dossier = Path(__file__).parents[2] / "examples" / "stadt-herne"
    assert main(["build", str(dossier), "--cycle", "2025", "--format", "all", "-o", str(tmp_path)]) == 0

    fields = {
        kind: [
            (block.heading, block.level)
            for block in read(tmp_path / f"stadt-herne-2025.{kind}").blocks
            if block.kind is BlockKind.HEADING and block.number.startswith("Aktionsfeld")
        ]
        for kind in ("docx", "html", "md", "pdf")
    }
    headings = [heading for heading, _ in fields["docx"]]
    assert [heading[:13] for heading in headings] == [f"Aktionsfeld {number}" for number in range(1, 6)]
    for kind, found in fields.items():
        assert [heading for heading, _ in found] == headings, kind
        # All of one document lie equally deep, above the headings of their activities.
        assert len({level for _, level in found}) == 1, kind
