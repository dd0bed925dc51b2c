"""One link that a project needs: who fills it, or that nobody does."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.views.production import NeededLink
from clusterdesk.gui import routes
from clusterdesk.gui.forms import jobs
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.record_form import RecordForm
from clusterdesk.gui.pages.chains.production import words
from clusterdesk.gui.pages.chains.prospects.new_dialog import Lacking
from clusterdesk.gui.pages.chains.prospects.seeking import Seeking
from clusterdesk.gui.pages.organisation.partners_card import OrganisationDialog
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.flow import FlowLayout


class NeedRow(PartRow):
    """One link a project needs."""

    type_key = "project_chain_link"
    part: NeededLink

    def words(self) -> None:
        """Say the link, who fills it, or that it is missing."""
        title, note = words.need_words(self.kit, self.part)
        missing = self.part.organisation_id is None
        self.say(title, note, *(((self.kit.t("Missing"), Tone.WARN),) if missing else ()))

    def build(self) -> QWidget:
        """Return the remark, and the buttons that say who fills it."""
        t = self.kit.t
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.form = RecordForm(self.context, self.type_key, (("remark",),))
        self.choose = Button(self.kit, t("Who fills it…"), "link", icon="user-check")
        self.seek = Button(self.kit, t("Look for somebody…"), "link", icon="search")
        self.nobody = Button(self.kit, t("Nobody any more"), "link", icon="x")
        self.to_chain = Button(self.kit, t("Who stands at this link"), "link", icon="workflow")
        buttons = QWidget()
        flow = FlowLayout(buttons, spacing=8)
        for button in (self.choose, self.seek, self.nobody, self.to_chain):
            flow.addWidget(button)
        self.choose.clicked.connect(self._ask)
        self.seeking = Seeking(self.context, self)
        self.seeking.noted.connect(self.seeking.go)
        self.seek.clicked.connect(self._seek)
        self.nobody.clicked.connect(self._free)
        self.to_chain.clicked.connect(self._go)
        column.addWidget(self.form)
        column.addWidget(buttons)
        return inner

    def fill(self) -> None:
        """Show the record."""
        self.form.show_record(self.part.record)
        self.nobody.setVisible(self.part.organisation_id is not None)
        self.seek.setVisible(self.part.organisation_id is None)

    @Slot()
    def _ask(self) -> None:
        t = self.kit.t
        dialog = OrganisationDialog(self.context, t("Who fills this link?"), t("It fills it"), self.window())
        dialog.chosen.connect(self._set)
        dialog.open()

    @Slot(object)
    def _set(self, organisation_id: UUID | None) -> None:
        values = {"organisation_id": organisation_id}
        command = EditRecord(type_key=self.type_key, record_id=self.part.record.id, values=values)
        self.context.write(partial(jobs.edit, command))

    @Slot()
    def _seek(self) -> None:
        self.seeking.note(Lacking(self.part.link.id, self.part.record.project_id))

    @Slot()
    def _free(self) -> None:
        self._set(None)

    @Slot()
    def _go(self) -> None:
        self.context.shell.go(routes.chain_link(self.part.link.id))
