"""A text is drawn anew only where it is another one."""

from markdown_it import MarkdownIt
from textual.app import App, ComposeResult
from textual.widgets.markdown import MarkdownBlock

from tea_assistant.tui.widgets.prose_blocks import ProseBlocks

_PIECES = [f"Absatz {number}: Mitarbeiter*innen [/x]." for number in range(20)]
_LIST = "- eins\n- zwei"


class OneText(App[None]):
    def compose(self) -> ComposeResult:
        yield ProseBlocks(MarkdownIt)


def _blocks(app: App[None]) -> list[MarkdownBlock]:
    return [block for block in app.query_one(ProseBlocks).children if isinstance(block, MarkdownBlock)]


def _texts(app: App[None]) -> list[str]:
    return [str(block.content) or type(block).__name__ for block in _blocks(app)]


async def test_only_what_has_changed_is_made_anew() -> None:
    app = OneText()
    async with app.run_test() as pilot:
        show = app.query_one(ProseBlocks).show
        await show(_PIECES)
        first = _blocks(app)
        assert _texts(app) == _PIECES

        other = [*_PIECES[:3], "Hier steht *etwas* anderes.", *_PIECES[4:]]
        await show(other)
        assert _blocks(app) == first
        assert _texts(app)[3] == "Hier steht etwas anderes."

        await show([*other[:10], _LIST, *other[10:-1]])
        await pilot.pause()
        assert [*_blocks(app)[:10], *_blocks(app)[11:]] == first[:-1]
        assert _texts(app)[10] == "MarkdownBulletList"

        longer = "Absatz 0 " + "mit vielen Wörtern " * 20
        await show([longer, _PIECES[1]])
        await pilot.pause()
        assert _blocks(app) == first[:2]
        assert first[0].size.height > 1
        assert first[1].region.y == first[0].region.bottom + 1
        await show([])
        assert _blocks(app) == []
