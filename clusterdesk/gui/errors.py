"""The edge of the window: known errors become calm words, bugs become a report on this computer."""

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QMessageLogContext, QObject, Qt, QtMsgType, Signal, Slot, qInstallMessageHandler
from PySide6.QtWidgets import QWidget

from clusterdesk import __version__
from clusterdesk.base.errors import ErrorTexts, KnownError
from clusterdesk.base.marks import N_
from clusterdesk.gui.kit import Kit

if TYPE_CHECKING:
    from clusterdesk.gui.dialogs.error import ErrorDialog

_BUG = N_("ClusterDesk ran into a fault of its own and could not finish this step.")
_BUG_SAFE = N_("What was saved is safe, and so are drafts up to the last second.")
_BUG_ADVICE = N_("You can go on working. If it comes back, send this report to whoever looks after ClusterDesk: {path}")
_BUG_NO_FILE = N_("You can go on working. No report could be written; copy the details instead.")
_log = logging.getLogger("clusterdesk.gui")


class ErrorDesk(QObject):
    """Shows any error that reaches it; from any thread.

    Signals:
        shown: the texts that were put on screen (for tests and for the state line).
    """

    shown = Signal(object)
    _arrived = Signal(object)

    def __init__(self, kit: Kit, reports: Path, parent_of_dialogs: Callable[[], QWidget | None]) -> None:
        """Write reports into a folder; dialogs stand over the widget that ``parent_of_dialogs`` gives."""
        super().__init__()
        self._kit, self._reports, self._parent_of_dialogs = kit, reports, parent_of_dialogs
        self._dialog: ErrorDialog | None = None
        self._arrived.connect(self._show, Qt.ConnectionType.AutoConnection)

    def use(self, kit: Kit) -> None:
        """Speak another language from now on."""
        self._kit = kit

    def show(self, error: BaseException) -> None:
        """Show an error: may be given as ``on_error``, and may be called in any thread."""
        self._arrived.emit(error)

    def texts(self, error: BaseException) -> ErrorTexts:
        """Return the three sentences of an error; a bug gets its report written."""
        if isinstance(error, KnownError):
            return error.texts(self._kit.t)
        from clusterdesk.base.bug_report import write_report

        _log.error("%s", type(error).__qualname__)
        path = write_report(self._reports, error, self._kit.clock.now(), __version__)
        t = self._kit.t
        advice = t(_BUG_ADVICE, path=path) if path is not None else t(_BUG_NO_FILE)
        return ErrorTexts(t(_BUG), t(_BUG_SAFE), advice)

    @Slot(object)
    def _show(self, error: BaseException) -> None:
        # What tells of errors is imported with the first of them.
        from clusterdesk.base.bug_report import report_text
        from clusterdesk.gui.dialogs.error import ErrorDialog

        texts = self.texts(error)
        self.shown.emit(texts)
        if self._dialog is not None:
            return  # one dialog at a time: the first error is the one that explains
        details = report_text(error, self._kit.clock.now(), __version__)
        self._dialog = ErrorDialog(self._kit, texts, details, self._parent_of_dialogs())
        self._dialog.finished.connect(self._closed)
        self._dialog.open()

    @Slot(int)
    def _closed(self, _result: int) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
        self._dialog = None


class Hooks:
    """Python's and Qt's last resorts led to an ErrorDesk; ``remove`` puts back what was there before."""

    def __init__(self, desk: ErrorDesk) -> None:
        """Install the hooks."""
        self._desk = desk
        self._before = (sys.excepthook, threading.excepthook)
        sys.excepthook = self._hook
        threading.excepthook = self._thread_hook
        qInstallMessageHandler(_qt_message)

    def remove(self) -> None:
        """Put the former hooks back."""
        sys.excepthook, threading.excepthook = self._before
        qInstallMessageHandler(None)

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._before[0](kind, error, trace)
        else:
            self._desk.show(error.with_traceback(trace))

    def _thread_hook(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self._desk.show(arguments.exc_value)


class LateLog(logging.Handler):
    """A small log beside the reports (kinds of errors, messages of Qt; never field values).

    Its lines are kept until ``write``: what writes the file comes in after the first paint.
    """

    def __init__(self, folder: Path) -> None:
        """Hear from now on what is logged."""
        super().__init__()
        self._folder = folder
        self._waiting: list[logging.LogRecord] = []
        self._file: logging.Handler | None = None
        logging.getLogger("clusterdesk").addHandler(self)

    def emit(self, record: logging.LogRecord) -> None:
        """Take a line; errors do not wait."""
        self._waiting.append(record)
        if self._file is not None or record.levelno >= logging.ERROR:
            self.write()

    def write(self) -> None:
        """Write what waits; from now on lines are written at once."""
        if self._file is None:
            self._file = _log_file(self._folder)
        waiting, self._waiting = self._waiting, []
        for record in waiting:
            self._file.handle(record)

    def close(self) -> None:
        """Close the file, and hear nothing more."""
        logging.getLogger("clusterdesk").removeHandler(self)
        if self._file is not None:
            self._file.close()
        super().close()


def _log_file(folder: Path) -> logging.Handler:
    from logging.handlers import RotatingFileHandler

    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "window.log", maxBytes=200_000, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        return logging.NullHandler()  # a log is a help, never a reason to fall
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    return handler


def _qt_message(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    level = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
    }.get(kind, logging.ERROR)
    # The folder of a person is named after that person.
    plain = message.replace(str(Path.home()), "~")[:300]
    logging.getLogger("clusterdesk.qt").log(level, "%s: %s", context.category, plain)
