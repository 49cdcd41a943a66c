"""What the catalogue computes from the figures of a date, beside the values of earlier rounds."""

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from textual import events
from textual.content import Content
from textual.widgets import Static

from tea_assistant.figures.comparability import asides
from tea_assistant.figures.german import NO_BREAK_SPACE, delta_text, value_text
from tea_assistant.figures.trend import delta, history
from tea_assistant.figures.values import Value, value_of
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Indicator
from tea_assistant.model.figures import FigureSet
from tea_assistant.services.forms.values import date_text
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.share_bars import share_bar
from tea_assistant.tui.widgets.table_columns import Column, fitted, row, widths_of

_BAR, _NARROW_BAR = 10, 4
_WIDE = 100
_NAMED = 4
"""So many of the indicators without a value are named; the catalogue knows dozens."""
_PUBLISHED, _OTHER = "*", "≠"
_LEGEND = "* nur als gerundete Prozentzahl veröffentlicht"
_SCALE = "Balken beginnen bei 0; bei Anteilen ist die volle Länge 100 %, sonst der größte Wert der Zeile."


class _Line(Struct, frozen=True):
    """An indicator with its values, oldest first; a value that is not known is None."""

    indicator: Indicator
    values: tuple[Value | None, ...]
    asides: Mapping[str, str]
    """By round: why its value is not quite comparable with the newest."""
    asked: bool
    """Whether the round needs it, and does not have it."""


class IndicatorTable(Static):
    """The indicators of the catalogue, a bar for each round; one that is needed and missing says so."""

    DEFAULT_CSS = """
    IndicatorTable { height: auto; }
    """

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._rounds: tuple[str, ...] = ()
        self._shown: tuple[_Line, ...] = ()
        self._without: tuple[str, ...] = ()
        self._of: Application | None = None
        self._said: Mapping[str, Mapping[str, str]] = {}
        self.text = ""
        """What the table says."""

    def show(self, application: Application, figures: FigureSet) -> None:
        """Show the values at one reference date."""
        of_round = application.figures is not None and application.figures.id == figures.id
        # Only the figures of the round have earlier rounds beside them, as in the document.
        sets = application.figure_history[1:] if of_round else ()
        name = application.cycle.id if of_round else date_text(figures.id)
        self._rounds = (*(cycle for cycle, _ in reversed(sets)), name)
        if application is not self._of:
            # Typing asks again and again, and the words follow from what is stored.
            self._of = application
            self._said = {id_: asides(application, id_) for id_ in application.catalogue.indicators}
        lines = []
        for indicator in application.catalogue.indicators.values():
            known = dict(history(application, indicator.id)) if of_round else {}
            now = value_of(indicator, figures)
            values = (*(known.get(cycle) for cycle in self._rounds[:-1]), now)
            asked = of_round and indicator.required and now is None
            said = self._said[indicator.id] if of_round else {}
            lines.append(_Line(indicator, values, said, asked))
        self._shown = tuple(line for line in lines if line.asked or any(line.values))
        self._without = tuple(
            line.indicator.title or line.indicator.id for line in lines if line not in self._shown
        )
        self._draw_lines()

    def table(self) -> Iterator[list[str]]:
        """Yield the headings and the rows that are shown, for a spreadsheet."""
        change = ["Änderung"] if len(self._rounds) > 1 else []
        yield ["Kennzahl", *self._rounds, *change]
        for line in self._shown:
            title = line.indicator.title or line.indicator.id
            yield [title, *map(_plain_value, line.values), *([_change(line)] if change else [])]

    def on_resize(self, event: events.Resize) -> None:
        """Fit the columns to the new width."""
        del event
        self._draw_lines()

    def _draw_lines(self) -> None:
        width = max(self.content_size.width, 20)
        content = Content("\n").join(self._lines(width))
        if content.plain != self.text:
            self.text = content.plain
            self.update(content)

    def _lines(self, width: int) -> Iterator[Content]:
        if not self._shown and not self._without:
            yield plain("Der Katalog nennt keine Kennzahlen.", "$text-muted")
            return
        bar = _BAR if width >= _WIDE else _NARROW_BAR
        columns = (
            Column("Kennzahl", str),
            *(Column(name, str) for name in self._rounds),
            *([Column("Änderung", str)] if len(self._rounds) > 1 else []),
        )
        printed = [self._printed(line) for line in self._shown]
        wide = [max(map(len, texts)) for texts in zip(*printed, strict=True)]
        rows = [
            list(_cells(line, texts, wide, bar)) for line, texts in zip(self._shown, printed, strict=True)
        ]
        if rows:
            widths = _titles_give_way(widths_of(rows, columns), width)
            yield row([plain(column.title, "bold $text-primary") for column in columns], widths, columns)
            for cells in rows:
                yield row(cells, widths, columns)
        if self._without:
            named = ", ".join(self._without[:_NAMED])
            more = len(self._without) - _NAMED
            rest = f" und {more} weitere" if more > 0 else ""
            yield plain(f"Noch ohne Zahlen: {named}{rest}", "$text-muted")
        if any(value and value.published for line in self._shown for value in line.values):
            yield plain(_LEGEND, "$text-muted")
        words = sorted({text for line in self._shown for text in line.asides.values()})
        if words:
            yield plain(f"{_OTHER} nicht ganz vergleichbar: {', '.join(words)}", "$text-muted")
        if rows:
            yield plain(_SCALE, "$text-muted")

    def _printed(self, line: _Line) -> list[str]:
        texts = []
        for cycle, value in zip(self._rounds, line.values, strict=True):
            sign = (_PUBLISHED if value and value.published else "") + (
                _OTHER if cycle in line.asides else ""
            )
            texts.append(value_text(value) + (sign or " ") if value else "")
        return texts


def _titles_give_way(widths: Sequence[int], room: int) -> list[int]:
    """Let the names be cut before any value is."""
    others = sum(widths[1:]) + 2 * (len(widths) - 1)
    return fitted([min(widths[0], max(room - others, 12)), *widths[1:]], room)


def _cells(line: _Line, texts: Sequence[str], wide: Sequence[int], bar: int) -> Iterator[Content]:
    yield plain(line.indicator.title or line.indicator.id)
    largest = max((float(v.number) for v in line.values if v and v.number is not None), default=0.0)
    for at, value in enumerate(line.values):
        newest = at + 1 == len(line.values)
        if value is None and newest and line.asked:
            yield plain("✗ fehlt", "$text-error")
            continue
        if value is None:
            yield plain("–".rjust(wide[at] - 1), "$text-muted")
            continue
        whole = 100.0 if value.is_share else largest
        part = float(value.number) / whole if value.number is not None and whole else 0.0
        shown = plain(texts[at].rjust(wide[at]), "bold" if newest else "$text-muted")
        style = f"{'$primary' if newest else '$text-muted'} on $panel"
        yield shown + plain(" ") + plain(share_bar(min(part, 1.0), bar), style)
    if len(line.values) > 1:
        yield plain(_change(line))


def _plain_value(value: Value | None) -> str:
    """Return a value for a spreadsheet: a number without points, a percentage with a comma."""
    if value is None:
        return ""
    if value.number is None or value.is_share:
        return value_text(value).replace(NO_BREAK_SPACE, " ")
    return str(value.number)


def _change(line: _Line) -> str:
    now, before = line.values[-1], line.values[-2]
    change = delta(now, before) if now and before else None
    if change is None:
        return ""
    return delta_text(change).replace("Prozentpunkte", "Pkt.").replace("Prozentpunkt", "Pkt.")
