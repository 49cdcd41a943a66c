"""What is typed at once arrives in its order, whichever keys it holds."""

from textual import events
from textual.app import App, ComposeResult
from textual.content import Content
from textual.widgets import Input

from tea_assistant.tui.widgets.form_input import FormInput
from tea_assistant.tui.widgets.line_input import LineInput
from tea_assistant.tui.widgets.prose_area import ProseArea


class Boxes(App[None]):
    """Every kind of box in which one types."""

    def compose(self) -> ComposeResult:
        yield ProseArea(Content(""))
        yield FormInput("")
        yield LineInput()


async def test_letters_behind_a_backspace_are_not_the_ones_it_takes() -> None:
    app = Boxes()
    async with app.run_test() as pilot:
        for box in app.query("ProseArea, Input"):
            box.focus()
            await pilot.pause()
            # As they come from a terminal in one piece; a pilot waits between two keys.
            for key in (*"Bürgerxy", "backspace", "backspace", "*", *"innen", "home", "[", "end", "]"):
                app.post_message(events.Key(key, key if len(key) == 1 else None))
            await pilot.pause()
            await pilot.pause()
            assert isinstance(box, ProseArea | Input)
            assert (box.text if isinstance(box, ProseArea) else box.value) == "[Bürger*innen]"
