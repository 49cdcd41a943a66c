"""A document proposes its goals and measures, whatever kind of file it is; anything else proposes nothing."""

import re
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tea_assistant.importing.documents.documents import read_document
from tea_assistant.importing.proposals.proposals import propose, propose_tables
from tea_assistant.model.catalogue import Catalogue
from tea_assistant.model.evidence import Audience, LegalCharacter, Result
from tea_assistant.model.proposal import Proposal, ProposalKind
from tea_assistant.model.source_document import (
    Block,
    BlockKind,
    Purpose,
    Region,
    SourceDocument,
    SourceKind,
)
from tea_assistant.store.catalogue_files import shipped

WORDS = (
    "Mentoring|für|Frauen|Mitarbeiter*innen|Dienstvereinbarung|„Fair“|wird|(|„|\n|seit 2019|§ 8 LGG|und|"
    "bietet|Runder Tisch|zum Thema|12|31. Dezember|z. B.|Maßnahmen wie"
)
PLAN = Path(__file__).parent / "plan"
SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
needs_seeds = pytest.mark.skipif(
    not SEEDS.exists(), reason="the public documents are not part of this repository"
)


@cache
def catalogue() -> Catalogue:
    reading = shipped("verwaltung-2021")
    assert reading is not None
    return reading.catalogue


def proposals_of(path: Path) -> tuple[Proposal, ...]:
    return propose(read_document(path.name, path.read_bytes()), catalogue(), "verwaltung")


def measure(*texts: str, name: str = "plan.txt") -> Proposal:
    """Propose from items below „Maßnahmen:“; there has to be exactly one."""
    [found] = propose(
        read_document(name, "\n".join(["Plan", "", "Maßnahmen:", "", *texts]).encode()), catalogue()
    )
    return found


def told(text: str) -> list[Proposal]:
    return list(propose(read_document("brief.txt", f"Brief\n\n{text}\n".encode()), catalogue()))


@pytest.mark.parametrize("kind", ["docx", "pdf", "html", "txt"])
def test_all_kinds_of_files_propose_the_same(kind: str) -> None:
    wanted = [(p.key, p.title, p.text, p.action_field, p.criterion) for p in proposals_of(PLAN / "plan.md")]
    found = [
        (p.key, p.title, p.text, p.action_field, p.criterion) for p in proposals_of(PLAN / f"plan.{kind}")
    ]
    assert wanted
    assert found == wanted


def test_a_measure_tells_its_facts() -> None:
    found = measure(
        "- Sprechstunde für Bürger*innen und Mitarbeiter*innen [/x] (seit dem 1. März 2019) in Kooperation "
        "mit der Caritas Rheintal durch den Fachbereich Soziales, nach § 13 Abs. 3 LGG NRW und § 5 TVöD; im "
        "Jahr 2023 nahmen zwölf Frauen teil, weitere fünf Plätze sind geplant"
    )
    assert found.title.startswith("Sprechstunde für Bürger*innen und Mitarbeiter*innen [/x]")
    assert (found.kind, found.since, found.responsible) == (
        ProposalKind.MEASURE,
        "2019-03-01",
        "Fachbereich Soziales",
    )
    assert found.partners == ("Caritas Rheintal",)
    assert found.audience is Audience.BOTH
    assert found.legal_character is LegalCharacter.STATUTORY
    assert found.legal_basis == "§ 13 Abs. 3 LGG NRW; § 5 TVöD"
    assert found.results == (Result(Fraction(12), "Frauen", as_of="2023"),)
    assert found.origin is not None
    assert (found.origin.document, found.origin.line) == ("plan.txt", 5)
    assert any("Vorgeschrieben" in flag for flag in found.flags)


