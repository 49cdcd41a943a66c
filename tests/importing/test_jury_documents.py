"""Five texts of juries, each written otherwise, and what a person should be offered of them."""

from collections import Counter
from pathlib import Path

import pytest

from tea_assistant.importing.documents.documents import read_document
from tea_assistant.importing.documents.proposals import document_proposals
from tea_assistant.importing.jury.titles import title_of_saying
from tea_assistant.model.proposal import Proposal, ProposalKind
from tea_assistant.prose.jury_text import jury_sentence
from tests.importing.test_told_texts import CATALOGUE, SEEDS, TODAY, needs_seeds

TEXTS = Path(__file__).parent / "jury"
SAID = (ProposalKind.AWARD, ProposalKind.PRAISE, ProposalKind.EXPECTATION)


def proposals(path: Path) -> tuple[Proposal, ...]:
    return document_proposals(read_document(path.name, path.read_bytes()), CATALOGUE, TODAY).proposals


def written(proposal: Proposal) -> str:
    """Write a proposal as the files beside the texts have it: where it stands, what it is, and its words."""
    assert proposal.origin
    kind = proposal.expectation or proposal.kind
    field = f" {proposal.action_field}" if proposal.action_field else ""
    lines = [f"line {proposal.origin.line}: {kind} {proposal.cycle}{field}: {proposal.title}"]
    lines += [f"    {line}" for line in proposal.text.splitlines() if line.rstrip(".") != proposal.title]
    if proposal.kind is ProposalKind.AWARD:
        facts = (proposal.award, proposal.decided, proposal.since, proposal.until)
        lines.append("    = " + " | ".join("-" if fact in (None, "") else str(fact) for fact in facts))
    return "\n".join([*lines, *(f"    ! {flag}" for flag in proposal.flags)]) + "\n"


@pytest.mark.parametrize("name", ["letter.txt", "list.md", "table.md", "paragraph.txt", "mail.txt"])
def test_a_jury_s_text_offers_what_stands_in_the_file_beside_it(name: str) -> None:
    found = [each for each in proposals(TEXTS / name) if each.kind in SAID]

    assert "".join(map(written, found)) == (TEXTS / f"{name}.expected").read_text("utf-8")
    assert len({each.key for each in found}) == len(found)


@pytest.mark.parametrize(
    "sentence",
    [
        "Die Kampagne „Und du?“ läuft seit 2019 an allen Schulen.",
        "Das Plakat fragt Mitarbeiter*innen und Bürger*innen [/x] im Bus.",
        "Die Empfehlungen der letzten Jury wurden umgesetzt.",
        "Menschen mit besonderem Unterstützungsbedarf werden von zwei Lots*innen begleitet.",
        "Neue Mitarbeiter*innen werden am ersten Tag begrüßt.",
        "Wer es wünscht, arbeitet an zwei Tagen von zu Hause.",
        "Voraussetzung für die Teilnahme ist eine Diensterfahrung von drei Jahren.",
        "Der Leitfaden erschien 2024 in zweiter Auflage.",
        "Die Anerkennung ausländischer Abschlüsse dauert vier Wochen.",
        "Frauen verdienen in der Verwaltung im Mittel 4 % weniger.",
        "Sollten Sie verhindert sein, vertritt Sie das Büro.",
        "Die Urkunde überreichen wir im Herbst, das wird besonders hervorzuheben sein.",
        "Und nun?",
        "Besuchen Sie die Ausstellung im Rathaus.",
        f"Die Jury {'freut uns ' * 9_000}.",
    ],
)
def test_what_only_sounds_like_it_is_neither_praise_nor_wish(sentence: str) -> None:
    assert not jury_sentence(sentence).says


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Nennen Sie bei Maßnahmen, wie viele Mitarbeiter*innen und Bürger*innen sie erreichen.", "asked"),
        ("Die Jury ermutigt die Stadt, verbindliche Ziele zu setzen.", "asked"),
        ("Für die kommende Bewerbung wäre eine Auswertung nach Geschlecht wertvoll.", "asked"),
        ("Die Jury legt der Stadt ein „Tandem“ nahe.", "asked"),
        ("Voraussetzung für die erneute Auszeichnung ist ein gültiger Plan.", "asked"),
        ("Im Bereich Personalentwicklung sieht die Jury noch Potenzial.", "noticed"),
        ("In der zweiten Ebene sind es 51 %, in der ersten jedoch nur 22 %.", "noticed"),
        ("Unklar ist, wie Rückkehrende begleitet werden [/x].", "noticed"),
        ("Die Einführung ist für den Herbst vorgesehen.", "announced"),
        ("Positiv fällt auf, dass der Landrat das Thema selbst vertritt.", None),
        ("Die Steuerung ist gut verankert.", None),
    ],
)
def test_a_jury_words_it_in_many_ways(sentence: str, kind: str | None) -> None:
    found = jury_sentence(sentence)

    assert (found.kind, found.praise) == (kind, kind is None)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Und wie wird „Teilzeit“ gesichert?", "Wie wird „Teilzeit“ gesichert?"),
        ("Für die nächste Bewerbung fragt die Jury: Was wirkt?", "Was wirkt?"),
        ("„Wer vertritt die Leitung?“", "Wer vertritt die Leitung?"),
        ("das Mentoring „Weiter [/x]“", "Das Mentoring „Weiter [/x]“"),
        (
            "Die Stadt regt Mitarbeiter*innen und Bürger*innen [/x] an, sich „gern und oft“ zu beteiligen.",
            "Die Stadt regt Mitarbeiter*innen und Bürger*innen [/x] an, sich …",
        ),
        ("Gleichstellung" * 9, f"{'Gleichstellung' * 5} …"),
    ],
)
def test_a_title_is_made_of_whole_words(text: str, title: str) -> None:
    assert title_of_saying(text) == title


@needs_seeds
def test_texts_that_are_no_jury_s_offer_nothing_of_one() -> None:
    kinds = Counter(
        each.kind
        for name in ("stadt-rheine-gleichstellungsplan.md", "cross-mentoring-koeln-duesseldorf.md")
        for each in proposals(SEEDS / name)
    )

    assert not [kind for kind in SAID if kinds[kind]]
