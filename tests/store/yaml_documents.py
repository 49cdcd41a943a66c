"""Plain values, and the many ways in which people write them down as YAML."""

import copy
import string
from random import Random
from typing import Any

from tea_assistant.store.yaml.writer import REMOVE, Change

WORDS = (
    "Mitarbeiter*innen", "Bürger*innen", "und", "[/x]", "„Führung“", "für", "Stadt", "50", "%", "so:", "a:b",
    "#los", "don't", 'ein "Zitat"', "{{leadership.women.share|trend}}", "[[mentoring]]", "– 12", "C:\\Mappe",
)  # fmt: skip
ODD = (
    "", " ", "no", "on", "2025", "012", "1:30", "null", "~", "true", "1_000", "0x1F", "2024-12-31", "2017-04",
    "*innen", "&co", "!x", "@a", "%", "`", "- x", "-", "? x", "key: value", "text #1", "ende:", " vorn",
    "hinten ", "a\nb", "a\n", "\na", "a\n\n", "  a\n b\n", "\ta\nb", "a\n  \nb\n", "a \nb  \n", "a\n  ", "\n",
    "\n\n", "a\tb", "# kein Kommentar", "a\n# kein Kommentar\n", "---", "...", "a\n---\nb", "[x", "{x", "'",
    '"', "a\r\nb", "a\x85b\n", "a\u2028b\n", "\x00", "\x1b[0m", "\ufeffa", "\U0001f600\n", "1.", "1e5", "+7",
    "-0", "<<", "=", "\xa0", "a, b", "|", ">", "x" * 90, "\u00ad", "a:\n  - b\n", "=======", "<<<<<<< HEAD",
)  # fmt: skip


