"""The German names of keys and values, as the schemas give them."""

from collections.abc import Mapping

from msgspec import Struct, field


class Labels(Struct, frozen=True):
    """Titles of keys and of enumerated values; a key's path leaves out list indices and free names."""

    keys: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    """(kind, key, …) to title, as in ("evidence", "proofs", "dated") to „Stand“."""
    values: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    """(kind, key, …, value) to title, as in ("evidence", "audience", "both")."""

    def key(self, *path: str) -> str:
        """Return the title of a key, or its last name where no schema knows it."""
        return self.keys.get(path) or path[-1]

    def value(self, *path: str) -> str:
        """Return the title of an enumerated value, or the value itself where no schema knows it."""
        return self.values.get(path) or path[-1]
