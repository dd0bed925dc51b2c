"""What quick capture asks of the store."""

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.base.ids import derived_id
from clusterdesk.domain.capture.understood import Around, Corrections, Understood
from clusterdesk.domain.op_changes import OpResult
from clusterdesk.domain.records.inbox import QuickNote

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.services.capture_filing import Kept

# Where the draft of a line is kept: under an id no quick note will ever have.
DRAFT = ("quick_note", derived_id("quick_capture"), "text")


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands, where it is written, what was said by hand, and the waiting note it is, if any."""

    text: str
    around: Around
    by_hand: Corrections
    note_id: UUID | None = None


def understand(line: Line, desk: "Desk") -> Understood:
    """Find out what a line means."""
    from clusterdesk.services import capture

    if line.note_id is None:
        return capture.understand(desk.store, line.text, line.around, line.by_hand)
    note = desk.store.get(QuickNote, line.note_id)
    return capture.understand_waiting(desk.store, note, line.text, line.by_hand)


def keep(line: Line, desk: "Desk") -> "OpResult[Kept]":
    """Keep a line where it belongs; its draft has done its work."""
    from clusterdesk.services.capture_filing import keep as keep_it
    from clusterdesk.services.drafts import drop_draft

    result = keep_it(desk.store, understand(line, desk), line.note_id)
    if line.note_id is None:
        drop_draft(desk.store, *DRAFT)
    return result


def keep_draft(text: str, desk: "Desk") -> None:
    """Keep what is being written, although it is nothing yet; empty text is forgotten."""
    from clusterdesk.services.drafts import drop_draft, save_draft

    if text.strip():
        save_draft(desk.store, *DRAFT, text)
    else:
        drop_draft(desk.store, *DRAFT)


def read_draft(desk: "Desk") -> str:
    """Return what was being written when the line was left."""
    from clusterdesk.services.drafts import draft_text

    return draft_text(desk.store, *DRAFT)


def read_waiting(note_id: UUID, desk: "Desk") -> str:
    """Return what a waiting note says."""
    return desk.store.get(QuickNote, note_id).text
