"""What stands at the right of a row to put it right: a field, or the way to where it is done."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.views.health import HealthRow
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.health.reading import HealthData
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.fields.inline import InlineField
from clusterdesk.gui.widgets.links import RouteLink

type Job = Callable[[Any], OpResult[Any]]
type Save = Callable[[Any], Job]


class Mending(QWidget):
    """The right side of a row; ``show_row`` renews it."""

    def __init__(self, context: Context) -> None:
        """Make an empty one."""
        super().__init__()
        self.context, self.kit = context, context.kit
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(2)

    def show_row(self, row: HealthRow, data: HealthData) -> None:
        """Show a row as it is now: it still needs mending."""


class FieldMending(Mending):
    """A field: what is entered there puts the row right."""

    def __init__(self, context: Context, field: InlineField, save: Save, empty: object = None) -> None:
        """Enter into ``field``; ``save`` makes the job of a value, ``empty`` is what the field shows before."""
        super().__init__(context)
        self.field, self._save, self._empty = field, save, empty
        edit = field.focusProxy()
        assert edit is not None
        edit.setProperty("role", "input")  # framed: it waits to be filled
        field.committed.connect(self._commit)
        self.column.addWidget(field)

    def show_row(self, row: HealthRow, data: HealthData) -> None:
        """Show the field empty again: what was entered was undone. Typed text stays."""
        self.field.set_value(self._empty)

    @Slot(object)
    def _commit(self, value: object) -> None:
        if value not in (None, "", ()):
            self.context.write(self._save(value), self._saved, self._failed, owner=self)

    def _saved(self, _output: object) -> None:
        self.field.mark_saved()

    def _failed(self, error: BaseException) -> None:
        self.field.not_saved(self.context.error_text(error))


class LinkMending(Mending):
    """A link to where it is put right."""

    def __init__(self, context: Context, text: str, route: Route, icon: str) -> None:
        """Lead to a route."""
        super().__init__(context)
        self.link = RouteLink(self.kit, text, route, role="plain", icon=icon)
        self.link.went.connect(self._go)
        self.column.addWidget(Row(self.link))

    @Slot(object)
    def _go(self, route: Route) -> None:
        self.context.shell.go(route)
