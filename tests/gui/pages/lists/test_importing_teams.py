"""A list of receiving teams, from the directory through the wizard and back: seen before it is stored, undone whole."""

from collections.abc import Callable
from pathlib import Path

from clusterdesk.domain.records.directory import HubTeam
from clusterdesk.exchange.importing.verdicts import Verdict
from clusterdesk.gui import routes
from clusterdesk.gui.pages.importing.page import ImportPage
from clusterdesk.gui.pages.importing.steps import COLUMNS, DONE, PREVIEW
from clusterdesk.gui.pages.teams.page import TeamsPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.store.desk_store import Store
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.lists.conftest import Press, Snapshot
from tests.gui.pages.organisation.conftest import Ask

LINES = (
    "Équipe;Type;Pays;Délai de réponse;Personne de contact;Bureau",
    "Cellule Nord;Département;Benelux;2 semaines;Hanne Deprez;3B",
    ";Agence;France;10;;",
)


def _names(store: Store) -> set[str]:
    return {one.name for one in store.find(HubTeam)}


def test_a_list_of_teams_is_previewed_imported_and_taken_back(
    show: Show,
    settle: Settle,
    window: MainWindow,
    press_button: Press,
    write_list: Callable[..., Path],
    snapshot: Snapshot,
    ask: Ask,
) -> None:
    before = snapshot("before")
    page = show(routes.teams())
    assert isinstance(page, TeamsPage)
    press_button(page.import_button)
    importing = window.page
    assert isinstance(importing, ImportPage)
    wizard = importing.wizard.frame
    assert wizard.choose.kinds.keys == {"hub-teams"}, "the wizard knows what the list holds"
    wizard.choose.take(str(write_list(*LINES)))
    settle()
    assert wizard.step == COLUMNS
    press_button(wizard.next)
    assert wizard.step == PREVIEW
    plan = importing.wizard._plan
    assert plan is not None
    assert [row.verdict for row in plan.rows] == [Verdict.NEW, Verdict.REFUSED]
    assert snapshot("looked") == before, "the preview wrote something"
    press_button(wizard.next)
    assert wizard.step == DONE
    assert "Cellule Nord" in ask(_names)  # type: ignore[operator]
    assert wizard.done.save.isVisible(), "the refused row comes back as a file"
    press_button(wizard.done.organisations)
    assert isinstance(window.page, TeamsPage)
    row = next(one for one in page.card.rows.values() if one.title.text() == "Cellule Nord")
    assert "Bureau: 3B" in row.part.team.remark
    window.undo()
    settle()
    assert snapshot("after") == before


def test_a_sheet_dropped_on_the_directory_is_a_list_of_teams(
    show: Show, settle: Settle, window: MainWindow, write_list: Callable[..., Path]
) -> None:
    page = show(routes.teams())
    route = page.figures_drop(write_list(*LINES))
    assert route is not None
    window.go(route)
    settle()
    assert isinstance(window.page, ImportPage)
    assert window.page.wizard.frame.step == COLUMNS
    assert window.page.wizard.frame.choose.kinds.keys == {"hub-teams"}
