"""Registrations through the wizard: names that are not clear are chosen in their row, and the event is the way on."""

import os
from collections.abc import Callable
from datetime import date
from pathlib import Path
from uuid import UUID

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.programme import EventParticipation, ProgrammeEvent
from clusterdesk.exchange.importing.verdicts import Decision, Verdict
from clusterdesk.gui import routes
from clusterdesk.gui.pages.event.page import EventPage
from clusterdesk.gui.pages.importing.page import ImportPage
from clusterdesk.gui.pages.importing.steps import COLUMNS, DONE, PREVIEW
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.services.records import add_record
from clusterdesk.store.desk_store import Store
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.lists.conftest import Press
from tests.gui.pages.organisation.conftest import Ask

EVENT = ProgrammeEvent(title="Event annuel", on=date(2099, 12, 10))
KNOWN = ("Copeau Vif SRL", "Copeau Vif asbl", "Élan Vélo")


def _plan_event(store: Store) -> UUID:
    for record in (EVENT, *(Organisation(name=name) for name in KNOWN)):
        add_record(store, AddRecord(record=record))
    return EVENT.id


def _came(store: Store) -> set[tuple[str, str]]:
    names = {one.id: one.name for one in store.find(Organisation)}
    found = store.find(EventParticipation, programme_event_id=EVENT.id)
    return {(one.name, names[one.organisation_id] if one.organisation_id else "") for one in found}


def test_who_is_not_clear_is_chosen_and_the_event_is_the_way_on(
    show: Show,
    settle: Settle,
    window: MainWindow,
    press_button: Press,
    write_list: Callable[..., Path],
    ask: Ask,
) -> None:
    event = ask(_plan_event)
    page = show(routes.event(event))  # type: ignore[arg-type]
    assert isinstance(page, EventPage)
    names = ("Élan Vélo", "Élan Velos", "Copeau Vif", "Inconnue SA", "Louise Carlier")
    page.tools.take_registrations(str(write_list("nom", *names)))
    settle()
    importing = window.page
    assert isinstance(importing, ImportPage)
    wizard = importing.wizard.frame
    assert wizard.step == COLUMNS
    press_button(wizard.next)
    assert wizard.step == PREVIEW
    step = wizard.preview
    assert step.lines is not None
    assert step.detail is not None
    assert step.for_all is not None
    assert wizard.next.accessibleName() == "Importer 1 ligne"
    step.lines.show_only(Verdict.UNDECIDED.value)
    chips = step.detail.decision._chips
    assert [chip.text().strip() for chip in chips.values()] == ["Laisser de côté", "Élan Vélo", "Prendre comme écrit"]
    press_button(chips[Decision.UPDATE.value])
    step.lines.table.setCurrentIndex(step.lines.model.index(1, 0))
    chips = step.detail.decision._chips
    assert {chips[one.value].text().strip() for one in (Decision.UPDATE, Decision.SECOND)} == set(KNOWN[:2])
    chosen = chips[Decision.SECOND.value].text().strip()
    press_button(chips[Decision.SECOND.value])
    if os.environ.get("PICTURE"):
        window.resize(1280, 720)
        settle()
        window.grab().save(os.environ["PICTURE"])
    assert wizard.next.accessibleName() == "Importer 3 lignes"
    assert "laissées de côté" in wizard.extra.accessibleName()
    press_button(wizard.next)
    assert wizard.step == DONE
    assert "2 à décider" in wizard.done.lines.text()
    assert ask(_came) == {("", "Élan Vélo"), ("", chosen)}
    assert "événement" in wizard.done.organisations.accessibleName()
    assert not wizard.done.twins.isVisible()
    if os.environ.get("PICTURE"):
        window.grab().save(os.environ["PICTURE"].replace(".png", "2.png"))
    press_button(wizard.done.organisations)
    assert isinstance(window.page, EventPage)
    window.undo()
    settle()
    assert ask(_came) == set()
