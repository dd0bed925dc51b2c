"""An answer of a team has come: pasted, as a mail, as the form's file. It is shown, then taken."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.referral_answers import TakeAnswers
from clusterdesk.domain.views.referrals import ReferralRow
from clusterdesk.gui.answers.jobs import Look, match, parcel_folders, read_files, read_text, take
from clusterdesk.gui.answers.section import LookSection
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Row
from clusterdesk.gui.widgets.file_drop import FileDrop
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.note_edit import PlainEdit
from clusterdesk.gui.widgets.page_scroll import page_scroll

_TYPED_MS, _TEXT_UNITS, _LIST_UNITS = 300, 96, 320
_AROUND = 64  # pixels beside the list
_HOW = N_("Paste the mail of the team, drop it here (.eml, .msg), or choose the file of its answer form.")
_NO_PROOF = N_("Nothing proves who has written an answer: read it before you take it.")


class AnswerDialog(AskDialog):
    """Reads what came, shows what it would do, takes what is ticked: one step for each orientation."""

    def __init__(
        self, context: Context, parent: QWidget, row: ReferralRow | None = None, paths: Sequence[Path] = ()
    ) -> None:
        """Ask for the answer to an orientation, or to whichever the code names; ``paths`` were dropped."""
        t = context.kit.t
        super().__init__(
            context.kit, t("Answer received"), t.n("Take this answer", "Take {n} answers", n=1), parent=parent
        )
        self.context, self.row = context, row
        self.sections: list[LookSection] = []
        self._left: list[TakeAnswers] = []
        self._taken = 0
        self.text = PlainEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(t("Text of the answer"))
        self.text.setPlaceholderText(t("Paste the text of the mail here"))
        self.text.setFixedHeight(self.kit.theme.length(_TEXT_UNITS))
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_TYPED_MS)
        self._soon.timeout.connect(self._read_text)
        self.text.textChanged.connect(self._typed)
        self.file_button = Button(self.kit, t("Choose a file…"), icon="file-text")
        self.folder_button = Button(self.kit, t("Choose a folder…"), icon="folder-open")
        self.parcel_button = Button(self.kit, t("Look in the folder of the parcel"), icon="search")
        self._parcel: tuple[Path, ...] = ()
        self._assemble()
        self._show(())
        if paths:
            self.read(paths)
        if row is not None:
            job = partial(parcel_folders, row.record.id, context.settings.shared_folder)
            context.desk.submit(job, self._offer_parcel, owner=self)

    def _assemble(self) -> None:
        t = self.kit.t
        ways = Row(spacing=8, stretch=False)
        for button, slot in (
            (self.file_button, self._choose_file),
            (self.folder_button, self._choose_folder),
            (self.parcel_button, self._read_parcel),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            ways.line.addWidget(button)
        ways.line.addStretch(1)
        self.parcel_button.hide()
        self._found = QWidget()
        self._found.setProperty("role", "page")
        self._list = QVBoxLayout(self._found)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.setSpacing(14)
        self._area = page_scroll(self._found, t("Answers that came"))
        self.content.addWidget(Label(t(_HOW), "muted", wrap=True))
        frame = QFrame()
        frame.setProperty("role", "field")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(6, 4, 2, 4)
        inside.addWidget(self.text)
        self.content.addWidget(frame)
        self.content.addWidget(ways)
        self._reading = Label(t("Reading…"), "muted")
        self.content.addWidget(self._reading)
        self.content.addWidget(self._area, 1)
        self.content.addWidget(Label(t(_NO_PROOF), "small", wrap=True))
        self.setMinimumWidth(self.kit.theme.length(680))
        self.drop = FileDrop(self, t("Drop the mail or the answer file here"), self._dropped)
        self.agreed.connect(self._agree)

    def read(self, paths: Sequence[Path]) -> None:
        """Read files and folders."""
        self._soon.stop()
        self._begin_reading()
        job = partial(read_files, tuple(paths), self.kit.clock.today(), self.context.settings.document_size_limit_mb)
        self.context.files.submit(job, self._match, self._failed, owner=self)

    def _match(self, looks: tuple[Look, ...]) -> None:
        if not looks:
            self._show(())
            self.tell(self.kit.t("No answer lies there."))
            self._tell_count()
            return
        job = partial(match, looks, self._referral_id)
        self.context.desk.submit(job, self._show, self._failed, latest="answer", owner=self)

    @property
    def _referral_id(self) -> UUID | None:
        return self.row.record.id if self.row is not None else None

    @Slot()
    def _typed(self) -> None:
        self.consent.setEnabled(False)  # what is shown is of the text before
        self._soon.start()

    def _begin_reading(self) -> None:
        self.tell("")
        self.consent.setEnabled(False)
        self._reading.show()

    @Slot()
    def _read_text(self) -> None:
        text = self.text.whole_text()
        if not text.strip():
            self._show(())
            return
        self._begin_reading()
        job = partial(read_text, text, self._referral_id)
        self.context.desk.submit(job, self._show, self._failed, latest="answer", owner=self)

    def _show(self, looks: Sequence[Look]) -> None:
        for section in self.sections:
            self._list.removeWidget(section)
            section.hide()
            section.deleteLater()
        while self._list.count():
            self._list.takeAt(0)
        self.sections = [LookSection(self.kit, look) for look in looks]
        for section in self.sections:
            section.chosen.connect(self._tell_count)
            self._list.addWidget(section)
        self._list.addStretch(1)
        self._reading.hide()
        self._area.setVisible(bool(self.sections))
        wanted = max(self._list.totalHeightForWidth(self.width() - _AROUND), self._list.totalSizeHint().height())
        self._area.setMinimumHeight(min(wanted, self.kit.theme.length(_LIST_UNITS)) if self.sections else 0)
        self._tell_count()
        self._fit()

    def _fit(self) -> None:
        """Be as high as what is shown: lines that break need more than Qt reckons by itself."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    @Slot()
    def _tell_count(self) -> None:
        count = sum(len(section.wanted) for section in self.sections)
        self.consent.setEnabled(bool(count))
        self.consent.set_text(self.kit.t.n("Take this answer", "Take {n} answers", n=max(count, 1)))

    @Slot()
    def _agree(self) -> None:
        wanted = [section for section in self.sections if section.wanted]
        commands = [section.command() for section in wanted]
        self._left = [one for one in commands if one is not None]
        if not wanted or len(self._left) != len(commands):
            return
        self.wait()
        self._next()

    def _next(self) -> None:
        self.context.write(partial(take, self._left[0]), self._done, self._failed, owner=self)

    def _done(self, taken: object) -> None:
        from clusterdesk.services.referral_answers import Taken

        assert isinstance(taken, Taken)
        done = self._left.pop(0)
        self._taken += len(done.answers)
        if self._left:
            self._next()
            return
        t = self.kit.t
        state = t(choice_label(taken.referral.state))
        text = t("Answer taken; the orientation is now: {state}", state=state)
        if self._taken > 1:
            text = t.n("{n} answer taken", "{n} answers taken", n=self._taken)
        self.context.shell.toast_undo(text)
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self._left = []
        self._reading.hide()
        self.tell(self.context.error_text(error))
        self._tell_count()

    def _offer_parcel(self, folders: tuple[Path, ...]) -> None:
        self._parcel = folders
        self.parcel_button.setVisible(bool(folders))

    @Slot()
    def _read_parcel(self) -> None:
        self.read(self._parcel)

    def _dropped(self, names: list[str]) -> None:
        self.read([Path(name) for name in names])

    @Slot()
    def _choose_file(self) -> None:
        t = self.kit.t
        kinds = t("Mails and answer files (*.eml *.msg *.json)")
        dialog = QFileDialog(self, t("Choose the answer"), "", kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._dropped)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.kit.t("Choose the folder where the answer lies"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.filesSelected.connect(self._dropped)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
