"""Prose: references and marks, sentences, words, and two versions of a text that become one."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from reliability.fuzzing import corpora
from reliability.fuzzing.oracle import harmless, hold
from reliability.fuzzing.target import BETWEEN, bytes_of, parts_of
from tea_assistant.prose.difference import word_differences
from tea_assistant.prose.gender_notation import gendered_forms
from tea_assistant.prose.jury_text import jury_sentences
from tea_assistant.prose.markdown import parse
from tea_assistant.prose.merging import joined_texts, merge_texts
from tea_assistant.prose.paragraphs import paragraphs
from tea_assistant.prose.printable import printable
from tea_assistant.prose.render import heading_texts, render
from tea_assistant.prose.resolver import Resolver, Target
from tea_assistant.prose.scan import references
from tea_assistant.prose.sentences import sentences
from tea_assistant.prose.stale_words import stale_words
from tea_assistant.prose.three_way import merged_lines
from tea_assistant.prose.unprinted import unprinted
from tea_assistant.prose.words import word_count

_RESOLVER = Resolver(
    lambda target, _form: "47,1 %" if target != "x" else None,
    lambda target: Target(f"Titel {target}", "#ort") if target != "x" else None,
)
_DAY = date(2025, 4, 1)


def run(data: bytes, _scratch: Path) -> None:
    """Read a prose in every way that there is, and merge it with two others."""
    text, mine, theirs = (part.decode("utf-8", "replace") for part in parts_of(data, 3))
    harmless(printable(text, lines=True), "printable")
    lines = text.split("\n")
    for found in references(text):
        hold(found.raw in text.replace("\0", "\ufffd"), f"a reference that is not there: {found.raw!r}")
    for remarked in unprinted(text):
        hold(0 <= remarked.line <= len(text) + len(lines), "a remark without a line")
    tokens = parse(text)
    heading_texts(tokens, _RESOLVER)
    again = render(render(text, _RESOLVER), _RESOLVER)
    parse(again)
    for each in paragraphs(text):
        hold(each is not None, "no paragraph")
    for form in gendered_forms(text):
        hold(0 <= form.start < len(text), "a form beside the text")
    stale_words(text, _DAY, _DAY)
    jury_sentences(text)
    word_count(text)
    told = "".join("".join(sentence.split()) for sentence in sentences(text))
    hold(told == "".join(text.split()), "sentences lose letters of their text")
    _versions(text, mine, theirs)


def _versions(base: str, mine: str, theirs: str) -> None:
    pieces = word_differences(base, mine)
    hold(pieces or not (base or mine), "no difference between texts")
    merge_texts(base, mine, theirs)
    joined_texts(mine, theirs)
    merged_lines(base, mine, theirs)
    hold(merge_texts(base, base, theirs).text == theirs, "a change of theirs alone is lost")
    hold(merge_texts(base, mine, base).text == mine, "a change of mine alone is lost")


def seeds(_scratch: Path) -> Iterator[bytes]:
    """Give every text, alone and as versions of one another."""
    texts = list(corpora.every_text())
    yield from map(bytes_of, texts)
    for base, mine, theirs in zip(texts[::9], texts[1::9], texts[2::9], strict=False):
        yield BETWEEN.join(bytes_of(part) for part in (base, f"{base} {mine}", f"{theirs} {base}"))
    yield from map(bytes_of, corpora.deep_texts(200))
