"""A text that is told what it says already is left alone."""

from typing import Self

from textual.app import App, ComposeResult
from textual.content import Content
from textual.geometry import Region

from tea_assistant.tui.widgets.steady import Steady


class Noted(Steady):
    """Notes how often it is laid out."""

    layouts = 0

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        self.layouts += layout
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


class Desk(App[None]):
    """One text."""

    def compose(self) -> ComposeResult:
        yield Noted("Mitarbeiter*innen [/x]", markup=False)


async def test_only_other_words_or_other_colours_are_laid_out() -> None:
    app = Desk()
    async with app.run_test():
        text = app.query_one(Noted)
        told = [
            (Content("Bürger*innen [/x]"), 1),
            (Content("Bürger*innen [/x]"), 0),
            (Content.styled("Bürger*innen [/x]", "bold"), 1),
            (Content.styled("Bürger*innen [/x]", "bold"), 0),
            (Content(), 1),
        ]
        for content, times in told:
            before = text.layouts
            text.update(content)
            assert text.layouts - before == times, content
