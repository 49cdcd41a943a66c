"""The transfer into the portal: copying, ticking, what became stale, and the view for the mouse."""

from collections.abc import Callable

from tea_assistant.services.session import Session
from tea_assistant.services.transfer import TransferState
from tea_assistant.store.yaml.writer import REMOVE, Change
from tea_assistant.tui.app import TeaApp
from tea_assistant.tui.places import Destination
from tea_assistant.tui.screens.transfer import TransferScreen
from tests.tui.reading import notices, screen_text, settle

FIELD = "cycles/2025/fields/af03.yaml"


def transfer_of(app: TeaApp) -> TransferScreen:
    assert isinstance(app.page, TransferScreen)
    return app.page


def current(app: TeaApp) -> tuple[str, TransferState]:
    each = transfer_of(app).current
    assert each is not None
    return each.key, each.state


async def test_texts_go_one_after_the_other(app: TeaApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5")
        await settle(pilot)
        await pilot.press("p")
        await settle(pilot)
        total = len(transfer_of(app)._texts)
        assert f"0 von {total} übertragen" in screen_text(app)
        assert current(app) == ("organisation/name", TransferState.OPEN)

        await pilot.press("enter")
        await settle(pilot)
        assert app.clipboard == "Stadt Musterhausen"
        assert "✓ Kopiert." in screen_text(app)
        assert current(app) == ("organisation/name", TransferState.OPEN)

        await pilot.press("enter")
        await settle(pilot)
        assert app.clipboard == "Nordrhein-Westfalen"
        assert current(app) == ("organisation/state", TransferState.OPEN)
        assert f"1 von {total} übertragen" in screen_text(app)
        assert "✓ Name" in screen_text(app)

        await pilot.press("space")
        await settle(pilot)
        assert current(app) == ("organisation/place", TransferState.OPEN)
        assert app.clipboard == "Nordrhein-Westfalen"
        assert "Musterhausen [/x]" in screen_text(app)

        app.session.edit("dossier.yaml", [Change(("name",), "Rot\x1b[31m \u202eStadt*innen")], "Name")
        await settle(pilot)
        assert f"1 von {total} übertragen, 1 geändert" in screen_text(app)
        await pilot.press("home", "k")
        await settle(pilot)
        assert current(app) == ("organisation/name", TransferState.CHANGED)
        assert "◐ geändert seit der Übertragung am 23.11.2024" in screen_text(app)
        assert app.clipboard == "Rot\ufffd[31m \ufffdStadt*innen"

        await pilot.press("u")
        await settle(pilot)
        assert current(app) == ("organisation/name", TransferState.OPEN)
        await pilot.press("ctrl+z")
        await settle(pilot)
        assert current(app) == ("organisation/name", TransferState.CHANGED)
        await pilot.press("enter")
        await settle(pilot)
        assert current(app)[0] == "organisation/place"
        assert app.clipboard == "Musterhausen [/x]"


async def test_what_is_only_ticked_or_deleted_and_what_the_mouse_marks(
    session: Session, make_app: Callable[[Session], TeaApp]
) -> None:
    app = make_app(session)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await app.show_place("cycles/2025/transfer.yaml", ("texts", "af03/opening"))
        await settle(pilot)
        page = transfer_of(app)
        await pilot.press("f")
        await settle(pilot)
        shown = screen_text(app)
        assert "mit der Maus markieren" in shown
        assert "Mitarbeiter*innen und Bürger*innen [/x] mit „gleichen Chancen“." in shown
        assert "Ins Portal" not in shown
        await pilot.press("escape", "space")
        await settle(pilot)

        changes = [Change(("opening",), REMOVE), Change(("criteria", "af03-mentoring", "statement"), REMOVE)]
        session.edit(FIELD, changes, "Texte")
        await settle(pilot)
        page._list.move_to("af03/af03-mentoring")
        await settle(pilot)
        assert "Diese Aktivität wird im Portal nur angekreuzt" in screen_text(app)
        before = app.clipboard
        await pilot.press("enter")
        await settle(pilot)
        assert app.clipboard == before
        assert current(app) == ("af03/opening", TransferState.GONE)
        assert "löschen Sie ihn dort" in screen_text(app)
        await pilot.press("space")
        await settle(pilot)
        assert "af03/opening" not in page._texts
        assert set(session.application.round.transfer.texts) == {"af03/af03-mentoring"}

        page._list.move_to("evidence/mentoring-fuer-frauen/goal")
        page._list.move_to("evidence/mentoring-fuer-frauen/summary")
        await pilot.press("b")
        await settle(pilot)
        assert app.page is not None
        assert app.page.place[0] == "evidence/mentoring-fuer-frauen.yaml"


async def test_the_end_is_told_and_a_locked_dossier_can_still_be_copied(
    session: Session, make_app: Callable[[Session], TeaApp]
) -> None:
    session.read_only = True
    app = make_app(session)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await app.open_page(Destination("transfer"))
        await settle(pilot)
        await pilot.press("enter", "enter")
        await settle(pilot)
        assert app.clipboard == "Stadt Musterhausen"
        assert current(app) == ("organisation/name", TransferState.OPEN)
        assert "schreibgeschützt" in notices(app)
