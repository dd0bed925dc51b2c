"""What the page of the staff asks of the database worker."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.employment import (
    CatchHeadcount,
    ContractStaff,
    FollowEmployment,
    NoteHeadcount,
    SetContractStaff,
)
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.coaching import CoachingFileTrack
from clusterdesk.domain.records.employment import Headcount, HeadcountPart
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.views.employment import EmploymentPage

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


@dataclass(frozen=True, slots=True)
class StaffData:
    """All the page shows: the staff as it is judged, and the names of the colleagues."""

    page: EmploymentPage
    colleagues: tuple[str, ...] = ()


def read_staff(organisation_id: UUID, desk: "Desk") -> StaffData:
    """Read the staff of an organisation."""
    from clusterdesk.services.employment import read_employment

    names = sorted(one.name for one in desk.store.find(Profile))
    return StaffData(read_employment(desk.store, organisation_id), tuple(names))


def note(command: NoteHeadcount, desk: "Desk") -> OpResult[Headcount]:
    """Note a head count."""
    from clusterdesk.services.headcounts import note_headcount

    return note_headcount(desk.store, command)


def catch(session_id: UUID, fte: Decimal, about: bool, desk: "Desk") -> OpResult[Headcount]:
    """Note a head count that was said in a session."""
    from clusterdesk.services.headcounts import catch_headcount

    return catch_headcount(desk.store, CatchHeadcount(session_id=session_id, fte=fte, about=about))


def follow(coaching_file_id: UUID, desk: "Desk") -> OpResult[CoachingFileTrack]:
    """Freeze the proposed baseline."""
    from clusterdesk.services.employment_baselines import follow_employment

    return follow_employment(desk.store, FollowEmployment(coaching_file_id=coaching_file_id))


@dataclass(frozen=True, slots=True)
class StaffSaver:
    """Saves FTE or persons of a kind of contract, whether or not there is a record of it yet."""

    headcount_id: UUID
    contract_type_id: UUID
    name: str

    def __call__(self, desk: "Desk", part_id: UUID, value: object) -> OpResult[Record]:
        """Save one of the two values, leaving the other one as it is."""
        from clusterdesk.services.headcounts import set_contract_staff

        known = next(iter(desk.store.find(HeadcountPart, id=part_id)), None)
        values = {"fte": known.fte, "persons": known.persons} if known is not None else {}
        staff = ContractStaff(contract_type_id=self.contract_type_id, **{**values, self.name: value})  # type: ignore[arg-type]
        done = set_contract_staff(desk.store, SetContractStaff(headcount_id=self.headcount_id, staff=staff))
        return OpResult(done.output, done.changes)
