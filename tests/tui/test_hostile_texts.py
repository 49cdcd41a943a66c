"""Previews live through texts that are nested without end, and show their words."""

from textual.app import App, ComposeResult

from tea_assistant.document.references import resolve_prose
from tea_assistant.tui.widgets.markdown_pieces import MarkdownPieces
from tea_assistant.tui.widgets.prose_preview import ProsePreview
from tests.tui.reading import screen_text
from tests.tui.test_prose_editor import an_application

NESTED = {
    "Sterne": "*" * 2000 + "tief" + "*" * 2000,
    "Zitate": "> " * 60 + "tief",
    "Listen": "- " * 60 + "tief",
    "Stufen": "\n".join("  " * at + "- eins" for at in range(60)) + "\n\n# tief",
    "Klammern": "![" * 300 + "tief" + "](x)" * 300,
}


class Previews(App[None]):
    """Both previews, one above the other."""

    CSS = "ProsePreview { height: 30; }"

    def compose(self) -> ComposeResult:
        yield ProsePreview()
        yield MarkdownPieces()


async def test_texts_nested_without_end_are_shown() -> None:
    app = Previews()
    async with app.run_test(size=(140, 60)) as pilot:
        for name, text in NESTED.items():
            await app.query_one(ProsePreview).show(text, an_application())
            await app.query_one(MarkdownPieces).show(resolve_prose(text, an_application()))
            app.query_one(ProsePreview).scroll_end(animate=False)
            await pilot.pause()
            assert "tief" in screen_text(app), name
