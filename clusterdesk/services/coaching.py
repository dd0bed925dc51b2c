"""Coaching files: opened and staffed; and advice that is none."""

from dataclasses import replace
from datetime import timedelta

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult, differences
from clusterdesk.domain.commands.coaching import (
    AssignManager,
    GiveAdvice,
    OpenCoachingFile,
)
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.records.coaching import (
    CoachingFile,
    CoachingFileManager,
    CoachingFileTrack,
    ManagerRole,
    OneOffAdvice,
)
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.services.exchange_noting import exchange_records
from clusterdesk.services.kept import receiving_organisation
from clusterdesk.store.desk_store import Store


def open_coaching_file(store: Store, cmd: OpenCoachingFile) -> OpResult[CoachingFile]:
    """Open a file for a project, or for a new project of an organisation, with its tracks and its lead, in one step.

    Raises:
        KnownError: neither a project nor an organisation with a title is given.
    """
    changes: list[Change] = []
    if cmd.project_id is not None:
        project = store.get(Project, cmd.project_id)
    else:
        if cmd.organisation_id is None or not one_line(cmd.title):
            raise KnownError(
                "file_without_project",
                N_("A coaching file is about one project."),
                advice=N_("Choose a project, or give the title of a new one."),
            )
        holder = receiving_organisation(store, cmd.organisation_id)
        project = Project(title=one_line(cmd.title), organisation_id=holder.id)
        changes.append(Insert(project))
    file = CoachingFile(project_id=project.id, opened_on=cmd.opened_on, plan=cmd.plan)
    changes.append(Insert(file))
    for track_id in dict.fromkeys(cmd.track_ids):
        member = set_member_id("coaching_file_track", {"coaching_file_id": file.id, "track_id": track_id})
        changes.append(Insert(CoachingFileTrack(id=member, coaching_file_id=file.id, track_id=track_id)))
    if cmd.lead_id is not None:
        lead = CoachingFileManager(coaching_file_id=file.id, profile_id=cmd.lead_id, from_on=cmd.opened_on)
        changes.append(Insert(lead))
    return OpResult(file, store.apply(replace(cmd, title=project.title), changes))


def assign_manager(store: Store, cmd: AssignManager) -> OpResult[CoachingFileManager]:
    """Give an account manager a role; a file has one lead at a time, so a new one ends the one before."""
    file = store.get(CoachingFile, cmd.coaching_file_id)
    changes: list[Change] = []
    for one in store.find(CoachingFileManager, coaching_file_id=file.id, role=ManagerRole.LEAD, revoked_on=None):
        if cmd.role is ManagerRole.LEAD and one.to_on is None:
            last = cmd.from_on - timedelta(days=1)
            changes += differences(one, replace(one, to_on=max(last, one.from_on) if one.from_on else last))
    manager = CoachingFileManager(
        coaching_file_id=file.id, profile_id=cmd.profile_id, role=cmd.role, from_on=cmd.from_on
    )
    titled = replace(cmd, title=project_title(store, file))
    return OpResult(manager, store.apply(titled, [*changes, Insert(manager)]))


def give_advice(store: Store, cmd: GiveAdvice) -> OpResult[OneOffAdvice]:
    """Write down a one-off advice.

    Raises:
        KnownError: it has no subject, or the organisation does not exist.
    """
    if not one_line(cmd.subject):
        raise KnownError(
            "advice_empty",
            N_("Advice needs a subject."),
            advice=N_("Say in a few words what it was about."),
        )
    organisation = receiving_organisation(store, cmd.organisation_id)
    advice = OneOffAdvice(
        organisation_id=organisation.id,
        contact_id=cmd.contact_id,
        profile_id=cmd.profile_id,
        on=cmd.on,
        kind=cmd.kind,
        subject=one_line(cmd.subject),
        answer=cmd.answer,
        minutes=cmd.minutes,
        visibility=cmd.visibility,
    )
    noted = exchange_records(cmd.exchanges, organisation.id, cmd.on, cmd.visibility)
    return OpResult(
        advice, store.apply(replace(cmd, title=organisation.name), [Insert(one) for one in (advice, *noted)])
    )


def project_title(store: Store, file: CoachingFile) -> str:
    """Return the title of the project that a file accompanies: what steps with the file are called by."""
    return store.get(Project, file.project_id).title
