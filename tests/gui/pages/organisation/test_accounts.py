"""The tab Accounts: a financial year added, its figures typed, the filed document dropped on it."""

from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from pytestqt.qtbot import QtBot

from clusterdesk.domain.records.figures import AnnualAccounts
from clusterdesk.domain.records.results import Evidence
from clusterdesk.gui import routes
from clusterdesk.gui.pages.accounts.accounts_row import AccountsRow
from clusterdesk.gui.pages.accounts.page import AccountsPage
from clusterdesk.gui.shell.main_window import MainWindow
from tests.gui.pages.organisation.conftest import Ask, Open, Rich
from tests.gui.support import clipped_texts, drop_on, nameless_widgets


def test_a_year_is_added_typed_and_proved(
    window: MainWindow, open_page: Open, rich: Rich, tmp_path: Path, ask: Ask, qtbot: QtBot
) -> None:
    page = open_page(routes.accounts(rich.organisation))
    assert isinstance(page, AccountsPage)
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: len(page.years.rows) == 1)
    row = next(iter(page.years.rows.values()))
    assert isinstance(row, AccountsRow)
    qtbot.waitUntil(lambda: row.is_open)
    assert row.title.text() == "Comptes annuels 2025"
    for name, amount in (("operating_result", "-12000"), ("depreciation", "5000"), ("operating_subsidies", "1000")):
        row.form.field(name).committed.emit(Decimal(amount))
    qtbot.waitUntil(lambda: "-8" in row.core.text().replace("\u202f", ""))
    assert "sous l’équilibre" in row.core.text()
    filed = tmp_path / "depot.pdf"
    filed.write_bytes(b"%PDF-1.7 comptes")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(filed))])
    assert drop_on(row, data)
    qtbot.waitUntil(lambda: row.part.evidence is not None)
    assert not row.show_it.isHidden()
    assert ask(lambda store: [(one.level, one.title) for one in store.find(Evidence) if one.document_id]) == [
        (3, "Comptes annuels 2025")
    ]
    assert clipped_texts(page) == []
    assert nameless_widgets(page) == []
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: row.part.evidence is None)
    assert ask(lambda store: [one.document_id for one in store.find(AnnualAccounts)]) == [None]
