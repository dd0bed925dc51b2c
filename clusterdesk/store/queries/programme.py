"""Reading the programme: years, events with who took part, themes with their votes, in a handful of statements."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.programme import counting, ranking
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.groups import GatheringState, Presence
from clusterdesk.domain.records.programme import (
    Commitment,
    EventKind,
    EventParticipation,
    ProgrammeEvent,
    Satisfaction,
    Theme,
    ThemeState,
    ThemeVote,
)
from clusterdesk.domain.views.programme import (
    EventRow,
    KindYear,
    ParticipantLine,
    ThemeLine,
    VoteLine,
)
from clusterdesk.store.queries.merged import kept_ids
from clusterdesk.store.queries.record_titles import titles_of
from clusterdesk.store.repositories.records import find

_LAST = 1_000_000


class ProgrammeReader:
    """One snapshot of the programme."""

    def __init__(self, connection: sa.Connection) -> None:
        """Read it."""
        self._connection = connection
        kinds = find(connection, EventKind, deleted=None)
        self._kinds = {one.id: one for one in kinds}
        self.kinds = tuple(sorted((one for one in kinds if not one.deleted), key=_kind_place))
        self.events = {one.id: one for one in find(connection, ProgrammeEvent, revoked_on=None)}
        self.commitments = find(connection, Commitment)
        self._themes = {one.id: one for one in find(connection, Theme, revoked_on=None)}
        taking = find(connection, EventParticipation, revoked_on=None)
        self._taking = _grouped(taking, "programme_event_id")
        self._kept = kept_ids(connection)
        hosts = {one.host_id for one in self.events.values() if one.host_id is not None}
        self._names = titles_of(connection, "organisation", {self.kept(one) for one in hosts})

    def kept(self, organisation_id: UUID) -> UUID:
        """Return the organisation that one is read as."""
        return self._kept.get(organisation_id, organisation_id)

    def row(self, event: ProgrammeEvent) -> EventRow:
        """Return an event with what it is, where, and how many."""
        staying = [one for one in self._taking.get(event.id, ()) if one.cancelled_on is None]
        host = self.kept(event.host_id) if event.host_id is not None else None
        return EventRow(
            event,
            self._kinds.get(event.event_kind_id) if event.event_kind_id is not None else None,
            self._themes.get(event.theme_id) if event.theme_id is not None else None,
            self._names.get(host, "") if host is not None else "",
            host,
            sum(one.invited_on is not None for one in self._taking.get(event.id, ())),
            sum(one.registered_on is not None for one in staying),
            sum(one.presence is Presence.PRESENT for one in staying),
        )

    def kinds_of(self, year: int, today: date) -> tuple[KindYear, ...]:
        """Return each kind that the year owes something of, or that it has an event of."""
        events = counting.by_kind(self.events.values(), year)
        owed: dict[UUID | None, Commitment] = {one.event_kind_id: one for one in self.commitments if one.year == year}
        keys = sorted({*events, *owed}, key=self._place)
        return tuple(
            KindYear(
                self._kinds.get(key) if key is not None else None,
                owed.get(key),
                counting.counted(owed.get(key), events.get(key, ()), today),
                tuple(self.row(one) for one in events.get(key, ())),
            )
            for key in keys
        )

    def themes_of(self, year: int) -> tuple[ThemeLine, ...]:
        """Return the themes proposed for a year: by place, then by their words; dropped ones last."""
        mine = [one for one in self._themes.values() if one.year == year]
        if not mine:
            return ()
        votes = find(self._connection, ThemeVote, revoked_on=None, theme_id={one.id for one in mine})
        by_theme = _grouped(votes, "theme_id")
        tally = ranking.tallies(votes)
        places = ranking.ranks(mine, tally) if votes else {}
        asked = {one.organisation_id for one in mine} | {one.organisation_id for one in votes}
        names = titles_of(self._connection, "organisation", {self.kept(one) for one in asked if one is not None})

        def name(key: UUID | None) -> str:
            return names.get(self.kept(key), "") if key is not None else ""

        lines = [
            ThemeLine(
                one,
                " – ".join(part for part in (one.proposed_by, name(one.organisation_id)) if part),
                tally.get(one.id, ranking.Tally()).points,
                _votes(by_theme.get(one.id, ()), name),
                one.rank or places.get(one.id),
            )
            for one in mine
        ]
        return tuple(sorted(lines, key=_theme_place))

    def themes(self) -> tuple[Theme, ...]:
        """Return all themes that are not dropped, the newest year first."""
        found = [one for one in self._themes.values() if one.state is not ThemeState.DROPPED]
        return tuple(sorted(found, key=lambda one: (-one.year, one.rank or _LAST, one.title.casefold())))

    def years(self) -> tuple[int, ...]:
        """Return the years that have commitments, events or themes."""
        found = {one.year for one in self.commitments} | {one.on.year for one in self.events.values()}
        return tuple(sorted(found | {one.year for one in self._themes.values()}))

    def next_event(self, today: date) -> EventRow | None:
        """Return the next event that is planned."""
        coming = [
            one
            for one in self.events.values()
            if one.state is GatheringState.PLANNED and (one.to_on or one.on) >= today
        ]
        first = min(coming, key=lambda one: (one.on, one.starts_at is None, one.starts_at, one.id), default=None)
        return self.row(first) if first is not None else None

    def participants(self, event_id: UUID) -> tuple[ParticipantLine, ...]:
        """Return who was invited to an event or registered, by organisation and name."""
        taking = self._taking.get(event_id, [])
        organisations = {self.kept(one.organisation_id) for one in taking if one.organisation_id is not None}
        names = titles_of(self._connection, "organisation", organisations)
        people = titles_of(
            self._connection, "contact", {one.contact_id for one in taking if one.contact_id is not None}
        )
        lines = [self._line(one, names, people) for one in taking]
        return tuple(sorted(lines, key=lambda one: (one.organisation.casefold(), one.name.casefold(), one.record.id)))

    def opinions(self, event_id: UUID) -> tuple[Satisfaction, ...]:
        """Return what participants thought of an event, in the order of their arrival."""
        found = find(self._connection, Satisfaction, revoked_on=None, programme_event_id=event_id)
        return tuple(sorted(found, key=lambda one: one.id))

    def taking_part(self, event_ids: Iterable[UUID]) -> dict[UUID, list[EventParticipation]]:
        """Return the participations of some events."""
        return {one: self._taking.get(one, []) for one in event_ids}

    def _line(self, one: EventParticipation, names: dict[UUID, str], people: dict[UUID, str]) -> ParticipantLine:
        kept = self.kept(one.organisation_id) if one.organisation_id is not None else None
        name = people.get(one.contact_id, "") if one.contact_id is not None else ""
        return ParticipantLine(one, name or one.name, names.get(kept, "") if kept is not None else "", kept)

    def _place(self, key: UUID | None) -> tuple[int, str]:
        kind = self._kinds.get(key) if key is not None else None
        return _kind_place(kind) if kind is not None else (_LAST, "")


def _votes(votes: Sequence[ThemeVote], name: Callable[[UUID | None], str]) -> tuple[VoteLine, ...]:
    lines = [
        VoteLine(one, " – ".join(part for part in (one.voter, name(one.organisation_id)) if part)) for one in votes
    ]
    return tuple(sorted(lines, key=lambda one: (-one.record.points, one.name.casefold(), one.record.id)))


def _kind_place(kind: EventKind) -> tuple[int, str]:
    return kind.position, kind.name_fr


def _theme_place(line: ThemeLine) -> tuple[bool, int, int, str]:
    dropped = line.record.state is ThemeState.DROPPED
    return dropped, line.place or _LAST, -line.points, line.record.title.casefold()


def _grouped[R: Record](found: Iterable[R], name: str) -> dict[UUID, list[R]]:
    groups: dict[UUID, list[R]] = defaultdict(list)
    for one in found:
        groups[getattr(one, name)].append(one)
    return groups
