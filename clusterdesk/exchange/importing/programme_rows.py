"""Verdicts on the rows of lists of registrations and of votes: who is known is updated, and never there twice."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.records.groups import Presence
from clusterdesk.domain.records.programme import EventParticipation, ProgrammeEvent, Theme, ThemeState, ThemeVote
from clusterdesk.exchange.importing.known import Known
from clusterdesk.exchange.importing.named_people import NamedPeople, NamedPerson
from clusterdesk.exchange.importing.owners import Owners
from clusterdesk.exchange.importing.settling import added, joined, refusal, settled
from clusterdesk.exchange.importing.verdicts import RowPlan
from clusterdesk.exchange.mapping.column_mapping import ColumnMapping
from clusterdesk.exchange.mapping.read_row import ReadRow

_NO_EVENT = N_("The row names no event: import the list from the page of the event, or say which one it is.")
_UNKNOWN_EVENT = N_("There is no event “{name}” in the binder: plan it first, or correct the title.")
_UNKNOWN_THEME = N_("There is no theme “{name}” in the binder: add it in the programme first, or correct the title.")
_BAD_POINTS = N_("“{points}” is no number of points: write a whole number from 0.")
_MOST_POINTS = 10_000
_PRESENCES = frozenset(one.value for one in Presence)


class _Planner:
    def __init__(self, known: Known, mapping: ColumnMapping, today: date) -> None:
        """Read what the binder knows."""
        self.known, self.mapping, self.today = known, mapping, today
        self.people = NamedPeople(known, Owners(known, mapping))


class RegistrationPlanner(_Planner):
    """Somebody who registers for an event, cancels, or came."""

    def __init__(self, known: Known, mapping: ColumnMapping, today: date) -> None:
        """Read the events."""
        super().__init__(known, mapping, today)
        self._events = {one.id: one for one in known.store.find(ProgrammeEvent, revoked_on=None)}

    def plan(self, read: ReadRow) -> RowPlan:
        """Return the verdict on a row that could be read."""
        event = self._event(read)
        if isinstance(event, RowPlan):
            return event
        person = self.people.of(read)
        if isinstance(person, RowPlan):
            return person
        present = self.known.existing(EventParticipation, "programme_event_id", event.id)
        before = next((one for one in present if _is_same(one, person)), None)
        base = before or EventParticipation(programme_event_id=event.id)
        made = self._answered(self._named(base, person), read, event)
        made = replace(made, remark=added(base.remark, joined(read.every("notes"))))
        if before is None:
            self.known.remember_existing(made)
        else:
            self.known.replace_existing(made)
        given = {"organisation_id", "contact_id", "name", "mail", "registered_on", "cancelled_on", "presence", "remark"}
        return settled(read, before, made, given, (), person.title or person.mail)

    def _event(self, read: ReadRow) -> ProgrammeEvent | RowPlan:
        name = read.values.get("event")
        if self.known.about in self._events:
            return self._events[self.known.about]
        if not name:
            return refusal(read, self.mapping, "event", "event_missing", _NO_EVENT)
        fitting = [one for one in self._events.values() if folded(one.title) == folded(str(name))]
        if not fitting:
            return refusal(read, self.mapping, "event", "event_unknown", _UNKNOWN_EVENT, name=name)
        coming = [one for one in fitting if (one.to_on or one.on) >= self.today]
        return min(coming, key=lambda one: one.on) if coming else max(fitting, key=lambda one: one.on)

    def _named(self, base: EventParticipation, person: NamedPerson) -> EventParticipation:
        return replace(
            base,
            organisation_id=base.organisation_id or person.organisation_id,
            contact_id=base.contact_id or person.contact_id,
            name=base.name or person.name,
            mail=base.mail or ("" if person.contact is not None else person.mail),
        )

    def _answered(self, base: EventParticipation, read: ReadRow, event: ProgrammeEvent) -> EventParticipation:
        answer, day = read.values.get("answer") or "registered", read.values.get("registered_on")
        if answer == "cancelled":
            return replace(base, cancelled_on=base.cancelled_on or day or self.today)
        usual = min(event.on, self.today)
        registered = base.registered_on or day or usual
        if answer in _PRESENCES:
            return replace(base, registered_on=registered, cancelled_on=None, presence=Presence(answer))
        return replace(base, registered_on=registered, cancelled_on=None)


class VotePlanner(_Planner):
    """Points that somebody gave to a theme."""

    def __init__(self, known: Known, mapping: ColumnMapping, today: date) -> None:
        """Read the themes."""
        super().__init__(known, mapping, today)
        self._themes = [one for one in known.store.find(Theme, revoked_on=None) if one.state is not ThemeState.DROPPED]

    def plan(self, read: ReadRow) -> RowPlan:
        """Return the verdict on a row that could be read."""
        theme = self._theme(read)
        if isinstance(theme, RowPlan):
            return theme
        points = _points(read.values.get("points"))
        if points is None:
            shown = read.values.get("points")
            return refusal(read, self.mapping, "points", "points_unreadable", _BAD_POINTS, points=shown)
        person = self.people.of(read)
        if isinstance(person, RowPlan):
            return person
        made = ThemeVote(
            theme_id=theme.id,
            organisation_id=person.organisation_id,
            voter=person.name or ("" if person.organisation is not None else person.mail),
            points=points,
            on=read.values.get("on") or self.today,
        )
        present = self.known.existing(ThemeVote, "theme_id", theme.id)
        before = next((one for one in present if _is_same_voter(one, made)), None)
        given = {"points", "on"} if read.values.get("on") else {"points"}
        if before is None:
            self.known.remember_existing(made)
        else:
            self.known.replace_existing(replace(before, points=points))
        return settled(read, before, made, given, (), " – ".join((theme.title, person.title or person.mail)))

    def _theme(self, read: ReadRow) -> Theme | RowPlan:
        name, year = str(read.values["theme"]), str(read.values.get("year") or "").strip()
        fitting = [one for one in self._themes if folded(one.title) == folded(name) and year in ("", str(one.year))]
        if not fitting:
            return refusal(read, self.mapping, "theme", "theme_unknown", _UNKNOWN_THEME, name=name)
        return max(fitting, key=lambda one: (one.year, one.id))


def _points(value: Any) -> int | None:  # noqa: ANN401 - as read
    if value is None:
        return 1
    number = Decimal(value)
    return int(number) if number == int(number) and 0 <= number <= _MOST_POINTS else None


def _is_same(one: EventParticipation, person: NamedPerson) -> bool:
    if one.contact_id is not None and person.contact_id is not None:
        return one.contact_id == person.contact_id
    if one.mail and person.mail and one.mail.casefold() == person.mail.casefold():
        return True
    return folded(one.name) == folded(person.name) and one.organisation_id == person.organisation_id


def _is_same_voter(one: ThemeVote, made: ThemeVote) -> bool:
    return folded(one.voter) == folded(made.voter) and one.organisation_id == made.organisation_id
