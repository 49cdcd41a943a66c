"""What a column, a row or a whole table counts, in the words of the dossier's figures."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.errors import UsageError
from tea_assistant.model.figures import COUNTS, SPLITS
from tea_assistant.model.labels import Labels
from tea_assistant.model.spelling import same_split

GROUP = "group"
_EMPLOYMENT = ("full", "part", "part_above_half", "part_below_half")
_SKIP = ("skip", "nicht", "nicht übernehmen")
_PERCENT = ("percent", "anteil", "prozent", "anteil in %")
_WRITTEN_PERCENT = "Anteil in %"
_WRITTEN_SKIP = "nicht übernehmen"


class Meaning(Struct, frozen=True):
    """What is known of a column, a row or a table; what is empty is left to the others."""

    group: str = ""
    count: str = ""
    """One of `COUNTS`."""
    splits: tuple[tuple[str, str], ...] = ()
    """Names out of `SPLITS` with their values, in that order."""
    percent: bool = False
    """The numbers are percentages of the group, not counts."""
    names: str = ""
    """Of a column: its texts name the rows, as one of `SPLITS` or as groups."""
    skip: bool = False

    @property
    def is_known(self) -> bool:
        """Something is said at all."""
        return self != Meaning()

    def with_splits(self, splits: Iterable[tuple[str, str]]) -> "Meaning":
        """Return it with these splits added; those that it has already stay."""
        merged = {**dict(splits), **dict(self.splits)}
        return replace(self, splits=tuple((name, merged[name]) for name in SPLITS if name in merged))


class Wording(Struct, frozen=True):
    """The words in which meanings are shown and corrected."""

    groups: Mapping[str, str]
    """Group id to German title."""
    labels: Labels

    def text(self, meaning: Meaning) -> str:
        """Write a meaning for people; what is written here can be read again."""
        return ", ".join(self._parts(meaning))

    def read(self, text: str) -> Meaning:
        """Read a meaning from what a person wrote, in German or in the words of the file.

        Raises `UsageError` where a part of it is unknown.
        """
        meaning = Meaning()
        words = [word for part in text.split(",") if (word := " ".join(part.split()))]
        at = 0
        while at < len(words):
            # „Teilzeit, überhälftig“ is one name, and a level may be called „Fachleitung, Stabsleitung“.
            end = max(
                end for end in range(at + 1, len(words) + 1) if end == at + 1 or self._is_one(words[at:end])
            )
            meaning = self._with(meaning, ", ".join(words[at:end]))
            at = end
        return meaning

    def _is_one(self, words: Sequence[str]) -> bool:
        if "=" in words[0]:
            return not any("=" in word or self._is_known(word) for word in words[1:])
        return self._is_known(", ".join(words))

    def _is_known(self, word: str) -> bool:
        try:
            self._with(Meaning(), word)
        except UsageError:
            return False
        return True

    def choices(self) -> Iterator[str]:
        """Yield the words that a meaning can be made of, for messages."""
        yield from self.groups.values()
        yield from (self.count(name) for name in COUNTS)
        yield from (self.employment(name) for name in _EMPLOYMENT)
        yield from (f"{self.split(name)}=…" for name in SPLITS[1:])
        yield from (_WRITTEN_PERCENT, _WRITTEN_SKIP)

    def count(self, name: str) -> str:
        """Return the German name of a count."""
        return self.labels.key("figures", "rows", name)

    def split(self, name: str) -> str:
        """Return the German name of a split."""
        return self.labels.key("figures", "rows", name)

    def employment(self, name: str) -> str:
        """Return the German name of a kind of employment."""
        return self.labels.value("figures", "rows", "employment", name)

    def _parts(self, meaning: Meaning) -> Iterator[str]:
        if meaning.skip:
            yield _WRITTEN_SKIP
        if meaning.group:
            yield self.groups.get(meaning.group, meaning.group)
        for name, value in meaning.splits:
            yield self.employment(value) if name == "employment" else f"{self.split(name)}={value}"
        if meaning.names:
            yield self._named(meaning.names)
        if meaning.count:
            yield self.count(meaning.count)
        if meaning.percent:
            yield _WRITTEN_PERCENT

    def _named(self, names: str) -> str:
        return self.labels.key("figures", "rows", names)

    def _with(self, meaning: Meaning, word: str) -> Meaning:
        plain = word.casefold()
        name, sign, value = (piece.strip() for piece in word.partition("="))
        if sign:
            return self._with_named(meaning, word, name.casefold(), value)
        if plain in _SKIP:
            return replace(meaning, skip=True)
        if plain in _PERCENT:
            return replace(meaning, percent=True)
        if found := _one_of(plain, self.groups.items()):
            return replace(meaning, group=found)
        if found := _one_of(plain, ((count, self.count(count)) for count in COUNTS)):
            return replace(meaning, count=found)
        if found := _one_of(plain, ((kind, self.employment(kind)) for kind in _EMPLOYMENT)):
            return meaning.with_splits([("employment", found)])
        if found := _one_of(plain, ((key, self._named(key)) for key in (GROUP, *SPLITS))):
            return replace(meaning, names=found)
        raise self._unknown(word)

    def _with_named(self, meaning: Meaning, word: str, name: str, value: str) -> Meaning:
        key = _one_of(name, ((key, self._named(key)) for key in (GROUP, *SPLITS)))
        if key == GROUP:
            value = _one_of(value.casefold(), self.groups.items())
            if value:
                return replace(meaning, group=value)
        elif key == "employment":
            value = _one_of(value.casefold(), ((kind, self.employment(kind)) for kind in _EMPLOYMENT))
        if not key or not value:
            raise self._unknown(word)
        return meaning.with_splits([(key, value)])

    def _unknown(self, word: str) -> UsageError:
        return UsageError(
            f"„{word}“ sagt nicht, was gezählt wird.", hint=f"Möglich sind: {', '.join(self.choices())}."
        )


def _one_of(word: str, names: Iterable[tuple[str, str]]) -> str:
    """Return the id that a word names, by itself or by its German title; empty where it names none."""
    return next((key for key, title in names if word in (key.casefold(), title.casefold())), "")


def known_spelling(value: str, known: Iterable[str]) -> str:
    """Return a split as the dossier or the catalogue spells it already, or as it is given."""
    return next((spelling for spelling in known if same_split(spelling, value)), value)


def plain_value(meaning: Meaning) -> dict[str, Any]:
    """Return a meaning as it stands in a file."""
    said: dict[str, Any] = {"group": meaning.group, "count": meaning.count, "names": meaning.names}
    kept = {key: value for key, value in said.items() if value} | dict(meaning.splits)
    flags = {"percent": meaning.percent, "skip": meaning.skip}
    return kept | {key: True for key, value in flags.items() if value}


def from_plain(value: Mapping[str, Any]) -> Meaning:
    """Read a meaning from a file; what the file says otherwise is left out."""
    texts = {key: entry for key, entry in value.items() if isinstance(entry, str) and entry}
    count, names = texts.get("count", ""), texts.get("names", "")
    return Meaning(
        group=texts.get("group", ""),
        count=count if count in COUNTS else "",
        percent=value.get("percent") is True,
        names=names if names in (GROUP, *SPLITS) else "",
        skip=value.get("skip") is True,
    ).with_splits((key, entry) for key, entry in texts.items() if key in SPLITS)
