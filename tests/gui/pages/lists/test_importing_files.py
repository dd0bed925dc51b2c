"""The wizard and files: refused rows saved and brought back, mappings kept, archives, look in three languages."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from clusterdesk.domain.records.organisations import ImportNote, Organisation
from clusterdesk.exchange.archive.save import export_archive
from clusterdesk.gui import routes
from clusterdesk.gui.dressing import Dressing
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.importing.page import ImportPage
from clusterdesk.gui.pages.importing.steps import COLUMNS, DONE, PREVIEW, Steps
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.services import binders
from tests.factories import add
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.lists.conftest import DATA, Press, Snapshot, reads_well
from tests.gui.pages.lists.test_importing import Write, chips, names, open_file, preview
from tests.gui.pages.organisation.conftest import Ask


def _page(window: MainWindow) -> ImportPage:
    assert isinstance(window.page, ImportPage)
    return window.page


def test_refused_rows_are_saved_corrected_and_imported_again(
    wizard: Steps,
    settle: Settle,
    press_button: Press,
    write_list: Write,
    window: MainWindow,
    ask: Ask,
    tmp_path: Path,
) -> None:
    path = write_list(
        "N° BCE;Nom;Membre depuis;Téléphone;Remarque libre",
        "1999.999.548;=HYPERLINK(1);31/04/2024;+32 2 226 88 88;@home",
        "1999999151;Boisretour;2024;;",
    )
    preview(wizard, path, settle, press_button)
    press_button(wizard.next)
    assert wizard.done.save.isVisible()
    saved = tmp_path / "refusées.csv"
    _page(window).wizard.saver._plan = _page(window).wizard._plan
    _page(window).wizard.saver.save_to(str(saved))
    settle()
    data = saved.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 2
    assert rows[0][-1] == "Pourquoi cette ligne est refusée (ClusterDesk)"
    assert rows[1][1] == "'=HYPERLINK(1)"
    assert rows[1][3].startswith("'+32")
    assert "A2" in rows[1][-1]
    assert "C2" in rows[1][-1]
    corrected = data.decode("utf-8-sig").replace("1999.999.548", "1999999250").replace("31/04", "30/04")
    saved.write_text(corrected, encoding="utf-8-sig")
    press_button(wizard.done.again)
    preview(wizard, saved, settle, press_button)
    assert chips(wizard)["new"] == "1"
    press_button(wizard.next)
    assert "=HYPERLINK(1)" in ask(names)  # type: ignore[operator]
    notes = ask(lambda store: {one.column for one in store.find(ImportNote)})
    assert not any("ClusterDesk" in column for column in notes)  # type: ignore[attr-defined]


def test_a_file_that_cannot_be_written_is_told(
    wizard: Steps, settle: Settle, press_button: Press, window: MainWindow, tmp_path: Path
) -> None:
    preview(wizard, DATA / "members_export_messy.xlsx", settle, press_button)
    saver = _page(window).wizard.saver
    saver._plan = _page(window).wizard._plan
    saver.save_to(str(tmp_path))
    settle()
    assert wizard.banner.isVisible()


def test_a_mapping_is_kept_under_a_name_and_used_again(
    wizard: Steps, settle: Settle, press_button: Press, write_list: Write
) -> None:
    path = write_list("Machin;CP", "Scierie;1000")
    open_file(wizard, path, settle)
    columns = wizard.columns
    assert not columns.mappings.isVisible()
    columns.columns.boxes[0].choose("name")
    columns.columns.boxes[0].activated.emit(columns.columns.boxes[0].currentIndex())
    press_button(columns.keep)
    columns._dialog.consent.click()
    assert columns._dialog.problem, "a name is asked for"
    columns._name.setText("Liste de la commune")
    columns._dialog.consent.click()
    settle()
    open_file(wizard, path, settle)
    assert columns.mappings.isVisible()
    assert columns.columns.boxes[0].currentData() is None
    columns.mappings.choose("Liste de la commune")
    columns.mappings.activated.emit(columns.mappings.currentIndex())
    assert columns.columns.boxes[0].currentData() == "name"
    press_button(wizard.next)
    assert chips(wizard) == {"all": "1", "new": "1"}


def test_an_archive_is_previewed_imported_and_taken_back(
    wizard: Steps,
    settle: Settle,
    press_button: Press,
    snapshot: Snapshot,
    ask: Ask,
    window: MainWindow,
    tmp_path: Path,
) -> None:
    other = binders.create_binder(tmp_path / "other")
    add(other, Organisation(name="Venue d’ailleurs"))
    archive = tmp_path / "archive.zip"
    export_archive(other, archive)
    other.close()
    before = snapshot("before")
    open_file(wizard, archive, settle)
    assert wizard.step == PREVIEW
    assert int(chips(wizard)["new"]) >= 1
    press_button(wizard.next)
    assert wizard.step == DONE
    assert "Venue d’ailleurs" in ask(names)  # type: ignore[operator]
    window.undo()
    settle()
    assert snapshot("after") == before


def test_a_list_of_contacts_says_what_is_not_taken_over(
    wizard: Steps, settle: Settle, press_button: Press, write_list: Write
) -> None:
    press_button(wizard.choose.kinds._chips["contacts"])
    path = write_list("Prénom;Nom;Entreprise;Fonction;Signe", "Anna;Claes;Atelier Noord;CEO;Lion")
    open_file(wizard, path, settle)
    boxes = wizard.columns.columns.boxes
    assert [boxes[n].currentData() for n in range(4)] == ["first_name", "last_name", "organisation", "role"]
    assert boxes[4].currentText() == "– pas reprise"
    press_button(wizard.next)
    assert chips(wizard) == {"all": "1", "new": "1"}


def test_going_back_loses_nothing(wizard: Steps, settle: Settle, press_button: Press, write_list: Write) -> None:
    open_file(wizard, write_list("Machin;CP", "Scierie;1000"), settle)
    box = wizard.columns.columns.boxes[0]
    box.choose("name")
    box.activated.emit(box.currentIndex())
    press_button(wizard.next)
    press_button(wizard.back)
    assert wizard.step == COLUMNS
    assert box.currentData() == "name"
    press_button(wizard.back)
    press_button(wizard.choose.kinds._chips["contacts"])
    press_button(wizard.next)
    assert wizard.columns.source.boxes["kind"].currentData() == "contacts"


@pytest.fixture
def kit(dressing: Dressing, request: pytest.FixtureRequest) -> Iterator[Kit]:
    """The kit of the language that a test asks for, French otherwise."""
    yield dressing.kit(getattr(request, "param", "fr"))
    dressing.theme.scale_text(100)
    dressing.kit("fr")


@pytest.mark.parametrize(("kit", "scale"), [("fr", 100), ("nl", 100), ("nl", 150), ("en", 125)], indirect=["kit"])
def test_every_step_reads_well_and_has_names(
    kit: Kit, scale: int, window: MainWindow, show: Show, settle: Settle, press_button: Press, qtbot: QtBot
) -> None:
    kit.theme.scale_text(scale)
    page = show(Route(routes.IMPORT))
    assert isinstance(page, ImportPage)
    frame = page.wizard.frame
    for step in ("choose", "columns", "preview", "done"):
        reads_well(qtbot, frame)
        assert (window.width(), window.height()) == (1280, 720), step
        if step == "choose":
            open_file(frame, DATA / "members_export_messy.xlsx", settle)
        elif step != "done":
            press_button(frame.next)


def test_the_table_of_rows_is_a_good_model(
    wizard: Steps, settle: Settle, press_button: Press, qtmodeltester: ModelTester
) -> None:
    preview(wizard, DATA / "members_export_messy.xlsx", settle, press_button)
    assert wizard.preview.lines is not None
    qtmodeltester.check(wizard.preview.lines.model)
