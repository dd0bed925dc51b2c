"""What filing asks of the files and of the store."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.documents import AttachDocument, FileMail
from clusterdesk.domain.dropped import DroppedFile
from clusterdesk.domain.views.filing import FilingPlace, Reason

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk

type Progress = Callable[[str, int, int], None]


def look(path: Path, limit_mb: int, _progress: Progress) -> DroppedFile:
    """Read a file and what it tells, away from the window and the store."""
    from clusterdesk.exchange.filing.look import look_at

    return look_at(path, limit_mb=limit_mb)


@dataclass(frozen=True, slots=True)
class Looked:
    """A file that was looked at."""

    dropped: DroppedFile

    def places(self, desk: "Desk") -> tuple[FilingPlace, ...]:
        """Return where it may belong."""
        from clusterdesk.services.filing_places import places_for

        return places_for(desk.store, self.dropped)


def places_by_code(code: str, desk: "Desk") -> tuple[FilingPlace, ...]:
    """Return the session with a code somebody typed, or the organisation of that name or number."""
    from clusterdesk.domain.dropped import DroppedKind
    from clusterdesk.domain.records.organisations import Organisation
    from clusterdesk.services.filing_places import places_for
    from clusterdesk.services.list_views import match_organisations

    found = places_for(desk.store, DroppedFile("", DroppedKind.OTHER, b"", (code,)))
    if found:
        return found
    matches = match_organisations(desk.store, code, 8)
    organisations = (desk.store.get(Organisation, one.id) for one in matches)
    return tuple(FilingPlace(one.id, one.name, Reason.CHOSEN) for one in organisations if not one.deleted)


def file_one(dropped: DroppedFile, place: FilingPlace, desk: "Desk") -> OpResult[tuple[str, ...]]:
    """Put a file into its place; the output are names of attachments left out because they are programs."""
    from clusterdesk.services import filing

    if dropped.mail is not None:
        mail = FileMail(organisation_id=place.organisation_id, contact_id=place.contact_id)
        filed = filing.file_mail(desk.store, mail, dropped)
        return OpResult(filed.output.left_out, filed.changes)
    command = AttachDocument(
        source=Path(dropped.name), organisation_id=place.organisation_id, session_id=place.session_id
    )
    attached: OpResult[Any] = filing.file_picture(desk.store, command, dropped)
    return OpResult((), attached.changes)
