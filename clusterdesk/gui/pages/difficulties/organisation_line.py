"""Whose a thing is: the name of an organisation, chosen or taken away."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QWidget

from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.difficulties import jobs
from clusterdesk.gui.pages.organisations.choosing import OrganisationDialog
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.label import ElidedLabel


class OrganisationLine(QWidget):
    """A line of a dialog; it holds an organisation or none."""

    def __init__(self, context: Context) -> None:
        """Begin without an organisation."""
        super().__init__()
        self.context, self.kit = context, context.kit
        t = self.kit.t
        self.organisation_id: UUID | None = None
        self.name = ElidedLabel("", "muted")
        self.choose = Button(self.kit, "", "link", icon="building-2")
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose)
        self.nobody = IconButton(self.kit, "x", t("Without an organisation"))
        self.nobody.clicked.connect(self._forget)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        line.addWidget(self.name, 1)
        line.addWidget(self.nobody)
        line.addWidget(self.choose)
        self._show_none()

    def take(self, organisation_id: UUID, name: str) -> None:
        """Hold an organisation."""
        self.organisation_id = organisation_id
        self.name.setText(name)
        self.name.set_role("strong")
        self.nobody.show()
        self.choose.set_text(self.kit.t("Another one…"))

    @Slot()
    def _forget(self) -> None:
        self._show_none()
        self.choose.setFocus()

    @Slot()
    def _choose(self) -> None:
        t = self.kit.t
        dialog = OrganisationDialog(self.context, t("Who meets this difficulty?"), t("Take it"), self.window())
        dialog.chosen.connect(self._chosen)
        dialog.open()

    @Slot(object)
    def _chosen(self, organisation_id: UUID) -> None:
        job = partial(jobs.read_name, organisation_id)
        self.context.desk.submit(job, partial(self.take, organisation_id), owner=self)

    def _show_none(self) -> None:
        t = self.kit.t
        self.organisation_id = None
        self.name.setText(t("No organisation yet"))
        self.name.set_role("muted")
        self.nobody.hide()
        self.choose.set_text(t("Choose the organisation…"))
