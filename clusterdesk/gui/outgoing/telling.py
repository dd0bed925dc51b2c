"""Sends exports for a page, and says where they wait."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from clusterdesk.domain.outgoing.new_export import NewExport
from clusterdesk.domain.outgoing.states import Purpose
from clusterdesk.domain.views.outbox import ExportJob
from clusterdesk.gui.context import Context
from clusterdesk.gui.outgoing.queueing import Content, Queue
from clusterdesk.gui.shell.trail import Route

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.gui.briefing.drawing import DrawnBrief
    from clusterdesk.gui.briefing.request import BriefChoice


class SendToTeam(QObject):
    """Puts exports into the outbox and tells so, with the way to the page of what was sent."""

    def __init__(self, context: Context, parent: QObject) -> None:
        """Live as long as ``parent``."""
        super().__init__(parent)
        self._context = context

    def send(self, *exports: "tuple[NewExport, Callable[[Desk], bytes]]") -> None:
        """Queue them; an error is shown as everywhere."""
        context = self._context
        context.desk.submit(Queue(*exports), self._queued, context.shell.show_error, owner=self)

    def _queued(self, jobs: Sequence[ExportJob]) -> None:
        context, t = self._context, self._context.kit.t
        context.sending.send()
        said = t.n(
            "{n} file is on its way to the team’s folder.",
            "{n} files are on their way to the team’s folder.",
            n=len(jobs),
        )
        if not context.settings.shared_folder:
            said = t.n(
                "{n} file waits in the outbox: no folder of the team was chosen yet.",
                "{n} files wait in the outbox: no folder of the team was chosen yet.",
                n=len(jobs),
            )
        context.shell.toast(said, t("Outbox"), self._go)

    @Slot()
    def _go(self) -> None:
        self._context.shell.go(Route("outbox"))


def send_brief(context: Context, parent: QObject, brief: "DrawnBrief", choice: "BriefChoice") -> None:
    """Put a document into the outbox for the team's folder, and tell so."""
    exports = [
        (
            NewExport(
                title=Path(filename).stem,
                purpose=Purpose.BRIEF,
                filename=filename,
                template=context.settings.drive_briefs,
                visibility=choice.edition.visibility,
                values={"organisation": brief.organisation, "language": brief.language},
            ),
            Content(content),
        )
        for filename, content in brief.files
    ]
    SendToTeam(context, parent).send(*exports)
