"""What must be sold: asked and answered by keys on the page of break-even, copied, gone on with, kept."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from clusterdesk.domain.breakeven.what_if import Input
from clusterdesk.domain.commands.figures import OpenLedger
from clusterdesk.domain.records.figures import Ledger, Scenario
from clusterdesk.gui import routes
from clusterdesk.gui.pages.break_even.page import BreakEvenPage
from clusterdesk.gui.pages.break_even.question import Question
from clusterdesk.services import figures
from clusterdesk.store.desk_store import Store
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Open, Rich
from tests.gui.support import clipped_texts, nameless_widgets, press, type_text
from tests.ledgers import enter_month

ENTER, TAB, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Space

type Fill = Callable[..., BreakEvenPage]


@pytest.fixture
def fill(rich: Rich, ask: Ask, open_page: Open) -> Fill:
    """A function that enters one month and opens the page."""

    def enter(units: int = 0, split: tuple[int, int, int] = (30_000, 10_000, 24_000)) -> BreakEvenPage:
        def write(store: Store) -> Ledger:
            command = OpenLedger(organisation_id=rich.organisation, starts_on=date(2026, 10, 1))
            opened = figures.open_ledger(store, command).output
            enter_month(store, opened, "2026-10", split, units=units)
            return opened

        ask(write)
        found = open_page(routes.break_even(rich.organisation))
        assert isinstance(found, BreakEvenPage)
        return found

    return enter


def _type(edit: QLineEdit, text: str) -> None:
    edit.setFocus()
    edit.selectAll()
    type_text(edit, text)
    press(edit, ENTER)


def _said(question: Question) -> str:
    return "\n".join(question.sentences).replace("\u202f", " ").replace("\xa0", " ")


def test_it_is_closed_at_first_and_one_question_is_open_at_a_time(fill: Fill) -> None:
    card = fill().side.questions
    assert not any(fold.is_open for fold in card.folds.values())
    assert card.note.isHidden()
    press(card.folds[card.wanted].toggle, SPACE)
    assert card.folds[card.wanted].is_open
    press(card.folds[card.steps].toggle, SPACE)
    assert [fold.is_open for fold in card.folds.values()] == [False, False, True]
    assert "24 000" in card.note.words.replace("\u202f", " ").replace("\xa0", " ")
    assert nameless_widgets(card) == []


def test_a_wanted_result_is_answered_copied_and_tried(fill: Fill, ask: Ask, qtbot: QtBot) -> None:
    page = fill(600)
    question = page.side.questions.wanted
    press(page.side.questions.folds[question].toggle, SPACE)
    assert not question.sentences
    _type(question.net, "30k")
    assert "après 25 % d’impôt" in _said(question)
    assert "Soit 9 840 unités et 492 000 € de chiffre d’affaires par an, 41 000 € par mois" in _said(question)
    assert "il manque 132 000 € (+36,7 %)" in _said(question)
    _type(question.tax, "100")
    assert "taux d’impôt se situe entre 0 et 100" in question.problem.words
    assert not question.sentences
    _type(question.tax, "bof")
    assert question.problem.words
    _type(question.tax, "20")
    press(question.copy_button, SPACE)
    assert QGuiApplication.clipboard().text() == "\n".join(question.sentences)
    press(question.try_button, SPACE)
    assert page.side.what_if.given is not None
    assert page.side.what_if.given.units == 814
    assert page.window().focusWidget() is page.side.what_if.fields[Input.UNITS].edit
    assert page.side.what_if.back.isEnabled()
    page.side.what_if.keep.click()
    dialog = page.keeper._dialog
    assert dialog is not None
    _type(dialog.name.edit, "Trente mille nets")
    qtbot.waitUntil(lambda: bool(page.main.scenarios.rows), timeout=MOMENT)
    (kept,) = cast("list[Scenario]", ask(lambda store: store.find(Scenario)))
    assert (kept.units, kept.price) == (Decimal(814), Decimal(50))


def test_a_mix_is_entered_row_by_row(fill: Fill) -> None:
    page = fill()
    question = page.side.questions.mix
    press(page.side.questions.folds[question].toggle, SPACE)
    first, second = question.table.rows
    for row, texts in ((first, ("60", "80", "50")), (second, ("40", "200", "100"))):
        for edit, text in zip(row.numbers, texts, strict=True):
            _type(edit, text)
    assert not question.sentences, "the second product has no name yet"
    _type(second.first, "Table")
    assert "58,00 € par unité vendue" in _said(question)
    assert "L’équilibre demande 414 unités par mois" in _said(question)
    assert "Produit 1 : 249 · Table : 166" in _said(question)
    press(question.more, SPACE)
    assert len(question.table.rows) == 3
    assert page.window().focusWidget() is question.table.rows[2].first
    press(question.table.rows[2].remove, SPACE)
    assert len(question.table.rows) == 2
    _type(second.first, "Produit 1")
    assert question.problem.words
    _type(second.first, "Banc")
    _type(second.numbers[2], "900")
    assert "vendre plus aggrave la perte" in _said(question)
    press(question.table.rows[1].remove, SPACE)
    press(question.try_button, SPACE)
    given = page.side.what_if.given
    assert given is not None
    assert (given.price, given.variable_cost, given.units) == (Decimal(80), Decimal(50), Decimal(800))


def test_steps_tell_each_of_them_and_where_it_is_lost_again(fill: Fill, qtbot: QtBot) -> None:
    page = fill(600, (30_000, 10_000, 16_000))
    question = page.side.questions.steps
    press(page.side.questions.folds[question].toggle, SPACE)
    first, second = question.table.rows
    assert first.numbers[0].value == 600
    _type(second.numbers[0], "900")
    assert not question.sentences
    _type(second.numbers[1], "8k")
    assert "De 0 à 600 unités, 16 000 € de charges fixes : à l’équilibre à partir de 480 unités." in _said(question)
    assert "De 601 à 900 unités, 24 000 € de charges fixes : à l’équilibre à partir de 720 unités." in _said(question)
    assert "Le palier qui commence à 601 unités fait perdre l’équilibre." in _said(question)
    assert "Au-delà de 900 unités, on ne sait rien" in _said(question)
    assert "600 unités, donne 4 000 €" in _said(question)
    _type(second.numbers[0], "500")
    assert question.problem.words == "Chaque palier va jusqu’à un volume plus grand que le précédent."
    qtbot.waitUntil(lambda: clipped_texts(page.side.questions) == [], timeout=MOMENT)


def test_what_is_typed_stays_when_the_page_is_read_again(fill: Fill, qtbot: QtBot) -> None:
    page = fill()
    question = page.side.questions.wanted
    press(page.side.questions.folds[question].toggle, SPACE)
    _type(question.net, "1000")
    page.refresh(None)
    qtbot.waitUntil(lambda: not page.context.desk.busy, timeout=MOMENT)
    assert question.net.value == 1000
    assert question.sentences
