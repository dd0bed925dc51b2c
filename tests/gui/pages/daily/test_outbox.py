"""Envois: what is sent waits here, goes to the drive by itself, and the rail and the page say how it stands."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clusterdesk.bootstrap import Desk
from clusterdesk.domain.outgoing.new_export import NewExport
from clusterdesk.domain.outgoing.states import DriveState, JobState, Purpose
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.views.outbox import ExportJob
from clusterdesk.gui import routes
from clusterdesk.gui.briefing.request import sheet_of
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.list_export import ExportButton
from clusterdesk.gui.outgoing.sender import Sender
from clusterdesk.gui.pages.outbox.adding import AddFileDialog
from clusterdesk.gui.pages.outbox.page import OutboxPage
from clusterdesk.gui.pages.preview.page import PreviewPage
from clusterdesk.gui.pages.settings.page import SettingsPage
from clusterdesk.gui.sending import OutboxState
from clusterdesk.gui.shell.drive_mark import DriveMark, sentence
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.services import outbox
from clusterdesk.sync.drive_words import drive_error
from clusterdesk.sync.wire import Looked
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.organisation.conftest import Rich
from tests.gui.support import clipped_texts, delete_now, nameless_widgets, press, type_text

PATIENCE = 20_000


@pytest.fixture
def share(tmp_path: Path) -> Path:
    """An empty folder as the shared drive."""
    folder = tmp_path / "drive"
    folder.mkdir()
    return folder


@pytest.fixture
def sender(window: MainWindow, desk: DeskWorker[Desk], errors: list[BaseException]) -> Iterator[Sender]:
    """What sends behind the window, with its helper process."""
    made = Sender(desk, window.context.preferences, window.context.sending)
    made.failed.connect(errors.append)
    made.start()
    yield made
    made.stop()
    delete_now(made)


type Jobs = Callable[[], tuple[ExportJob, ...]]


@pytest.fixture
def jobs(desk: DeskWorker[Desk], qtbot: QtBot) -> Jobs:
    """A function that reads the outbox."""

    def read() -> tuple[ExportJob, ...]:
        found: list[tuple[ExportJob, ...]] = []
        desk.submit(lambda each: outbox.jobs(each.store), found.append)
        qtbot.waitUntil(lambda: bool(found))
        return found[0]

    return read


def choose(window: MainWindow, folder: Path, qtbot: QtBot) -> None:
    """Make a folder the team's."""
    window.context.sending.folder_asked.emit(str(folder))
    qtbot.waitUntil(lambda: window.context.settings.shared_folder == str(folder), timeout=PATIENCE)
    qtbot.waitUntil(lambda: drive(window) is DriveState.OK, timeout=PATIENCE)


def drive(window: MainWindow) -> DriveState | None:
    """Return how the drive stands, as far as the window knows."""
    state = window.context.sending.state
    return state.drive if state is not None and state.asked and not state.busy else None


def queue(desk: DeskWorker[Desk], window: MainWindow, name: str, content: bytes, qtbot: QtBot) -> None:
    """Put a file into the outbox."""
    export = NewExport(
        title=name,
        purpose=Purpose.LIST,
        filename=f"{name}.csv",
        template="lists/{year}",
        visibility=Visibility.INTERNAL,
    )
    done: list[object] = []
    desk.submit(lambda each: outbox.queue_bytes(each.store, export, content), done.append)
    qtbot.waitUntil(lambda: bool(done))
    window.context.sending.send()


def arrived(jobs: Jobs) -> bool:
    """Tell whether everything has arrived."""
    found = jobs()
    return bool(found) and all(job.state in (JobState.COPIED, JobState.VERIFIED) for job in found)


def test_what_is_made_without_the_drive_arrives_by_itself_once(
    window: MainWindow, sender: Sender, desk: DeskWorker[Desk], share: Path, jobs: Jobs, show: Show, qtbot: QtBot
) -> None:
    content = "Nom;Depuis\r\nAtelier Noord;12/03/2026\r\n".encode("utf-8-sig")
    queue(desk, window, "Organisations", content, qtbot)
    page = show(Route(routes.OUTBOX))
    assert isinstance(page, OutboxPage)
    qtbot.waitUntil(lambda: page.table.cells[:1] != [], timeout=PATIENCE)
    assert page.table.cells[0][1] == "Attend"
    assert "Aucun dossier d’équipe" in page.drive.said.text()
    choose(window, share, qtbot)
    qtbot.waitUntil(lambda: arrived(jobs), timeout=PATIENCE)
    (there,) = list(share.rglob("*.csv"))
    assert hashlib.sha256(there.read_bytes()).hexdigest() == hashlib.sha256(content).hexdigest()
    qtbot.waitUntil(lambda: page.table.cells[0][1].startswith("Arrivé"), timeout=PATIENCE)
    assert page.table.cells[0][3] == there.relative_to(share).as_posix()


