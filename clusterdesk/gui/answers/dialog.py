"""An answer of a team has come: pasted, as a mail, as the form's file. It is shown, then taken."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from clusterdesk.base.marks import N_
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.referral_answers import TakeAllAnswers
from clusterdesk.domain.views.referrals import ReferralRow
from clusterdesk.gui.answers.jobs import Look, Places, match, parcel_folders, read_places, read_text, take
from clusterdesk.gui.answers.section import LookSection
from clusterdesk.gui.answers.ways import AnswerWays
from clusterdesk.gui.context import Context
from clusterdesk.gui.dialogs.ask import AskDialog
from clusterdesk.gui.widgets.file_drop import FileDrop
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_scroll import page_scroll

if TYPE_CHECKING:
    from clusterdesk.services.referral_answers import Taken

_WIDTH_UNITS, _WIDEST, _LEAST, _AROUND, _AIR = 680, 1180, 360, 64, 24
_HOW = N_("Paste the mail of the team, drop it here (.eml, .msg), or choose the file of its answer form.")
_NO_PROOF = N_("Nothing proves who has written an answer: read it before you take it.")


class AnswerDialog(AskDialog):
    """Reads what came, shows what it would do, takes what is ticked, in one step."""

    def __init__(
        self, context: Context, parent: QWidget, row: ReferralRow | None = None, paths: Sequence[Path] = ()
    ) -> None:
        """Ask for the answer to an orientation, or to whichever the code names; ``paths`` were dropped."""
        t = context.kit.t
        verb = t.n("Take this answer", "Take {n} answers", n=1)
        super().__init__(context.kit, t("Answer received"), verb, parent=parent)
        self.context, self.row = context, row
        self.sections: list[LookSection] = []
        self._wanted = 0
        self._helper = context.sending.reader(context.settings.drive_silence_seconds)
        self.finished.connect(self._let_go)
        self.ways = AnswerWays(self.kit)
        self.text = self.ways.text
        self._assemble()
        self._show(())
        if paths:
            self.read(paths)
        if row is not None:
            job = partial(parcel_folders, row.record.id, context.settings.shared_folder)
            context.desk.submit(job, self.ways.offer_parcel, owner=self)

    def _assemble(self) -> None:
        t = self.kit.t
        self._reading = Label(t("Reading…"), "muted")
        # Once what is new has its size: before, Qt does not know how its lines break.
        self._fitting = QTimer(self)
        self._fitting.setSingleShot(True)
        self._fitting.setInterval(0)
        self._fitting.timeout.connect(self._fit)
        self._found = QWidget()
        self._list = QVBoxLayout(self._found)
        self._list.setContentsMargins(0, 4, 0, 0)
        self._list.setSpacing(14)
        self._inner = QWidget()
        self._inner.setProperty("role", "page")
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(10)
        for widget in (Label(t(_HOW), "muted", wrap=True), self.ways, self._reading, self._found):
            self._column.addWidget(widget)
        self._column.addStretch(1)
        self._area = page_scroll(self._inner, self.heading.text())
        self.content.addWidget(self._area, 1)
        self.rest = Label("", "muted", wrap=True)
        self.rest.hide()
        self.content.addWidget(self.rest)
        self.content.addWidget(Label(t(_NO_PROOF), "small", wrap=True))
        self.setMinimumWidth(min(self.kit.theme.length(_WIDTH_UNITS), _WIDEST))
        self.drop = FileDrop(self, t("Drop the mail or the answer file here"), self._dropped)
        self.ways.typed.connect(self._wait_for_text)
        self.ways.text_given.connect(self._read_text)
        self.ways.files_given.connect(self.read)
        self.ways.folder_given.connect(self.read_folder)
        self.agreed.connect(self._agree)

    def tell_rest(self, paths: Sequence[Path]) -> None:
        """Name the files that were dropped with the answers, and say that they come after."""
        names = self.kit.formats.joined([path.name for path in paths])
        words = self.kit.t.n(
            "{names} is no answer: it comes after this one.",
            "{names} are no answers: they come after this one.",
            n=max(len(paths), 1),
            names=names,
        )
        self.rest.setText(words)
        self.rest.setVisible(bool(paths))

    @Slot(object)
    def read(self, paths: Sequence[Path]) -> None:
        """Read files and folders; what lies in the team's folder is fetched by the helper of the drive."""
        shared = self.context.settings.shared_folder.strip()
        root = Path(shared) if shared else None
        remote = [path for path in paths if root is not None and path.is_relative_to(root)]
        self._read(Places(tuple(path for path in paths if path not in remote), root, tuple(remote), self._helper))

    @Slot(object)
    def read_folder(self, folder: Path) -> None:
        """Read a folder, be it on a drive that does not answer."""
        self._read(Places((), folder, (folder,), self._helper))

    def _read(self, places: Places) -> None:
        self.ways.stop()
        self._begin_reading()
        job = partial(read_places, places, self.kit.clock.today(), self.context.settings.document_size_limit_mb)
        self.context.files.submit(job, self._match, self._failed, owner=self)

    @Slot()
    def _let_go(self) -> None:
        """End an answer of the drive that is still waited for: nobody looks any more."""
        self._helper.close()

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
    def _wait_for_text(self) -> None:
        self.consent.setEnabled(False)  # what is shown is of the text before

    def _begin_reading(self) -> None:
        self.tell("")
        self.consent.setEnabled(False)
        self._reading.show()

    @Slot(str)
    def _read_text(self, text: str) -> None:
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
        self.sections = [LookSection(self.kit, look) for look in looks]
        for section in self.sections:
            section.chosen.connect(self._tell_count)
            self._list.addWidget(section)
        self._reading.hide()
        self._tell_count()
        self._fitting.start()

    @Slot()
    def _fit(self) -> None:
        """Be as high as what is shown, but not higher than the window; the rest scrolls."""
        layout = self.layout()
        if layout is None:
            return
        self._column.activate()
        wanted = self._column.totalHeightForWidth(self.width() - _AROUND) + 4
        self._area.setMinimumHeight(min(wanted, _LEAST))
        layout.activate()
        others = layout.totalMinimumHeightForWidth(self.width()) - self._area.minimumHeight()
        room = self.window_height() - _AIR
        self.resize(self.width(), min(others + wanted, max(room, others + self._area.minimumHeight())))
        if wanted != self._wanted:  # lines break anew in the new size
            self._wanted = wanted
            self._fitting.start()
        elif self.sections:
            bar = self._area.verticalScrollBar()
            bar.setValue(min(self._found.y(), bar.maximum()))

    def window_height(self) -> int:
        """Return how high the window below is."""
        parent = self.parentWidget()
        return parent.height() if parent is not None else self.height()

    @Slot()
    def _tell_count(self) -> None:
        count = sum(len(section.wanted) for section in self.sections)
        self.consent.setEnabled(bool(count))
        self.consent.set_text(self.kit.t.n("Take this answer", "Take {n} answers", n=max(count, 1)))

    @Slot()
    def _agree(self) -> None:
        wanted = [section for section in self.sections if section.wanted]
        parts = tuple(one for one in (section.command() for section in wanted) if one is not None)
        if not wanted or len(parts) != len(wanted):
            return
        self.wait()
        self.context.write(partial(take, TakeAllAnswers(parts=parts)), self._done, self._failed, owner=self)

    def _done(self, taken: "tuple[Taken, ...]") -> None:
        t = self.kit.t
        count = sum(len(one.answers) for one in taken)
        text = t("Answer taken; the orientation is now: {state}", state=t(choice_label(taken[0].referral.state)))
        if count > 1:
            text = t.n("{n} answer taken", "{n} answers taken", n=count)
        self.context.shell.toast_undo(text)
        self.accept()

    def _failed(self, error: BaseException) -> None:
        self._reading.hide()
        self.tell(self.context.error_text(error))
        self._tell_count()

    def _dropped(self, names: list[str]) -> None:
        self.read([Path(name) for name in names])