@pytest.mark.parametrize(
    ("text", "character"),
    [
        ("Betreuung, die über die gesetzlichen Vorgaben hinausgeht", LegalCharacter.BEYOND_LAW),
        ("Betreuung über die gesetzlichen Vorgaben des LGG hinaus für alle", LegalCharacter.BEYOND_LAW),
        ("Freiwillige Zuschüsse zur Ferienbetreuung", LegalCharacter.VOLUNTARY),
        ("Gespräche nach dem Tarifvertrag für alle Beschäftigten", LegalCharacter.COLLECTIVE_AGREEMENT),
        ("Gespräche nach dem Pflegezeitgesetz für alle Beschäftigten", LegalCharacter.STATUTORY),
        ("Mentoring für Frauen und Männer", None),
    ],
)
def test_the_legal_character_is_what_the_text_says(text: str, character: LegalCharacter | None) -> None:
    assert measure(f"- {text}").legal_character is character


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Ferienbetreuung für Kinder; das Nähere regelt der Fachbereich", "Ferienbetreuung für Kinder"),
        (
            "Langfristiges Ziel ist die paritätische Besetzung der Kommissionen",
            "Paritätische Besetzung der Kommissionen",
        ),
        (
            "Bis zum Jahr 2027 (Ende des Plans) wird eine Zielquote von 40 % Frauen angestrebt",
            "Eine Zielquote von 40 % Frauen",
        ),
        (
            "Projekt „Führen in Teilzeit“\nMit dem Projekt soll geprüft werden, was geht.",
            "Projekt „Führen in Teilzeit“",
        ),
        (
            f"Kommissionen sind paritätisch besetzt, sofern das Recht es zulässt{' und es geht' * 4}",
            "Kommissionen sind paritätisch besetzt",
        ),
    ],
)
def test_titles_are_short_and_whole(text: str, title: str) -> None:
    assert measure(f"- {text}").title == title


def test_items_below_an_item_and_what_goes_on_with_it_are_one_measure() -> None:
    document = SourceDocument(
        "plan.docx",
        "0" * 64,
        SourceKind.DOCX,
        blocks=[
            Block(BlockKind.BULLET, "Förderung einer guten Haltung", level=1, purpose=Purpose.GOAL),
            Block(BlockKind.BULLET, "zur Elternzeit von Vätern,", level=2, purpose=Purpose.GOAL),
            Block(BlockKind.BULLET, "zu Pflegezeiten", level=2, purpose=Purpose.GOAL),
            Block(BlockKind.BULLET, "Projekt „Führen in Teilzeit“", level=1, purpose=Purpose.MEASURE),
            Block(
                BlockKind.PARAGRAPH, "Mit dem Projekt soll geprüft werden, was geht.", purpose=Purpose.MEASURE
            ),
            Block(
                BlockKind.PARAGRAPH,
                "Kontakt zu Beurlaubten halten alle Vorgesetzten.",
                purpose=Purpose.MEASURE,
            ),
        ],
    )
    found = propose(document, catalogue())
    assert [(p.kind, p.title, p.blocks) for p in found] == [
        (ProposalKind.GOAL, "Förderung einer guten Haltung zur Elternzeit von Vätern", (0, 1, 2)),
        (ProposalKind.MEASURE, "Projekt „Führen in Teilzeit“", (3, 4)),
        (ProposalKind.MEASURE, "Kontakt zu Beurlaubten halten alle Vorgesetzten", (5,)),
    ]
    assert found[1].text.endswith("was geht.")


def test_running_text_names_measures_one_by_one() -> None:
    found = told(
        "Es gibt Dienstvereinbarungen zum fairen Umgang (seit 2020) und zur Gleitzeit (seit 2011). "
        "Konfliktlots*innen unterstützen Bürger*innen [/x]. Die Kampagne „Stadt mit Respekt“ ruft dazu auf."
    )
    assert [(p.title, p.since) for p in found] == [
        ("Dienstvereinbarung zum fairen Umgang", "2020"),
        ("Dienstvereinbarung zur Gleitzeit", "2011"),
        ("Konfliktlots*innen", ""),
        ("Kampagne „Stadt mit Respekt“", ""),
    ]
    assert all(p.certainty.word != "sicher" for p in found)


def test_a_name_of_a_person_is_flagged_and_mere_duties_propose_nothing() -> None:
    [found] = told("Das Mentoringprogramm für Frauen wird von Dr. Erika Mustermann unterstützt.")
    assert "Name einer Person" in found.flags
    assert (
        told(
            "Ein Netzwerk für Frauen muss nach dem Gesetz in jedem Amt unterstützt werden, das es nicht hat."
        )
        == []
    )


def test_the_same_text_keeps_its_key_when_others_come_before_it() -> None:
    before = measure("- Ferienbetreuung für Kinder von Mitarbeiter*innen")
    text = (
        "Plan\n\nMaßnahmen:\n\n- Neue Leitlinien für Beschäftigte\n"
        "- Ferienbetreuung für Kinder\n  von Mitarbeiter*innen\n"
    )
    after = propose(read_document("neu.md", text.encode()), catalogue())
    assert before.key in {p.key for p in after}


