"""Verdicts on the rows of lists of registrations: who is known is updated, and never there twice."""

from dataclasses import replace
from datetime import date

from clusterdesk.base.marks import N_
from clusterdesk.domain.parsing.outcome import Problem
from clusterdesk.domain.parsing.text import folded
from clusterdesk.domain.records.groups import Presence
from clusterdesk.domain.records.programme import EventParticipation, ProgrammeEvent
from clusterdesk.exchange.importing.asking import AskingPlanner
from clusterdesk.exchange.importing.known import Known
from clusterdesk.exchange.importing.known_people import may_be_one
from clusterdesk.exchange.importing.named_people import NamedPerson, Unclear
from clusterdesk.exchange.importing.settling import added, joined, refusal, settled
from clusterdesk.exchange.importing.verdicts import RowPlan, Verdict
from clusterdesk.exchange.mapping.column_mapping import ColumnMapping
from clusterdesk.exchange.mapping.read_row import ReadRow

_NO_EVENT = N_("The row names no event: import the list from the page of the event, or say which one it is.")
_UNKNOWN_EVENT = N_("There is no event “{name}” in the binder: plan it first, or correct the title.")
_NO_ANSWER = Problem("no_answer", N_("There is no answer yet."))
# Titles of a column whose yes and no say, once the event is over, who was there.
_PRESENT = frozenset({"present", "presents", "presente", "presence", "aanwezig", "aanwezigheid", "attended"})
_PRESENCES = frozenset(one.value for one in Presence)
_GIVEN = frozenset(
    {"organisation_id", "contact_id", "name", "mail", "registered_on", "cancelled_on", "presence", "remark"}
)


class RegistrationPlanner(AskingPlanner):
    """Somebody who registers for an event, cancels, or came."""

    def __init__(self, known: Known, mapping: ColumnMapping, today: date) -> None:
        """Read the events."""
        super().__init__(known, mapping, today)
        column = mapping.column_of("answer")
        self._tells_presence = column is not None and not _PRESENT.isdisjoint(folded(column.header).split())
        self._events = {one.id: one for one in known.store.find(ProgrammeEvent, revoked_on=None)}

    def plan(self, read: ReadRow) -> RowPlan:
        """Return the verdict on a row that could be read."""
        event = self._event(read)
        if isinstance(event, RowPlan):
            return event
        person = self.people.of(read)
        if read.values.get("answer") == "open":
            return RowPlan(read, Verdict.SKIPPED, _title(person), reason=_NO_ANSWER)
        if isinstance(person, Unclear):
            decided = self._decided(event, person)
            if decided is None:
                return self.ask(read, event.id, person, lambda one: self._settled(read, event, one)[0])
            person = decided
        plan, before, made = self._settled(read, event, person)
        if before is None:
            self.known.remember_existing(made)
        else:
            self.known.replace_existing(made)
        return plan

    def _settled(
        self, read: ReadRow, event: ProgrammeEvent, person: NamedPerson
    ) -> tuple[RowPlan, EventParticipation | None, EventParticipation]:
        """Return the plan of a row about one person, the participation that is there, and what it becomes."""
        before = self._present(event, person)
        base = before or self._fresh(event, person)
        made = self._answered(_named(base, person), read, event)
        said = [*read.every("notes"), self.unknown_owner(person)]
        made = replace(made, remark=added(base.remark, joined(said)))
        return settled(read, before, made, _GIVEN, (), person.title), before, made

    def _fresh(self, event: ProgrammeEvent, person: NamedPerson) -> EventParticipation:
        made = EventParticipation(programme_event_id=event.id)
        whose = (person.contact_id,) if person.contact_id else (folded(person.name), person.mail.casefold())
        return replace(made, id=self.identity((event.id, person.organisation_id, *whose), made.id))

    def _present(self, event: ProgrammeEvent, person: NamedPerson) -> EventParticipation | None:
        present = self.known.existing(EventParticipation, "programme_event_id", event.id)
        return next((one for one in present if _is_same(one, person)), None)

    def _decided(self, event: ProgrammeEvent, unclear: Unclear) -> NamedPerson | None:
        """Return who was meant when such a row was imported before: the same name is among the participants."""
        meanings = (unclear.as_written, *(person for _, person in unclear.candidates if person.contact is None))
        return next((one for one in meanings if one.name and self._present(event, one) is not None), None)

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

    def _answered(self, base: EventParticipation, read: ReadRow, event: ProgrammeEvent) -> EventParticipation:
        answer, day = read.values.get("answer") or "registered", read.values.get("registered_on")
        if self._tells_presence and read.values.get("answer") and event.on <= self.today:
            answer = "absent" if answer == "cancelled" else "present" if answer == "registered" else answer
        usual = min(event.on, self.today)
        if answer == "cancelled":
            return replace(base, cancelled_on=base.cancelled_on or day or self.today)
        registered = base.registered_on or day or usual
        if answer in _PRESENCES:
            return replace(base, registered_on=registered, cancelled_on=None, presence=Presence(answer))
        return replace(base, registered_on=registered, cancelled_on=None)


def _named(base: EventParticipation, person: NamedPerson) -> EventParticipation:
    return replace(
        base,
        organisation_id=base.organisation_id or person.organisation_id,
        contact_id=base.contact_id or person.contact_id,
        name=base.name or person.name,
        mail=base.mail or ("" if person.contact is not None else person.mail),
    )


def _title(person: NamedPerson | Unclear) -> str:
    return (person.as_written if isinstance(person, Unclear) else person).title


def _is_same(one: EventParticipation, person: NamedPerson) -> bool:
    if one.contact_id is not None and person.contact_id is not None:
        return one.contact_id == person.contact_id
    mails = {one.mail.casefold(), person.mail.casefold()} - {""}
    if one.mail and person.mail and len(mails) == 1 and may_be_one(one.name, person.name):
        return True
    if not one.name and not person.name and len(mails) > 1:
        return False  # two mailboxes of one organisation are two people
    return folded(one.name) == folded(person.name) and one.organisation_id == person.organisation_id
