"""The documents that go with an orientation, chosen among those of the organisation."""

from functools import partial
from uuid import UUID

from PySide6.QtCore import QPoint, Qt, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.views.referrals import AttachedDocument, ReferralPage
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.forms.parts_card import PartsCard
from clusterdesk.gui.pages.organisation.documents_card import open_copy
from clusterdesk.gui.pages.referral.reading import attach
from clusterdesk.gui.tokens import Tone
from clusterdesk.gui.widgets.buttons import Button, IconButton
from clusterdesk.gui.widgets.label import Label

_TONES = {Visibility.INTERNAL: Tone.WARN, Visibility.RESTRICTED: Tone.BAD, Visibility.SHAREABLE: Tone.OK}


class AttachedCard(PartsCard):
    """The attachments of one orientation."""

    def __init__(self, context: Context) -> None:
        """Make an empty card."""
        t = context.kit.t
        empty = t("None. Choose here what may go to the team; only what is shareable will.")
        super().__init__(context, t("Attachments"), empty, add=t("Attach a document of the organisation"))
        self._page: ReferralPage | None = None

    def make_row(self, part: AttachedDocument) -> PartRow:
        """Return the row of an attachment."""
        return AttachedRow(self.context, part)

    def show_page(self, page: ReferralPage) -> None:
        """Show the attachments of an orientation."""
        self._page = page
        self.show_parts(page.attached)

    @Slot()
    def begin_adding(self) -> None:
        """Offer the documents of the organisation that are not attached yet."""
        if self._page is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        there = {one.document.id for one in self._page.attached}
        for document in self._page.documents:
            if document.id not in there:
                action = QAction(document.name, menu)
                action.setData(str(document.id))
                action.triggered.connect(self._attach)
                menu.addAction(action)
        if menu.isEmpty():
            none = QAction(self.kit.t("No other document: drop files on the page of the organisation first"), menu)
            none.setEnabled(False)
            menu.addAction(none)
        menu.popup(self.header.mapToGlobal(QPoint(0, self.header.height())))

    @Slot()
    def _attach(self) -> None:
        action = self.sender()
        if self._page is not None and isinstance(action, QAction):
            job = partial(attach, self._page.row.record.id, UUID(action.data()))
            self.context.write(job, toast=self.kit.t("Attached: {name}", name=action.text()), owner=self)


class AttachedRow(PartRow):
    """One attachment; what is not shareable says so, since it stays here."""

    type_key = "referral_document"
    part: AttachedDocument

    def __init__(self, context: Context, part: AttachedDocument) -> None:
        """Show an attachment, closed."""
        super().__init__(context, part)
        self.show_it = IconButton(self.kit, "external-link", "")
        self.show_it.clicked.connect(self._open_it)
        self.line.insertWidget(self.line.count() - 1, self.show_it, 0, Qt.AlignmentFlag.AlignTop)

    def words(self) -> None:
        """Say name, size and who may read it."""
        t, document = self.kit.t, self.part.document
        chip = (t(choice_label(document.visibility)), _TONES[document.visibility])
        self.say(document.name, self.kit.formats.file_size(document.size), chip)
        self.show_it.set_name(t("Open the document: {what}", what=document.name))

    def build(self) -> QWidget:
        """Return what happens to it."""
        self.told = Label("", "small", wrap=True)
        return self.told

    def fill(self) -> None:
        """Say whether it goes with the parcel."""
        t = self.kit.t
        goes = self.part.document.visibility is Visibility.SHAREABLE
        kept = t("It is not shareable: it stays here until its visibility is changed on the organisation’s page.")
        self.told.setText(t("It goes to the team with the parcel.") if goes else kept)

    @Slot()
    def _open_it(self) -> None:
        open_copy(self.context, self.part.document.id)

    def _footer(self) -> QWidget:
        take_off = Button(self.kit, self.kit.t("Take off"), "link", icon="x")
        take_off.clicked.connect(self.remove)
        return take_off
