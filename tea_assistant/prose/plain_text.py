"""Nearly all of a prose is plain: paragraphs of lines without marks, which need no rules to be read.

Both ways give the same tokens; a property test holds them against each other.
"""

from markdown_it import MarkdownIt
from markdown_it.common.utils import mdTrim
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from tea_assistant.patterns import regex

_BEGINS = frozenset('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÄÖÜäöüß„»"(§')
"""A line that begins otherwise may be anything: a list, a table, a heading, code, the address of a link."""
# A star between letters is text, as are most of the other marks of Markdown where they stand alone.
_MARKS = regex(r"[\\`_\[<&{]|\s\n|\n\s|\*(?<![A-Za-zÀ-ÖØ-öø-ž]\*)|\*(?![A-Za-zÀ-ÖØ-öø-ž])")


def plain_text(md: MarkdownIt) -> None:
    """Teach a parser to take plain paragraphs as they are, before it tries its rules."""
    md.block.ruler.before("table", "plain_paragraph", _paragraph)
    md.core.ruler.at("inline", _inline)


def _paragraph(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    if silent or state.level or state.blkIndent:
        return False
    line = start_line
    while line < end_line and not state.isEmpty(line):
        if state.sCount[line] or state.src[state.bMarks[line]] not in _BEGINS:
            return False
        line += 1
    content = state.src[state.bMarks[start_line] : state.eMarks[line - 1]]
    if "|" in content:
        return False
    state.line = line
    state.push("paragraph_open", "p", 1).map = [start_line, line]
    token = state.push("inline", "", 0)
    token.content, token.map, token.children = mdTrim(content), [start_line, line], []
    state.push("paragraph_close", "p", -1)
    return True


def _inline(state: StateCore) -> None:
    for token in state.tokens:
        if token.type != "inline":
            continue
        if token.content and not _MARKS.search(token.content):
            token.children = list(_lines(token.content))
        else:
            token.children = state.md.inline.parse(token.content, state.md, state.env, [])


def _lines(content: str) -> list[Token]:
    first, *rest = content.split("\n")
    tokens = [Token("text", "", 0, content=first)]
    for line in rest:
        tokens += (Token("softbreak", "br", 0), Token("text", "", 0, content=line))
    return tokens
