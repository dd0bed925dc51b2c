"""The figures as a table: what the chart shows, for those who read numbers or cannot see it."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from clusterdesk.domain.views.break_even import BreakEven, BreakEvenMonth
from clusterdesk.gui.kit import Kit
from clusterdesk.services.break_even_words import BreakEvenWords

_ROW_UNITS = 32
_SHOWN_ROWS = 13
_ROOT = QModelIndex()
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

type _Get = Callable[[BreakEvenMonth], Decimal | None]


class MonthModel(QAbstractTableModel):
    """The periods, the newest first; numbers in the currency of the ledger, without cents."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Make an empty table."""
        super().__init__(parent)
        self._kit = kit
        self._rows: list[list[str]] = []
        t = kit.t
        self._columns: list[tuple[str, _Get]] = [
            (t("Turnover"), _revenue),
            (t("Variable charges"), _variable),
            (t("Fixed charges"), _fixed),
            (t("Charges"), _charges),
            (t("Result without subsidies"), _core),
            (t("With subsidies"), _helped),
            (t("Threshold"), _threshold),
            (t("Twelve months"), _twelve),
        ]
        self.heads = [t("Month"), *(head for head, _ in self._columns), t("To be looked at")]

    def show_view(self, view: BreakEven) -> None:
        """Show the periods of a ledger."""
        words = BreakEvenWords(self._kit.t, self._kit.formats)
        self.beginResetModel()
        self.heads[0] = self._kit.t("Year") if view.annual else self._kit.t("Month")
        self._rows = [self._row(one, view, words) for one in reversed(view.months)]
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many periods there are."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(self.heads)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        """Return the text of a cell, and where it stands."""
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if index.column() in (0, len(self.heads) - 1) else _RIGHT
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | int | None:
        """Return the head of a column."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT if section in (0, len(self.heads) - 1) else _RIGHT
        return None

    def _row(self, month: BreakEvenMonth, view: BreakEven, words: BreakEvenWords) -> list[str]:
        formats = self._kit.formats
        numbers = []
        for _, get in self._columns:
            value = get(month)
            text = formats.money(value, view.currency, 0) if value is not None else "–"
            about = month.about and get in (_revenue, _variable, _fixed, _charges) and value is not None
            numbers.append(f"≈ {text}" if about else text)
        said = " ".join(words.message(one, view) for one in month.said)
        return [formats.partial(month.period), *numbers, said]


class MonthTable(QTableView):
    """The table of periods; a screen of it at a time."""

    def __init__(self, kit: Kit) -> None:
        """Make an empty table."""
        super().__init__()
        self._kit = kit
        self.months = MonthModel(kit, self)
        self.setModel(self.months)
        self.setProperty("role", "rows")
        self.setAccessibleName(kit.t("Figures month by month"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        kit.theme.changed.connect(self._measure)

    def show_view(self, view: BreakEven) -> None:
        """Show the periods of a ledger."""
        self.months.show_view(view)
        self._measure()

    def _measure(self) -> None:
        metrics, units = self.fontMetrics(), self._kit.theme.length
        self.verticalHeader().setDefaultSectionSize(units(_ROW_UNITS))
        for column, head in enumerate(self.months.heads):
            texts = [head, *(self.months.index(row, column).data() for row in range(self.months.rowCount()))]
            most = max(map(metrics.horizontalAdvance, texts)) + units(22)
            self.setColumnWidth(column, min(most, units(520)))
        rows = min(max(self.months.rowCount(), 1), _SHOWN_ROWS)
        self.setFixedHeight(units(_ROW_UNITS) * (rows + 1) + units(20))


def _revenue(one: BreakEvenMonth) -> Decimal | None:
    return one.revenue


def _variable(one: BreakEvenMonth) -> Decimal | None:
    return one.variable


def _fixed(one: BreakEvenMonth) -> Decimal | None:
    return one.fixed


def _charges(one: BreakEvenMonth) -> Decimal | None:
    return one.charges


def _core(one: BreakEvenMonth) -> Decimal | None:
    return one.core


def _helped(one: BreakEvenMonth) -> Decimal | None:
    return one.with_subsidies


def _threshold(one: BreakEvenMonth) -> Decimal | None:
    return one.threshold


def _twelve(one: BreakEvenMonth) -> Decimal | None:
    return one.twelve_months
