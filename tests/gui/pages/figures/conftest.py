"""The window on the rich binder, with ledgers in it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from clusterdesk.domain.commands.figures import ClosePeriod, EnterFigures, OpenLedger
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.figures.cells import FigureCell, StaffCell
from clusterdesk.domain.records.figures import Cadence, FigureLine
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.services import figures
from clusterdesk.services.records import add_record
from clusterdesk.store.desk_store import Store
from tests.gui.pages.daily.conftest import Settle, settle, show
from tests.gui.pages.organisation.conftest import Ask, Rich, ask, binder, desk, rich, template, window
from tests.gui.support import press, type_text

__all__ = ["ask", "binder", "desk", "rich", "settle", "show", "template", "window"]

_KEYS = {"\t": Qt.Key.Key_Tab, "\n": Qt.Key.Key_Return}

type Type = Callable[[str], None]


def open_ledger(store: Store, organisation_id: UUID, **values: object) -> UUID:
    """Follow the figures of an organisation."""
    command = OpenLedger(organisation_id=organisation_id, **values)  # type: ignore[arg-type]
    return figures.open_ledger(store, command).output.id


def enter(
    store: Store, ledger: UUID, period: str, revenue: str, costs: str, fte: str = "", *, close: bool = True
) -> None:
    """Enter a period, and close it."""
    amounts = {FigureLine.REVENUE: revenue, FigureLine.TOTAL_COSTS: costs}
    cells = tuple(FigureCell(period, line, Decimal(one)) for line, one in amounts.items())
    staff = (StaffCell(period, Decimal(fte)),) if fte else ()
    figures.enter_figures(store, EnterFigures(ledger_id=ledger, cells=cells, staff=staff))
    if close:
        figures.close_period(store, ClosePeriod(ledger_id=ledger, period=period))


@pytest.fixture
def ledgers(ask: Ask, rich: Rich) -> list[UUID]:
    """Three ledgers: a month due, a quarter due, a month due of somebody else; September is known of the first."""

    def make(store: Store) -> list[UUID]:
        noord = open_ledger(store, rich.organisation, starts_on=date(2026, 1, 1))
        for month, revenue in (("2026-07", "44000"), ("2026-08", "39800"), ("2026-09", "46100")):
            enter(store, noord, month, revenue, "52300", "7")
        made = [noord]
        for name, cadence in (("Canal Textile", Cadence.QUARTERLY), ("Vélo Senne", Cadence.MONTHLY)):
            holder = Organisation(name=name)
            add_record(store, AddRecord(record=holder))
            made.append(open_ledger(store, holder.id, cadence=cadence))
        return made

    found = ask(make)
    assert isinstance(found, list)
    return found


@pytest.fixture
def keys(settle: Settle) -> Type:
    """A function that types into whatever has the focus, key by key; tabs and line breaks are keys too."""

    def write(text: str) -> None:
        for letter in text:
            focused = QApplication.focusWidget()
            assert focused is not None
            if letter in _KEYS:
                QTest.keyClick(focused, _KEYS[letter])
                settle()
            else:
                type_text(focused, letter)

    return write


def push(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key where the focus is."""
    focused = QApplication.focusWidget()
    assert focused is not None
    press(focused, key, "", modifiers)
