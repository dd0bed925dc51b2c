"""The logo of the house: chosen, checked, shown; a copy of it is kept, so that documents never miss it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from clusterdesk.gui.briefing.logo import kept_logo
from clusterdesk.gui.context import Context
from clusterdesk.gui.widgets.buttons import Button
from clusterdesk.gui.widgets.fields.inline import InlineField
from clusterdesk.gui.widgets.flow import FlowLayout
from clusterdesk.gui.widgets.label import Label

_SHOWN = QSize(180, 60)


class LogoField(InlineField):
    """Shows the logo with buttons to choose another one or none; its value is the path of the copy."""

    def __init__(self, context: Context, caption: str) -> None:
        """Make the field; ``caption`` stands above it."""
        super().__init__(context.kit, caption)
        self.context = context
        t = self.kit.t
        self._value = ""
        self.picture = Label("", "muted")
        self.choose = Button(self.kit, t("Choose a picture…"), icon="image")
        self.remove = Button(self.kit, t("No logo"), "link", icon="x")
        self.choose.clicked.connect(self._ask)
        self.remove.clicked.connect(self._remove)
        row = QWidget()
        buttons = QWidget()
        line = FlowLayout(buttons, spacing=10)  # large text needs a second line
        line.addWidget(self.choose)
        line.addWidget(self.remove)
        column = QVBoxLayout(row)
        column.setContentsMargins(7, 2, 0, 2)
        column.setSpacing(6)
        column.addWidget(self.picture)
        column.addWidget(buttons)
        self.set_editor(self.choose, row=row)
        self.choose.setAccessibleName(t("Choose a picture…"))
        self.set_value("")

    @property
    def value(self) -> str:
        """The path of the picture; empty where there is none."""
        return self._value

    def set_value(self, value: str) -> None:
        """Show the picture of a path."""
        t = self.kit.t
        self._value = value
        picture = QPixmap(value) if value else QPixmap()
        if picture.isNull():
            self.picture.setPixmap(QPixmap())
            self.picture.setText(
                t("It cannot be read: {path}", path=value) if value else t("None: the name is printed.")
            )
        else:
            self.picture.setText("")
            ratio, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            self.picture.setPixmap(picture.scaled(_SHOWN, ratio, smooth))
        self.picture.setAccessibleName(t("Logo on documents") if value else "")
        self.remove.setVisible(bool(value))

    def draft_text(self) -> str:
        """Return the path."""
        return self._value

    @Slot(str)
    def take(self, path: str) -> None:
        """Check a picture, keep a copy of it, and use it."""
        self.context.files.submit(partial(kept_logo, Path(path)), self._kept, self._refused, owner=self)

    def _kept(self, path: Path) -> None:
        self.set_value(str(path))
        self.show_problem("")
        self.committed.emit(str(path))

    def _refused(self, error: BaseException) -> None:
        self.show_problem(self.context.error_text(error))

    @Slot()
    def _ask(self) -> None:
        t = self.kit.t
        dialog = QFileDialog(self.window(), t("Choose a picture…"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([t("Pictures (*.png *.jpg *.jpeg *.svg)")])
        dialog.fileSelected.connect(self.take)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @Slot()
    def _remove(self) -> None:
        self.set_value("")
        self.show_problem("")
        self.committed.emit("")
