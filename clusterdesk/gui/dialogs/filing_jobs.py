"""What filing asks of the files and of the store."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.documents import AttachDocument, FileMail
from clusterdesk.domain.dropped import DroppedFile
from clusterdesk.domain.views.filing import FilingPlace, Reason

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.services.filing import FiledOne

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


def file_all(wanted: Sequence[tuple[DroppedFile, FilingPlace]], desk: "Desk") -> "OpResult[tuple[FiledOne, ...]]":
    """Put files into their places, in one step; the output says of each what became of it."""
    from clusterdesk.services import filing

    return filing.file_all(desk.store, [(dropped, _command(dropped, place)) for dropped, place in wanted])


def _command(dropped: DroppedFile, place: FilingPlace) -> FileMail | AttachDocument:
    if dropped.mail is not None:
        return FileMail(organisation_id=place.organisation_id, contact_id=place.contact_id)
    return AttachDocument(
        source=Path(dropped.name),
        organisation_id=place.organisation_id,
        session_id=place.session_id,
        evidence_id=place.evidence_id,
    )
