"""The reminder that goes with a parcel: by which day an answer is expected."""

from datetime import datetime, timedelta

from icalendar import Alarm, Calendar, Event

from clusterdesk.domain.views.parcel import ParcelView
from clusterdesk.i18n.translator import Translator


def reminder(view: ParcelView, now: datetime, t: Translator) -> bytes | None:
    """Return the .ics file of the day by which an answer is expected, None where there is no such day.

    Its identifier is that of the orientation: one that is taken in again moves the entry instead of doubling it.
    """
    if view.due_on is None:
        return None
    event = Event()
    event.add("uid", f"{view.referral_id}@orientation.clusterdesk")
    event.add("dtstamp", now)
    event.add(
        "summary", t("Answer expected – {organisation} ({token})", organisation=view.organisation, token=view.token)
    )
    event.add("description", t("Orientation to {team}: accept, decline or say how it stands.", team=view.team or "–"))
    event.add("dtstart", view.due_on)
    event.add("dtend", view.due_on + timedelta(days=1))
    event.add("transp", "TRANSPARENT")
    event.add("categories", ["ClusterDesk"])
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", view.organisation)
    alarm.add("trigger", -timedelta(hours=15))  # at nine in the morning of the day before
    event.add_component(alarm)
    calendar = Calendar()
    calendar.add("prodid", "-//ClusterDesk//ClusterDesk//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(event)
    return bytes(calendar.to_ical())