class Writer:
    """Writes values in styles chosen at random, with comments numbered so that each can be found again."""

    def __init__(self, random: Random) -> None:
        self.random = random
        self.comments: list[str] = []
        self.newline = random.choice(["\n", "\n", "\n", "\r\n"])
        self.list_step = random.choice([0, 2, 2, 4])
        self.step = random.choice([1, 2, 2, 2, 3, 4])
        self.dash = random.choice([2, 2, 2, 3, 4])

    def maybe(self, share: float) -> bool:
        return self.random.random() < share

    def document(self, value: Any) -> str:
        lines = [self.comment() for _ in range(self.random.randrange(3)) if self.maybe(0.5)]
        if self.maybe(0.1):
            lines.append("---")
        lines += self.node(value, 0, root=True)
        if self.maybe(0.2):
            lines += [self.comment(), ""]
        text = self.newline.join(lines)
        return text if self.maybe(0.2) else text + self.newline

    def comment(self, column: int = 0) -> str:
        mark = f"# k{len(self.comments)}."
        self.comments.append(mark)
        return f"{' ' * column}{mark} Bürger*innen: [/x] - „a“"

    def beside(self, share: float = 0.2) -> str:
        return f" {self.comment()}" if self.maybe(share) else ""

    # Blocks: lists of lines, the first of which may be joined to a key or dash.

    def node(self, value: Any, column: int, *, root: bool = False) -> list[str]:
        """Write a value whose entries stand in a column, each line with its indentation."""
        if isinstance(value, dict) and value and not self.maybe(0.15):
            return self.mapping(value, column)
        if isinstance(value, list) and value and not self.maybe(0.15):
            return self.sequence(value, column)
        base = -1 if root else column - 1
        first, *rest = self.scalar_or_flow(value, base)
        return [" " * column + first + ("" if rest else self.beside()), *rest]

    def between(self, column: int, before: list[str]) -> list[str]:
        """Blank lines and comments between two entries; nothing that the text above would swallow."""
        lines = [""] * self.random.choice([0, 0, 0, 0, 1, 2])
        if self.maybe(0.2):
            lines.append(self.comment(column))
            if self.maybe(0.3):
                lines += [self.comment(self.random.choice([0, column, column + 3]))]
            if self.maybe(0.3):
                lines.append("")
        elif self.maybe(0.15) and not self.ends_in_text(before):
            lines.append(self.comment(column + self.random.randrange(8)))
        return lines

    def ends_in_text(self, lines: list[str]) -> bool:
        return any("|" in line or ">" in line for line in lines)

    def entries(self, value: dict[str, Any] | list[Any], column: int) -> list[str]:
        return self.mapping(value, column) if isinstance(value, dict) else self.sequence(value, column)

    def mapping(self, value: dict[str, Any], column: int) -> list[str]:
        lines: list[str] = []
        for key, item in value.items():
            lines += self.between(column, lines) if lines else []
            lines += self.entry(key, item, column)
        return lines

    def entry(self, key: str, item: Any, column: int) -> list[str]:
        indent = " " * column
        if self.maybe(0.03):
            name = f"{indent}? {self.key(key)}"
            if item is None and self.maybe(0.5):
                return [name + self.beside()]
            return self.join(f"{indent}:", [name + self.beside()], item, column)
        return self.join(f"{indent}{self.key(key)}{' ' * self.maybe(0.05)}:", [], item, column)

    def join(self, head: str, above: list[str], item: Any, column: int) -> list[str]:
        if isinstance(item, dict | list) and item and not self.maybe(0.25):
            step = self.list_step if isinstance(item, list) else self.step
            lines = [*above, head + self.beside()]
            if self.maybe(0.15):
                lines.append(self.comment(column + step))
                lines += [""] * self.maybe(0.3)
            return lines + self.entries(item, column + step)
        first, *rest = self.scalar_or_flow(item, column)
        if not first:
            return [*above, head + self.random.choice(["", "", " "]) + self.beside()]
        if self.maybe(0.08):
            lines = [*above, head + self.beside()]
            lines += [self.comment(column + 1)] if self.maybe(0.3) else []
            return [*lines, " " * (column + self.step) + first + ("" if rest else self.beside()), *rest]
        return [
            *above,
            f"{head}{' ' * self.random.choice([1, 1, 1, 2])}{first}{'' if rest else self.beside()}",
            *rest,
        ]

    def sequence(self, value: list[Any], column: int) -> list[str]:
        lines: list[str] = []
        for item in value:
            lines += self.between(column, lines) if lines else []
            lines += self.item(item, column)
        return lines

    def item(self, item: Any, column: int) -> list[str]:
        indent = " " * column
        if isinstance(item, dict | list) and item and not self.maybe(0.3):
            if self.maybe(0.1):
                return [f"{indent}-{self.beside()}", *self.entries(item, column + self.dash)]
            first, *rest = self.entries(item, column + self.dash)
            return [f"{indent}-{first[column + 1 :]}", *rest]
        first, *rest = self.scalar_or_flow(item, column)
        if not first:
            return [f"{indent}-{self.beside()}"]
        return [f"{indent}-{' ' * (self.dash - 1)}{first}{'' if rest else self.beside()}", *rest]

    # Texts.

    def key(self, key: str) -> str:
        return self.quoted(key) if not plain_is_fine(key) or self.maybe(0.1) else key

    def quoted(self, text: str) -> str:
        if text.isprintable() and self.maybe(0.5):
            return "'" + text.replace("'", "''") + "'"
        return '"' + "".join(escape(letter) for letter in text) + '"'

    def scalar_or_flow(self, value: Any, column: int) -> list[str]:
        """Write a value of the block world; more than one line only for texts and brackets."""
        if isinstance(value, dict | list):
            return self.flow_lines(value, column)
        if isinstance(value, str) and is_literal(value) and self.maybe(0.7):
            return self.literal(value, column)
        if isinstance(value, str) and " " in value and plain_is_fine(value) and self.maybe(0.3):
            first, *words = value.split(" ")
            if all(words) and not any(word[0] in "-?:#" for word in words):
                style = self.random.choice(["plain", "folded"])
                indent = " " * (max(column, 0) + self.step)
                if style == "folded":
                    return [f">-{self.beside()}", *(indent + word for word in (first, *words))]
                return [first, *(indent + word for word in words[:-1]), indent + words[-1] + self.beside()]
        return [self.scalar(value)]

    def scalar(self, value: Any, *, flow: bool = False) -> str:
        if value is None:
            return self.random.choice(["null", "~"] if flow else ["", "", "~", "null"])
        if isinstance(value, bool):
            return str(value).lower()
        if isinstance(value, int | float):
            return repr(value)
        if plain_is_fine(value, flow=flow) and not self.maybe(0.2):
            return str(value)
        return self.quoted(value)

    def literal(self, value: str, column: int) -> list[str]:
        lines = value.split("\n")
        step = self.random.choice([1, 2, 2, 2, 4, 5])
        lead = next(line for line in lines if line)
        digit = str(step) if lead[0] in " \t" or self.maybe(0.1) else ""
        chomp = "-" if lines[-1] else "+" if len(lines) > 1 and not lines[-2] else ""
        if not lines[-1]:
            lines.pop()
        if chomp != "+":
            lines += [""] * self.random.choice([0, 0, 1, 2])
            if chomp == "" and lines[-1] and self.maybe(0.1):
                chomp = "+"
        header = "|" + (digit + chomp if self.maybe(0.5) else chomp + digit)
        indent = " " * (max(column, 0) + step)
        return [header + self.beside(0.1), *(indent + line if line else "" for line in lines)]

    # Brackets.

    def flow_lines(self, value: Any, column: int) -> list[str]:
        if not value or self.maybe(0.6):
            return [self.flow(value)]
        opening, closing = ("{", "}") if isinstance(value, dict) else ("[", "]")
        indent = " " * (max(column, 0) + self.random.choice([1, 2, 4]))
        items = self.flow_items(value)
        lines = [opening + self.beside()]
        for number, item in enumerate(items):
            comma = "," if number < len(items) - 1 or self.maybe(0.5) else ""
            lines += [self.comment(len(indent))] if self.maybe(0.1) else []
            lines.append(f"{indent}{item}{comma}{self.beside()}")
        if self.maybe(0.2) and "#" not in lines[-1]:
            lines[-1] += closing
        else:
            lines.append(indent[:-1] + " " + closing)
        lines[-1] += self.beside()
        return lines

    def flow(self, value: Any) -> str:
        if not isinstance(value, dict | list):
            return self.scalar(value, flow=True)
        gap = self.random.choice(["", "", " "])
        body = self.random.choice([", ", ", ", ",", " , "]).join(self.flow_items(value))
        if body and self.maybe(0.1):
            body += ","
        return f"{{{gap}{body}{gap}}}" if isinstance(value, dict) else f"[{gap}{body}{gap}]"

    def flow_items(self, value: Any) -> list[str]:
        if isinstance(value, list):
            return [
                self.flow_pair(*next(iter(item.items())))
                if isinstance(item, dict) and len(item) == 1 and self.maybe(0.2)
                else self.flow(item)
                for item in value
            ]
        return [
            self.key(key) if item is None and self.maybe(0.3) else self.flow_pair(key, item)
            for key, item in value.items()
        ]

    def flow_pair(self, key: str, item: Any) -> str:
        name = self.key(key)
        if item is None and self.maybe(0.3):
            return f"{name}: "
        return f"{name}:{'' if name[0] in QUOTES and self.maybe(0.3) else ' '}{self.flow(item)}"


