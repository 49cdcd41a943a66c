"""Web pages as lines: headings, paragraphs, lists and tables, without navigation and what is hidden."""

import re
from html.parser import HTMLParser

from msgspec.structs import replace

from tea_assistant.importing.documents.lines import Line, Lines, Role
from tea_assistant.importing.html_tables import HtmlTable
from tea_assistant.patterns import regex


def _words(spaced: str) -> frozenset[str]:
    return frozenset(spaced.split())


_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = _words(
    "p div section article main header address blockquote pre ul ol li dl dt dd table tr td th caption "
    "figure figcaption hr body h1 h2 h3 h4 h5 h6 details summary thead tbody tfoot center"
)
_LEFT_OUT = _words(
    "script style nav footer aside noscript template svg select button form iframe object head"
)
_LISTS = _words("ul ol dl")
_VOID = _words("br hr img input meta link col wbr area base embed source track param")
_BOLD = frozenset(("b", "strong", "th"))
_HIDDEN = regex(r"cookie|consent|navigation|breadcrumb|skip-?link", re.IGNORECASE)
_NONE = regex(r"display\s*:\s*none", re.IGNORECASE)
_COMMENT = regex(r"<!--.*?(?:-->|\Z)|<(script|style)\b[^>]*>.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_WIDEST = 1_000


def read(name: str, text: str) -> Lines:
    """Read a page; nothing of it is fetched."""
    cleaned = _COMMENT.sub(lambda found: "\n" * found[0].count("\n"), text)
    last = cleaned.rfind(">") + 1
    # A mark that never ends would be sought to the end of the file, again and again.
    cleaned = cleaned[:last] + cleaned[last:].replace("<", "&lt;")
    reader = _Reader(name)
    reader.feed(cleaned)
    reader.close()
    return Lines(tuple(reader.lines), " ".join(reader.title.split()))


class _Reader(HTMLParser):
    def __init__(self, name: str) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self.title = ""
        self._name = name
        self._open: list[str] = []
        self._silent = 0
        """How many tags are open since one whose content is left out; 0 outside."""
        self._lists = 0
        self._item = False
        self._heading = 0
        self._bold = 0
        self._text: list[str] = []
        self._plain = False
        self._line = 1
        self._begins = True
        self._tables: list[HtmlTable] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            if tag in ("br", "hr") and not self._silent:
                self._flush(begins=tag == "hr")
            return
        if len(self._open) < _WIDEST:
            self._open.append(tag)
        if self._silent or tag in _LEFT_OUT or _is_hidden(attrs):
            self._silent += 1
            return
        if tag == "dd" and self._text:
            self._name_definition()
        elif tag in _BLOCKS:
            self._flush()
        self._bold += tag in _BOLD
        self._lists += tag in _LISTS
        self._heading = _HEADINGS.get(tag, self._heading)
        if tag in ("li", "dt", "dd"):
            self._item = True
        elif tag == "table":
            self._begin_table()
        elif self._tables and tag == "tr":
            self._tables[-1].begin_row()
        elif self._tables and tag in ("td", "th"):
            self._tables[-1].begin_cell(dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID or tag not in self._open:
            return
        while self._open:
            closed = self._open.pop()
            self._close(closed)
            if closed == tag:
                break

    def handle_data(self, data: str) -> None:
        if "title" in self._open[-1:] and self._silent:
            self.title += data
        if self._silent:
            return
        if not self._text:
            blank = data[: len(data) - len(data.lstrip())]
            self._line = self.getpos()[0] + blank.count("\n")
        if data.strip():
            self._plain = self._plain or not self._bold
        if self._text or data.strip():
            self._text.append(data)
        if self._tables:
            self._tables[-1].add(data)

    def close(self) -> None:
        super().close()
        while self._open:
            self._close(self._open.pop())
        self._flush()

    def _close(self, tag: str) -> None:
        if self._silent:
            self._silent -= 1
            return
        if tag in _BLOCKS and tag != "dt":
            self._flush()
        self._bold -= tag in _BOLD
        self._lists -= tag in _LISTS
        self._heading = 0 if tag in _HEADINGS else self._heading
        if tag == "table" and self._tables:
            self._end_table()
        elif self._tables and tag in ("td", "th"):
            self._tables[-1].end_cell()

    def _name_definition(self) -> None:
        """Go on behind a term with what it stands for: „Seit: 2019“ is one line to a reader."""
        if not "".join(self._text).rstrip().endswith(":"):
            self._text.append(":")
        self._text.append(" ")

    def _flush(self, *, begins: bool = True) -> None:
        text = " ".join("".join(self._text).replace("\u00ad", "").split())
        if text:
            self.lines.append(self._printed(text))
            self._item = False
            self._begins = False
        if begins:
            self._begins = True
        if self._tables:
            self._tables[-1].add(" ")
        self._text, self._plain = [], False

    def _printed(self, text: str) -> Line:
        line = Line(text, line=self._line, begins=self._begins, hard=not self._begins, strong=not self._plain)
        if self._heading:
            return replace(line, role=Role.HEADING, level=self._heading, begins=self._begins)
        if self._item and self._lists:
            return replace(line, role=Role.BULLET, level=self._lists, begins=True, hard=False)
        return line

    def _begin_table(self) -> None:
        if self._tables:
            self._tables[-1].holds_table = True
        self._tables.append(HtmlTable(self.getpos()[0], self.lines))
        self.lines = []

    def _end_table(self) -> None:
        table = self._tables.pop()
        table.end_cell()
        inside, self.lines = self.lines, table.outer
        grid = table.grid(self._name)
        self.lines += inside if grid is None else [Line(role=Role.TABLE, line=table.line, grid=grid)]


def _is_hidden(attrs: list[tuple[str, str | None]]) -> bool:
    known = {name: value or "" for name, value in attrs}
    return (
        "hidden" in known
        or known.get("aria-hidden") == "true"
        or known.get("title") in ("header", "footer")
        or known.get("role") in ("navigation", "search", "contentinfo")
        or _NONE.search(known.get("style", "")) is not None
        or _HIDDEN.search(f"{known.get('id', '')} {known.get('class', '')}") is not None
    )
