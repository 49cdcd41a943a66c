"""Proposals as plain values, for files of what a document is expected to propose."""

from enum import Enum
from fractions import Fraction
from typing import Any

from msgspec import Struct
from msgspec.structs import fields

from tea_assistant.model.proposal import Proposal

_LEFT_OUT = ("key", "origin", "confidence")


def told(proposal: Proposal) -> dict[str, Any]:
    """Return what a proposal says, without what is empty."""
    values = {field.name: getattr(proposal, field.name) for field in fields(proposal)}
    said = {name: _plain(value) for name, value in values.items() if name not in _LEFT_OUT}
    said["heading"] = proposal.origin.heading if proposal.origin else ""
    return {name: value for name, value in said.items() if value not in ("", [], None)}


def texts(proposal: Proposal) -> str:
    """Return all that a proposal would write into a dossier, flags included."""
    return repr(told(proposal))


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Fraction):
        return float(value)
    if isinstance(value, Struct):
        held = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
        return {name: each for name, each in held.items() if each not in ("", None)}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value
