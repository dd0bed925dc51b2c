"""A glance at the organisation the list points to: Space shows it beside the list, Space or Esc takes it away."""

from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.views.organisation_page import ContactCard, OrganisationPage
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.points import show_point
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.card import Card, Row
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_scroll import page_scroll

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk

_UNITS, _MOST = 300, 4


class Preview(Card):
    """The pane; it asks for what it shows only while it is seen.

    Signals:
        closed: it was taken away: the focus may go back to the list.
    """

    closed = Signal()

    def __init__(self, context: Context) -> None:
        """Start hidden."""
        super().__init__(margin=12)
        self.context, self.kit = context, context.kit
        t = self.kit.t
        self._id: UUID | None = None
        self.name = Label("", "heading", wrap=True)
        self.close_button = IconButton(self.kit, "x", t("Close the preview"))
        self.close_button.clicked.connect(self.leave)
        self.facts: dict[str, Label] = {}
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(3)
        for key, caption in {
            "summary": t("In short"),
            "next": t("What comes next"),
            "last": t("Last contact"),
            "people": t("Contacts"),
            "promises": t("Promises"),
        }.items():
            column.addWidget(Label(caption, "caption"))
            self.facts[key] = Label("", wrap=True)
            column.addWidget(self.facts[key])
            column.addSpacing(6)
        column.addStretch(1)
        self.open_button = Button(self.kit, t("Open its page"), icon="building-2")
        self.open_button.clicked.connect(self._open)
        head = Row(stretch=False)
        head.line.addWidget(self.name, 1)
        head.line.addWidget(self.close_button)
        self.add(head)
        self.body.addWidget(page_scroll(inner, t("Preview of the organisation")), 1)
        self.add(self.open_button)
        self.kit.theme.changed.connect(self._measure)
        self._measure()
        self.hide()

    def toggle(self, organisation_id: object) -> None:
        """Show an organisation; taken away where it is shown already."""
        if not self.isHidden():
            self.leave()
        elif isinstance(organisation_id, UUID):
            self.show()
            self.point_to(organisation_id)

    @Slot(object)
    def point_to(self, organisation_id: object) -> None:
        """Follow the list while the pane is seen."""
        if self.isHidden() or not isinstance(organisation_id, UUID):
            return
        self._id = organisation_id
        self.context.desk.submit(partial(_read, organisation_id), self._show, latest="glance", owner=self)

    def renew(self) -> None:
        """Read what is shown again: something has changed."""
        self.point_to(self._id)

    @Slot()
    def leave(self) -> None:
        """Take it away."""
        self.hide()
        self.closed.emit()

    def _show(self, page: OrganisationPage) -> None:
        t, formats = self.kit.t, self.kit.formats
        step, session, last = page.next_step, page.next_session, page.last_contact_on
        coming = t("Visit {day}", day=formats.weekday_date(session.on)) if session is not None else ""
        agreed = step.text if step is not None else ""
        promises = [line.action.text for line in page.promises]
        self.name.setText(page.organisation.name)
        self._say("summary", page.organisation.summary)
        self._say("next", " · ".join(part for part in (coming, agreed) if part))
        self._say("last", formats.long_date(last) if last is not None else t("never"))
        self._say("people", "\n".join(_person(card) for card in page.contacts[:_MOST]))
        more = [t.n("and {n} more", "and {n} more", n=len(promises) - _MOST)] if len(promises) > _MOST else []
        self._say("promises", "\n".join([*promises[:_MOST], *more]))

    def _say(self, key: str, text: str) -> None:
        self.facts[key].setText(text or "–")

    @Slot()
    def _open(self) -> None:
        if self._id is not None:
            self.context.shell.go(routes.organisation(self._id))

    @Slot()
    def _measure(self) -> None:
        self.setFixedWidth(self.kit.theme.length(_UNITS))


def _person(card: ContactCard) -> str:
    points = [show_point(point.value) for point in card.points]
    role = card.roles[0].role if card.roles else ""
    return " · ".join(part for part in (card.contact.full_name, role, *points) if part)


def _read(organisation_id: UUID, desk: "Desk") -> OrganisationPage:
    from clusterdesk.services.page_views import read_organisation

    return read_organisation(desk.store, organisation_id)
