"""``python -m clusterdesk``: the window by default, else a command; the window is imported in its own branch only."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from clusterdesk.base.garbage import look_rarely

if TYPE_CHECKING:
    from clusterdesk.config.settings import Settings

_CANCELLED = 130
_READ_LIST = "--read-list"
_DRIVE_HELPER = "--drive-helper"
_HELP = frozenset({"--help", "-h"})
_PLATFORM = "QT_QPA_PLATFORM"
_UNSEEN = ("offscreen", "minimal")
_X11_SOCKETS = "/tmp/.X11-unix"


class Windows:
    """Opens windows for the command line, which knows no screen itself."""

    def has_display(self) -> bool:
        """Tell whether somebody would see a window."""
        if os.environ.get(_PLATFORM, "").partition(":")[0] in _UNSEEN:
            return False
        return sys.platform in ("win32", "darwin") or _x11_answers() or _wayland_answers()

    def can_open(self) -> bool:
        """Tell whether a window can be opened at all, seen or not."""
        return self.has_display() or _PLATFORM in os.environ

    def run(self, binder: Path | None, settings: "Settings", language: str) -> int:
        """Open the window and return its exit code when it closes."""
        from clusterdesk.gui import quick_start

        quick_start.begin()
        with quick_start.code_kept("window"):
            from clusterdesk.gui import app

            folder = app.binder_to_open(binder, settings)
            ahead = app.read_ahead(folder, settings, language)
            with _qt_needed():
                app.import_qt()
            app.import_window()
        return app.run(folder, settings, language, ahead)

    def selftest(self, binder: Path, language: str) -> bool:
        """Open and close a window where nobody sees it; tell whether all went well."""
        from clusterdesk.gui import app

        with _qt_needed():
            app.import_qt()
        from clusterdesk.gui.selftest import open_and_close

        return open_and_close(binder, language)


def _x11_answers() -> bool:
    """Tell whether DISPLAY names a display that is there: Qt would end the program where it is not."""
    host, _, number = os.environ.get("DISPLAY", "").rpartition(":")
    if host not in ("", "unix"):
        return True
    return bool(number) and Path(_X11_SOCKETS, f"X{number.partition('.')[0]}").exists()


def _wayland_answers() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    return bool(name) and Path(os.environ.get("XDG_RUNTIME_DIR", ""), name).exists()


@contextmanager
def _qt_needed() -> Iterator[None]:
    """Say what is missing where Qt cannot be loaded.

    Raises:
        KnownError: a library of the system is missing.
    """
    from clusterdesk.base.errors import KnownError
    from clusterdesk.base.marks import N_

    try:
        yield
    except ImportError as error:
        raise KnownError(
            "window_libraries_missing",
            N_("The window cannot be opened: a library of this system is missing ({reason})."),
            advice=N_("Run “python3 dev.py setup”, which names the packages; the commands work without them."),
            reason=str(error),
        ) from error


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command, or the window where none is given; return the exit code."""
    look_rarely()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if given == ["--version"]:
        # Answered before anything else is imported: the start of every other command is measured against it.
        from clusterdesk import __version__

        print(f"ClusterDesk {__version__}")
        return 0
    if given == [_READ_LIST]:
        # A helper process of our own (see exchange.reading.apart), also inside the packaged program.
        from clusterdesk.exchange.reading.reader_process import main as read_list

        return read_list()
    if given == [_DRIVE_HELPER]:
        # Another one (see sync.watched_process): it touches the shared drive, which may never answer.
        from clusterdesk.sync.drive_process import main as serve_drive

        return serve_drive()
    if (not given or given[0].startswith("-")) and _HELP.isdisjoint(given):
        # Most likely the window, which reads the most.
        from clusterdesk.base.fetch_ahead import fetch_ahead
        from clusterdesk.base.load_ahead import load_qt_ahead
        from clusterdesk.config.paths import start_list

        fetch_ahead(start_list())
        load_qt_ahead()
    try:
        from clusterdesk.cli.edge import run

        return run(given, Windows())
    except KeyboardInterrupt:
        # Before the edge stands, or while it tells of an error.
        return _CANCELLED


if __name__ == "__main__":
    sys.exit(main())
