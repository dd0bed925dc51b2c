"""Whom a typed name means: an organisation, a contact person, somebody expected at a meeting, or a bare name."""

from collections.abc import Sequence
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.groups import Came
from clusterdesk.domain.groups.people import Who
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.records.groups import Presence
from clusterdesk.domain.views.groups import AttendanceLine
from clusterdesk.services import lookup
from clusterdesk.services.group_views import read_meeting
from clusterdesk.store.desk_store import Store
from clusterdesk.store.summaries import sort_key


def who_meant(store: Store, text: str) -> Who:
    """Return the one organisation or person whose name is, or begins with, a text; else the text as a bare name."""
    name = one_line(text)
    for key in ("organisation", "contact"):
        found = lookup.meant(store, name, (key,))
        if len(found) == 1 and sort_key(found[0].title).startswith(sort_key(name)):
            one = found[0].id
            return Who(organisation_id=one) if key == "organisation" else Who(contact_id=one)
    return Who(name=name)


def came_to(
    store: Store,
    meeting_id: UUID,
    names: Sequence[str],
    presence: Presence,
    *,
    others: bool = False,
    remark: str | None = None,
) -> tuple[Came, ...]:
    """Return what is noted of people by name: those expected first, else anybody.

    ``others``: also all of whom nothing was noted yet.

    Raises:
        KnownError: there is no such meeting, or a name may mean several of those expected.
    """
    expected = read_meeting(store, meeting_id).attendance
    came = [Came(who=_expected(expected, name) or who_meant(store, name), presence=presence, remark=remark)
            for name in names]  # fmt: skip
    if others:
        said = {one.who.key for one in came}
        came += [
            Came(who=one.person.who, presence=presence, remark=remark)
            for one in expected
            if one.presence is Presence.UNKNOWN and one.key not in said
        ]
    return tuple(came)


def _expected(lines: Sequence[AttendanceLine], name: str) -> Who | None:
    wanted = sort_key(name)
    whole = [one for one in lines if wanted in (sort_key(one.person.name), sort_key(one.person.side))]
    begun = [
        one
        for one in lines
        if any(
            sort_key(word).startswith(wanted) for word in (one.person.name, one.person.side, *one.person.name.split())
        )
    ]
    found = whole or begun
    if len(found) > 1:
        raise KnownError(
            "several_expected",
            N_("“{name}” may be several of those expected: {names}."),
            advice=N_("Write more of the name."),
            name=name,
            names=", ".join(one.person.name for one in found),
        )
    return found[0].person.who if found else None
