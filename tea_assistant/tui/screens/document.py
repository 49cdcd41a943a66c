"""The document: the application as it reads now, part by part, and the files made from it."""

from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Markdown, Static

from tea_assistant.document.markdown import assemble_part
from tea_assistant.model.layout import role_of
from tea_assistant.prose.escape import escape_line
from tea_assistant.services.chapters import chapters
from tea_assistant.tui import building, packing
from tea_assistant.tui.finding_list import part_label
from tea_assistant.tui.keys import Command
from tea_assistant.tui.page import Page
from tea_assistant.tui.page_words import length_of, part_pages, short_pages, total_pages
from tea_assistant.tui.plain import plain
from tea_assistant.tui.widgets.markdown_pieces import MarkdownPieces
from tea_assistant.tui.widgets.pick_list import PickList


class DocumentScreen(Page):
    """Shows the assembled application, opened at one of its parts."""

    CSS_PATH = "document.tcss"
    HEADING = "Dokument"
    HELP_TEXT = """
So liest sich die Bewerbung im Augenblick, mit eingesetzten Kennzahlen und Maßnahmen.

Mit + und - oder in der Liste links wechseln Sie zum nächsten oder vorigen Teil. Ein Klick auf eine
Maßnahme öffnet sie. **Entwurf erzeugen** schreibt das Dokument als PDF, Word-Datei, Webseite oder Text,
mit der Liste der offenen Stellen vornan, **Endfassung** ohne sie. **Abgabepaket** legt die Abgabe mit
allem, worauf sie beruht, in eine Datei.
"""
    COMMANDS: ClassVar[tuple[Command, ...]] = (
        Command(
            "build_draft",
            "b",
            "build(False)",
            "Entwurf erzeugen",
            "Schreibt den Entwurf als PDF, Word-Datei, Webseite oder Text.",
            in_footer=True,
        ),
        Command(
            "build_final",
            "e",
            "build(True)",
            "Endfassung",
            "Schreibt die Endfassung in einer dieser Formen.",
            in_footer=True,
        ),
        Command(
            "transfer",
            "p",
            "app.open('transfer')",
            "Ins Portal",
            "Bringt die Texte Feld für Feld ins Portal.",
            in_footer=True,
        ),
        Command(
            "pack",
            "a",
            "pack",
            "Abgabepaket",
            "Packt die Abgabe mit allem, worauf sie beruht.",
            in_footer=True,
        ),
        Command("next_part", "plus", "part(1)", "Nächster Teil", "Springt zum nächsten Teil."),
        Command("previous_part", "minus", "part(-1)", "Voriger Teil", "Springt zum vorigen Teil."),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "part(1)", show=False),
        Binding("v", "part(-1)", show=False),
    ]

    def __init__(self, part: str = "") -> None:
        super().__init__()
        self._part = part
        self._texts: dict[str, MarkdownPieces] = {}
        self._built = False

    def compose(self) -> ComposeResult:
        """Lay out the parts beside the text."""
        yield Static(id="document-length", markup=False)
        with Horizontal():
            yield PickList(self._draw_part, id="part-list")
            yield VerticalScroll(id="document")

    def on_mount(self) -> None:
        """Begin in the text."""
        self._document.focus()
        self.watch(self._document, "scroll_y", self._follow, init=False)

    @property
    def heading(self) -> str:
        """Name the part that is being read."""
        return f"Dokument · {part_label(self.session.application, self._part)}" if self._part else "Dokument"

    def show_session(self) -> None:
        """Build what has changed anew."""
        parts = [part.id for part in self.session.application.parts]
        if self._part not in parts and parts:
            self._part = parts[0]
        self.query_one("#part-list", PickList).show(parts, at=self._part)
        self._build(parts)

    def show_pages(self) -> None:
        """Show how long the document is, and the part that is being read."""
        application = self.session.application
        line, total, part = self.query_one("#document-length", Static), total_pages(application), Content()
        if length := length_of(application, self._part):
            part = Content(f"{part_label(application, self._part)}: {part_pages(length)}   ·   ")
        line.update(part + Content("Insgesamt: ") + total)
        line.display = bool(total)
        self.query_one("#part-list").refresh()

    @work(exclusive=True, group="document")
    async def _build(self, parts: list[str]) -> None:
        document = self._document
        if list(self._texts) != parts:
            await document.remove_children()
            self._texts = {part: MarkdownPieces() for part in parts}
            await document.mount_all(self._texts.values())
            self._built = False
        at = parts.index(self._part) if self._part in parts else 0
        if not self._built:
            # What one came for is built first; what stands above it stays hidden, so that nothing moves.
            for number, text in enumerate(self._texts.values()):
                text.display = number >= at
            document.scroll_home(animate=False)
        for part in [*parts[at:], *parts[:at]]:
            await self._texts[part].show(self._text_of(part))
        if not self._built:
            self._reveal()

    def _text_of(self, part: str) -> str:
        application = self.session.application
        if text := assemble_part(application, part, chapters=chapters(application, part)).strip():
            return text
        return f"## {escape_line(part_label(application, part))}\n\n*Hier steht noch nichts.*\n"

    def _reveal(self) -> None:
        """Show what stands above the part that was built first, without moving what is being read."""
        first = next((text for text in self._texts.values() if text.display), None)
        self._built = True
        if first is None:
            return
        read = self._document.scroll_y - first.virtual_region.y
        for text in self._texts.values():
            text.display = True
        self.call_after_refresh(lambda: self._scroll(first.virtual_region.y + read))

    def _scroll(self, y: float) -> None:
        self._document.scroll_to(y=y, animate=False, force=True)

    @property
    def _document(self) -> VerticalScroll:
        return self.query_one("#document", VerticalScroll)

    def _follow(self) -> None:
        """Mark the part that is being read."""
        if not self._built:
            return
        top = self._document.scroll_y + 1
        above = [part for part, text in self._texts.items() if text.virtual_region.y <= top]
        if above and above[-1] != self._part:
            self._part = above[-1]
            self.query_one("#part-list", PickList).move_to(self._part)
            self.refresh_title()
            self.show_pages()

    def _jump(self, part: str) -> None:
        self._part = part
        self.refresh_title()
        self.show_pages()
        if self._built:
            self._scroll(self._texts[part].virtual_region.y)
        else:
            self._build(list(self._texts))

    def _draw_part(self, key: str, width: int) -> list[Content]:
        application = self.session.application
        length = length_of(application, key)
        pages = f" {short_pages(length)} " if length and length.pages else ""
        room = max(width - len(pages) - 1, 8)
        title = plain(part_label(application, key)).truncate(room, ellipsis=True, pad=bool(pages))
        return [Content(" ") + title + plain(pages, "$text-muted")]

    @on(PickList.Chosen, "#part-list")
    def _part_chosen(self, event: PickList.Chosen) -> None:
        self._jump(event.key)

    @on(Markdown.LinkClicked)
    def _link_clicked(self, event: Markdown.LinkClicked) -> None:
        event.stop()
        if role_of(event.href):
            self.go(event.href)
        elif event.href.startswith(("http://", "https://")):
            self.app.open_url(event.href)

    def action_part(self, by: int) -> None:
        """Go to the next or the previous part."""
        parts = list(self._texts)
        if self._part in parts:
            at = max(0, min(parts.index(self._part) + by, len(parts) - 1))
            self.query_one("#part-list", PickList).move_to(parts[at])
            self._jump(parts[at])

    def action_pack(self) -> None:
        """Ask what enters the capsule, and write it."""
        packing.begin(self)

    def action_build(self, final: bool) -> None:
        """Ask for the form of the document, and write it."""
        building.begin(self, final=final)
