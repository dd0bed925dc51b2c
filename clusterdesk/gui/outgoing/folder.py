"""Choosing the team's folder from the window: asked for in the worker, marked by the helper, kept in the settings."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Slot

from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.preferences import Preferences
from clusterdesk.gui.sending import Sending
from clusterdesk.gui.tasks import Lane

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.sync.watched_process import Asking, DriveHelper
    from clusterdesk.sync.wire import Outcome, Request


class TeamFolder(QObject):
    """Makes the folder somebody chooses the team's, where it can be; the answer comes by ``Sending``."""

    def __init__(
        self,
        worker: DeskWorker[Any],
        lane: Lane,
        helper: Callable[[], "DriveHelper"],
        preferences: Preferences,
        sending: Sending,
    ) -> None:
        """Use the worker for the store and the lane for the drive."""
        super().__init__()
        self._worker, self._lane, self._helper = worker, lane, helper
        self._preferences, self._sending = preferences, sending
        self._folder = ""
        sending.folder_asked.connect(self._asked)

    @Slot(str)
    def _asked(self, folder: str) -> None:
        self._folder = folder
        if folder:
            self._worker.submit(_Request(folder), self._mark, self._refused, owner=self)
        else:
            self._kept(None)

    def _mark(self, request: "Request") -> None:
        self._lane.submit(_Mark(self._helper(), request), self._marked, self._refused, owner=self)

    def _marked(self, outcome: "Outcome") -> None:
        self._worker.submit(_Keep(self._folder, outcome), self._kept, self._refused, owner=self)

    def _kept(self, _nothing: None) -> None:
        self._preferences.set("shared_folder", self._folder)
        self._sending.folder_answered.emit(None)
        self._sending.send(now=True)

    def _refused(self, error: BaseException) -> None:
        self._sending.folder_answered.emit(error)


class _Request:
    """What the helper is asked, made in the worker's thread."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def __call__(self, desk: "Desk") -> "Request":
        from clusterdesk.sync.setting_up import mark_request

        return mark_request(desk.store, self._folder)


class _Mark:
    """The question to the drive."""

    def __init__(self, helper: "Asking", request: "Request") -> None:
        self._helper, self._request = helper, request

    def __call__(self, _progress: object) -> "Outcome":
        return self._helper.ask(self._request)


class _Keep:
    """Remembers that the folder was marked, or says why it was not."""

    def __init__(self, folder: str, outcome: "Outcome") -> None:
        self._folder, self._outcome = folder, outcome

    def __call__(self, desk: "Desk") -> None:
        from clusterdesk.sync.setting_up import keep_mark

        keep_mark(desk.store, self._folder, self._outcome)
