"""A window to look at: on the binder of the pictures, in any language and theme, at the smallest size we promise."""

import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QTableView, QTreeView, QWidget

from clusterdesk.bootstrap import Desk, open_desk
from clusterdesk.config.settings import Settings
from clusterdesk.gui import routes
from clusterdesk.gui.binder_state import binder_state
from clusterdesk.gui.briefing.request import BriefRequest, sheet_of
from clusterdesk.gui.capture.panel import CapturePanel
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.dressing import Dressing
from clusterdesk.gui.pages.importing.page import ImportPage
from clusterdesk.gui.pages.search.hits import DeskSearch
from clusterdesk.gui.pages.visit.page import VisitPage
from clusterdesk.gui.places import places
from clusterdesk.gui.preferences import Preferences
from clusterdesk.gui.shell.main_window import MainWindow, WindowParts
from clusterdesk.gui.shell.places import Place, Route
from clusterdesk.gui.tasks import Lane
from clusterdesk.gui.undoing import DeskUndo
from clusterdesk.gui.upkeep import state_line
from clusterdesk.gui.veil import VEIL
from clusterdesk.gui.widgets.fields.inline import InlineField
from tests.screens.binder import AUTHOR, StandingClock, Subjects
from tests.screens.exports import drive_is_away, drive_is_forgotten

WIDTH, HEIGHT = 1280, 720
SEARCHED = "atelier"
WELCOME = "welcome"  # the picture of the first start
JOTTED = {
    "fr": "@action devis ponceuse ven. #Feutrelle",
    "nl": "@actie offerte schuurmachine vrij. #Feutrelle",
    "en": "@action quote for the sander fri #Feutrelle",
}
FIGURES = Path(__file__).resolve().parents[1] / "data" / "figures_company.csv"
LIST = Path(__file__).resolve().parents[1] / "data" / "members_export_messy.xlsx"
_LOOK_EVERY_MS = 40
_QUIET_LOOKS = 4
_PATIENCE_MS = 30_000
_SPOKEN_ROLES = ("title", "heading")


class Studio:
    """Opens windows on one binder, one at a time."""

    def __init__(self, binder: Path, subjects: Subjects) -> None:
        """Use the binder that ``make_binder`` made."""
        self._binder, self.subjects = binder, subjects
        running = QApplication.instance()
        self._application = running if isinstance(running, QApplication) else QApplication(["clusterdesk"])
        self._clock = StandingClock()

    @contextmanager
    def window(
        self,
        language: str,
        theme: str,
        show_error: Callable[[BaseException], None],
        scale: float = 1.0,
        *,
        welcome: bool = False,
    ) -> Iterator[MainWindow]:
        """Open a window; errors that would be shown to the user go to ``show_error``; ``scale`` is that of the text.

        ``welcome``: as it is at the first start, when there is no binder yet.
        """
        settings = Settings(language=language, theme=theme, profile_name=AUTHOR, house_name="Cluster Exemple")
        kit = Dressing(self._application, theme, scale, self._clock).kit(language)
        worker = DeskWorker(_Opener(self._binder, settings, self._clock))
        worker.failed.connect(show_error)
        files = Lane(threads=2)
        files.failed.connect(show_error)
        undo, search = (None, None) if welcome else (DeskUndo(worker, kit), DeskSearch(worker, kit))
        known = places(welcome=welcome)
        parts = WindowParts(kit, Preferences(settings), known, files, show_error, undo, search, welcome=welcome)
        window = MainWindow(parts, worker)
        window.resize(WIDTH, HEIGHT)
        try:
            worker.submit(binder_state, _StateLine(window))
            window.show()
            window.activateWindow()
            window.reload()
            if welcome:
                show(window, Scene(Route(known[0].key)))
            yield window
        finally:
            VEIL.lift()
            window.close()
            files.stop()
            worker.stop()
            for made in (window, files, worker):
                made.deleteLater()
            QCoreApplication.sendPostedEvents(None, int(QEvent.Type.DeferredDelete))

    def scenes(self) -> Mapping[str, "Scene"]:
        """Return what is drawn, by the picture's name: every place, and the steps of those that have several.

        A hidden place gets the record or text that its route asks for.
        """
        made = {place.key: Scene(self._route(place)) for place in places()}
        chosen = Scene(routes.import_file(LIST))
        made["chains_projects"] = Scene(routes.chains("projects"))
        made["chains_exchange"] = Scene(routes.chains("exchange"))
        made["chains_prospects"] = Scene(routes.chains("prospects"))
        made["import_columns"] = chosen
        made["import_preview"] = Scene(chosen.route, _go_on_importing)
        made["figures_file_preview"] = Scene(routes.figures_file(FIGURES, self.subjects.organisation_id))
        made["visit_review"] = Scene(made[routes.VISIT].route, _review)
        made["merge_fields"] = Scene(routes.merge(self.subjects.organisation_id, self.subjects.twin_id))
        made["groups"] = Scene(routes.groups())
        made["capture"] = Scene(Route(routes.TODAY), _jot_down)
        made[routes.OUTBOX] = Scene(made[routes.OUTBOX].route, drive_is_away)
        made["discreet"] = Scene(Route(routes.TODAY), _hide_others)
        return made

    def _route(self, place: Place) -> Route:
        way = getattr(routes, place.key.replace("-", "_"), None)
        if way is None:
            return Route(place.key)
        given = [
            self._argument(name, wanted.annotation)
            for name, wanted in inspect.signature(way).parameters.items()
            if wanted.default is inspect.Parameter.empty
        ]
        made: Route = way(*given)
        return made

    def _argument(self, name: str, kind: object) -> object:
        known = {
            "session_id": self.subjects.held_session_id,
            "organisation_id": self.subjects.organisation_id,
            "referral_id": self.subjects.referral_id,
            "difficulty_id": self.subjects.difficulty_id,
            "event_id": self.subjects.event_id,
            "group_id": self.subjects.group_id,
            "meeting_id": self.subjects.meeting_id,
        }
        if kind is UUID:
            return known[name]
        if kind in (BriefRequest, BriefRequest.__name__):  # written as text where it is imported for checks only
            return sheet_of(self.subjects.planned_session_id)
        if kind is str:
            return SEARCHED
        raise LookupError(f"no picture knows what to show as {name}: {kind}")


