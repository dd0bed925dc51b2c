"""``python -m benchmarks.lean_start DATABASE``: a plain window that imports its store in a thread once it was painted.

What it prints is what ``watched_start`` prints: the least that a start with a store behind its window can take.
"""

import sys
import threading

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QFormLayout, QHBoxLayout, QLineEdit, QMainWindow, QTableView, QWidget

from benchmarks.pulse import Pulse, since_start_ms
from benchmarks.watched_start import tell

_ROWS, _COLUMNS, _FIELDS, _TABLES = 50, 8, 24, 30


class Lean(QObject):
    """The window with a list and a form, the thread behind it."""

    opened = Signal()

    def __init__(self, database: str) -> None:
        """Show the window."""
        super().__init__()
        self._database = database
        self._pulse = Pulse()
        self._thread = threading.Thread(target=self._open)
        self.opened.connect(self._tell)
        self.window = QMainWindow()
        self.window.resize(1280, 800)
        self.window.setCentralWidget(_content())
        self.window.installEventFilter(self)
        self.window.show()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Begin with the first paint."""
        if event.type() == QEvent.Type.Paint:
            self.window.removeEventFilter(self)
            QTimer.singleShot(0, self._begin)
        return False

    @Slot()
    def _begin(self) -> None:
        self._pulse.start()
        self._thread.start()

    def _open(self) -> None:
        import sqlalchemy as sa
        from sqlalchemy.orm import configure_mappers, registry
        from sqlcipher3 import dbapi2

        mapped = registry()
        for number in range(_TABLES):
            columns = [sa.Column(f"c{place}", sa.Text) for place in range(_COLUMNS)]
            table = sa.Table(f"t{number}", mapped.metadata, sa.Column("id", sa.Integer, primary_key=True), *columns)
            mapped.map_imperatively(type(f"T{number}", (), {}), table)
        configure_mappers()
        engine = sa.create_engine(f"sqlite:///{self._database}", module=dbapi2)
        with engine.connect() as connection:
            connection.execute(sa.text("SELECT count(*) FROM organisation")).scalar()
        self.opened.emit()

    @Slot()
    def _tell(self) -> None:
        self._pulse.stop()
        tell(since_start_ms(), self._pulse.longest_ms)
        QApplication.quit()


def _content() -> QWidget:
    model = QStandardItemModel(_ROWS, _COLUMNS)
    for row in range(_ROWS):
        for column in range(_COLUMNS):
            model.setItem(row, column, QStandardItem(f"row {row}, column {column}"))
    content = QWidget()
    line, form = QHBoxLayout(content), QFormLayout()
    table = QTableView(content)
    model.setParent(table)
    table.setModel(model)
    for number in range(_FIELDS):
        form.addRow(f"field {number}", QLineEdit(f"value {number}"))
    line.addWidget(table, 1)
    line.addLayout(form)
    return content


def main() -> int:
    """Show the window, open the database behind it, end."""
    application = QApplication([])
    lean = Lean(sys.argv[1])
    code = application.exec()
    del lean
    return code


if __name__ == "__main__":
    sys.exit(main())
