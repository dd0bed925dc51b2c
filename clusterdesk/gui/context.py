"""What a page is given: the kit, the settings, the database worker, and the few things it may ask of the shell."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Protocol
from uuid import UUID

from PySide6.QtCore import QObject

from clusterdesk.base.errors import KnownError
from clusterdesk.config.settings import Settings
from clusterdesk.gui.desk_worker import DeskWorker
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.preferences import Preferences
from clusterdesk.gui.sending import Sending
from clusterdesk.gui.shell.trail import Route
from clusterdesk.gui.tasks import Lane, Progress, Ticket, owner_of
from clusterdesk.gui.walk import Walk

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.domain.op_changes import OpChanges, OpResult
    from clusterdesk.domain.referrals.silence import SilenceRule


class Shell(Protocol):
    """What a page may ask of the window around it."""

    def go(self, route: Route) -> None:
        """Show another page."""
        ...

    def knows(self, place: str) -> bool:
        """Tell whether there is a place of this key to go to."""
        ...

    def toast(self, text: str, action: str = "", on_action: Callable[[], None] | None = None) -> None:
        """Show a short message, with a button when ``action`` names one."""
        ...

    def toast_undo(self, text: str) -> None:
        """Show a short message with the button Undo."""
        ...

    def capture(self, note_id: UUID | None = None) -> None:
        """Open quick capture over the page, empty or with a note that waits to be sorted."""
        ...

    def open_binder(self, path: Path, place: str = "") -> None:
        """Close this binder and open another one, at a place of it."""
        ...

    def show_error(self, error: BaseException) -> None:
        """Show an error as a calm dialog (a bug gets a report)."""
        ...

    def changed(self, changes: "OpChanges") -> None:
        """Tell all pages what an operation touched; ``Context.write`` does it by itself."""
        ...

    def reload(self) -> None:
        """Let every page load everything again (a backup was restored)."""
        ...


@dataclass(frozen=True, slots=True)
class Context:
    """A page's surroundings.

    ``desk`` runs jobs with the store, ``files`` runs jobs without it (reading a file, rendering a page); ``walk`` is
    the list one came from; ``sending`` tells of the outbox and brings what was put into it to the shared drive.
    """

    kit: Kit
    preferences: Preferences
    desk: "DeskWorker[Desk]"
    files: Lane
    shell: Shell
    walk: Walk = field(default_factory=Walk)
    sending: Sending = field(default_factory=Sending)

    @property
    def settings(self) -> Settings:
        """The settings in force now."""
        return self.preferences.current

    @property
    def silence(self) -> "SilenceRule":
        """From when on a team counts as silent."""
        from clusterdesk.services.referral_rules import silence_rule

        return silence_rule(self.settings)

    def write[T](
        self,
        job: "Callable[[Desk], OpResult[T]]",
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[BaseException], None] | None = None,
        *,
        toast: str = "",
        owner: QObject | None = None,
    ) -> Ticket:
        """Run a service in the worker; then refresh every page it touches and call ``on_done(output)``.

        ``toast`` is shown with Undo when something changed. The refresh happens even if the asking page is gone.
        """
        answer = _Answer(self.shell, on_done, owner or owner_of(on_done), toast)
        return self.desk.submit(job, answer, on_error, owner=self.shell if isinstance(self.shell, QObject) else None)

    def write_long[T](
        self,
        job: "Callable[[Desk, Progress], OpResult[T]]",
        on_done: Callable[[T], None] | None = None,
        on_error: Callable[[BaseException], None] | None = None,
        *,
        on_progress: Callable[[str, int, int], None],
        on_cancelled: Callable[[], None] | None = None,
        toast: str = "",
        owner: QObject | None = None,
    ) -> Ticket:
        """Run a service that takes its time, tells how far it is, and can be stopped; else as ``write``."""
        answer = _Answer(self.shell, on_done, owner or owner_of(on_done), toast)
        return self.desk.submit_long(
            job,
            answer,
            on_error,
            on_progress=on_progress,
            on_cancelled=on_cancelled,
            owner=self.shell if isinstance(self.shell, QObject) else None,
        )

    def error_text(self, error: BaseException) -> str:
        """Return one line for a field that could not be saved; a bug goes to the shell's dialog as well."""
        t = self.kit.t
        if isinstance(error, KnownError):
            texts = error.texts(t)
            return t("{message} {advice}", message=texts.message, advice=texts.advice)
        self.shell.show_error(error)
        return t("This was not saved.")


class _Answer[T]:
    """Takes a service's result: changes to the shell, output to the page while it lives."""

    def __init__(self, shell: Shell, on_done: Callable[[T], None] | None, owner: QObject | None, toast: str) -> None:
        self._shell, self._on_done, self._owner, self._toast = shell, on_done, owner, toast

    def __call__(self, result: "OpResult[T]") -> None:
        if result.changes:
            self._shell.changed(result.changes)
            if self._toast:
                self._shell.toast_undo(self._toast)
        if self._on_done is not None and Ticket.alive(self._owner):
            self._on_done(result.output)
