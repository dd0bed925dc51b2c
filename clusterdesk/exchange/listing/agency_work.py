"""Tables of the open export: whom the cluster works with, on what, and how often they met."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import date
from uuid import UUID

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.coaching import is_coaching_action
from clusterdesk.domain.dated import holds_on, in_force
from clusterdesk.domain.records.coaching import CoachingFileTrack
from clusterdesk.domain.records.lists import Track
from clusterdesk.domain.records.organisations import Address, AddressKind, Membership
from clusterdesk.domain.records.projects import ProjectValueChain
from clusterdesk.domain.records.sessions import Session
from clusterdesk.exchange.listing.agency_facts import AgencyFacts, Rows, current
from clusterdesk.i18n.formats import Formats
from clusterdesk.store.queries.file_parts import traced_sessions

_AT_ONCE = 400


def organisations(facts: AgencyFacts) -> Rows:
    """Return the organisations with their seat and membership on the day."""
    t, formats = facts.t, Formats(facts.t.language)
    seats = _seats(facts)
    memberships = _memberships(facts)
    rows: Rows = []
    for one in facts.organisations:
        seat, member = seats.get(one.id), memberships.get(one.id)
        rows.append(
            (
                facts.name(one.id),
                facts.number(one.id),
                t(choice_label(one.kind)),
                facts.chains(one.id),
                seat.postcode if seat else "",
                seat.city if seat else "",
                t(choice_label(member.status)) if member else "",
                formats.partial(member.from_on) if member and member.from_on else "",
            )
        )
    return rows


def _seats(facts: AgencyFacts) -> Mapping[UUID, Address]:
    found: dict[UUID, Address] = {}
    for one in current(facts.store.find(Address, kind=AddressKind.SEAT)):
        kept = facts.kept(one.organisation_id)
        if kept is not None and holds_on(one, facts.day):
            found.setdefault(kept.id, one)
    return found


def _memberships(facts: AgencyFacts) -> Mapping[UUID, Membership]:
    every: dict[UUID, list[Membership]] = defaultdict(list)
    for one in current(facts.store.find(Membership)):
        kept = facts.kept(one.organisation_id)
        if kept is not None:
            every[kept.id].append(one)
    chosen = {key: in_force(found, facts.day) for key, found in every.items()}
    return {key: one for key, one in chosen.items() if one is not None}


def projects(facts: AgencyFacts) -> Rows:
    """Return the projects with holder and value chains."""
    t, formats = facts.t, Formats(facts.t.language)
    chains: dict[UUID, set[str]] = defaultdict(set)
    for link in facts.store.find(ProjectValueChain):
        chains[link.project_id].add(facts.chain_names.get(link.value_chain_id, ""))
    return [
        (
            one.title if facts.personal or one.contact_id is None else "",
            facts.name(one.organisation_id),
            t(choice_label(one.kind)),
            one.stage,
            ", ".join(sorted(name for name in chains[one.id] if name)),
            formats.partial(one.started_on) if one.started_on else "",
        )
        for one in sorted(facts.projects.values(), key=lambda one: (one.title.casefold(), str(one.id)))
    ]


def coaching(facts: AgencyFacts) -> Rows:
    """Return the coaching files with their tracks and how often they met."""
    names = {one.id: one.name_in(facts.t.language) for one in facts.store.find(Track, deleted=None)}
    tracks: dict[UUID, set[str]] = defaultdict(set)
    for link in facts.store.find(CoachingFileTrack):
        tracks[link.coaching_file_id].add(names.get(link.track_id, ""))
    counted, latest = _actions(facts)
    rows: Rows = []
    for one in sorted(facts.files.values(), key=lambda one: (one.opened_on, str(one.id))):
        project = facts.projects.get(one.project_id)
        rows.append(
            (
                facts.name(project.organisation_id if project else None),
                one.opened_on,
                one.closed_on,
                ", ".join(sorted(name for name in tracks[one.id] if name)),
                counted[one.id],
                latest.get(one.id),
            )
        )
    return rows


def _actions(facts: AgencyFacts) -> tuple[Counter[UUID], dict[UUID, date]]:
    """Count the coaching actions of each file, and tell the day of the last one."""
    sessions = facts.store.find(Session)
    files = [one.bytes for one in facts.files]
    traced: set[UUID] = set()
    with facts.store.read() as connection:
        for start in range(0, len(files), _AT_ONCE):
            traced |= traced_sessions(connection, files[start : start + _AT_ONCE])
    counted: Counter[UUID] = Counter()
    latest: dict[UUID, date] = {}
    for one in sessions:
        if one.coaching_file_id is not None and is_coaching_action(one, has_trace=one.id in traced):
            counted[one.coaching_file_id] += 1
            latest[one.coaching_file_id] = max(one.on, latest.get(one.coaching_file_id, one.on))
    return counted, latest
