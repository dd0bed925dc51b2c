"""The diagnostic of an organisation: scored with the keyboard, compared, and put into the plan."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.plans import CriterionScore, TakeDiagnostic
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileTrack
from clusterdesk.domain.records.diagnostics import Diagnostic, DiagnosticCriterion, DiagnosticScore
from clusterdesk.domain.records.lists import Track
from clusterdesk.domain.records.plan import Milestone
from clusterdesk.gui import routes
from clusterdesk.gui.pages.diagnostic.page import DiagnosticPage
from clusterdesk.services import diagnostics, records
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Open, Rich
from tests.gui.support import nameless_widgets, press, type_text

THEN = date(2025, 11, 3)


@pytest.fixture
def page(rich: Rich, ask: Ask, open_page: Open) -> DiagnosticPage:
    """The page of an organisation with one diagnostic of a year ago and an open file."""

    def prepare(store: Store) -> None:
        (file,) = store.find(CoachingFile)
        track = store.find(Track, key="business_scale_up")[0]
        records.add_record(store, AddRecord(record=CoachingFileTrack(coaching_file_id=file.id, track_id=track.id)))
        market = store.find(DiagnosticCriterion, key="market")[0].id
        scores = (CriterionScore(market, 1, "Un seul client"),)
        command = TakeDiagnostic(organisation_id=rich.organisation, on=THEN, scores=scores)
        diagnostics.take_diagnostic(store, command)

    ask(prepare)
    made = open_page(routes.diagnostic(rich.organisation))
    assert isinstance(made, DiagnosticPage)
    return made


def test_a_second_diagnostic_stands_beside_the_first(page: DiagnosticPage, ask: Ask, qtbot: QtBot) -> None:
    assert page.days.isHidden()
    press(page.take, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ask(lambda store: len(store.find(Diagnostic))) == 2, timeout=MOMENT)
    qtbot.waitUntil(lambda: not page.days.isHidden() and bool(page.chart.chart.chart.then_name), timeout=MOMENT)
    market = ask(lambda store: store.find(DiagnosticCriterion, key="market")[0].id)
    row = page.scores.rows[market]  # type: ignore[index]
    row.score.scale.setFocus()
    press(row.score.scale, Qt.Key.Key_4)
    qtbot.waitUntil(lambda: ask(_scored) == 4, timeout=MOMENT)
    press(row.score.scale, Qt.Key.Key_Left)
    qtbot.waitUntil(lambda: ask(_scored) == 3, timeout=MOMENT)
    row.sentence.edit.setFocus()
    type_text(row.sentence.edit, "Six clients")
    page.leave()
    qtbot.waitUntil(lambda: ask(_sentence) == "Six clients", timeout=MOMENT)
    said = page.chart.chart.accessibleDescription
    qtbot.waitUntil(lambda: said().startswith("Marché") and "1, aujourd’hui 3" in said(), timeout=MOMENT)
    press(page.chart.swap, Qt.Key.Key_Return)
    assert not page.chart.table.isHidden()
    first = [page.chart.table.item(0, column).text() for column in range(3)]  # type: ignore[union-attr]
    assert first == ["Marché", "1", "3"]
    assert nameless_widgets(page) == []


def test_low_scores_are_put_into_the_plan_in_one_step(page: DiagnosticPage, ask: Ask, qtbot: QtBot) -> None:
    (tick,) = page.seeds.ticks.ticks
    assert tick.template.criterion_key == "market"
    press(page.seeds.put, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ask(lambda store: len(store.find(Milestone))) == 1, timeout=MOMENT)
    made = ask(lambda store: store.find(Milestone)[0])
    assert made.due_on is not None  # type: ignore[attr-defined]
    assert made.due_on > THEN  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: page.seeds.put.isHidden(), timeout=MOMENT)
    ask(undo)
    assert ask(lambda store: store.find(Milestone)) == []


def test_a_score_is_taken_away_by_delete(page: DiagnosticPage, ask: Ask, qtbot: QtBot) -> None:
    market = ask(lambda store: store.find(DiagnosticCriterion, key="market")[0].id)
    scale = page.scores.rows[market].score.scale  # type: ignore[index]
    press(scale, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: ask(_scored) is None, timeout=MOMENT)
    press(scale, Qt.Key.Key_9)
    assert scale.score is None


def _line(store: Store) -> DiagnosticScore:
    newest = max(store.find(Diagnostic), key=lambda one: one.on)
    market = store.find(DiagnosticCriterion, key="market")[0].id
    return store.find(DiagnosticScore, diagnostic_id=newest.id, criterion_id=market)[0]


def _scored(store: Store) -> int | None:
    return _line(store).score


def _sentence(store: Store) -> str:
    return _line(store).sentence
