"""A proposal keeps its key from one version of a document to the next."""

import pytest

from tea_assistant.model.proposal import CERTAIN, LIKELY, Certainty, Proposal, ProposalKind, proposal_key

TEXT = "Sprechstunde für Mitarbeiter*innen und Bürger*innen [/x] „vor Ort“"


@pytest.mark.parametrize("again", [TEXT.replace(" ", "\n"), TEXT.upper(), TEXT.replace("stunde", "-stunde")])
def test_the_same_text_has_the_same_key(again: str) -> None:
    assert proposal_key(ProposalKind.MEASURE, again) == proposal_key(ProposalKind.MEASURE, TEXT)


def test_another_text_or_kind_has_another_key() -> None:
    key = proposal_key(ProposalKind.MEASURE, TEXT)
    assert len({key, proposal_key(ProposalKind.GOAL, TEXT), proposal_key(ProposalKind.MEASURE, "Füße")}) == 3
    assert proposal_key(ProposalKind.MEASURE, TEXT, taken={key, f"{key}-2"}) == f"{key}-3"


@pytest.mark.parametrize(
    ("confidence", "certainty", "word"),
    [
        (CERTAIN, Certainty.CERTAIN, "sicher"),
        (LIKELY, Certainty.LIKELY, "wahrscheinlich"),
        (0.0, Certainty.UNSURE, "unsicher"),
    ],
)
def test_confidence_has_a_word(confidence: float, certainty: Certainty, word: str) -> None:
    proposal = Proposal(ProposalKind.MEASURE, "measure-1", confidence=confidence)
    assert (proposal.certainty, proposal.certainty.word) == (certainty, word)
