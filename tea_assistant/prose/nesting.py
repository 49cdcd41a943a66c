"""How deep blocks and emphasis stand in each other: as deep as a page can show, and nothing is lost below."""

from collections.abc import Callable

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, blockquote, list_block
from markdown_it.rules_inline import StateInline

from tea_assistant.prose.remarks import Remark, remark

DEEPEST = 8
"""So many quotations and lists stand in each other: readers of Markdown drop what is deeper than 20 levels
without a word, and a list is two of them."""

_Rule = Callable[[StateBlock, int, int, bool], bool]
_DEPTH = "depth"
_EMPHASIS = {"em_open": "em", "em_close": "em", "strong_open": "strong", "strong_close": "strong"}


def bounded_nesting(md: MarkdownIt) -> None:
    """Teach a parser to take the marks of quotations and lists that are too deep as the text that they are.

    Emphasis inside emphasis of its kind is none: no page can show it, and thousands of it end every program
    that walks into them.
    """
    interrupted = ["paragraph", "reference", "blockquote"]
    md.block.ruler.at("blockquote", _bounded(blockquote), {"alt": [*interrupted, "list"]})
    md.block.ruler.at("list", _bounded(list_block), {"alt": interrupted})
    md.inline.ruler2.after("emphasis", "flat_emphasis", _flat_emphasis)


def _bounded(rule: _Rule) -> _Rule:
    def bounded(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:
        if silent:
            return state.env.get(_DEPTH, 0) < DEEPEST and rule(state, start_line, end_line, True)
        depth = state.env.get(_DEPTH, 0)
        if depth >= DEEPEST:
            if rule(state, start_line, end_line, True):
                remark(state, Remark.TOO_DEEP, start_line)
            return False
        state.env[_DEPTH] = depth + 1
        try:
            return rule(state, start_line, end_line, False)
        finally:
            state.env[_DEPTH] = depth

    return bounded


def _flat_emphasis(state: StateInline) -> None:
    open_marks = dict.fromkeys(_EMPHASIS.values(), 0)
    for token in state.tokens:
        kind = _EMPHASIS.get(token.type)
        if kind is None:
            continue
        around = open_marks[kind] - (token.nesting < 0)
        open_marks[kind] += token.nesting
        if around:
            # The next rule joins an empty text with its neighbours.
            token.type, token.tag, token.nesting, token.markup = "text", "", 0, ""
