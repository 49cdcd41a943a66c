"""Draws the screens without the terminal that nobody looks at."""

from collections.abc import Sequence
from typing import Any

import pytest
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.geometry import Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget


def draw_without_a_terminal(patch: pytest.MonkeyPatch) -> None:
    """Let each widget draw its rows whenever Textual has it do so, and put no screen together from them.

    Borders, filters and cuts are a tenth of the time of a test. Whoever reads the screen, or takes a picture
    of it, gets all of it as before: what was drawn here still counts as not drawn yet.
    """
    update, render_lines = Compositor.render_update, Widget.render_lines
    for_nobody = False

    def draw(
        compositor: Compositor,
        full: bool = False,
        screen_stack: list[Screen[Any]] | None = None,
        simplify: bool = False,
    ) -> object:
        nonlocal for_nobody
        if full:
            return update(compositor, full=True, screen_stack=screen_stack, simplify=simplify)
        visible_screen_stack.set(screen_stack or [])
        screen = compositor.size.region
        changed = Region.from_union(compositor._dirty_regions or [Region()]).intersection(screen)
        compositor._dirty_regions.clear()
        for_nobody = True
        try:
            for _ in compositor._get_renders(changed) if changed else ():
                pass
        finally:
            for_nobody = False
        return None

    def draw_rows(widget: Widget, crop: Region) -> Sequence[Strip]:
        nonlocal for_nobody
        if not for_nobody:
            return render_lines(widget, crop)
        height = widget.content_region.height
        clean = type(widget).render_line is Widget.render_line and not widget._dirty_regions
        if clean or widget.BLANK:
            return ()
        # A dialog draws the screen beneath it as its own ground, and keeps that.
        for_nobody = False
        try:
            top = widget.styles.gutter.top
            for y in range(max(crop.y - top, 0), min(crop.bottom - top, height)):
                widget.render_line(y)
        finally:
            for_nobody = True
        return ()

    patch.setattr(Compositor, "render_update", draw)
    patch.setattr(Widget, "render_lines", draw_rows)
