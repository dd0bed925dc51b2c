"""MEETING: a meeting by its id, by its day or title, or as the last or next one of a group."""

from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.cli import references
from clusterdesk.cli.context import Context

if TYPE_CHECKING:
    from clusterdesk.domain.records.groups import Meeting


def meeting_meant(context: Context, text: str, *, coming: bool = False) -> UUID:
    """Return the meeting that is meant; of a group its last one or, where it is ``coming``, its next one.

    A group may be followed by a day: "GT Bois 2026-09-17".

    Raises:
        KnownError: there is none.
        WrongUseError: several may be meant; they are listed.
    """
    from clusterdesk.services import lookup

    store = context.desk.store
    found = lookup.meant(store, text, ("meeting",))
    if len(found) == 1:
        return found[0].id
    name, _, day = text.rpartition(" ")
    for words, on in ((text, ""), (name, day)):
        groups = lookup.meant(store, words, ("working_group",)) if words.strip() else []
        if len(groups) == 1:
            return _of_group(context, groups[0].id, groups[0].title, on, coming=coming)
        if len(groups) > 1:
            raise references.several(context, text, groups)
    if found:
        raise references.several(context, text, found)
    return references.one(context, text, ("meeting",)).id


def _of_group(context: Context, group_id: UUID, name: str, on: str, *, coming: bool) -> UUID:
    from clusterdesk.domain.records.groups import GatheringState, Meeting

    store = context.desk.store
    meetings = sorted(store.find(Meeting, working_group_id=group_id), key=_when)
    if on:
        meetings = [one for one in meetings if one.on.isoformat() == on]
    else:
        wanted = GatheringState.PLANNED if coming else GatheringState.HELD
        meetings = [one for one in meetings if one.state is wanted] or meetings
    if not meetings:
        raise KnownError(
            "no_such_meeting",
            N_("No such meeting of “{name}” is known."),
            advice=N_("Look them up with “clusterdesk group show”, or name one by its id."),
            name=name,
        )
    return (meetings[0] if coming and not on else meetings[-1]).id


def _when(meeting: "Meeting") -> tuple[str, str]:
    return meeting.on.isoformat(), meeting.starts_at.isoformat() if meeting.starts_at is not None else ""