def test_the_rail_says_how_the_drive_stands(
    window: MainWindow, sender: Sender, desk: DeskWorker[Desk], share: Path, show: Show, qtbot: QtBot
) -> None:
    rail = window._rail
    choose(window, share, qtbot)
    qtbot.waitUntil(lambda: rail.drive.words.text() == "Disque en ordre", timeout=PATIENCE)
    away = share.with_name("away")
    share.rename(away)
    queue(desk, window, "Liste", b"x", qtbot)
    qtbot.waitUntil(lambda: rail.drive.words.text() == "Disque non connecté", timeout=PATIENCE)
    assert "attend" in rail.drive.toolTip()
    assert rail._buttons["outbox"].accessibleName() == "Envois (1)"
    page = show(Route(routes.OUTBOX))
    assert isinstance(page, OutboxPage)
    assert "n’est pas connecté" in page.table.cells[0][3]
    away.rename(share)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(page, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: rail.drive.words.text() == "Disque en ordre", timeout=PATIENCE)
    qtbot.waitUntil(lambda: rail._buttons["outbox"].accessibleName() == "Envois", timeout=PATIENCE)
    assert len(list(share.rglob("Liste.csv"))) == 1


def test_a_folder_of_another_binder_is_refused_and_left_alone(
    window: MainWindow, sender: Sender, share: Path, show: Show, qtbot: QtBot
) -> None:
    mark = share / "ClusterDesk" / "store.json"
    mark.parent.mkdir()
    mark.write_text('{"format": "clusterdesk-drive", "store_id": "another"}')
    before = mark.read_bytes()
    page = show(Route("settings"))
    assert isinstance(page, SettingsPage)
    page.drive.take(str(share))
    qtbot.waitUntil(lambda: not page.drive.problem.isHidden(), timeout=PATIENCE)
    assert window.context.settings.shared_folder == ""
    assert page.drive.problem.text()
    assert mark.read_bytes() == before


def test_folders_inside_the_drive_are_checked_where_they_are_typed(show: Show, window: MainWindow) -> None:
    page = show(Route("settings"))
    assert isinstance(page, SettingsPage)
    field = page.fields["drive_briefs"]
    edit = field.edit  # type: ignore[attr-defined]
    edit.setFocus()
    edit.selectAll()
    type_text(edit, "../ailleurs")
    press(edit, Qt.Key.Key_Return)
    assert "ailleurs" in field.problem
    assert window.context.settings.drive_briefs == "briefs/{year}/{organisation}"
    edit.selectAll()
    type_text(edit, "fiches/{year}")
    press(edit, Qt.Key.Key_Return)
    assert window.context.settings.drive_briefs == "fiches/{year}"


def test_what_is_given_up_never_arrives(
    window: MainWindow,
    sender: Sender,
    desk: DeskWorker[Desk],
    share: Path,
    jobs: Jobs,
    show: Show,
    settle: Settle,
    qtbot: QtBot,
) -> None:
    queue(desk, window, "Erreur", b"x", qtbot)
    page = show(Route(routes.OUTBOX))
    assert isinstance(page, OutboxPage)
    qtbot.waitUntil(lambda: bool(page.table.cells), timeout=PATIENCE)
    page.table.rows.selectRow(0)
    qtbot.mouseClick(page.forget, Qt.MouseButton.LeftButton)
    dialog = window.findChild(AskDialog)
    assert dialog is not None
    qtbot.mouseClick(dialog.consent, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: jobs() == (), timeout=PATIENCE)
    choose(window, share, qtbot)
    settle()
    assert not list(share.rglob("*.csv"))


def test_a_page_and_a_list_are_sent_from_where_they_stand(
    window: MainWindow, sender: Sender, share: Path, rich: Rich, jobs: Jobs, show: Show, settle: Settle, qtbot: QtBot
) -> None:
    choose(window, share, qtbot)
    page = show(routes.preview(sheet_of(rich.planned)))
    assert isinstance(page, PreviewPage)
    qtbot.waitUntil(page.team_button.isEnabled, timeout=PATIENCE)
    qtbot.mouseClick(page.team_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(list(share.rglob("*.pdf"))), timeout=PATIENCE)
    (pdf,) = share.rglob("*.pdf")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert pdf.parent.name == "Atelier Noord"
    listed = show(Route(routes.ORGANISATIONS))
    button = listed.findChild(ExportButton)
    assert button is not None
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert button.menu_of_ways.isVisible()
    button.menu_of_ways.close()
    button.to_team.trigger()
    qtbot.waitUntil(lambda: bool(list(share.rglob("*.xlsx"))), timeout=PATIENCE)
    settle()
    qtbot.waitUntil(lambda: arrived(jobs), timeout=PATIENCE)


