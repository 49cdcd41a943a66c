"""Reads what stands on the screen."""

from textual.app import App
from textual.pilot import Pilot


def screen_text(app: App[None]) -> str:
    """Return the characters on the screen, line by line."""
    return "\n".join(strip.text.rstrip() for strip in app.screen._compositor.render_strips(app.size))


def dialog_text(app: App[None]) -> str:
    """Return the characters in the dialog in front, without what it lies over."""
    region = app.screen.query_one(".dialog--box").region
    lines = screen_text(app).splitlines()[region.y : region.bottom]
    return "\n".join(line[region.x : region.right] for line in lines)


def notices(app: App[None]) -> str:
    """Return the notices that are shown now."""
    return "\n".join(notice.message for notice in app._notifications)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until everything that was set off has happened."""
    await pilot.pause()
    while any(not worker.is_finished for worker in pilot.app.workers):
        await pilot.pause()
    await pilot.pause()
