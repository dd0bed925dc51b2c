"""Choosing an organisation by typing a few letters of its name."""

from collections.abc import Sequence
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget

from clusterdesk.domain.identifiers.enterprise import show_enterprise_number
from clusterdesk.domain.views.organisation_list import OrganisationFilter, OrganisationMatch
from clusterdesk.gui.context import Context
from clusterdesk.gui.veil import VEIL
from clusterdesk.gui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from datetime import date

    from clusterdesk.bootstrap import Desk

_SHOWN = 30
_HIGHEST = 220  # pixels the list insists on, however large the text


class OrganisationPicker(QWidget):
    """A search field over a list of names; the current line is the choice.

    Signals:
        picked: the id of the organisation chosen now, None when there is none.
        opened: Enter or a double click on a line: go on with it.
    """

    picked = Signal(object)
    opened = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        """Offer the first organisations by name until something is typed."""
        super().__init__(parent)
        kit = context.kit
        self._context = context
        self._model = QStandardItemModel(self)
        self.field = SearchField(kit, kit.t("Name of the organisation"))
        self.list = QListView()
        self.list.setProperty("role", "options")
        self.list.setAccessibleName(kit.t("Organisations"))
        self.list.setModel(self._model)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumHeight(min(kit.theme.length(170), _HIGHEST))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.field)
        self.field.searched.connect(self._search)
        self.field.left_down.connect(self.list.setFocus)
        self.list.activated.connect(self._open)
        self.list.selectionModel().currentChanged.connect(self._tell)
        self._search("")

    @property
    def organisation_id(self) -> UUID | None:
        """The organisation chosen, None when there is none."""
        chosen = self.list.currentIndex().data(Qt.ItemDataRole.UserRole)
        return chosen if isinstance(chosen, UUID) else None

    @Slot(str)
    def _search(self, text: str) -> None:
        question = _Names(text, self._context.kit.clock.today())
        self._context.desk.submit(question, self._show, latest="organisation-picker", owner=self)

    def _show(self, matches: Sequence[OrganisationMatch]) -> None:
        self._model.clear()
        t = self._context.kit.t
        for match in matches:
            number = match.enterprise_number
            words = (
                t("{name} · {number}", name=match.name, number=show_enterprise_number(number)) if number else match.name
            )
            item = QStandardItem(VEIL.words(words))
            item.setData(match.id, Qt.ItemDataRole.UserRole)
            self._model.appendRow(item)
        if self.field.text().strip():
            self.list.setCurrentIndex(self._model.index(0, 0))
        self.picked.emit(self.organisation_id)

    @Slot(QModelIndex, QModelIndex)
    def _tell(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.picked.emit(self.organisation_id)

    @Slot(QModelIndex)
    def _open(self, _index: QModelIndex) -> None:
        self.opened.emit()


class _Names:
    """Asks the desk for names."""

    def __init__(self, text: str, today: "date") -> None:
        self._text, self._today = text, today

    def __call__(self, desk: "Desk") -> Sequence[OrganisationMatch]:
        from clusterdesk.services import list_views

        if self._text.strip():
            return list_views.match_organisations(desk.store, self._text, _SHOWN)
        ids = list_views.list_organisations(desk.store, OrganisationFilter(self._today))[:_SHOWN]
        rows = list_views.organisation_rows(desk.store, ids, self._today)
        return [OrganisationMatch(one.bytes, rows[one].name, rows[one].enterprise_number) for one in ids if one in rows]
