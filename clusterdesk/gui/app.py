"""The way into the window: guards first, then Qt, then the application. Only light imports at the top."""

import builtins
import sys
from pathlib import Path

from clusterdesk.config.settings import Settings

OLDEST_PYTHON = (3, 12)
EXIT_TOO_OLD = 3


def run(binder: Path | None, settings: Settings, language: str) -> int:
    """Open the window on a binder (None: the last one, else a new one) and return the exit code when it closes.

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

    return Application(binder, settings, language).run()


def python_is_new_enough(version: tuple[int, ...]) -> bool:
    """Tell whether Qt's Python bindings can be trusted with this Python: older ones lose references and abort."""
    return version >= OLDEST_PYTHON


def import_qt() -> None:
    """Import PySide6, then put Python's own import back: the bindings' replacement makes every later import slower."""
    plain = builtins.__import__
    import PySide6.QtWidgets  # noqa: F401 - imported for its effect on the modules table

    builtins.__import__ = plain
