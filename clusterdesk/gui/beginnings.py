"""What can be begun from anywhere: a note, a visit to plan, a new organisation. Each asks in a dialog, then goes on."""

from collections.abc import Sequence
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.gui import routes
from clusterdesk.gui.context import Context


class Beginnings(QObject):
    """Opens the dialogs over a window. They are imported when asked for: the first screen does not wait for them."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        """Open dialogs over the window of ``parent``."""
        super().__init__(parent)
        self._context, self._parent = context, parent
        self._waiting: list[Path] = []

    @Slot()
    def ask_note(self) -> None:
        """Write a note of now: with whom?"""
        from clusterdesk.gui.pages.today.planning import NoteDialog

        dialog = NoteDialog(self._context, self._parent.window())
        dialog.started.connect(self._open_session)
        dialog.open()

    @Slot()
    def ask_plan(self) -> None:
        """Plan a visit."""
        from clusterdesk.gui.pages.today.planning import PlanDialog

        PlanDialog(self._context, self._parent.window()).open()

    def ask_difficulty(self, organisation_id: UUID | None = None, session_id: UUID | None = None) -> None:
        """Note a difficulty; what is selected where one writes or reads becomes the quote."""
        from clusterdesk.gui.entry.selection import quoted
        from clusterdesk.gui.pages.difficulties.jobs import Noting
        from clusterdesk.gui.pages.difficulties.noting import NotingDialog

        said = quoted()
        noting = Noting(said.text, organisation_id, session_id or said.session_id, visibility=said.visibility)
        NotingDialog(self._context, noting, self._parent.window()).open()

    def ask_referral(self, organisation_id: UUID | None = None, session_id: UUID | None = None) -> None:
        """Refer an organisation: the one in front, that of the session in front, or one to be chosen.

        What is selected in the field one writes in becomes the need.
        """
        from clusterdesk.gui.entry.selection import selected_text
        from clusterdesk.gui.pages.referral.beginning import Referring

        Referring(self._context, self._parent.window()).begin(organisation_id, session_id, selected_text())

    @Slot()
    def ask_organisation(self) -> None:
        """Enter a new organisation."""
        from clusterdesk.gui.pages.organisations.new import NewOrganisation

        dialog = NewOrganisation(self._context, parent=self._parent.window())
        dialog.made.connect(self._open_organisation)
        dialog.open()

    @Slot()
    def ask_files(self) -> None:
        """Choose photos, scans and mails to file."""
        from PySide6.QtWidgets import QFileDialog

        t = self._context.kit.t
        dialog = QFileDialog(self._parent.window(), t("File photos, scans and mails…"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._file_named)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def file(self, paths: Sequence[Path]) -> None:
        """Show the answers of teams among these files; then, or where there are none, ask where the others belong."""
        from clusterdesk.gui.answers.opening import answers_among, open_answers

        answers = answers_among(paths)
        others = [path for path in paths if path not in answers]
        if answers:
            self._waiting = [*self._waiting, *others]
            dialog = open_answers(self._context, self._parent, paths=answers, rest=others)
            dialog.finished.connect(self._file_rest)
        elif others:
            self._ask_where(others)

    @Slot()
    def _file_rest(self) -> None:
        """Go on to the files that were dropped with answers; each is asked about once."""
        others, self._waiting = self._waiting, []
        if others:
            self._ask_where(others)

    def _ask_where(self, paths: Sequence[Path]) -> None:
        from clusterdesk.gui.dialogs.filing import FilingDialog

        FilingDialog(self._context, paths, self._parent.window()).open()

    @Slot(list)
    def _file_named(self, names: list[str]) -> None:
        self.file([Path(name) for name in names])

    @Slot(object)
    def _open_session(self, session_id: UUID) -> None:
        self._context.shell.go(routes.session(session_id))

    @Slot(object)
    def _open_organisation(self, organisation_id: UUID) -> None:
        self._context.shell.go(routes.organisation(organisation_id))