QUOTES = "\"'"
SAFE = frozenset(string.ascii_letters + string.digits + " äöüÄÖÜß*%./„“–-")


def plain_is_fine(text: str, *, flow: bool = True) -> bool:
    """Tell, on the safe side, whether a text can do without quotation marks."""
    return (
        bool(text)
        and text == text.strip()
        and text[0].isalpha()
        and set(text) <= SAFE | (set() if flow else set("[]{}"))
        and text.lower() not in {"null", "true", "false"}
    )


def is_literal(text: str) -> bool:
    """Tell, on the safe side, whether a text can stand in a `|` block."""
    lines = text.split("\n")
    return (
        bool(text.strip())
        and all(letter.isprintable() or letter in "\n\t" for letter in text)
        and (text.endswith("\n") or bool(lines[-1].strip()))
    )


def escape(letter: str) -> str:
    """Write one character between double quotation marks."""
    if letter in '"\\':
        return "\\" + letter
    return letter if letter.isprintable() else f"\\U{ord(letter):08X}"


def text(random: Random) -> str:
    """Return a text as people write it, or one that YAML finds difficult."""
    if random.random() < 0.3:
        return random.choice(ODD)
    lines = [
        " ".join(random.choices(WORDS, k=random.randrange(1, 5))) if random.random() < 0.85 else ""
        for _ in range(random.choice([1, 1, 1, 2, 3, 5]))
    ]
    return "\n".join(lines) + random.choice(["", "", "\n", "\n\n"])


