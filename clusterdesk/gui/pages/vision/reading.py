"""What the page of the common vision asks of the store, in the worker."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.vision import MoveChapter
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.vision import VisionChapter, VisionStage
from clusterdesk.domain.views.vision import VisionPage

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


def read(dossier_id: UUID | None, desk: "Desk") -> VisionPage | None:
    """Read a dossier, without an id the first one; None where there is none."""
    from clusterdesk.services import vision

    if dossier_id is None:
        every = vision.dossiers(desk.store)
        if not every:
            return None
        dossier_id = every[0].id
    return vision.read_vision(desk.store, dossier_id)


def reach(dossier_id: UUID, stage: VisionStage, on: date | None, remark: str, desk: "Desk") -> OpResult[Record]:
    """Note that a dossier has reached a stage."""
    from clusterdesk.services.vision import move_dossier

    return move_dossier(desk.store, dossier_id, stage, on=on, remark=remark)


def order(command: MoveChapter, desk: "Desk") -> OpResult[VisionChapter]:
    """Move a chapter up or down."""
    from clusterdesk.services.vision import move_chapter

    return move_chapter(desk.store, command)
