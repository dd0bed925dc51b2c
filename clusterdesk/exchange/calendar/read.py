"""Reading an .ics file of anybody: capped, in local time, and never trusting what it says."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.base.refusals import refusal
from clusterdesk.domain.views.calendar import Appointment

MOST_BYTES = 4_000_000
MOST_EVENTS = 5_000
_LONGEST_TEXT = 1_000
_MOST_MAILS = 50
_DAY_MINUTES = 24 * 60


def read_calendar(path: Path) -> tuple[list[Appointment], int]:
    """Return the appointments of a file, and how many could not be read.

    Raises:
        KnownError: the file cannot be opened, is too big, or is no calendar.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_big(path)
        content = path.read_bytes()
    except OSError as error:
        raise KnownError(
            "file_not_read",
            N_("The file {name} cannot be opened: {reason_label}."),
            advice=N_("Check that it is still there, and that no other program has it open."),
            name=path.name,
            reason_label=refusal(error),
        ) from error
    return appointments(content, path)


def appointments(content: bytes, path: Path) -> tuple[list[Appointment], int]:
    """Return the appointments of what a file holds; see ``read_calendar``."""
    text = _decoded(content)
    head = text.lstrip()[:_LONGEST_TEXT].upper()
    if not head.startswith("BEGIN:VCALENDAR") or "\x00" in text:
        raise _no_calendar(path)
    if text.upper().count("BEGIN:VEVENT") > MOST_EVENTS:
        raise _too_big(path)
    from icalendar import Calendar

    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, RecursionError) as error:
        # What a hostile file makes the parser stumble over is the file's fault.
        raise _no_calendar(path) from error
    found: list[Appointment] = []
    unreadable = 0
    for event in _events(calendars):
        one = _read(event)
        if one is None:
            unreadable += 1
        else:
            found.append(one)
    return found, unreadable


def _events(calendars: Any) -> Iterator[tuple[Any, bool]]:  # noqa: ANN401 - icalendar's components
    for calendar in calendars:
        called_off = str(calendar.get("method", "")).upper() == "CANCEL"
        for event in calendar.walk("VEVENT"):
            yield event, called_off


def _read(given: tuple[Any, bool]) -> Appointment | None:
    event, called_off = given
    try:
        start = event.decoded("dtstart")
        on, starts_at = _local(start)
        minutes = _minutes(event, start) if starts_at is not None else None
        uid = str(event.get("uid", "")).strip()
        recurring = any(event.get(name) is not None for name in ("rrule", "rdate", "recurrence-id"))
        status = str(event.get("status", "")).upper()
        mails = tuple(_mails(event))
    except (ValueError, KeyError, TypeError, AttributeError, OverflowError, IndexError):
        return None
    return Appointment(
        uid=uid[:_LONGEST_TEXT],
        on=on,
        starts_at=starts_at,
        minutes=minutes,
        summary=_text(event, "summary"),
        location=_text(event, "location"),
        mails=mails,
        cancelled=called_off or status == "CANCELLED",
        recurring=recurring,
    )


def _local(moment: Any) -> tuple[date, time | None]:  # noqa: ANN401 - a date or a datetime
    """Return day and hour in Brussels; a moment without zone is local already, a day has no hour."""
    if not isinstance(moment, datetime):
        if not isinstance(moment, date):
            raise TypeError(moment)
        return moment, None
    if moment.tzinfo is not None:
        from clusterdesk.exchange.calendar.write import BRUSSELS

        moment = moment.astimezone(BRUSSELS)
    return moment.date(), moment.time().replace(second=0, microsecond=0)


def _minutes(event: Any, start: datetime) -> int | None:  # noqa: ANN401
    if event.get("dtend") is not None:
        end = event.decoded("dtend")
        length = end - start if isinstance(end, datetime) else None
    else:
        length = event.decoded("duration") if event.get("duration") is not None else None
    if not isinstance(length, timedelta):
        return None
    minutes = round(length.total_seconds() / 60)
    return minutes if 0 < minutes <= _DAY_MINUTES else None


def _mails(event: Any) -> Iterator[str]:  # noqa: ANN401
    for name in ("organizer", "attendee"):
        given = event.get(name, [])
        for one in (given if isinstance(given, list) else [given])[:_MOST_MAILS]:
            address = str(one).strip().lower()
            if address.startswith("mailto:"):
                yield address.removeprefix("mailto:")


def _text(event: Any, name: str) -> str:  # noqa: ANN401
    return " ".join(str(event.get(name, "")).split())[:_LONGEST_TEXT]


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _no_calendar(path: Path) -> KnownError:
    return KnownError(
        "no_calendar",
        N_("The file {name} is not a calendar."),
        advice=N_("In Outlook, save the calendar or the appointment as iCalendar (.ics), and take that file."),
        name=path.name,
    )


def _too_big(path: Path) -> KnownError:
    return KnownError(
        "calendar_too_big",
        N_("The calendar {name} is too big."),
        advice=N_("Save only a few weeks of it: in Outlook, choose the dates when saving as iCalendar."),
        name=path.name,
    )
