"""Projects on the page of an organisation: value chains, the person who holds it, partners, another holder."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.lists import ValueChain
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.projects import Project, ProjectPartner, ProjectValueChain
from clusterdesk.gui import routes
from clusterdesk.gui.pages.organisation.page import OrganisationPage
from clusterdesk.gui.pages.organisation.project_row import ProjectRow
from clusterdesk.gui.pages.organisations.choosing import OrganisationDialog
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.services import records
from clusterdesk.store.desk_store import Store
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Open, Rich
from tests.gui.support import clipped_texts, nameless_widgets


@pytest.fixture
def page(open_page: Open, rich: Rich) -> OrganisationPage:
    opened = open_page(routes.organisation(rich.organisation))
    assert isinstance(opened, OrganisationPage)
    return opened


@pytest.fixture
def row(page: OrganisationPage) -> ProjectRow:
    found = next(one for one in page.side.projects.rows.values() if isinstance(one, ProjectRow))
    found.open()
    return found


@pytest.fixture
def other(page: OrganisationPage, ask: Ask) -> Organisation:
    made = Organisation(name="Scierie du Canal")
    ask(lambda store: records.add_record(store, AddRecord(record=made)))
    return made


def _settled(page: OrganisationPage, qtbot: QtBot, done: Callable[[], object]) -> None:
    qtbot.waitUntil(lambda: bool(done()) and not page.context.desk.busy, timeout=MOMENT)


def _project(store: Store) -> Project:
    (found,) = store.find(Project, title="Ligne de ponçage")
    return found


def test_value_chains_and_the_person_are_chosen(
    page: OrganisationPage, row: ProjectRow, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    chain = ask(lambda store: store.find(ValueChain)[0])
    assert isinstance(chain, ValueChain)
    row.chains.committed.emit((chain.id,))
    _settled(page, qtbot, lambda: chain.name_in("fr") in row.note.text())
    assert ask(lambda store: [one.value_chain_id for one in store.find(ProjectValueChain)]) == [chain.id]
    row.form.field("contact_id").committed.emit(rich.contact)
    _settled(page, qtbot, lambda: row.part.project.contact_id == rich.contact)
    assert nameless_widgets(row) == []
    assert clipped_texts(row) == []


def test_a_partner_is_chosen_by_name_and_gets_a_role(
    page: OrganisationPage, row: ProjectRow, other: Organisation, window: MainWindow, ask: Ask, qtbot: QtBot
) -> None:
    row.partners.begin_adding()
    dialog = window.findChild(OrganisationDialog)
    assert dialog is not None
    assert not dialog.consent.isEnabled()
    dialog.picker.field.setText("scierie")
    qtbot.waitUntil(lambda: dialog.picker.organisation_id == other.id, timeout=MOMENT)
    dialog.consent.click()
    _settled(page, qtbot, lambda: len(row.partners.rows) == 1)
    partner = next(iter(row.partners.rows.values()))
    assert partner.is_open
    partner.form.field("role").committed.emit("fournit le bois")  # type: ignore[attr-defined]
    _settled(page, qtbot, lambda: partner.note.text() == "fournit le bois")
    assert "avec Scierie du Canal" in row.note.text()
    partner.remove()
    _settled(page, qtbot, lambda: not row.partners.rows)
    assert ask(lambda store: len(store.find(ProjectPartner))) == 0


def test_another_organisation_becomes_the_holder_and_undo_brings_it_back(
    page: OrganisationPage, row: ProjectRow, other: Organisation, window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    row.buttons.hand_over(other.id)
    _settled(page, qtbot, lambda: not page.side.projects.rows)
    assert ask(lambda store: _project(store).organisation_id) == other.id
    qtbot.waitUntil(lambda: bool(window._words.undo), timeout=MOMENT)
    window.undo()
    _settled(page, qtbot, lambda: len(page.side.projects.rows) == 2)
    assert ask(lambda store: _project(store).organisation_id) == rich.organisation
