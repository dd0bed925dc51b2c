"""Errors become calm words; bugs become reports without values."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType, qWarning
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from clusterdesk.base.bug_report import report_text, write_report
from clusterdesk.base.errors import BugError, KnownError
from clusterdesk.gui.dialogs.error import ErrorBanner, ErrorDialog
from clusterdesk.gui.errors import ErrorDesk, Hooks, LateLog, _qt_message
from clusterdesk.gui.kit import Kit
from tests.gui.support import NOW, clipped_texts, delete_now, nameless_widgets

_SECRET = "Atelier Noord"
_KNOWN = KnownError("disk_full", "The disk is full.", advice="Free some space, then try again.")


def _fault() -> BaseException:
    nothing: dict[str, str] = {}
    try:
        nothing[_SECRET]
    except KeyError as error:
        return error
    raise AssertionError


@pytest.fixture
def desk(kit: Kit, tmp_path: Path) -> Iterator[ErrorDesk]:
    made = ErrorDesk(kit, tmp_path / "reports", lambda: None)
    yield made
    delete_now(*made.findChildren(ErrorDialog), made)


def test_a_report_names_places_but_no_values() -> None:
    text = report_text(_fault(), NOW, "1.0")
    assert "KeyError" in text
    assert "test_errors.py" in text
    assert _SECRET not in text
    assert str(Path(__file__).parent) not in text


def test_our_own_words_and_codes_are_kept() -> None:
    assert "unknown place" in report_text(BugError("unknown place"), NOW, "1.0")
    assert "disk_full" in report_text(_KNOWN, NOW, "1.0")


def test_reports_do_not_fill_the_disk(tmp_path: Path) -> None:
    for number in range(50):
        (tmp_path / f"report-{number}.txt").write_text("x")
    assert write_report(tmp_path, _fault(), NOW, "1.0") is None
    (tmp_path / "file").write_text("x")
    assert write_report(tmp_path / "file" / "below", _fault(), NOW, "1.0") is None


def test_a_known_error_is_told_in_three_parts(desk: ErrorDesk, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.shown) as shown:
        desk.show(_KNOWN)
    assert shown.args[0].message
    assert not (tmp_path / "reports").exists()
    dialog = desk._dialog
    assert dialog is not None
    assert nameless_widgets(dialog) == []
    assert clipped_texts(dialog) == []
    dialog.copy.click()
    assert "disk_full" in QGuiApplication.clipboard().text()
    dialog.close_button.click()
    assert desk._dialog is None


def test_a_bug_leaves_a_report_and_one_dialog(desk: ErrorDesk, tmp_path: Path) -> None:
    desk.show(_fault())
    desk.show(_fault())
    reports = list((tmp_path / "reports").glob("report-*.txt"))
    assert reports
    assert all(_SECRET not in path.read_text(encoding="utf-8") for path in reports)
    assert desk._dialog is not None
    desk._dialog.accept()


def test_hooks_lead_here_from_every_thread_and_are_given_back(desk: ErrorDesk, qtbot: QtBot) -> None:
    before = (sys.excepthook, threading.excepthook)
    hooks = Hooks(desk)
    try:
        error = _fault()
        with qtbot.waitSignal(desk.shown):
            sys.excepthook(type(error), error, None)
        thread = threading.Thread(target=_raise)
        with qtbot.waitSignal(desk.shown):
            thread.start()
        thread.join()
        qWarning("a word from Qt")
    finally:
        hooks.remove()
    assert (sys.excepthook, threading.excepthook) == before
    assert desk._dialog is not None
    desk._dialog.accept()


def _raise() -> None:
    raise _KNOWN


def test_a_banner_tells_inside_the_page(kit: Kit, qtbot: QtBot) -> None:
    banner = ErrorBanner(kit)
    banner.show_texts(_KNOWN.texts(kit.t))
    banner.resize(500, 120)
    assert nameless_widgets(banner) == []
    with qtbot.waitSignal(banner.closed):
        banner.clear()
    assert banner.isHidden()
    delete_now(banner)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[LateLog]:
    """A log in a folder that is not there yet."""
    made = LateLog(tmp_path / "reports")
    yield made
    logging.getLogger("clusterdesk").removeHandler(made)
    made.close()


def test_a_log_keeps_its_lines_until_the_window_is_painted(log: LateLog, tmp_path: Path) -> None:
    logger, file = logging.getLogger("clusterdesk.qt"), tmp_path / "reports" / "window.log"
    logger.warning("seen while starting")
    assert not file.exists()
    log.write()
    logger.warning("seen later")
    written = file.read_text(encoding="utf-8").splitlines()
    assert [line.rpartition(" ")[2] for line in written] == ["starting", "later"]


def test_an_error_does_not_wait(log: LateLog, tmp_path: Path) -> None:
    logging.getLogger("clusterdesk.gui").error("fell")
    assert "fell" in (tmp_path / "reports" / "window.log").read_text(encoding="utf-8")


def test_what_qt_says_loses_the_name_of_whose_computer_it_is(log: LateLog, tmp_path: Path) -> None:
    log.write()
    _qt_message(QtMsgType.QtWarningMsg, QMessageLogContext(), f"cannot open {Path.home()}/Atelier/scie.png")
    written = (tmp_path / "reports" / "window.log").read_text(encoding="utf-8")
    assert "cannot open ~/" in written
    assert str(Path.home()) not in written
