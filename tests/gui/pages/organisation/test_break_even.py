"""The page of break-even: said, drawn, tried out by mouse and keys, kept, proposed, doubted after a correction."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from clusterdesk.charts.description import LineKind
from clusterdesk.domain.breakeven.what_if import Input
from clusterdesk.domain.commands.figures import EnterFigure, OpenLedger
from clusterdesk.domain.commands.records import DeleteRecord
from clusterdesk.domain.figures.cells import FigureCell
from clusterdesk.domain.proposals.proposal import ResultStanding
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.figures import Figure, FigureLine, Ledger, Scenario
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.results import Evidence, EvidenceLevel, ResultEvent
from clusterdesk.gui import routes
from clusterdesk.gui.pages.break_even.keep_dialog import KeepDialog
from clusterdesk.gui.pages.break_even.page import BreakEvenPage
from clusterdesk.gui.pages.organisation.proposal_dialog import ProposalDialog
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.services import figures, records
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Open, Rich
from tests.gui.support import clipped_texts, nameless_widgets, press, type_text
from tests.ledgers import Split, enter_month, enter_months

LOSS: Split = (30_000, 12_000, 24_000)
GAIN: Split = (44_000, 17_600, 24_000)
RIGHT, TAB, ENTER = Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Return


@pytest.fixture
def ledger(rich: Rich, ask: Ask) -> Ledger:
    """A ledger that was below in spring and is above since August; June was never entered."""

    def fill(store: Store) -> Ledger:
        (project,) = store.find(Project)
        command = OpenLedger(organisation_id=rich.organisation, project_id=project.id, starts_on=date(2026, 1, 1))
        opened = figures.open_ledger(store, command).output
        enter_months(store, opened, "2026-01", [LOSS] * 5)
        enter_months(store, opened, "2026-07", [LOSS])
        for period in ("2026-08", "2026-09", "2026-10"):
            enter_month(store, opened, period, GAIN, subsidy=1_000, units=1_000)
        return opened

    return cast("Ledger", ask(fill))


@pytest.fixture
def page(open_page: Open, rich: Rich, ledger: Ledger) -> BreakEvenPage:
    """The page of that ledger."""
    found = open_page(routes.break_even(rich.organisation))
    assert isinstance(found, BreakEvenPage)
    return found


@pytest.fixture
def settled(page: BreakEvenPage, qtbot: QtBot) -> Callable[[Callable[[], object]], None]:
    """A function that waits for something, and until nothing is asked of the store."""

    def wait(done: Callable[[], object]) -> None:
        qtbot.waitUntil(lambda: bool(done()) and not page.context.desk.busy, timeout=MOMENT)

    return wait


def _type(edit: QLineEdit, text: str) -> None:
    """Go into a field, which selects what is there, and type over it."""
    edit.selectAll()
    type_text(edit, text)
    press(edit, ENTER)


def _plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\xa0", " ")


def test_the_sentence_says_it_first_and_the_chart_and_table_the_same(page: BreakEvenPage) -> None:
    assert page.main.sentence.sentence.words == "À l’équilibre depuis octobre 2026."
    chart = page.main.chart.chart.chart
    turnover = chart.lines[0]
    assert turnover.kind is LineKind.REAL
    assert list(turnover.values[4:8]) == [30_000, None, 30_000, 44_000], "June is a gap, never a zero"
    assert [line.kind for line in chart.lines[2:]] == [LineKind.PLAN, LineKind.PLAN]
    assert [post.name for post in chart.posts] == ["Équilibre\xa0: oct. 2026"]
    table = page.main.chart.table.months
    shown = [str(table.index(row, 1).data()) for row in range(table.rowCount())]
    assert len(shown) == 10
    assert shown[4] == "–"
    assert "44" in shown[0]
    assert page.main.chart.table.isHidden()
    page.main.chart.toggle.click()
    assert not page.main.chart.table.isHidden()
    assert "À l’équilibre" in page.main.chart.chart.accessibleDescription()


def test_subsidies_are_a_line_more_and_never_the_indicator(page: BreakEvenPage) -> None:
    before = len(page.main.chart.chart.chart.lines)
    page.main.chart.subsidies.click()
    chart = page.main.chart.chart.chart
    assert len(chart.lines) == before + 1
    helped = next(line for line in chart.lines if line.name == "Avec subsides")
    assert helped.values[7] == Decimal(45_000)


def test_a_slider_by_keys_changes_the_field_the_effect_and_the_chart(page: BreakEvenPage, qtbot: QtBot) -> None:
    card = page.side.what_if
    field = card.fields[Input.PRICE]
    assert field.value == Decimal(44), "a unit's price follows from turnover and units"
    before = page.main.chart.chart.chart
    field.slider.setFocus()
    qtbot.keyClick(field.slider, RIGHT)
    assert field.value == Decimal("44.2")
    assert _plain(field.edit.text()) == "44,20 €"
    assert "+1 €" in _plain(card.effect.words)
    after = page.main.chart.chart.chart
    plan = next(line for line in after.lines if line.kind is LineKind.PLAN)
    assert plan.values != next(line for line in before.lines if line.kind is LineKind.PLAN).values
    assert card.back.isEnabled()
    card.back.click()
    assert field.value == Decimal(44)
    assert not card.back.isEnabled()


def test_an_exact_number_is_typed_and_nonsense_is_told(page: BreakEvenPage, qtbot: QtBot) -> None:
    card = page.side.what_if
    field = card.fields[Input.FIXED_COSTS]
    _type(field.edit, "26k")
    assert card.given is not None
    assert card.given.fixed_costs == Decimal(26_000)
    assert field.slider.value() == 10
    _type(field.edit, "bof")
    assert card.given.fixed_costs == Decimal(26_000)
    assert field._problem.words
    _type(field.edit, "-5")
    assert field._problem.words == "Zéro ou plus."


def test_one_euro_more_is_told_in_months(page: BreakEvenPage) -> None:
    card = page.side.what_if
    for what, text in ((Input.UNITS, "600"), (Input.GROWTH, "3"), (Input.PRICE, "44")):
        _type(card.fields[what].edit, text)
    assert _plain(card.effect.words) == "+1 € de prix = 2 mois plus tôt"
    assert "Le plan\xa0: à l’équilibre en" in page.main.chart.outcome.words
    assert "plus tard" in card.against.words


def test_a_scenario_is_kept_compared_and_taken_back(
    page: BreakEvenPage, ledger: Ledger, ask: Ask, settled: Callable[[Callable[[], object]], None], qtbot: QtBot
) -> None:
    page.side.what_if.keep.click()
    dialog = page.keeper._dialog
    assert isinstance(dialog, KeepDialog)
    _type(dialog.name.edit, "Deux vélos de plus")
    settled(lambda: page.main.scenarios.rows)
    kept = cast("list[Scenario]", ask(lambda store: store.find(Scenario)))
    assert [(one.name, one.on, one.base_period) for one in kept] == [
        ("Deux vélos de plus", date(2026, 11, 23), "2026-11")
    ]
    (row,) = page.main.scenarios.rows.values()
    assert row.title.text() == "Deux vélos de plus"
    assert "rien à comparer" in row.note.words
    assert "Deux vélos de plus" in page.side.what_if.note.words, "the newest kept scenario is the plan"
    page.context.write(lambda desk: undo(desk.store))
    settled(lambda: not page.main.scenarios.rows)


def test_names_follow_what_the_numbers_are(
    page: BreakEvenPage, ledger: Ledger, ask: Ask, settled: Callable[[Callable[[], object]], None], qtbot: QtBot
) -> None:
    card = page.side.what_if

    def named(what: Input) -> tuple[str, str]:
        return card.fields[what]._caption.words, card.fields[what].edit.accessibleName()

    assert named(Input.PRICE) == ("Prix de vente par unité",) * 2
    card.keep.click()
    dialog = page.keeper._dialog
    assert isinstance(dialog, KeepDialog)
    _type(dialog.name.edit, "Comme en octobre")
    settled(lambda: page.main.scenarios.rows)

    units = cast("list[Figure]", ask(lambda store: store.find(Figure, line=FigureLine.UNITS)))
    october = next(one for one in units if one.period == "2026-10")
    command = DeleteRecord(type_key="figure", record_id=october.id)
    page.context.write(lambda desk: records.delete_record(desk.store, command))
    settled(lambda: card._view is not None and card._view.today_base is not None and not card._view.today_base.per_unit)
    assert named(Input.PRICE) == ("Prix de vente par unité",) * 2, "the kept plan is of a unit"
    card.from_today.click()
    assert named(Input.PRICE)[0] == "Chiffre d’affaires du premier mois", "units are not followed any more"
    assert named(Input.UNITS)[0].startswith("Volume")
    assert card.fields[Input.PRICE].value == Decimal(44_000)
    card.back.click()
    assert named(Input.PRICE) == ("Prix de vente par unité",) * 2
    assert card.fields[Input.PRICE].value == Decimal(44)


def test_what_is_proposed_is_confirmed_doubted_after_a_correction_and_restored(
    page: BreakEvenPage, ledger: Ledger, ask: Ask, settled: Callable[[Callable[[], object]], None]
) -> None:
    (card,) = page.side.pending
    assert card.proposal is not None
    assert card.proposal.standing is ResultStanding.PROPOSED
    card.confirm_button.click()
    dialog = card._dialog
    assert isinstance(dialog, ProposalDialog)
    assert dialog.proof is not None
    assert _plain(dialog.proof.title.value or "") == "Chiffres communiqués par l’entreprise, 08/2026 à 10/2026"
    assert dialog.proof.level.value is EvidenceLevel.SAID
    assert nameless_widgets(dialog) == []
    assert clipped_texts(dialog) == []
    dialog.consent.click()
    settled(lambda: page.side.standing)
    (proof,) = cast("list[Evidence]", ask(lambda store: store.find(Evidence)))
    assert (proof.level, proof.indicator) == (EvidenceLevel.SAID, "break_even")
    (event,) = cast("list[ResultEvent]", ask(lambda store: store.find(ResultEvent)))
    assert (event.ledger_id, event.on, event.confirmed_by) == (ledger.id, date(2026, 10, 31), "Claire Delvaux")
    cell = FigureCell("2026-09", FigureLine.REVENUE, Decimal(20_000))
    command = EnterFigure(ledger_id=ledger.id, cell=cell)
    page.context.write(lambda desk: figures.enter_figure(desk.store, command))
    settled(lambda: not page.side.pending[0].isHidden() and _standing(page) is ResultStanding.TO_REVOKE)
    assert not page.side.pending[0].revoke_button.isHidden()
    page.context.write(lambda desk: undo(desk.store))
    settled(lambda: page.side.pending[0].isHidden() and page.side.standing[0].proposal is not None)
    assert cast("list[ResultEvent]", ask(lambda store: store.find(ResultEvent)))[0].revoked_on is None


def _standing(page: BreakEvenPage) -> ResultStanding | None:
    found = page.side.pending[0].proposal
    return found.standing if found is not None else None


def test_all_is_reached_by_tab_and_everything_has_a_name(page: BreakEvenPage, window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=MOMENT)
    page.setFocus()
    seen: list[QWidget | None] = []
    for _ in range(90):
        focused = QApplication.focusWidget()
        if focused in seen:
            break
        seen.append(focused)
        press(focused or page, TAB)
    for field in page.side.what_if.fields.values():
        assert field.edit in seen
        assert field.slider in seen
        assert seen.index(field.edit) < seen.index(field.slider)
    for widget in (page.main.chart.toggle, page.side.what_if.keep, page.sheet, page.side.pending[0].confirm_button):
        assert widget in seen
    assert nameless_widgets(page) == []


def test_text_of_twice_the_size_is_whole(page: BreakEvenPage, window: MainWindow, qtbot: QtBot) -> None:
    page.kit.theme.scale_text(200)
    qtbot.waitUntil(lambda: not page.context.desk.busy, timeout=MOMENT)
    page.main.chart.toggle.click()
    qtbot.waitUntil(lambda: clipped_texts(page) == [], timeout=MOMENT)


def test_without_figures_it_says_what_to_do(open_page: Open, rich: Rich, ask: Ask) -> None:
    found = open_page(routes.break_even(rich.organisation))
    assert isinstance(found, BreakEvenPage)
    assert found.stack.currentWidget() is found.empty
    assert not found.sheet.isEnabled()
    assert ask(lambda store: store.find(CoachingFile))


def test_the_sheet_is_shown_by_ctrl_p(page: BreakEvenPage, window: MainWindow, qtbot: QtBot) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=MOMENT)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.page is not page, timeout=MOMENT)
    assert window.page is not None
    assert type(window.page).__name__ == "PreviewPage"


def test_another_ledger_is_chosen_and_what_was_tried_is_given_up(
    page: BreakEvenPage, rich: Rich, settled: Callable[[Callable[[], object]], None]
) -> None:
    assert page.choice.isHidden()
    command = OpenLedger(organisation_id=rich.organisation, name="Boutique", starts_on=date(2026, 1, 1))
    page.context.write(lambda desk: figures.open_ledger(desk.store, command))
    settled(lambda: page.choice.count() == 2)
    assert not page.choice.isHidden()
    _type(page.side.what_if.fields[Input.PRICE].edit, "50")
    page.choice.setCurrentIndex(0)
    settled(lambda: page.main.sentence.sentence.words.startswith("Aucun mois"))
    assert page.side.what_if.isHidden()
    assert page.main.chart.outcome.isHidden(), "no plan without a month to begin with"
    page.choice.setCurrentIndex(1)
    settled(lambda: page.main.sentence.sentence.words.startswith("À l’équilibre"))
    assert page.side.what_if.fields[Input.PRICE].value == Decimal(44)