def key(random: Random) -> str:
    """Return a key."""
    if random.random() < 0.1:
        return random.choice(ODD)
    return random.choice(
        ["title", "summary", "af03-x", "Größe", "2022", "a b", "results", "x", "y", "n", "cycles"]
    )


def value(random: Random, depth: int = 3) -> Any:
    """Return a value of any kind, lists and mappings inside each other."""
    kind = random.random()
    if depth and kind < 0.3:
        return {key(random): value(random, depth - 1) for _ in range(random.randrange(5))}
    if depth and kind < 0.55:
        return [value(random, depth - 1) for _ in range(random.randrange(4))]
    if kind < 0.85:
        return text(random)
    return random.choice([None, None, True, False, 0, 1, -5, 2025, 0.5, 1e16, -2.25, 10**20])


def mapping(random: Random) -> dict[str, Any]:
    """Return a mapping that is not empty, as the files of a dossier are."""
    return {"format": 1, **{key(random): value(random) for _ in range(random.randrange(1, 6))}}


def paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    """Return the paths of a value and of everything in it."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [path, *(found for part, item in inner for found in paths(item, (*path, part)))]


def at(value: Any, path: tuple[str | int, ...]) -> Any:
    """Return what stands at a path."""
    for part in path:
        value = value[part]
    return value


def change(random: Random, whole: Any) -> Change:
    """Return a change that a value can take."""
    path = random.choice(paths(whole))
    here = at(whole, path)
    kind = random.choice(["set", "set", "remove", "add", "rearrange", "rearrange"])
    if kind == "remove" and path:
        return Change(path, REMOVE)
    if kind == "add" and isinstance(here, dict | list):
        part = key(random) if isinstance(here, dict) else len(here)
        return Change((*path, part), value(random))
    if kind == "add" and here is None:
        return Change((*path, key(random), 0), value(random))
    if kind == "rearrange" and isinstance(here, list):
        items = random.sample(here, random.randint(0, len(here)))
        items.insert(random.randint(0, len(items)), value(random))
        return Change(path, [{**i, key(random): value(random)} if isinstance(i, dict) else i for i in items])
    if kind == "rearrange" and isinstance(here, dict):
        pairs = [
            *random.sample(list(here.items()), random.randint(0, len(here))),
            (key(random), value(random)),
        ]
        return Change(path, dict(random.sample(pairs, len(pairs))))
    return Change(path, value(random))


def changed(whole: Any, change: Change) -> Any:
    """Make a change in plain values, the simple way."""
    if not change.path:
        return change.value
    part = change.path[0]
    whole = copy.copy(whole) if whole is not None else {} if isinstance(part, str) else []
    missing = part not in whole if isinstance(whole, dict) else part == len(whole)
    if change.value is REMOVE and (missing or len(change.path) == 1):
        if not missing:
            del whole[part]
        return whole
    inner = changed(None if missing else whole[part], Change(change.path[1:], change.value))
    if isinstance(whole, list) and missing:
        whole.append(inner)
    else:
        whole[part] = inner
    return whole
