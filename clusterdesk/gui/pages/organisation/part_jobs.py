"""Steps about people and files that need a look at the store first, in the worker."""

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.coaching import OpenCoachingFile
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileManager, ManagerRole
from clusterdesk.domain.records.contacts import ContactRole
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.projects import Project
from clusterdesk.gui.forms import jobs

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


def remove_person(contact_id: UUID, role_ids: tuple[UUID, ...], desk: "Desk") -> OpResult[Record]:
    """Take a person off an organisation; one without another organisation goes to the bin."""
    others = [one for one in desk.store.find(ContactRole, contact_id=contact_id) if one.id not in role_ids]
    if others and len(role_ids) == 1:
        return jobs.remove("contact_role", role_ids[0], desk)
    return jobs.remove("contact", contact_id, desk)


def open_file(project: Project, day: date, profile_name: str, desk: "Desk") -> OpResult[CoachingFile]:
    """Open a coaching file with the user as lead, where the user is a known colleague."""
    from clusterdesk.services.coaching import open_coaching_file

    lead = _profile(profile_name, desk)
    command = OpenCoachingFile(
        opened_on=day, project_id=project.id, title=project.title, lead_id=lead.id if lead is not None else None
    )
    return open_coaching_file(desk.store, command)


def add_manager(file_id: UUID, profile_name: str, today: date, desk: "Desk") -> OpResult[Record]:
    """Give the user, or the first colleague who has none, a role in a file; a first colleague is made of the user."""
    taken = {one.profile_id for one in desk.store.find(CoachingFileManager, coaching_file_id=file_id)}
    own = _profile(profile_name, desk)
    free = [one for one in desk.store.find(Profile) if one.id not in taken]
    chosen = own if own is not None and own.id not in taken else next(iter(free), own)
    role = ManagerRole.SUPPORT if taken else ManagerRole.LEAD
    new = chosen or Profile(name=profile_name or "–")
    manager = CoachingFileManager(coaching_file_id=file_id, profile_id=new.id, role=role, from_on=today)
    if chosen is None:
        result = jobs.add(AddRecord(record=new, parts=(manager,)), desk)
        return OpResult(manager, result.changes)
    return jobs.add(AddRecord(record=manager), desk)


def _profile(name: str, desk: "Desk") -> Profile | None:
    wanted = name.strip().casefold()
    return next((one for one in desk.store.find(Profile) if one.name.casefold() == wanted), None)
