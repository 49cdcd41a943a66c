"""Which texts of a round stand in the portal already."""

from collections.abc import Mapping

from msgspec import Struct, field

from tea_assistant.model.source import NOWHERE, Source


class TransferMark(Struct, frozen=True):
    """The tick on a text: when it went into the portal, and in which wording."""

    title: str = ""
    """What the field was called, for the day when the text is gone from the dossier."""
    transferred: str = ""
    fingerprint: str = ""
    """Tells the wording that was transferred from every other one."""
    by: str = ""


class Transfer(Struct, frozen=True):
    """The ticks of a round."""

    where: Source = NOWHERE
    texts: Mapping[str, TransferMark] = field(default_factory=dict)
    """By the key of the text in the portal's form."""
