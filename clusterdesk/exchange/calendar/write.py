"""Sessions, meetings of groups and events into an .ics file: stable identifiers, hours of Brussels, no secrets."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from uuid import UUID
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

from clusterdesk.base.told_file import write_file
from clusterdesk.domain.agenda import USUAL_MINUTES
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.groups import GatheringState
from clusterdesk.domain.records.sessions import SessionState
from clusterdesk.domain.short_codes import short_code
from clusterdesk.domain.views.calendar import OUR_UIDS, CalendarEntry
from clusterdesk.domain.views.gatherings import Gathering
from clusterdesk.i18n.translator import Translator
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.calendar import calendar_entries
from clusterdesk.store.queries.gatherings import gathering_of_event, gatherings
from clusterdesk.store.repositories.records import missing

BRUSSELS = ZoneInfo("Europe/Brussels")
_ZONE = """BEGIN:VTIMEZONE
TZID:Europe/Brussels
BEGIN:DAYLIGHT
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
TZNAME:CEST
DTSTART:19810329T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
TZNAME:CET
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""


def export_calendar(store: Store, path: Path, first: date, last: date | None, t: Translator) -> int:
    """Write the sessions, meetings and events planned from a day on (to a last one) into a file; return how many.

    Those called off since are in it too, so that other calendars strike them out.

    Raises:
        KnownError: the file cannot be written.
    """
    with store.read() as connection:
        entries = calendar_entries(connection, first, last)
        meetings = gatherings(connection, first, last)
    content = calendar_file(entries, store.clock.now(), t, meetings)
    write_file(path, content)
    planned = sum(entry.state is not SessionState.CANCELLED for entry in entries)
    return planned + sum(one.state is not GatheringState.CANCELLED for one in meetings)


def calendar_file(
    entries: Iterable[CalendarEntry], now: datetime, t: Translator, meetings: Iterable[Gathering] = ()
) -> bytes:
    """Return the .ics file of some sessions and meetings; ``t`` names the kinds of session."""
    calendar = Calendar()
    calendar.add("prodid", "-//ClusterDesk//ClusterDesk//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(Timezone.from_ical(_ZONE))
    for event in _events(entries, now, t):
        calendar.add_component(event)
    for one in meetings:
        calendar.add_component(_gathering(one, now, t))
    return bytes(calendar.to_ical())


def _events(entries: Iterable[CalendarEntry], now: datetime, t: Translator) -> Iterator[Event]:
    for entry in entries:
        event = Event()
        event.add("uid", entry.uid)
        event.add("dtstamp", now)
        event.add("last-modified", entry.changed_at)
        event.add("sequence", entry.changed)
        kind = t(choice_label(entry.kind))
        event.add("summary", t("{kind} – {organisation}", kind=kind, organisation=entry.organisation))
        event.add("description", t("Code {code}", code=short_code(entry.session_id)))
        if entry.place:
            event.add("location", entry.place)
        _add_moment(event, entry.on, entry.starts_at, entry.minutes)
        event.add("status", "CANCELLED" if entry.state is SessionState.CANCELLED else "CONFIRMED")
        event.add("categories", ["ClusterDesk"])
        yield event


def _gathering(one: Gathering, now: datetime, t: Translator) -> Event:
    event = Event()
    event.add("uid", f"{one.id}{OUR_UIDS}")
    event.add("dtstamp", now)
    event.add("last-modified", one.changed_at)
    event.add("sequence", one.changed)
    about = one.about or t("Event")
    named = t("{kind} – {organisation}", kind=about, organisation=one.title) if one.title else about
    event.add("summary", named)
    if one.place:
        event.add("location", one.place)
    if one.to_on is not None and one.to_on > one.on:
        _add_days(event, one.on, one.to_on)
    else:
        _add_moment(event, one.on, one.starts_at, _minutes(one))
    event.add("status", "CANCELLED" if one.state is GatheringState.CANCELLED else "CONFIRMED")
    event.add("categories", ["ClusterDesk"])
    return event


def event_file(store: Store, event_id: UUID, t: Translator) -> bytes:
    """Return the .ics file of one event of the programme.

    Raises:
        KnownError: there is none.
    """
    with store.read() as connection:
        found = gathering_of_event(connection, event_id)
    if found is None:
        raise missing("programme_event", event_id)
    return calendar_file((), store.clock.now(), t, (found,))


def _minutes(one: Gathering) -> int | None:
    """Return how long a meeting lasts, None where that is not said."""
    if one.starts_at is None or one.ends_at is None:
        return None
    start, end = (moment.hour * 60 + moment.minute for moment in (one.starts_at, one.ends_at))
    return end - start if end > start else None


def _add_days(event: Event, first: date, last: date) -> None:
    event.add("dtstart", first)
    event.add("dtend", last + timedelta(days=1))
    event.add("transp", "OPAQUE")


def _add_moment(event: Event, on: date, starts_at: time | None, minutes: int | None) -> None:
    if starts_at is None:
        event.add("dtstart", on)
        event.add("dtend", on + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
        return
    start = datetime.combine(on, starts_at, BRUSSELS)
    event.add("dtstart", start)
    event.add("dtend", start + timedelta(minutes=minutes or USUAL_MINUTES))
