"""The running application: it makes the window, opens the binder behind it, and ends both in order."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from clusterdesk.base.marks import N_
from clusterdesk.config.paths import reports_dir
from clusterdesk.config.settings import Settings
from clusterdesk.gui.backstage import Backstage
from clusterdesk.gui.dressing import Dressing, percent, qt_application
from clusterdesk.gui.errors import ErrorDesk, Hooks, LateLog
from clusterdesk.gui.first_look import measured
from clusterdesk.gui.places import places
from clusterdesk.gui.preferences import Preferences
from clusterdesk.gui.reading_ahead import FirstRows, ReadAhead
from clusterdesk.gui.shell.main_window import MainWindow, WindowParts
from clusterdesk.gui.shell.places import Route
from clusterdesk.gui.single_instance import SingleInstance
from clusterdesk.gui.upkeep import state_line

if TYPE_CHECKING:
    from clusterdesk.gui.binder_state import BinderState

_RETRY_MS, _RETRIES = 250, 12
_SAMPLE = N_("This is the sample binder: invented organisations to try things out. Nothing here touches your own work.")


class Application(QObject):
    """One process, one binder, one window (made anew when the language changes).

    Signals:
        ended: the window has been closed.
    """

    ended = Signal()

    def __init__(
        self,
        binder: Path,
        settings: Settings,
        language: str,
        ahead: ReadAhead,
        *,
        place: str = "",
        welcome: bool = False,
    ) -> None:
        """Dress Qt; nothing is shown and nothing is opened before ``run``; ``ahead`` reads the first screen.

        ``place`` is where to begin, the first one by default; with ``welcome`` there is no binder to open yet.
        """
        self._qt = qt_application()
        super().__init__()
        self._binder = binder
        self._language = language
        self._state: BinderState | None = None
        self._preferences = Preferences.kept(settings)
        self._dressing = Dressing(self._qt, settings.theme, settings.text_scale)
        self._kit = self._dressing.kit(language)
        self._errors = ErrorDesk(self._kit, reports_dir(), self._window_or_none)
        self._backstage = Backstage(self._binder, settings, ahead, self._preferences)
        self._instance = SingleInstance(self._binder)
        self._log: LateLog | None = None
        self._window: MainWindow | None = None
        self._begun = False
        self._taken: BaseException | None = None
        self._patience = _RETRIES
        self._place, self._welcome = place, welcome
        self.chosen: tuple[Path, str] | None = None  # the binder to open after this one, and where to begin in it

    def run(self) -> int:
        """Show the window and work until it closes; 0 also when another window on this binder was raised instead."""
        if self._instance.hand_over():
            return 0
        self._log = LateLog(reports_dir())
        hooks = Hooks(self._errors)
        self.ended.connect(self._qt.quit)
        self.start()
        code = self._qt.exec()
        self.stop()
        hooks.remove()
        self._log.close()
        return code

    def start(self) -> None:
        """Show the window; the binder is opened when it has been painted."""
        self._connect()
        window = self._make_window(self._first_route())
        self._backstage.begin()
        window.show()

    def stop(self) -> None:
        """Save what is under way, close the binder, end the threads."""
        self._instance.close()
        self._backstage.stop()
        if self._window is not None:
            self._window.deleteLater()
            self._window = None

    @property
    def window(self) -> MainWindow | None:
        """The window, None before the start and after the end."""
        return self._window

    def _connect(self) -> None:
        behind = self._backstage
        behind.looked.connect(self._fill_first)
        behind.painted.connect(self._begin)
        behind.opened.connect(self._opened)
        behind.told.connect(self._tell_state)
        behind.failed.connect(self._failed)
        self._instance.raise_asked.connect(self._raise)
        self._preferences.changed.connect(self._preference_changed)
        self._preferences.failed.connect(self._errors.show)

    def _make_window(self, route: Route) -> MainWindow:
        parts = WindowParts(
            kit=self._kit,
            preferences=self._preferences,
            places=places(welcome=self._welcome),
            files=self._backstage.files,
            show_error=self._errors.show,
            undo=None if self._welcome else self._backstage.undo(self._kit),
            search=None if self._welcome else self._backstage.search(self._kit),
            welcome=self._welcome,
            sending=self._backstage.upkeep.sending,
        )
        window = MainWindow(parts, self._backstage.desk)
        geometry = self._preferences.current.window_geometry
        if geometry:
            window.restore_geometry_text(geometry)
        window.closing.connect(self._closing)
        window.binder_asked.connect(self._open_another)
        self._backstage.written.connect(window.changed)
        self._window = window
        self._tell()
        window.go(route)
        return window

    def _first_route(self) -> Route:
        return Route(self._place or places(welcome=self._welcome)[0].key)

    @Slot(object)
    def _fill_first(self, rows: FirstRows | None) -> None:
        """Show what was read before the binder is open."""
        if self._window is None:
            return
        if rows is not None and rows.sample:
            self._window.say_banner(self._kit.t(_SAMPLE))
        self._backstage.fill(self._window.page, rows)

    @Slot(bool)
    def _begin(self, filled: bool) -> None:
        """Open the binder: the window has been painted."""
        only_measured = measured(filled=filled)
        self._kit.icons.keep()
        self._backstage.remember_start()
        if only_measured:
            self._qt.quit()
            return
        if self._begun:
            return
        self._begun = True
        if self._log is not None:
            self._log.write()
        if not self._welcome:
            self._backstage.open()

    @Slot(int)
    def _opened(self, recovered: int) -> None:
        # Only who holds the lock of the binder answers for it: of two starts at the same moment, the first.
        self._instance.listen()
        if self._window is None:
            return
        self._window.reload()
        if recovered:
            t = self._kit.t
            text = t.n(
                "{n} text you were typing was brought back.",
                "{n} texts you were typing were brought back.",
                n=recovered,
            )
            self._window.toast_undo(text)

    @Slot(object)
    def _failed(self, error: BaseException) -> None:
        """Tell what went wrong; a window that has the binder open already comes to the front instead."""
        if getattr(error, "code", "") == "binder_open":
            self._taken = error
            self._give_way()
        else:
            self._errors.show(error)

    @Slot()
    def _give_way(self) -> None:
        """End for the sake of the window that came first; it may still be opening the binder before it answers."""
        if self._instance.hand_over():
            if self._window is not None:
                self._window.hide()
            self.ended.emit()
        elif self._patience:
            self._patience -= 1
            QTimer.singleShot(_RETRY_MS, self._give_way)
        elif self._taken is not None:
            self._errors.show(self._taken)

    @Slot(object)
    def _tell_state(self, state: "BinderState") -> None:
        self._state = state
        self._tell()

    def _tell(self) -> None:
        if self._window is not None:
            self._window.show_state(
                state_line(self._kit, self._state, shared=bool(self._preferences.current.shared_folder))
            )
            sample = self._state is not None and self._state.sample
            self._window.say_banner(self._kit.t(_SAMPLE) if sample else "")

    @Slot(str)
    def _preference_changed(self, key: str) -> None:
        current = self._preferences.current
        if key == "theme":
            self._dressing.theme.choose(current.theme)
        elif key == "text_scale":
            self._dressing.theme.scale_text(percent(current.text_scale))
        elif key == "shared_folder":
            self._tell()
        elif key == "language":
            # Not inside the click that asked for it: its page is about to go.
            QTimer.singleShot(0, self._speak_anew)

    @Slot()
    def _speak_anew(self) -> None:
        old = self._window
        if old is None:
            return
        self._language = self._preferences.current.language
        self._kit = self._dressing.kit(self._language)
        self._errors.use(self._kit)
        route = old.route or self._first_route()
        old.closing.disconnect(self._closing)
        self._preferences.set("window_geometry", old.geometry_text())
        self._make_window(route).show()
        old.close()
        old.deleteLater()
        if self._window is None:
            return
        if self._begun:
            self._window.ask_undo()
        else:
            # The page whose paint was waited for is gone: wait for the new one's.
            self._backstage.fill(self._window.page, None)

    @Slot(object, str)
    def _open_another(self, path: Path, place: str) -> None:
        if self._window is not None:
            self.chosen = (path, place)
            self._window.close()

    @Slot()
    def _raise(self) -> None:
        if self._window is not None:
            self._window.show()
            self._window.raise_()
            self._window.activateWindow()

    @Slot()
    def _closing(self) -> None:
        if self._window is not None:
            self._preferences.set("window_geometry", self._window.geometry_text())
        self.ended.emit()

    def _window_or_none(self) -> QWidget | None:
        return self._window
