"""The way into the window: guards first, then Qt, then the application. Only light imports at the top."""

import builtins
import sys
from pathlib import Path

from clusterdesk.base.clock import SystemClock
from clusterdesk.config.paths import binders_dir
from clusterdesk.config.settings import Settings
from clusterdesk.config.settings_store import SettingsStore
from clusterdesk.gui.reading_ahead import ReadAhead
from clusterdesk.services.first_look import first_question

OLDEST_PYTHON = (3, 12)
EXIT_TOO_OLD = 3
_FIRST_BINDER = "ClusterDesk"


def binder_to_open(binder: Path | None, settings: Settings) -> Path:
    """Return the folder of the binder to open: the one given, the last one, else a new one."""
    if binder is not None:
        return binder
    last = Path(settings.last_binder) if settings.last_binder else None
    return last if last is not None and last.is_dir() else binders_dir() / _FIRST_BINDER


def read_ahead(binder: Path, settings: Settings, language: str) -> ReadAhead:
    """Begin to read what the first screen of a binder shows; Qt may be imported meanwhile."""
    return ReadAhead(binder, first_question(settings, SystemClock().today()), language)


def run(binder: Path, settings: Settings, language: str, ahead: ReadAhead) -> int:
    """Open the window on a binder and return the exit code when it closes.

    The window comes first; the database is opened by its worker after the first paint.
    """
    if not python_is_new_enough(sys.version_info[:2]):
        wanted = ".".join(map(str, OLDEST_PYTHON))
        sys.stderr.write(
            f"ClusterDesk needs Python {wanted} or newer for its window; this is {sys.version.split()[0]}.\n"
        )
        return EXIT_TOO_OLD
    import_qt()
    from clusterdesk.gui.application import Application

    place, begin = "", is_first_start(binder)
    while True:
        application = Application(binder, settings, language, ahead, place=place, welcome=begin)
        code = application.run()
        if application.chosen is None:
            return code
        (binder, place), begin = application.chosen, False
        settings = SettingsStore().load()
        language = settings.language
        ahead = read_ahead(binder, settings, language)


def is_first_start(binder: Path) -> bool:
    """Tell whether nobody has made or named a binder yet: the one to open is the usual one, and it is not there."""
    return binder == binders_dir() / _FIRST_BINDER and not (binder / "binder.db").exists()


def python_is_new_enough(version: tuple[int, ...]) -> bool:
    """Tell whether Qt's Python bindings can be trusted with this Python: older ones lose references and abort."""
    return version >= OLDEST_PYTHON


def import_qt() -> None:
    """Import PySide6, then put Python's own import back: the bindings' replacement makes every later import slower."""
    plain = builtins.__import__
    import PySide6.QtWidgets  # noqa: F401 - imported for its effect on the modules table

    builtins.__import__ = plain


def import_window() -> None:
    """Import what the window shows first; ``import_qt`` comes before."""
    import clusterdesk.gui.application
    import clusterdesk.gui.pages.today.page  # noqa: F401 - both for their effect on the modules table