def test_the_open_export_is_made_by_itself_once_a_month(
    window: MainWindow, sender: Sender, share: Path, jobs: Jobs, show: Show, settle: Settle, qtbot: QtBot
) -> None:
    choose(window, share, qtbot)
    page = show(Route("settings"))
    assert isinstance(page, SettingsPage)
    qtbot.waitUntil(lambda: bool(page.open_export.boxes), timeout=PATIENCE)
    for key, box in page.open_export.boxes.items():
        if key not in ("organisations", "results"):
            box.click()
    assert window.context.settings.open_export_tables == "organisations,results"
    window.context.preferences.set("open_export", "monthly")
    qtbot.waitUntil(lambda: len(jobs()) == 3, timeout=PATIENCE)
    qtbot.waitUntil(lambda: arrived(jobs), timeout=PATIENCE)
    window.context.sending.send()
    settle()
    assert len(jobs()) == 3
    assert {path.suffix for path in share.rglob("*") if "open" in path.parts} == {".xlsx", ".csv", ""}
    workbook = next(share.rglob("*.xlsx"))
    assert workbook.name.startswith("Export ouvert")


def test_the_way_to_the_folder_is_one_click_from_the_page(
    window: MainWindow, show: Show, settle: Settle, qtbot: QtBot
) -> None:
    page = show(Route(routes.OUTBOX))
    assert isinstance(page, OutboxPage)
    qtbot.mouseClick(page.drive.choose, Qt.MouseButton.LeftButton)
    settle()
    settings = window.page
    assert isinstance(settings, SettingsPage)
    assert not settings.drive.choose.visibleRegion().isEmpty()


@pytest.mark.parametrize("language", ["fr", "nl", "en"])
def test_each_state_of_the_drive_has_its_words_and_its_sentence(language: str, kit_of: Callable[[str], Kit]) -> None:
    kit = kit_of(language)
    said = {}
    for state in DriveState:
        found = Looked(state)
        known = OutboxState(drive=state, trouble=drive_error(found, "/team", 3_000_000), asked=True)
        mark = DriveMark(kit)
        mark.show_state(known)
        said[state] = (mark.words.text(), sentence(kit, known))
        assert mark.accessibleName() == mark.words.text()
        delete_now(mark)
    assert len({words for words, _ in said.values()}) == len(DriveState)
    assert len({told for _, told in said.values()}) == len(DriveState)
    assert "3" in said[DriveState.FULL][1]


def test_a_file_from_elsewhere_goes_as_what_somebody_says_it_is(
    window: MainWindow, show: Show, settle: Settle, jobs: Jobs, tmp_path: Path
) -> None:
    page = show(Route(routes.OUTBOX))
    assert isinstance(page, OutboxPage)
    path = tmp_path / "Budget 2027.txt"
    path.write_text("Budget")
    page.ask_about(str(path))
    settle()
    dialog = next(one for one in window.findChildren(AddFileDialog) if one.isVisible())
    assert nameless_widgets(dialog) == []
    dialog.consent.click()
    settle()
    assert dialog.what.problem, "it is nothing before somebody says so"
    _pick(dialog, Visibility.RESTRICTED)
    dialog.consent.click()
    settle()
    assert dialog.problem
    _pick(dialog, Visibility.INTERNAL)
    dialog.consent.click()
    settle()
    assert (len(jobs()), dialog.isVisible()) == (0, True), "not before it is said that it may go"
    assert clipped_texts(dialog) == []
    dialog.sure.click()
    dialog.consent.click()
    settle()
    (job,) = jobs()
    assert (job.title, job.purpose) == ("Budget 2027", Purpose.LIST)
    assert [one.job.id for one in page.table.exports] == [job.id]


def _pick(dialog: AddFileDialog, what: Visibility) -> None:
    options = dialog.what._options
    place = next(number for number, one in enumerate(options) if one.key is what)
    dialog.what.box.setCurrentIndex(place)
    dialog.what.box.activated.emit(place)
