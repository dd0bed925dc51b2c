"""The parcel of an orientation: its page as the team will see it, what goes along, then a mail, a folder, the drive."""

from functools import partial

from PySide6.QtCore import QStandardPaths, Slot
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from clusterdesk.domain.commands.referrals import HandOver
from clusterdesk.domain.views.parcel import ParcelView
from clusterdesk.domain.views.referrals import ReferralRow
from clusterdesk.exchange.parcels.contents import ParcelFile
from clusterdesk.gui.briefing.drawing import HouseFacts
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.other_program import open_in_program
from clusterdesk.gui.pages.preview.pdf_pages import PdfPages
from clusterdesk.gui.parcels.choices import ParcelChoices
from clusterdesk.gui.parcels.drawing import DrawParcel
from clusterdesk.gui.parcels.jobs import MAIL, TEAM, Made, MakeParcel, ReadParcel
from clusterdesk.gui.shell.trail import Route
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.page_scroll import page_scroll

_WIDE, _HIGH, _BESIDE = 900, 400, 300
_WIDEST, _MOST_BESIDE = 1220, 600


def open_parcel(context: Context, parent: QWidget, row: ReferralRow) -> "ParcelDialog":
    """Open the parcel of an orientation over the window of ``parent``."""
    dialog = ParcelDialog(context, row, parent.window())
    dialog.open()
    return dialog


class ParcelDialog(AskDialog):
    """Shows the page before anything leaves; nothing is sent by itself."""

    def __init__(self, context: Context, row: ReferralRow, parent: QWidget | None = None) -> None:
        """Read what may go."""
        t = context.kit.t
        heading = t("Parcel for the team – {organisation}", organisation=row.organisation)
        super().__init__(context.kit, heading, t("Open the mail"), parent=parent)
        self.context, self.row = context, row
        self._view: ParcelView | None = None
        self._page: ParcelFile | None = None
        self.pages = PdfPages(self.kit)
        self.choices = ParcelChoices(self.kit, row)
        self.folder = Button(self.kit, t("Into a folder…"), icon="folder-open")
        self.team = Button(self.kit, t("To the team’s folder"), icon="send")
        for button, slot in ((self.folder, self._ask_folder), (self.team, self._to_team)):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            self.offer(button)
        self._assemble()
        self.choices.language_chosen.connect(self._read)
        self.choices.changed.connect(self._draw)
        self.agreed.connect(self._mail)
        self._enable(there=False)
        self._read("")

    def _assemble(self) -> None:
        beside = page_scroll(self.choices, self.kit.t("What goes along"))
        # Bounded by the smallest window, whatever the size of the text: the pages are drawn to fit.
        beside.setFixedWidth(min(self.kit.theme.length(_BESIDE), _MOST_BESIDE))
        self.pages.setMinimumHeight(_HIGH)
        inner = QHBoxLayout()
        inner.setSpacing(18)
        inner.addWidget(self.pages, 1)
        inner.addWidget(beside)
        self.content.addLayout(inner, 1)
        self.setMinimumWidth(min(self.kit.theme.length(_WIDE), _WIDEST))

    @Slot(str)
    def _read(self, language: str) -> None:
        job = ReadParcel(self.row.record.id, language, self.context.silence)
        self.context.desk.submit(job, self._show, self._refused, latest="parcel", owner=self)

    def _show(self, view: ParcelView) -> None:
        self._view = view
        self.choices.show_view(view)
        self._draw()

    @Slot()
    def _draw(self) -> None:
        if self._view is not None:
            settings = self.context.settings
            facts = HouseFacts(settings.house_name, settings.house_logo)
            job = DrawParcel(self._view, self.choices.choice, facts)
            self.context.files.submit(job, self._drawn, self._refused, latest="parcel-page", owner=self)

    def _drawn(self, page: ParcelFile) -> None:
        self._page = page
        self.pages.show_pdf(page.content)
        self._enable(there=True)

    @Slot()
    def _mail(self) -> None:
        self._make(MAIL)

    @Slot()
    def _to_team(self) -> None:
        self._make(TEAM)

    @Slot()
    def _ask_folder(self) -> None:
        place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        dialog = QFileDialog(self, self.kit.t("In which folder?"), place)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.into_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def into_folder(self, folder: str) -> None:
        """Make the parcel's folder in a folder."""
        self._make(folder)

    def _make(self, place: str) -> None:
        if self._view is None or self._page is None:
            return
        self._enable(there=False)
        job = MakeParcel(self._view, self._page, self.choices.choice, place, self._hand_over())
        self.context.write(job, partial(self._made, place), self._refused, toast=self._noted(), owner=self)

    def _hand_over(self) -> HandOver | None:
        record = self.row.record
        if not self.choices.hands_over or record.hub_team_id is None:
            return None
        return HandOver(
            referral_id=record.id,
            hub_team_id=record.hub_team_id,
            hub_person_id=record.hub_person_id,
            answer_due_on=self._view.due_on if self._view is not None else None,
        )

    def _noted(self) -> str:
        t = self.kit.t
        return t("Handed over: {organisation}", organisation=self.row.organisation) if self.choices.hands_over else ""

    def _made(self, place: str, made: Made) -> None:
        if place == TEAM:
            self.context.sending.send()
            self._say_queued(made.queued)
        elif made.path is not None:
            open_in_program(self.context, made.path)
        self.accept()

    def _say_queued(self, count: int) -> None:
        t, shell = self.kit.t, self.context.shell
        said = t.n(
            "{n} file is in the outbox for the team’s folder.",
            "{n} files are in the outbox for the team’s folder.",
            n=count,
        )
        shell.toast(said, t("Outbox"), partial(shell.go, Route("outbox")))

    def _refused(self, error: BaseException) -> None:
        self.tell(self.context.error_text(error))
        self._enable(there=self._page is not None)

    def _enable(self, *, there: bool) -> None:
        for button in (self.consent, self.folder, self.team):
            button.setEnabled(there)
