"""The single things of which an application consists, each done or not."""

from enum import StrEnum

from msgspec import Struct

from tea_assistant.model.source import Path


class ItemKind(StrEnum):
    """What has to be done with an item."""

    FILL = "fill"
    """A value is to be entered."""
    DECIDE = "decide"
    """It is to be decided whether an activity applies."""
    DESCRIBE = "describe"
    """A text is to be written."""
    LINK = "link"
    """A measure is to be linked."""


class Item(Struct, frozen=True):
    """One thing that an application needs, and the place where it is done."""

    part: str
    file: str
    path: Path
    title: str
    kind: ItemKind
    done: bool
    waits: bool = False
    """It can't be done yet, because another item comes first."""

    @property
    def is_gap(self) -> bool:
        """Tell whether somebody could do it now."""
        return not self.done and not self.waits
