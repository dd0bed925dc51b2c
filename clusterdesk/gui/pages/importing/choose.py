"""The first step: what the list holds, and the file."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.exchange.mapping.targets.catalogue import TARGETS
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.card import Card, SectionHeader
from clusterdesk.gui.widgets.filter_chips import FilterChips, FilterChoice
from clusterdesk.gui.widgets.label import Label
from clusterdesk.gui.widgets.page_scroll import page_scroll

PATTERNS = "*.csv *.tsv *.txt *.xlsx *.ods *.zip *.jsonl"


class ChooseStep(QWidget):
    """The kind of list, and a frame to drop a file on.

    Signals:
        chosen: the path of a file.
        kind_chosen: the ImportKind has been changed by hand.
    """

    chosen = Signal(object)
    kind_chosen = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        """Start with a list of organisations."""
        super().__init__(parent)
        self._kit = kit
        t = kit.t
        self.kinds = FilterChips(kit, t("What the list holds"))
        self.kinds.set_choices(FilterChoice(target.kind.value, t(target.label)) for target in TARGETS.values())
        self.kinds.chosen.connect(self._tell_kind)
        self.figures = Button(kit, t("Figures month by month? Import figures…"), "link", icon="file-spreadsheet")
        kinds = Card()
        kinds.add(
            SectionHeader(t("What does the list hold?")),
            Label(
                t("One row for each. It can still be changed on the next step; an archive tells it by itself."),
                "muted",
                wrap=True,
            ),
            self.kinds,
            self.figures,
        )
        self.button = Button(kit, t("Choose a file…"), "primary", icon="folder-open")
        self.button.clicked.connect(self.ask)
        inner = QWidget()
        inner.setProperty("role", "page")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addWidget(kinds)
        column.addWidget(self._frame(), 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page_scroll(inner, t("File")))

    @property
    def kind(self) -> ImportKind:
        """The kind chosen."""
        return ImportKind(next(iter(self.kinds.keys), ImportKind.ORGANISATIONS))

    def show_kind(self, kind: ImportKind) -> None:
        """Show a kind chosen elsewhere."""
        self.kinds.choose(kind.value)

    @Slot()
    def ask(self) -> None:
        """Choose a file in a dialog."""
        t = self._kit.t
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        kinds = f"{t('Lists and archives')} ({PATTERNS});;{t('All files')} (*)"
        dialog = QFileDialog(self.window(), t("Choose a file"), folder, kinds)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot(str)
    def take(self, path: str) -> None:
        """Go on with a file."""
        self.chosen.emit(Path(path))

    def _frame(self) -> QFrame:
        t = self._kit.t
        frame = QFrame()
        frame.setProperty("role", "empty")
        column = QVBoxLayout(frame)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(10)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._picture = Label()
        self._draw()
        self._kit.theme.changed.connect(self._draw)
        sentence = Label(
            t("csv, tsv, xlsx or ods – or an archive of ClusterDesk (zip). The file is only read."), "muted", wrap=True
        )
        safe = Label(
            t("Nothing is written before you press “Import”, and one Undo takes all of it back."), "muted", wrap=True
        )
        drop = Label(t("Drop the file anywhere on this window"), "heading", wrap=True)
        for label in (drop, sentence, safe):
            label.setAlignment(middle)
        column.addStretch(1)
        column.addWidget(self._picture, 0, middle)
        column.addWidget(drop)
        column.addWidget(sentence)
        column.addWidget(self.button, 0, middle)
        column.addWidget(safe)
        column.addStretch(1)
        return frame

    @Slot(object)
    def _tell_kind(self, _keys: object) -> None:
        self.kind_chosen.emit(self.kind)

    @Slot()
    def _draw(self) -> None:
        self._picture.setPixmap(self._kit.icons.pixmap("file-spreadsheet", "muted", size=32))
