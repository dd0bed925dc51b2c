"""The tab Jobs and head counts caught in notes, by real keys and clicks."""

from datetime import date, timedelta
from decimal import Decimal
from typing import cast

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clusterdesk.bootstrap import Desk
from clusterdesk.domain.commands.employment import NoteHeadcount
from clusterdesk.domain.records.coaching import CoachingFileTrack
from clusterdesk.domain.records.employment import Headcount, HeadcountPart
from clusterdesk.domain.records.figures import FigureSource, Precision
from clusterdesk.domain.records.results import Document, Evidence, EvidenceLevel, ResultEvent
from clusterdesk.domain.records.sessions import Session
from clusterdesk.gui import routes
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.pages.employment.headcount_row import HeadcountRow
from clusterdesk.gui.pages.employment.page import EmploymentPage
from clusterdesk.gui.pages.visit.page import VisitPage
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.widgets.signature_pad import SignaturePad
from clusterdesk.services import undo
from clusterdesk.services.headcounts import note_headcount
from clusterdesk.store.desk_store import Store
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Open, Rich
from tests.gui.support import TODAY, type_text


def _count(store: Store, rich: Rich, on: date, fte: str) -> Headcount:
    command = NoteHeadcount(organisation_id=rich.organisation, on=on, fte=Decimal(fte))
    return note_headcount(store, command).output


@pytest.fixture
def page(open_page: Open, rich: Rich, ask: Ask) -> EmploymentPage:
    """The tab, with two head counts."""
    ask(lambda store: _count(store, rich, TODAY - timedelta(days=60), "5.5"))
    ask(lambda store: _count(store, rich, TODAY - timedelta(days=5), "7.5"))
    found = open_page(routes.employment(rich.organisation))
    assert isinstance(found, EmploymentPage)
    return found


def _rest(desk: DeskWorker[Desk], qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.busy, timeout=MOMENT)


def test_the_sentence_says_it_first(page: EmploymentPage) -> None:
    text = page.staff.sentence.text()
    assert text.startswith("7,5 ETP, +2,0 depuis le point de départ du ")
    assert len(page.headcounts.rows) == 2
    assert page.staff.chart.accessibleDescription()


def test_a_head_count_is_added_by_keyboard_alone_and_undone(
    page: EmploymentPage, desk: DeskWorker[Desk], ask: Ask, qtbot: QtBot
) -> None:
    assert page.headcounts.line is not None
    page.headcounts.line.setFocus()
    type_text(page.headcounts.line, "environ 8 ETP hier")
    QTest.keyClick(page.headcounts.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.headcounts.rows) == 3, timeout=MOMENT)
    found = cast("list[Headcount]", ask(lambda store: store.find(Headcount, on=TODAY - timedelta(days=1))))
    assert [(one.fte, one.precision) for one in found] == [(Decimal(8), Precision.ABOUT)]
    ask(lambda store: undo.undo(store))
    page.refresh(None)
    qtbot.waitUntil(lambda: len(page.headcounts.rows) == 2, timeout=MOMENT)


@pytest.mark.parametrize(
    ("typed", "told"),
    [("beaucoup", "ne contient pas"), ("7,53", "0,05"), ("8 ETP 01/01/2090", "ne peut pas encore")],
)
def test_what_cannot_be_counted_is_told_and_stays_to_be_corrected(
    page: EmploymentPage, qtbot: QtBot, typed: str, told: str
) -> None:
    line = page.headcounts.line
    assert line is not None
    line.setFocus()
    type_text(line, typed)
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: told in page.headcounts.problem, timeout=MOMENT)
    assert line.text() == typed
    assert len(page.headcounts.rows) == 2


def test_a_row_is_edited_in_place_also_by_kind_of_contract(
    page: EmploymentPage, desk: DeskWorker[Desk], ask: Ask, qtbot: QtBot
) -> None:
    row = next(iter(page.headcounts.rows.values()))
    assert isinstance(row, HeadcountRow)
    row.open()
    fte = row.form.field("fte")
    fte.setFocus()
    edit = fte.focusProxy()
    assert edit is not None
    QTest.keyClick(edit, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    type_text(edit, "6,75")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "6,75" in row.title.text(), timeout=MOMENT)
    first = next(iter(row.contracts.lines.values())).field("fte")
    first.setFocus()
    inner = first.focusProxy()
    assert inner is not None
    type_text(inner, "6,5")
    QTest.keyClick(inner, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "6,5" in row.note.text(), timeout=MOMENT)
    assert "diffère" in row.note.text()
    (part,) = cast("list[HeadcountPart]", ask(lambda store: store.find(HeadcountPart)))
    assert (part.fte, part.persons) == (Decimal("6.5"), None)


def test_the_baseline_is_frozen_by_the_button(page: EmploymentPage, ask: Ask, qtbot: QtBot) -> None:
    assert page.staff.freeze.isVisible()
    page.staff.freeze.setFocus()
    QTest.keyClick(page.staff.freeze, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.staff.freeze.isVisible(), timeout=MOMENT)
    (track,) = cast("list[CoachingFileTrack]", ask(lambda store: store.find(CoachingFileTrack)))
    assert (track.baseline, track.baseline_on) == (Decimal("5.5"), TODAY - timedelta(days=60))
    assert "figé" in page.staff.baseline.text()
    assert cast("list[ResultEvent]", ask(lambda store: store.find(ResultEvent))) == []


