"""The ways in which an answer comes to the dialog: pasted, a file, a folder, the folder of the parcel."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.note_edit import PlainEdit

_TYPED_MS, _TEXT_UNITS, _TEXT_MOST = 300, 96, 130


class AnswerWays(QWidget):
    """The upper half of the dialog.

    Signals:
        typed: the text is another one; it is given once nobody types any more.
        text_given: a text to be read, empty where it was taken away.
        files_given: files and folders to be read (their paths).
        folder_given: a folder that was chosen, be it on a drive (its path).
    """

    typed = Signal()
    text_given = Signal(str)
    files_given = Signal(object)
    folder_given = Signal(object)

    def __init__(self, kit: Kit) -> None:
        """Make an empty text and the buttons."""
        super().__init__()
        self.kit = kit
        t = kit.t
        self.text = PlainEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(t("Text of the answer"))
        self.text.setPlaceholderText(t("Paste the text of the mail here"))
        self.text.setFixedHeight(min(kit.theme.length(_TEXT_UNITS), _TEXT_MOST))
        self.text.textChanged.connect(self._typed)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_TYPED_MS)
        self._soon.timeout.connect(self._give_text)
        self.file_button = Button(kit, t("Choose a file…"), icon="file-text")
        self.folder_button = Button(kit, t("Choose a folder…"), icon="folder-open")
        self.parcel_button = Button(kit, t("Look in the folder of the parcel"), icon="search")
        self.parcel_button.hide()
        self._parcel: tuple[Path, ...] = ()
        self._assemble()

    def _assemble(self) -> None:
        frame = QFrame()
        frame.setProperty("role", "field")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(6, 4, 2, 4)
        inside.addWidget(self.text)
        buttons = FlowLayout(spacing=8)
        for button, slot in (
            (self.file_button, self._choose_file),
            (self.folder_button, self._choose_folder),
            (self.parcel_button, self._read_parcel),
        ):
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(frame)
        column.addLayout(buttons)

    def offer_parcel(self, folders: tuple[Path, ...]) -> None:
        """Offer to look where the parcel arrived, where that is known."""
        self._parcel = folders
        self.parcel_button.setVisible(bool(folders))

    def stop(self) -> None:
        """Give no text any more that was typed before."""
        self._soon.stop()

    @Slot()
    def _typed(self) -> None:
        self._soon.start()
        self.typed.emit()

    @Slot()
    def _give_text(self) -> None:
        self.text_given.emit(self.text.whole_text())

    @Slot()
    def _read_parcel(self) -> None:
        self.files_given.emit(list(self._parcel))

    @Slot(list)
    def _give_files(self, names: list[str]) -> None:
        self.files_given.emit([Path(name) for name in names])

    @Slot(list)
    def _give_folder(self, names: list[str]) -> None:
        self.folder_given.emit(Path(names[0]))

    @Slot()
    def _choose_file(self) -> None:
        t = self.kit.t
        dialog = QFileDialog(self, t("Choose the answer"), "", t("Mails and answer files (*.eml *.msg *.json)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(self._give_files)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, self.kit.t("Choose the folder where the answer lies"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.filesSelected.connect(self._give_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