def blocks() -> st.SearchStrategy[Block]:
    words = st.sampled_from(WORDS.split("|"))
    texts = st.one_of(st.text(max_size=60), st.lists(words, max_size=18).map(" ".join))
    return st.builds(
        Block,
        kind=st.sampled_from(BlockKind),
        text=texts,
        level=st.integers(0, 3),
        headings=st.lists(texts, max_size=2).map(tuple),
        purpose=st.sampled_from([None, *Purpose]),
        region=st.sampled_from(Region),
    )


@settings(max_examples=30, deadline=None)
@given(st.lists(blocks(), max_size=8))
def test_any_document_proposes_what_it_says_or_nothing(found: list[Block]) -> None:
    document = SourceDocument("x.md", "0" * 64, SourceKind.MARKDOWN, blocks=found)

    proposals = propose(document, catalogue(), "verwaltung")

    assert len({p.key for p in proposals}) == len(proposals)
    for proposal in proposals:
        source = [found[number] for number in proposal.blocks]
        assert all(block.region is Region.BODY for block in source)
        for part in re.split(r"\n- |\n", proposal.text):
            assert any(part in block.text for block in source)
        assert 0 <= proposal.confidence <= 1
        assert "\n" not in proposal.title
    assert all(found[p.blocks[0]].kind is BlockKind.TABLE for p in propose_tables(document))


@needs_seeds
def test_a_real_plan_proposes_all_that_was_counted_by_hand_and_nothing_of_its_annexes() -> None:
    path = SEEDS / "stadt-rheine-gleichstellungsplan.md"
    found = proposals_of(path)
    labelled = [p for p in found if not any("fließendem Text" in flag for flag in p.flags)]

    kinds = [p.kind for p in labelled]
    assert (kinds.count(ProposalKind.GOAL), kinds.count(ProposalKind.MEASURE)) == (31, 53)
    assert len(found) - len(labelled) <= 8
    assert all(p.origin is not None and p.origin.line is not None and p.origin.line < 619 for p in found)
    statutory = next(p for p in labelled if "§ 13 Absatz 3 LGG NRW" in p.text)
    assert (statutory.legal_character, statutory.legal_basis) == (
        LegalCharacter.STATUTORY,
        "§ 13 Absatz 3 LGG NRW",
    )
    assert len(propose_tables(read_document(path.name, path.read_bytes()))) == 23


@needs_seeds
def test_juries_name_the_measures_of_three_rounds() -> None:
    found = proposals_of(SEEDS / "stadt-herne-praedikate.md")
    titles = {p.title for p in found}
    assert len(titles) >= 30
    assert titles >= {
        "Mentoringprogramm für Frauen",
        "Dienstvereinbarung zur Gleitzeit",
        "Kampagne „Herne mit Respekt“",
        "Konfliktlots*innen",
        "Eltern-Kind-Tag",
    }


def test_a_table_of_measures_proposes_each_row_and_is_none_of_figures() -> None:
    text = (
        "# Plan\n\n## Handlungsfeld Vereinbarkeit\n\n"
        "| Maßnahme | Zuständig | Zeitraum | Zielgruppe |\n|---|---|---|---|\n"
        "| 1. Ferienbetreuung für Kinder der Mitarbeiter\\*innen [/x] | Personalamt | ab 2024 | Eltern |\n"
        "| „Telearbeit“ für alle Dienststellen | Hauptamt | 31.12.2026 | |\n| | | | |\n\n"
        "| Gruppe | Maßnahmen |\n|---|---|\n| Frauen | 12 |\n"
    )
    document = read_document("plan.md", text.encode())
    found = propose(document, catalogue())
    assert [(p.title, p.responsible, p.since, p.until, p.target_groups) for p in found] == [
        ("Ferienbetreuung für Kinder der Mitarbeiter*innen [/x]", "Personalamt", "2024", "", ("Eltern",)),
        ("„Telearbeit“ für alle Dienststellen", "Hauptamt", "", "2026-12-31", ()),
    ]
    assert [p.action_field for p in found] == ["af04", "af04"]
    assert len(propose_tables(document)) == 1