def test_the_table_says_what_the_chart_draws(page: EmploymentPage) -> None:
    assert page.staff.table.isHidden()
    QTest.mouseClick(page.staff.as_table, Qt.MouseButton.LeftButton)
    assert not page.staff.table.isHidden()


def test_an_attestation_is_signed_with_the_mouse_and_kept(
    page: EmploymentPage, desk: DeskWorker[Desk], ask: Ask, qtbot: QtBot
) -> None:
    QTest.mouseClick(page.attest, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.signing.dialog is not None, timeout=MOMENT)
    dialog = page.signing.dialog
    assert dialog is not None
    assert dialog.name.value == "Sofie Peeters"
    assert "5,5 équivalents temps plein" in dialog.words.text()
    dialog.consent.click()
    assert "pas encore de signature" in dialog.problem
    _draw(dialog.pad, [(40, 60), (80, 30), (120, 70)])
    _draw(dialog.pad, [(30, 90), (160, 90)])
    QTest.mouseClick(dialog.back, Qt.MouseButton.LeftButton)
    assert len(dialog.pad.signature.strokes) == 1
    dialog.consent.click()
    qtbot.waitUntil(lambda: page.signing.dialog is None, timeout=MOMENT)
    (evidence,) = cast("list[Evidence]", ask(lambda store: store.find(Evidence)))
    (document,) = cast("list[Document]", ask(lambda store: store.find(Document)))
    assert (evidence.level, evidence.document_id) == (EvidenceLevel.ATTESTATION, document.id)
    assert evidence.remark.splitlines()[-1].startswith("SHA-256 ")
    content = cast("bytes", ask(lambda store: store.documents.read(document.sha256)))
    assert content.startswith(b"%PDF")
    ask(lambda store: undo.undo(store))
    assert cast("list[Document]", ask(lambda store: store.find(Document))) == []


def test_the_attestation_is_asked_for_on_paper_in_another_language(
    window: MainWindow, page: EmploymentPage, ask: Ask, qtbot: QtBot
) -> None:
    page.begin_attestation()
    qtbot.waitUntil(lambda: page.signing.dialog is not None, timeout=MOMENT)
    dialog = page.signing.dialog
    assert dialog is not None
    dialog.language_asked.emit("nl")
    qtbot.waitUntil(lambda: "voltijdse equivalenten" in dialog.words.text(), timeout=MOMENT)
    QTest.mouseClick(dialog.paper, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.page is not page, timeout=MOMENT)
    (evidence,) = cast("list[Evidence]", ask(lambda store: store.find(Evidence)))
    assert (evidence.wanted, evidence.indicator) == (True, "job_growth")
    qtbot.waitUntil(lambda: not window.context.desk.busy and not window.context.files.busy, timeout=MOMENT)


def _draw(pad: SignaturePad, places: list[tuple[int, int]]) -> None:
    """Draw a stroke with real events of the mouse."""
    first, *rest = [QPoint(x, y) for x, y in places]
    QTest.mousePress(pad, Qt.MouseButton.LeftButton, pos=first)
    for place in rest:
        moved = QPointF(place)
        button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        whole = QPointF(pad.mapToGlobal(place))
        QApplication.sendEvent(pad, QMouseEvent(QEvent.Type.MouseMove, moved, whole, button, button, none))
    QTest.mouseRelease(pad, Qt.MouseButton.LeftButton, pos=rest[-1])


def test_tab_on_a_head_count_in_visit_mode_notes_it_for_the_day_of_the_visit(
    window: MainWindow, desk: DeskWorker[Desk], rich: Rich, ask: Ask, qtbot: QtBot
) -> None:
    window.go(routes.visit(rich.planned))
    qtbot.waitUntil(lambda: isinstance(window.page, VisitPage) and window.page._data is not None, timeout=MOMENT)
    page = window.page
    assert isinstance(page, VisitPage)
    qtbot.waitUntil(lambda: page.writing.answers.current is not None, timeout=MOMENT)
    answer = page.writing.answers.current
    assert answer is not None
    answer.text.edit.setFocus()
    type_text(answer.text.edit, "Ils sont environ 3,5 ETP")
    QTest.keyClick(answer.text.edit, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: len(page.review.headcounts.rows) == 1, timeout=MOMENT)
    (noted,) = cast("list[Headcount]", ask(lambda store: store.find(Headcount)))
    session = cast("Session", ask(lambda store: store.get(Session, rich.planned)))
    assert (noted.fte, noted.on, noted.session_id) == (Decimal("3.5"), session.on, session.id)
    assert (noted.precision, noted.source) == (Precision.ABOUT, FigureSource.ORAL)
    assert answer.text.text() == "Ils sont environ 3,5 ETP"
    assert page.writing.caught.isVisibleTo(page)
    type_text(answer.text.edit, ", plutôt 4 ETP")
    QTest.keyClick(answer.text.edit, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: "4,0" in next(iter(page.review.headcounts.rows.values())).title.text(), timeout=MOMENT)
    ask(lambda store: undo.undo(store))
    assert [one.fte for one in cast("list[Headcount]", ask(lambda store: store.find(Headcount)))] == [Decimal("3.5")]
    page.finish()
    assert page.review.headcounts.isVisibleTo(page)
