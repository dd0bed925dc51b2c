"""The page of break-even where only whole years are known: everything on it says that it is of a year."""

from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from clusterdesk.domain.breakeven.what_if import Input
from clusterdesk.domain.commands.figures import OpenLedger
from clusterdesk.domain.records.figures import Cadence, Ledger
from clusterdesk.gui import routes
from clusterdesk.gui.pages.break_even.page import BreakEvenPage
from clusterdesk.gui.widgets.label import Label
from clusterdesk.services import figures
from clusterdesk.store.desk_store import Store
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Open, Rich
from tests.gui.support import clipped_texts
from tests.ledgers import enter_months


@pytest.fixture
def page(rich: Rich, ask: Ask, open_page: Open) -> BreakEvenPage:
    """Show break-even of three closed years."""

    def write(store: Store) -> Ledger:
        command = OpenLedger(organisation_id=rich.organisation, cadence=Cadence.ANNUAL, starts_on=date(2023, 1, 1))
        opened = figures.open_ledger(store, command).output
        enter_months(
            store, opened, "2023", [(90_000, 40_000, 70_000), (110_000, 44_000, 72_000), (140_000, 56_000, 72_000)]
        )
        return opened

    ask(write)
    shown = open_page(routes.break_even(rich.organisation))
    assert isinstance(shown, BreakEvenPage)
    return shown


def _plain(text: str) -> str:
    return text.replace("\u202f", " ").replace("\xa0", " ")


def test_sentence_threshold_and_plan_are_of_a_year(page: BreakEvenPage, qtbot: QtBot) -> None:
    sentence = page.main.sentence
    assert _plain(sentence.sentence.words) == "Au seuil ou au-dessus sur l’ensemble de 2025 : un résultat de 12 000 €."
    assert "Le seuil annuel de 2025 est de 120 000 €" in _plain(sentence.gap.words)
    told = [one.words for one in page.side.level.findChildren(Label)]
    assert "Année 2025" in told
    assert any("Point mort annuel 2025" in one for one in told)
    fields = page.side.what_if.fields
    assert fields[Input.FIXED_COSTS].edit.accessibleName() == "Charges fixes par an"
    assert page.side.what_if.given is not None
    assert str(page.side.what_if.given.first) == "2026"
    assert page.main.chart.table.model().headerData(0, Qt.Orientation.Horizontal) == "Année"
    page.side.questions.folds[page.side.questions.wanted].set_open(opened=True)
    page.side.questions.wanted.net.set_value(Decimal(30_000))
    page.side.questions.wanted.work_out()
    assert "par mois" not in " ".join((*page.side.questions.wanted.sentences, page.side.questions.note.words))
    every = [_plain(one.words) for one in page.findChildren(Label) if one.isVisible()]
    known = ("les mois ne sont pas connus", "il faut des mois")
    assert not [one for one in every if "mois" in one and not any(words in one for words in known)]
    qtbot.waitUntil(lambda: clipped_texts(page) == [], timeout=MOMENT)
