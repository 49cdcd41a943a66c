"""What follows from the texts of a dossier at one moment, from its application to its findings."""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from tea_assistant.checks.completeness import Completeness, completeness
from tea_assistant.checks.run import ASKS_FOR_PAGES, Report, amended, check
from tea_assistant.document.theme import Theme
from tea_assistant.model.application import Application
from tea_assistant.model.catalogue import Catalogue
from tea_assistant.model.cycle import Cycle, Round
from tea_assistant.model.dossier import Dossier
from tea_assistant.model.finding import Finding
from tea_assistant.model.layout import cycle_file
from tea_assistant.model.page_count import PageCount
from tea_assistant.model.source import Source
from tea_assistant.store import catalogue_files, schema
from tea_assistant.store.dossier_files import Loaded


class View(Struct, frozen=True, dict=True):
    """All that follows from the texts; it stays as it is while the session goes on.

    What takes long is found out when somebody asks for it: who counts pages waits for no check.
    """

    root: Path
    cycle: str
    application: Application
    theme: Theme
    read: tuple[Finding, ...]
    """What was noticed while the files were read."""

    @cached_property
    def report(self) -> Report:
        """What the checks find in the round."""
        return check(self.application, self.read)

    @cached_property
    def completeness(self) -> Completeness:
        """How far each part of the round is."""
        return completeness(self.application)

    @property
    def is_checked(self) -> bool:
        """Whether anybody has asked what the checks find."""
        return "report" in vars(self)

    def measured(self, pages: PageCount | None) -> "View":
        """Return the same with the length of its document, and what the checks say to that."""
        application = replace(self.application, pages=pages)
        view = replace(self, application=application)
        if self.is_checked:
            vars(view)["report"] = amended(self.report, application, ASKS_FOR_PAGES)
        return view


def view_of(
    root: Path, cycle: str, loaded: Loaded, found: Iterable[Finding], pages: PageCount | None
) -> View:
    """Look at a dossier through one of its rounds; `found` tells what was noticed while it was read."""
    return View(root, cycle, _application(loaded.dossier, cycle, pages), loaded.theme, tuple(found))


def _application(dossier: Dossier, cycle: str, pages: PageCount | None) -> Application:
    """Put a round beside its catalogue; a round or catalogue that is missing is shown as an empty one."""
    newest = catalogue_files.shipped_ids()[0]
    round_ = dossier.rounds.get(cycle) or Round(
        Cycle(cycle, where=Source(cycle_file(cycle)), catalogue=newest, award=None)
    )
    name = round_.cycle.catalogue
    catalogue = dossier.catalogues.get(name)
    if catalogue is None:
        shipped = catalogue_files.shipped(name)
        catalogue = shipped.catalogue if shipped else Catalogue(name)
    return Application(dossier, round_, catalogue, schema.labels(), pages)
