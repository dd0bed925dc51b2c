"""The import wizard on a real binder: every step by clicks, nothing written before the last, undo of all of it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.organisations import ImportNote, Organisation
from clusterdesk.exchange.importing.verdicts import Decision, Verdict
from clusterdesk.gui import routes
from clusterdesk.gui.pages.importing.page import ImportPage
from clusterdesk.gui.pages.importing.steps import CHOOSE, COLUMNS, DONE, PREVIEW, Steps
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.widgets.buttons import PressedByEnter
from clusterdesk.gui.widgets.label import Label
from clusterdesk.services.records import add_record
from clusterdesk.store.desk_store import Store
from tests.gui.pages.daily.conftest import Settle, Show
from tests.gui.pages.lists.conftest import DATA, Press, Snapshot
from tests.gui.pages.organisation.conftest import MOMENT, Ask
from tests.gui.support import press

type Write = Callable[..., Path]

FILES = ("members_export_messy_cp1252.csv", "members_export_messy_utf8bom.csv", "members_export_messy.xlsx")


def names(store: Store) -> set[str]:
    return {one.name for one in store.find(Organisation)}


def chips(wizard: Steps) -> dict[str, str]:
    assert wizard.preview.lines is not None
    return {key: chip.text().rpartition("·")[2].strip() for key, chip in wizard.preview.lines.filters._chips.items()}


def open_file(wizard: Steps, path: Path, settle: Settle) -> None:
    wizard.choose.take(str(path))
    settle()


def preview(wizard: Steps, path: Path, settle: Settle, press_button: Press) -> None:
    open_file(wizard, path, settle)
    assert wizard.step == COLUMNS
    press_button(wizard.next)
    assert wizard.step == PREVIEW


@pytest.mark.parametrize("name", FILES)
def test_a_list_is_imported_by_clicks_and_undo_takes_all_of_it_back(
    wizard: Steps, settle: Settle, press_button: Press, snapshot: Snapshot, ask: Ask, window: MainWindow, name: str
) -> None:
    before = snapshot("before")
    preview(wizard, DATA / name, settle, press_button)
    counts = chips(wizard)
    assert int(counts.pop("remarks")) >= 3
    assert counts == {"all": "11", "new": "8", "duplicate": "1", "refused": "1", "skipped": "1"}
    assert wizard.next.accessibleName() == "Importer 8 lignes"
    assert snapshot("looked") == before, "the preview wrote something"
    press_button(wizard.next)
    assert wizard.step == DONE
    assert "Boisretour" in ask(names)  # type: ignore[operator]
    assert len(window.toasts.texts) == 1
    window.undo()
    settle()
    assert snapshot("after") == before
    assert "annulée" in wizard.done.heading.text()
    press_button(wizard.done.back)
    assert wizard.step == PREVIEW


def test_redo_after_undo_is_told_too(
    wizard: Steps, settle: Settle, press_button: Press, window: MainWindow, ask: Ask
) -> None:
    preview(wizard, DATA / FILES[0], settle, press_button)
    press_button(wizard.next)
    for undone in (True, False, True, False):
        (window.undo if undone else window.redo)()
        settle()
        assert ("Boisretour" in ask(names)) is not undone  # type: ignore[operator]
        assert ("annulée" in wizard.done.heading.text()) is undone


def test_a_column_corrected_by_hand_is_read_anew(
    wizard: Steps, settle: Settle, press_button: Press, write_list: Write, ask: Ask
) -> None:
    path = write_list("Machin;CP;Couleur", "Scierie Neuve;1070;vert", "Tissage Neuf;1080;bleu")
    open_file(wizard, path, settle)
    box = wizard.columns.columns.boxes[0]
    assert wizard.columns.columns.lacking.isVisible() is (box.currentData() is None)
    box.choose("name")
    box.activated.emit(box.currentIndex())
    assert not wizard.columns.columns.lacking.isVisible()
    press_button(wizard.next)
    assert chips(wizard)["new"] == "2"
    press_button(wizard.next)
    assert {"Scierie Neuve", "Tissage Neuf"} <= ask(names)  # type: ignore[operator]
    notes = ask(lambda store: {(one.column, one.text) for one in store.find(ImportNote)})
    assert notes == {("Couleur", "vert"), ("Couleur", "bleu")}


def test_likely_duplicates_are_decided_row_by_row_and_all_at_once(
    wizard: Steps, settle: Settle, press_button: Press, write_list: Write, ask: Ask
) -> None:
    path = write_list("Nom;CP", "ATELIER NOORD SPRL;1000", "Atelier Noord asbl;1000", "Autre Chose;1000")
    preview(wizard, path, settle, press_button)
    step = wizard.preview
    assert step.lines is not None
    assert step.for_all is not None
    assert step.detail is not None
    assert chips(wizard)["duplicate"] == "2"
    assert wizard.next.accessibleName() == "Importer 1 ligne"
    step.lines.show_only(Verdict.DUPLICATE.value)
    press_button(step.detail.decision._chips[Decision.AS_NEW.value])
    assert wizard.next.accessibleName() == "Importer 2 lignes"
    assert step.for_all.keys == frozenset(), "they are not decided alike"
    press_button(step.for_all._chips[Decision.UPDATE.value])
    assert wizard.next.accessibleName() == "Importer 3 lignes"
    press_button(step.for_all._chips[Decision.AS_NEW.value])
    press_button(wizard.next)
    assert {"ATELIER NOORD SPRL", "Atelier Noord asbl", "Autre Chose"} <= ask(names)  # type: ignore[operator]


def test_stopping_in_the_middle_leaves_nothing(
    wizard: Steps, settle: Settle, write_list: Write, ask: Ask, window: MainWindow, qtbot: QtBot
) -> None:
    path = write_list("Nom;CP", *(f"Entreprise {n} {n * 7919};{1000 + n % 200}" for n in range(10_000)))
    version = ask(lambda store: store.data_version() + 1)
    open_file(wizard, path, settle)
    page = window.page
    assert isinstance(page, ImportPage)
    run = page.wizard.run
    seen: list[int] = []

    def stop_after_a_while(_step: str, done: int, _total: int) -> None:
        seen.append(done)
        wizard.busy.cancel_asked.emit()

    run.progressed.connect(stop_after_a_while)
    with qtbot.waitSignal(run.stopped, timeout=MOMENT):
        wizard.next.click()
    assert seen
    assert seen[-1] < 10_000
    assert wizard.step == COLUMNS
    assert wizard.next.isEnabled()
    assert ask(lambda store: store.data_version() + 1) == version
    run.progressed.disconnect(stop_after_a_while)
    wizard.next.click()
    qtbot.waitUntil(lambda: wizard.step == PREVIEW, timeout=3 * MOMENT)
    assert wizard.preview.lines is not None
    model = wizard.preview.lines.model
    assert model.rowCount() == 10_000
    wizard.grab()
    settle()
    assert 0 < len(model._rows) < 1_000, "only what is painted is written"


def test_a_bad_file_is_told_calmly_and_another_one_can_be_chosen(
    wizard: Steps, settle: Settle, tmp_path: Path, errors: list[BaseException]
) -> None:
    for name, content in (
        ("vide.csv", b""),
        ("page.xls", b"<html><table><tr><td>Nom</td></tr></table></html>"),
        ("vieux.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
        ("faux.xlsx", b"PK\x03\x04 this is no zip"),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        open_file(wizard, path, settle)
        assert wizard.step == CHOOSE
        assert wizard.banner.isVisible()
        assert name in wizard.banner.accessibleName()
        assert "en sécurité" in wizard.banner._rest.text()
    assert errors == []
    open_file(wizard, DATA / FILES[2], settle)
    assert wizard.step == COLUMNS
    assert not wizard.banner.isVisible()


def test_sheet_header_and_kind_can_be_chosen(wizard: Steps, settle: Settle, write_list: Write) -> None:
    open_file(wizard, DATA / FILES[2], settle)
    boxes = wizard.columns.source.boxes

    def pick(key: str, value: object) -> None:
        boxes[key].choose(value)
        boxes[key].activated.emit(boxes[key].currentIndex())
        settle()

    assert [boxes["sheet"].itemText(n) for n in range(boxes["sheet"].count())] == ["Membres", "Ne pas utiliser"]
    assert boxes["header"].currentData() == 3
    pick("header", 0)
    assert boxes["header"].currentData() == 0
    pick("kind", "contacts")
    assert "Contact" in wizard.choose.kinds._chips["contacts"].text() or wizard.choose.kinds.keys == {"contacts"}
    pick("sheet", "Ne pas utiliser")
    assert boxes["sheet"].currentData() in ("Ne pas utiliser", "Membres")


def test_another_encoding_is_read_and_a_wrong_one_is_told(wizard: Steps, settle: Settle, write_list: Write) -> None:
    path = write_list("Nom;Ville", "Métal Été;Forêt", name="l.csv", encoding="cp1252")
    open_file(wizard, path, settle)
    box = wizard.columns.source.boxes["encoding"]
    assert box.currentData() == "cp1252"
    box.choose("utf-8")
    box.activated.emit(box.currentIndex())
    settle()
    assert wizard.banner.isVisible()
    assert box.currentData() == "cp1252", "what could be read is shown again"


def test_a_preview_is_made_again_when_the_binder_changes(
    wizard: Steps, settle: Settle, press_button: Press, write_list: Write, window: MainWindow
) -> None:
    path = write_list("N° BCE;Nom", "1999999151;Boisretour")
    preview(wizard, path, settle, press_button)
    assert chips(wizard) == {"all": "1", "new": "1"}
    add = AddRecord(record=Organisation(name="Bois retour", enterprise_number="1999999151"))
    window.context.write(lambda desk: add_record(desk.store, add))
    settle()
    assert chips(wizard) == {"all": "1", "updated": "1"}


def test_what_changed_behind_the_back_is_never_written_over(
    wizard: Steps, settle: Settle, press_button: Press, write_list: Write, ask: Ask
) -> None:
    path = write_list("N° BCE;Nom", "1999999151;Boisretour")
    preview(wizard, path, settle, press_button)
    add = AddRecord(record=Organisation(name="Bois retour", enterprise_number="1999999151"))
    ask(lambda store: add_record(store, add))  # no page hears of it: another program did it
    press_button(wizard.next)
    assert wizard.step == PREVIEW
    assert wizard.banner.isVisible()
    assert chips(wizard) == {"all": "1", "updated": "1"}
    press_button(wizard.next)
    assert wizard.step == DONE


def test_a_file_dropped_on_any_page_is_opened(
    show: Show, window: MainWindow, settle: Settle, write_list: Write, qtbot: QtBot
) -> None:
    show(routes.organisations())
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(write_list("Nom;CP", "Scierie;1000")))])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    with pytest.warns(DeprecationWarning, match="QDragEnterEvent"):  # it has no other way to be made here
        entering = QDragEnterEvent(QPoint(5, 5), copy, mime, left, none)
    QApplication.sendEvent(window._stack, entering)
    assert entering.isAccepted()
    dropping = QDropEvent(QPointF(5, 5), copy, mime, left, none)
    QApplication.sendEvent(window._stack, dropping)
    assert dropping.isAccepted()
    settle()
    page = window.page
    assert isinstance(page, ImportPage)
    assert page.wizard.frame.step == COLUMNS


def test_the_keyboard_alone_does_it(
    show: Show, window: MainWindow, settle: Settle, write_list: Write, qtbot: QtBot
) -> None:
    show(routes.organisations())
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=MOMENT)
    qtbot.keyClick(window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    settle()
    page = window.page
    assert isinstance(page, ImportPage)
    frame = page.wizard.frame
    assert frame.choose.button.focusPolicy() & Qt.FocusPolicy.TabFocus
    open_file(frame, write_list("Nom;CP", "Scierie;1000"), settle)
    for step in (PREVIEW, DONE):
        qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        settle()
        assert frame.step == step
    buttons = [one for one in frame.done.findChildren(QPushButton) if one.isVisible()]
    assert all(isinstance(one, PressedByEnter) for one in buttons)
    buttons[-1].setFocus()
    press(buttons[-1], Qt.Key.Key_Return)
    settle()
    assert frame.step == CHOOSE


def test_a_move_and_what_is_added_are_told_beside_the_row(
    wizard: Steps, settle: Settle, press_button: Press, write_list: Write
) -> None:
    header = "Numéro d'entreprise;Nom;Rue;CP;Commune;Téléphone;Filière"
    first = write_list(header, "1999999151;Boisretour;Rue A 1;1070;Anderlecht;;")
    preview(wizard, first, settle, press_button)
    press_button(wizard.next)
    press_button(wizard.done.again)
    later = write_list(header, "1999999151;Boisretour;Rue B 2;1080;Molenbeek-Saint-Jean;02 226 88 88;Bois")
    preview(wizard, later, settle, press_button)
    detail = wizard.preview.detail
    assert detail is not None
    texts = "\n".join(label.text() for label in detail.findChildren(Label) if label.isVisible())
    assert "Rue A 1, 1070 Anderlecht → Rue B 2, 1080 Molenbeek-Saint-Jean" in texts
    changes = " ".join(texts.partition("Dans la liste")[0].split())
    assert "Ajout – Téléphone : 02 226 88 88" in changes
    assert "Ajout – Filière : Bois" in changes


def test_values_are_shown_as_people_write_them(
    wizard: Steps, settle: Settle, press_button: Press, write_list: Write
) -> None:
    path = write_list("Numéro d'entreprise;Nom;ETP;Date d'adhésion", "1999999151;Boisretour;3.5;2023-09-01")
    preview(wizard, path, settle, press_button)
    detail = wizard.preview.detail
    assert detail is not None
    texts = [label.text() for label in detail.findChildren(Label)]
    listed = "\n".join(texts)
    assert "1999.999.151" in listed
    assert "01/09/2023" in listed
    assert "3,5" in listed
    assert "2023-09-01" not in listed