@dataclass(frozen=True, slots=True)
class Scene:
    """Something to draw: where it is, and what is done there before it is seen."""

    route: Route
    action: Callable[[MainWindow], None] | None = None


def show(window: MainWindow, scene: Scene) -> None:
    """Go there and wait until the page has everything it asked for; what was hidden before is seen again."""
    if VEIL.drawn:
        _hide_others(window)
    drive_is_forgotten(window)
    window.go(scene.route)
    settle(window)
    if (window.width(), window.height()) != (WIDTH, HEIGHT):
        window.resize(WIDTH, HEIGHT)  # the whole of a screen that nobody sees is smaller
        settle(window)
    if scene.action is not None:
        scene.action(window)
        settle(window)


def _go_on_importing(window: MainWindow) -> None:
    page = window.page
    assert isinstance(page, ImportPage)
    page.wizard.go_on()


def _review(window: MainWindow) -> None:
    page = window.page
    assert isinstance(page, VisitPage)
    page.finish()


def _hide_others(window: MainWindow) -> None:
    """Press F9, which hides the others or shows them again."""
    window._hide_others()


def _jot_down(window: MainWindow) -> None:
    window.capture()
    settle(window)
    panel = next(each for each in window.findChildren(CapturePanel) if each.isVisible())
    panel.line.setText(JOTTED[window.context.kit.t.language])
    settle(window)
    assert panel.meant is not None, "the picture shows a line that was read"
    assert panel.meant.text


def settle(window: MainWindow) -> None:
    """Let the window work until it has been idle for a few looks in a row."""
    loop, timer, quiet, looks = QEventLoop(), QTimer(), [0], [0]

    def look() -> None:
        idle = not window.context.desk.busy and not window.context.files.busy
        quiet[0] = quiet[0] + 1 if idle else 0
        looks[0] += 1
        if quiet[0] >= _QUIET_LOOKS or looks[0] * _LOOK_EVERY_MS > _PATIENCE_MS:
            loop.quit()

    timer.timeout.connect(look)
    timer.start(_LOOK_EVERY_MS)
    loop.exec()


def regions(window: MainWindow) -> list[str]:
    """Return what a page consists of, as a reader meets it: headings, fields, buttons, lists; each once, in order.

    What stands after a colon or a middle dot comes from the records, and is left out.
    """
    page = window.page
    found = dict.fromkeys(_region(widget) for widget in _visible(page)) if page is not None else {}
    return [region for region in found if region]


def _visible(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root):
            yield widget


def _region(widget: QWidget) -> str:
    if isinstance(widget, QLabel) and widget.property("role") in _SPOKEN_ROLES:
        return f"heading: {_own_words(widget.text())}"
    if isinstance(widget, InlineField):
        return f"field: {widget.caption}"
    if isinstance(widget, QAbstractButton):
        return f"button: {_own_words(widget.text() or widget.accessibleName())}"
    if isinstance(widget, QTableView | QTreeView):
        return f"list: {widget.accessibleName()}"
    return ""


def _own_words(text: str) -> str:
    for sign in (":", " · ", " ("):
        text = text.partition(sign)[0]
    return text.replace("&&", "&").strip()


class _Opener:
    """Opens the binder in the worker's thread."""

    def __init__(self, binder: Path, settings: Settings, clock: StandingClock) -> None:
        self._asked = (binder, settings, clock)

    def __call__(self) -> Desk:
        binder, settings, clock = self._asked
        return open_desk(binder, settings, clock=clock)


class _StateLine:
    """Shows how the binder stands, as the application does."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def __call__(self, state: object) -> None:
        self._window.show_state(state_line(self._window.context.kit, state))  # type: ignore[arg-type]
