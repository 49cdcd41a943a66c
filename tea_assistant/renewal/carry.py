"""Writes answers as the values of a new round's files, with every text marked as carried over."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec.structs import replace

from tea_assistant.model.cycle import CriterionAnswer, FieldAnswer, OwnCriterion
from tea_assistant.model.evidence import Proof
from tea_assistant.model.source import Path, dotted

Values = dict[str, Any]


def without_links(answer: FieldAnswer, keeps: Callable[[str], bool]) -> FieldAnswer:
    """Return an answer with only those links to measures that are to be kept."""
    return replace(
        answer,
        criteria={c: replace(said, evidence=_kept(said, keeps)) for c, said in answer.criteria.items()},
        own_criteria=tuple(replace(own, evidence=_kept(own, keeps)) for own in answer.own_criteria),
    )


def _kept(said: CriterionAnswer | OwnCriterion, keeps: Callable[[str], bool]) -> tuple[str, ...]:
    return tuple(evidence for evidence in said.evidence if keeps(evidence))


def texts_of(answer: FieldAnswer) -> Iterator[Path]:
    """Yield where the texts of an answer stand in its file."""
    if answer.opening.strip():
        yield ("opening",)
    for criterion_id, said in answer.criteria.items():
        if said.because.strip():
            yield ("criteria", criterion_id, "because")
        if said.statement.strip():
            yield ("criteria", criterion_id, "statement")
    for index, own in enumerate(answer.own_criteria):
        if own.statement.strip():
            yield ("own_criteria", index, "statement")
    if answer.closing.strip():
        yield ("closing",)


def field_values(answer: FieldAnswer, origin: str) -> Values:
    """Return the values of a field's file, its texts marked as carried over from the round of origin."""
    texts = [dotted(path) for path in texts_of(answer)]
    values = {
        "opening": answer.opening,
        "criteria": {c: values for c, said in answer.criteria.items() if (values := _criterion(said))},
        "own_criteria": [_own(own) for own in answer.own_criteria],
        "closing": answer.closing,
    }
    return _filled(values | ({"carried": mark(origin, texts)} if texts else {}))


def mark(origin: str, texts: list[str]) -> Values:
    """Return the mark of texts that were carried over and that nobody has confirmed yet."""
    return {"cycle": date_value(origin), "texts": texts}


def proof_values(proof: Proof) -> Values:
    """Return a proof as its file has it."""
    return _filled(
        {
            "title": proof.title,
            "file": proof.file,
            "url": proof.url,
            "sha256": proof.sha256,
            "dated": date_value(proof.dated),
            "retrieved": date_value(proof.retrieved),
            "release": proof.release.value,
        }
    )


def date_value(text: str) -> str | int:
    """Return a year alone as the number that it is in YAML, anything else as it is."""
    return int(text) if len(text) == 4 and text.isascii() and text.isdecimal() else text


def _criterion(said: CriterionAnswer) -> Values:
    values = _filled({"because": said.because, "statement": said.statement, "evidence": list(said.evidence)})
    return values if said.applies is None else {"applies": said.applies, **values}


def _own(own: OwnCriterion) -> Values:
    values = {"id": own.id, "title": own.title, "statement": own.statement, "evidence": list(own.evidence)}
    return _filled(values)


def _filled(values: Mapping[str, Any]) -> Values:
    return {key: value for key, value in values.items() if value not in ("", [], {})}
