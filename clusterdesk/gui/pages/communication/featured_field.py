"""Which organisations are featured: each with a cross, and a button that adds one."""

from collections.abc import Sequence
from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.commands.records import ChangeSet
from clusterdesk.domain.views.communication import Featured
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.pages.organisation.partners_card import OrganisationDialog
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import clear_layout
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Label


class FeaturedField(QWidget):
    """The organisations of one communication; each change is one step that can be taken back."""

    def __init__(self, context: Context) -> None:
        """Make it empty."""
        super().__init__()
        self.context, self.kit = context, context.kit
        self._item: UUID | None = None
        self._ids: tuple[UUID, ...] = ()
        caption = Label(self.kit.t("Organisations featured"), "small")
        caption.setContentsMargins(7, 0, 7, 0)
        self._names = QWidget()
        self._flow = FlowLayout(self._names, spacing=4)
        self.add_button = Button(self.kit, self.kit.t("Add an organisation…"), "link", icon="plus")
        self.add_button.clicked.connect(self._ask)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(caption)
        column.addWidget(self._names)
        column.addWidget(self.add_button)

    def show_members(self, item_id: UUID, featured: Sequence[Featured]) -> None:
        """Show who is featured in a communication."""
        self._item, self._ids = item_id, tuple(one.organisation_id for one in featured)
        clear_layout(self._flow)
        for one in featured:
            away = Button(self.kit, one.name, icon="x", hint=self.kit.t("Take {name} out", name=one.name))
            away.setProperty("organisation", str(one.organisation_id))
            away.clicked.connect(self._take_out)
            self._flow.addWidget(away)
        self._names.setVisible(bool(featured))

    @Slot()
    def _ask(self) -> None:
        t = self.kit.t
        dialog = OrganisationDialog(self.context, t("Who is featured?"), t("Add it"), self.window())
        dialog.chosen.connect(self.take)
        dialog.open()

    @Slot(object)
    def take(self, organisation_id: UUID) -> None:
        """Add an organisation."""
        self._save((*self._ids, organisation_id))

    @Slot()
    def _take_out(self) -> None:
        sender = self.sender()
        if isinstance(sender, Button):
            gone = UUID(str(sender.property("organisation")))
            self._save(tuple(one for one in self._ids if one != gone))

    def _save(self, members: tuple[UUID, ...]) -> None:
        if self._item is not None:
            command = ChangeSet(
                type_key="feature",
                owner_field="communication_item_id",
                owner_id=self._item,
                member_field="organisation_id",
                members=members,
            )
            self.context.write(partial(jobs.change_set, command), owner=self)
