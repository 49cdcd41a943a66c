"""Nearly all of a prose is plain: paragraphs of lines without marks, which need no rules to be read.

Both ways give the same tokens; a property test holds them against each other.
"""

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore, normalize
from markdown_it.rules_core import block as by_rules
from markdown_it.token import Token

from tea_assistant.patterns import regex
from tea_assistant.prose.plain_inline import read_plainly

_BEGINS = frozenset('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÄÖÜäöüß„»"(§')
"""A line that begins otherwise may be anything: a list, a table, a heading, code, the address of a link."""
_OTHER = r"(?![A-Za-zÄÖÜäöüß„»\"(§\n]|\Z)"
_OTHER_TEXT, _OTHER_LINE = regex(_OTHER), regex(rf"\n{_OTHER}")
_MARKS = "\\`_[<&{"
"""Most other marks of Markdown are text where they stand alone."""
# As is a star between letters.
_STAR = regex(r"\*(?<![A-Za-zÀ-ÖØ-öø-ž]\*)|\*(?![A-Za-zÀ-ÖØ-öø-ž])")


def plain_text(md: MarkdownIt) -> None:
    """Teach a parser to take plain paragraphs as they are, before it tries its rules."""
    md.block.ruler.before("table", "plain_paragraph", _paragraph)
    md.core.ruler.at("normalize", _normal)
    md.core.ruler.at("block", _blocks)
    md.core.ruler.at("inline", _inline)


def _normal(state: StateCore) -> None:
    if "\r" in state.src or "\0" in state.src:
        normalize(state)


def _blocks(state: StateCore) -> None:
    if "|" in state.src or _OTHER_TEXT.match(state.src) or _OTHER_LINE.search(state.src):
        by_rules(state)
        return
    line = 0
    for piece in state.src.split("\n\n"):
        if content := piece.strip("\n"):
            first = line + piece.startswith("\n")
            state.tokens += _paragraph_tokens(content, first, first + content.count("\n") + 1)
        line += piece.count("\n") + 2


def _paragraph_tokens(content: str, first: int, end: int) -> tuple[Token, Token, Token]:
    return (
        Token("paragraph_open", "p", 1, map=[first, end], block=True),
        Token("inline", "", 0, map=[first, end], level=1, children=[], content=mdTrim(content), block=True),
        Token("paragraph_close", "p", -1, block=True),
    )


def _paragraph(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if silent or state.level or state.blkIndent:
        return False
    line = start_line
    while line < end_line and not state.isEmpty(line):
        begin = state.bMarks[line]
        # Strong words may begin a line, too: no list and no rule across the page has two stars before a word.
        begin += 2 if state.src.startswith("**", begin) else 0
        if state.sCount[line] or state.src[begin : begin + 1] not in _BEGINS:
            return False
        line += 1
    content = state.src[state.bMarks[start_line] : state.eMarks[line - 1]]
    if "|" in content:
        return False
    state.line = line
    state.tokens += _paragraph_tokens(content, start_line, line)
    return True


def _inline(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and token.content:
            plain = _lines(token.content) or read_plainly(token.content, state.md)
            token.children = plain or state.md.inline.parse(token.content, state.md, state.env, [])


def _lines(content: str) -> list[Token]:
    """Return the tokens of lines without marks; nothing where there may be some."""
    if any(mark in content for mark in _MARKS) or ("*" in content and _STAR.search(content)):
        return []
    first, *rest = content.split("\n")
    if rest and any(line != line.strip() for line in (first, *rest)):
        return []
    tokens = [Token("text", "", 0, content=first)]
    for line in rest:
        tokens += (Token("softbreak", "br", 0), Token("text", "", 0, content=line))
    return tokens
