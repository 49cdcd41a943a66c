"""Tables whose cells may hold `{{indicator|form}}`: the bar inside a reference divides no cells."""

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.rules_block.table import table as split_table

from tea_assistant.patterns import regex
from tea_assistant.prose.remarks import Remark, remark

_SHIELD = "\ufdd0"
"""Stands for a bar while a table is split; a noncharacter, so no text contains it."""
_ESCAPED = "\ufdd1\ufdd1"
_SHIELDED = "shielded"
_BAR = regex(r"(?<!\\)\|")


def tables_with_references(md: MarkdownIt) -> None:
    """Let a parser read tables, leaving the bars inside references alone."""
    md.enable("table")
    md.block.ruler.at("table", _rule, {"alt": ["paragraph", "reference"]})


def _rule(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
    written = state.src
    state.src = _shielded(state)
    first = len(state.tokens)
    try:
        found = split_table(state, start_line, end_line, silent)
        if found and not silent:
            _remark_surplus(state, first, start_line)
            _restore_cells(state, first)
    finally:
        state.src = written
    return found


def _remark_surplus(state: StateBlock, first: int, start_line: int) -> None:
    """Remark the cells beyond the last column of the head: no reader of Markdown shows them."""
    columns = sum(token.type == "th_open" for token in state.tokens[first:])
    for line in range(start_line + 2, state.line):
        text = state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]]
        begins = [0, *(bar.end() for bar in _BAR.finditer(text))][text.startswith("|") :]
        if len(begins) > columns and text[begins[columns] :].strip(" \t|"):
            remark(state, Remark.SURPLUS_CELL, line, begins[columns])


def _shielded(state: StateBlock) -> str:
    # The rule is tried at every line; the text of a document stays the same.
    if _SHIELDED not in state.env:
        state.env[_SHIELDED] = _shield(state.src)
    return str(state.env[_SHIELDED])


def _shield(text: str) -> str:
    """Shield the bars inside references; the text keeps its length, so all positions stay true."""
    pieces: list[str] = []
    at = 0
    while (opening := text.find("{{", at)) >= 0:
        line_end = text.find("\n", opening)
        line_end = len(text) if line_end < 0 else line_end
        closing = text.find("}}", opening, line_end)
        end = line_end if closing < 0 else closing
        inside = text[opening:end]
        if closing >= 0:
            # A bar after a backslash is left to the library, which takes it as text anyway.
            inside = inside.replace("\\|", _ESCAPED).replace("|", _SHIELD).replace(_ESCAPED, "\\|")
        pieces += [text[at:opening], inside]
        at = end
    return "".join([*pieces, text[at:]])


def _restore_cells(state: StateBlock, first: int) -> None:
    """Give the cells their bars back, and note where each stands in its line."""
    row, line_start, cursor = -1, 0, 0
    for token in state.tokens[first:]:
        if token.type != "inline" or token.map is None:
            continue
        if token.map[0] != row:
            row, cursor = token.map[0], 0
            line_start = state.src.rfind("\n", 0, state.eMarks[row]) + 1
        escaped = token.content.replace("|", "\\|")
        begin = state.src.find(escaped, line_start + cursor)
        cursor = begin - line_start + len(escaped)
        bars = tuple(at for at, character in enumerate(token.content) if character == "|")
        token.meta = {"column": begin - line_start, "escaped_bars": bars}
        token.content = token.content.replace(_SHIELD, "|")
