"""The document before it becomes a page: its Markdown with all that outputs need beside it."""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

from msgspec import Struct, field

from tea_assistant.document.chart import Chart
from tea_assistant.document.chart_svg import chart_svg
from tea_assistant.document.facts import Facts
from tea_assistant.document.leaf import Leaf, Pictures, read
from tea_assistant.document.markdown import Assembled, assembled
from tea_assistant.document.memory import Memory
from tea_assistant.document.theme import Theme
from tea_assistant.model.application import Application
from tea_assistant.model.dates import day_of, span_of
from tea_assistant.model.ids import slug
from tea_assistant.model.reporting import deadline_of
from tea_assistant.services.chapters import chapters
from tea_assistant.services.pictures import ENDING
from tea_assistant.services.progress import part_label
from tea_assistant.services.session import Session
from tea_assistant.services.view import View

_NO_ROUND = date(2000, 1, 1)
"""For a dossier whose round is no year: any day will do, as long as it is always the same."""
_drawn = lru_cache(maxsize=64)(chart_svg)
"""Charts rarely change, and drawing one takes longer than all the rest."""


class Manuscript(Struct, frozen=True):
    """The document as Markdown, with its pictures, its house style and its properties."""

    name: str
    """Of its files, without an ending: stadt-herne-2025."""
    assembled: Assembled
    theme: Theme
    facts: Facts
    memory: Memory = field(default_factory=Memory)
    """Of what it was made."""

    @property
    def markdown(self) -> str:
        """Its text, of which all outputs are made."""
        return self.assembled.text

    @property
    def charts(self) -> Mapping[str, Chart]:
        """Its charts by the names of their files."""
        return self.assembled.charts

    @property
    def pictures_folder(self) -> str:
        """The folder in which the Markdown looks for its pictures."""
        return self.name + ENDING

    def pictures(self, *, titled: bool = True) -> Pictures:
        """Draw the charts; return them by the address that the Markdown gives them."""
        charts = self.charts.items()
        return {f"{self.pictures_folder}/{name}": _drawn(chart, titled=titled) for name, chart in charts}

    def leaf(self, pictures: Pictures) -> Leaf:
        """Read the Markdown as outputs take it."""
        return read(self.markdown, pictures, self.memory)


def manuscript(session: Session | View, *, final: bool = False, before: Memory | None = None) -> Manuscript:
    """Write the document down; unless it is final, it carries a mark and lists its gaps.

    With the memory of the one `before`, only what differs is made anew.
    """
    memory = Memory(before)
    application, name = session.application, document_name(session)
    told = assembled(
        application,
        gaps={} if final else _gaps(session),
        standing={} if final else {p.part: (p.done, len(p.items)) for p in session.completeness.parts},
        final=final,
        chapters=chapters(application),
        pictures=name + ENDING,
        memory=memory,
    )
    return Manuscript(name, told, session.theme, _facts(application, told.title), memory)


def document_name(session: Session | View) -> str:
    """Return what the files of the document are called, without an ending: stadt-herne-2025."""
    name = session.application.organisation.name or session.root.name
    return f"{slug(name, taken=())}-{session.cycle}"


def _facts(application: Application, title: str) -> Facts:
    cycle = application.cycle
    year = span_of(cycle.id)
    return Facts(
        title=title,
        organisation=application.organisation.name,
        cycle=cycle.id,
        dated=deadline_of(cycle) or (year.first if year else _NO_ROUND),
        deadline=day_of(cycle.deadline),
    )


def _gaps(session: Session | View) -> dict[str, list[str]]:
    grouped: dict[str, list[str]] = {}
    for gap in session.completeness.gaps():
        grouped.setdefault(part_label(session, gap.part), []).append(gap.title)
    return grouped
