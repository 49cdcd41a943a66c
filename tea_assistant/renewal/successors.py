"""What took the place of an activity or a field when the instrument changed."""

from collections.abc import Iterator

from tea_assistant.model.action_field import ActionField
from tea_assistant.model.catalogue import Catalogue, PartKind


def fields_in_order(catalogue: Catalogue) -> list[str]:
    """Return the ids of a catalogue's action fields in the order of the application."""
    parts = (part.id for part in catalogue.parts if part.kind is PartKind.ACTION_FIELD)
    return list(dict.fromkeys([*(part for part in parts if part in catalogue.fields), *catalogue.fields]))


class Successors:
    """Looks up what in a newer catalogue replaces what an older one had."""

    def __init__(self, old: Catalogue, new: Catalogue, sector: str = "") -> None:
        self._old = old
        self._new = new
        self._same_instrument = old.id == new.id
        self._homes = {c.id: f for f in fields_in_order(new) for c in new.fields[f].criteria}
        self._replaced: dict[str, list[str]] = {}
        for field in self._asked(sector):
            for criterion in field.criteria:
                for replaced in criterion.replaces:
                    self._replaced.setdefault(replaced, []).append(criterion.id)

    @property
    def criteria(self) -> tuple[str, ...]:
        """The activities of the newer catalogue, in its order."""
        return tuple(self._homes)

    def of_criterion(self, field: str, criterion: str) -> tuple[str, ...]:
        """Return the activities that an activity goes to, in the order of the newer catalogue."""
        if direct := self._replacing(criterion):
            return direct
        # Inside one instrument a retired activity stays where it is, with its text.
        if self._same_instrument or criterion in self._homes:
            return (criterion,)
        return self._replacing(field)

    def of_field(self, field: str) -> tuple[str, ...]:
        """Return the fields that the opening and closing texts of a field go to."""
        if self._same_instrument or field in self._new.fields:
            return (field,)
        return tuple(dict.fromkeys(self._homes[criterion] for criterion in self._replacing(field)))

    def home(self, criterion: str, otherwise: str) -> str:
        """Return the field that has an activity; a retired one stays in the field it came from."""
        return self._homes.get(criterion, otherwise)

    def has_criterion(self, criterion: str) -> bool:
        """Tell whether the newer catalogue has an activity of this id."""
        return criterion in self._homes

    def has_field(self, field: str) -> bool:
        """Tell whether the newer catalogue has a field of this id."""
        return field in self._new.fields

    def _replacing(self, old_id: str) -> tuple[str, ...]:
        return tuple(self._replaced.get(f"{self._old.id}/{old_id}", ()))

    def _asked(self, sector: str) -> Iterator[ActionField]:
        fields = (self._new.fields[name] for name in fields_in_order(self._new))
        return (field for field in fields if field.asked_of(sector))
