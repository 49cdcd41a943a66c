"""What the first screen is made of is counted: whoever adds something makes every start of it slower."""

import json
import subprocess
import sys
from pathlib import Path

EXAMPLE = Path(__file__).parents[2] / "examples" / "stadt-herne"
_RUN = """
import asyncio, json, sys
from pathlib import Path
from textual.css.stylesheet import Stylesheet
from tea_assistant.services.opening import open_dossier
import tea_assistant.tui.start
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.screens.overview import OverviewScreen

parsed, seen = [], {}
parse = Stylesheet._parse_rules

def counting(sheet, css, read_from, **given):
    known = (css, read_from, *given.values()) in sheet._parse_cache
    parsed.extend([] if known else [read_from])
    return parse(sheet, css, read_from, **given)

Stylesheet._parse_rules = counting
show = OverviewScreen.show_session

def showing(screen):
    show(screen)
    seen.update(modules=sorted(sys.modules))

OverviewScreen.show_session = showing

async def first() -> None:
    app = TeaApp(open_dossier(Path(sys.argv[1])), poll_interval=0, checks_beside=True)
    # The checks begin behind it.
    app.checking._is_checking = True
    async with app.run_test() as pilot:
        await pilot.pause()
        seen.update(parsed=[list(place) for place in parsed])

asyncio.run(first())
print(json.dumps(seen))
"""
_BEHIND = ("checks.rules.", "document.typst", "document.markdown", "importing.", "store.git", "services.sync")
"""What is imported behind the first screen, or when somebody asks for it."""


def test_the_first_screen_is_made_of_little() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _RUN, EXAMPLE], capture_output=True, encoding="utf-8", timeout=120, check=True
    )
    seen = json.loads(done.stdout)
    ours = [
        name.removeprefix("tea_assistant.") for name in seen["modules"] if name.startswith("tea_assistant.")
    ]
    assert [name for name in ours if name.startswith(_BEHIND)] == []
    screens = {name for name in ours if name.startswith("tui.screens.")}
    assert screens == {"tui.screens.overview"}
    assert not {"typst", "markdown_it", "textual.widgets._markdown"} & set(seen["modules"])

    sheets = [Path(place).name for place, _ in seen["parsed"] if place.endswith(".tcss")]
    # Each once.
    assert sorted(sheets) == ["app.tcss", "overview.tcss"]


def test_the_styles_of_a_screen_hold_for_it_alone() -> None:
    # They come when it is opened, and nothing else gets its styles anew.
    sheets = list((Path(__file__).parents[2] / "tea_assistant" / "tui" / "screens").glob("*.tcss"))
    assert len(sheets) > 20
    for sheet in sheets:
        outside = [line for line in sheet.read_text(encoding="utf-8").splitlines() if line[:1].strip()]
        name = "".join(word.title() for word in sheet.stem.split("_"))
        assert [line for line in outside if line != "}"] == [f"{name}Screen {{"]
