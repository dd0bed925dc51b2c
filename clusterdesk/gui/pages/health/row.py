"""One row of data health: whose it is and what, and at its right what puts it right."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.health import HealthKey
from clusterdesk.domain.records.organisations import AddressKind, OrganisationKind
from clusterdesk.domain.session_kinds import SessionKind
from clusterdesk.domain.views.health import HealthRow
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.health.choosing import mending_of
from clusterdesk.gui.pages.health.reading import HealthData
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.label import Chip, Label
from clusterdesk.gui.widgets.links import RouteLink
from clusterdesk.gui.widgets.page_header import FoldingRow

_FOLDS_UNDER = 480
_LINK_EDGE = 5


class HealthLine(QFrame):
    """A row of the list; it stays where it is once it is put right, and says so."""

    def __init__(self, context: Context, row: HealthRow, data: HealthData, mended: Callable[[], None]) -> None:
        """Show a row; ``mended`` is called when something was put right that is no record."""
        super().__init__()
        self.context, self.kit, self.row = context, context.kit, row
        self.setProperty("role", "part")
        self.mending = mending_of(context, row, data, mended)
        self._note = Label("", "small", wrap=True)
        self._note.setContentsMargins(_LINK_EDGE, 0, 0, 0)  # under the letters of the link
        self._done = Chip(self.kit.t("Put right"), Tone.OK)
        self._done.hide()
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        if row.organisation_id is not None:
            link = RouteLink(
                self.kit, row.organisation, routes.organisation(row.organisation_id), role="name", cut=True
            )
            link.went.connect(self._go)
            column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._note)
        column.addWidget(self._done, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        folding = FoldingRow(self.kit, _FOLDS_UNDER, spacing=16)
        folding.add(words, 1)
        folding.add(self.mending, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 4, 0, 6)
        outer.addWidget(folding)
        self._say(data.key)

    @property
    def done(self) -> bool:
        """Whether the row was put right."""
        return not self._done.isHidden()

    def show_row(self, row: HealthRow, data: HealthData) -> None:
        """Show that the row still needs mending."""
        self.row = row
        self._done.hide()
        self.mending.show_row(row, data)
        self._say(data.key)

    def show_done(self) -> None:
        """Show that the row was put right."""
        self._done.show()

    @Slot(object)
    def _go(self, route: Route) -> None:
        self.context.shell.go(route)

    def _say(self, key: HealthKey) -> None:
        text = " · ".join(part for part in self._facts(key) if part)
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def _facts(self, key: HealthKey) -> list[str]:
        t, formats, row = self.kit.t, self.kit.formats, self.row
        day = formats.date(row.on) if row.on is not None else ""
        if key in (HealthKey.NUMBER, HealthKey.ORGANISATION_LANGUAGE):
            return [t(choice_label(OrganisationKind(row.detail)))]
        if key is HealthKey.POSTCODE:
            kind = t(choice_label(AddressKind(row.detail))) if row.record_type == "address" else row.detail
            return [kind or t("Establishment"), row.title]
        if key is HealthKey.SESSION_NOTES:
            return [t(choice_label(SessionKind(row.detail))), day, row.title]
        if key is HealthKey.FILE_ACTION:
            return [row.title, t("opened on {day}", day=day)]
        if key is HealthKey.HEADCOUNT:
            return [row.title]
        if key is HealthKey.FIGURES:
            return [row.title, formats.partial(row.detail)]
        if key is HealthKey.PROMISE_OWNER:
            return [row.title, t("due on {day}", day=day) if day else ""]
        if key is HealthKey.EVIDENCE:
            return [row.title, t("wanted since {day}", day=day) if day else ""]
        if key is HealthKey.DUPLICATES:
            return [row.other, t(row.reason)]
        if key is HealthKey.DOCUMENT_FILE:
            return [row.title, day]
        return [row.title, row.detail]
