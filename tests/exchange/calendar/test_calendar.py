"""Calendars out and in: what Outlook gets, what it sends back, what hostile files do."""

from contextlib import suppress
from datetime import date, time, timedelta
from pathlib import Path
from uuid import UUID

import pytest
from icalendar import Calendar

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.changes import inserts
from clusterdesk.domain.commands.groups import CancelMeeting, PlanMeeting
from clusterdesk.domain.commands.records import SeedBinder
from clusterdesk.domain.commands.sessions import CancelSession, MoveSession, PlanSession
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.groups import WorkingGroup
from clusterdesk.domain.records.organisations import ContactPoint, ContactPointKind, Establishment, Organisation
from clusterdesk.domain.records.sessions import Session, SessionKind, SessionState
from clusterdesk.domain.short_codes import short_code
from clusterdesk.domain.views.calendar import CalendarPlan, ChangeKind, Ignored
from clusterdesk.exchange.calendar.plan import import_calendar, plan_calendar
from clusterdesk.exchange.calendar.read import MOST_EVENTS, read_calendar
from clusterdesk.exchange.calendar.write import export_calendar
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.groups import move_meeting, plan_meeting
from clusterdesk.services.sessions import cancel_session, move_session, plan_session
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store

NOORD = Organisation(name="Atelier Noord SRL", summary="Secret de fabrication")
SENNE = Organisation(name="Filature de la Senne")
ROMANCE = """BEGIN:VTIMEZONE
TZID:Romance Standard Time
BEGIN:STANDARD
DTSTART:16010101T030000
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:16010101T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
END:DAYLIGHT
END:VTIMEZONE
"""


@pytest.fixture
def desk(store: Store) -> Store:
    """A binder with two organisations, one of them with an address, a person and a mail address."""
    person = Contact(first_name="Sofie")
    store.apply(
        SeedBinder(),
        inserts(
            [
                NOORD,
                SENNE,
                Establishment(organisation_id=NOORD.id, street="Quai 1", postcode="1080", city="Molenbeek"),
                person,
                ContactRole(contact_id=person.id, organisation_id=NOORD.id),
                ContactPoint(contact_id=person.id, kind=ContactPointKind.MAIL, value="Sofie@noord.be"),
            ]
        ),
    )
    return store


def _day(store: Store, days: int) -> date:
    return store.clock.today() + timedelta(days=days)


def _plan_visit(store: Store, days: int = 3, hour: time | None = time(10)) -> Session:
    command = PlanSession(organisation_id=NOORD.id, on=_day(store, days), starts_at=hour, subject="Confidentiel")
    return plan_session(store, command).output


def _export(store: Store, tmp_path: Path) -> Path:
    path = tmp_path / "out.ics"
    export_calendar(store, path, store.clock.today(), None, Translator("fr"))
    return path


def _file(tmp_path: Path, *events: str, zone: str = "") -> Path:
    path = tmp_path / "in.ics"
    body = "".join(f"BEGIN:VEVENT\n{event.strip()}\nEND:VEVENT\n" for event in events)
    path.write_text(f"BEGIN:VCALENDAR\nVERSION:2.0\n{zone}{body}END:VCALENDAR\n", encoding="utf-8")
    return path


def _at(store: Store, days: int, hour: str) -> str:
    return f"{_day(store, days):%Y%m%d}T{hour}00"


def _plan(store: Store, tmp_path: Path, *events: str, zone: str = "") -> CalendarPlan:
    return plan_calendar(store, _file(tmp_path, *events, zone=zone))


def test_what_leaves_has_hours_of_brussels_and_nothing_confidential(desk: Store, tmp_path: Path) -> None:
    visit = _plan_visit(desk)
    path = _export(desk, tmp_path)
    text = path.read_text("utf-8")
    assert "Confidentiel" not in text
    assert "Secret" not in text
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert str(event["uid"]) == f"{visit.id}@clusterdesk"
    assert str(event["summary"]) == "Visite – Atelier Noord SRL"
    assert str(event["location"]) == "Quai 1, 1080 Molenbeek"
    assert short_code(visit.id) in str(event["description"])
    start = event.decoded("dtstart")
    assert start.replace(tzinfo=None).time() == time(10)
    assert start.utcoffset() in (timedelta(hours=1), timedelta(hours=2))
    assert "TZID=Europe/Brussels" in text
    assert "BEGIN:VTIMEZONE" in text
    assert event.decoded("dtend") - start == timedelta(minutes=60)


def test_each_move_raises_the_sequence_and_what_was_called_off_is_struck_out(desk: Store, tmp_path: Path) -> None:
    visit = _plan_visit(desk, hour=None)

    def event() -> dict[str, object]:
        (found,) = Calendar.from_ical(_export(desk, tmp_path).read_bytes()).walk("VEVENT")
        return {key: found.decoded(key) for key in ("sequence", "status", "dtstart")}

    assert event() == {"sequence": 0, "status": "CONFIRMED", "dtstart": visit.on}
    move_session(desk, MoveSession(session_id=visit.id, on=_day(desk, 5)))
    assert event()["sequence"] == 1
    cancel_session(desk, CancelSession(session_id=visit.id))
    assert event()["status"] == "CANCELLED"


def test_a_file_that_comes_back_unchanged_changes_nothing(desk: Store, tmp_path: Path) -> None:
    _plan_visit(desk)
    _plan_visit(desk, 4, None)
    plan = plan_calendar(desk, _export(desk, tmp_path))
    assert plan.changes == ()
    assert plan.ignored == {Ignored.UNCHANGED: 2}


def test_moved_and_called_off_appointments_are_one_step(desk: Store, tmp_path: Path) -> None:
    moved, gone, late = _plan_visit(desk, 3), _plan_visit(desk, 4), _plan_visit(desk, 6)
    moved = desk.get(Session, moved.id)
    day = _day(desk, 8)
    plan = _plan(
        desk,
        tmp_path,
        f"UID:{moved.id}@clusterdesk\nDTSTART;TZID=Romance Standard Time:{day:%Y%m%d}T143000\nDURATION:PT90M",
        f"UID:{gone.id}@clusterdesk\nDTSTART:{_at(desk, 4, '1000')}\nSTATUS:CANCELLED",
        f"UID:{late.id}@clusterdesk\nDTSTART;VALUE=DATE:{day:%Y%m%d}",
        zone=ROMANCE,
    )
    assert [(one.kind, one.session_id) for one in plan.changes] == [
        (ChangeKind.CANCELLED, gone.id),
        (ChangeKind.MOVED, late.id),
        (ChangeKind.MOVED, moved.id),
    ]
    assert desk.get(Session, moved.id) == moved
    assert import_calendar(desk, plan.file, plan.changes).output == 3
    after = desk.get(Session, moved.id)
    assert (after.on, after.starts_at, after.minutes) == (day, time(14, 30), 90)
    assert desk.get(Session, gone.id).state is SessionState.CANCELLED
    whole_day = desk.get(Session, late.id)
    assert (whole_day.on, whole_day.starts_at) == (day, time(10))  # a whole day says nothing of the hour
    undo(desk)
    assert desk.get(Session, moved.id) == moved
    assert desk.get(Session, gone.id).state is SessionState.PLANNED


@pytest.mark.parametrize(
    ("words", "told_by"),
    [
        ("SUMMARY:RDV atelier noord\\, devis", "name"),
        ("SUMMARY:Café\nATTENDEE;CN=Sofie:mailto:SOFIE@NOORD.BE", "mail"),
        ("SUMMARY:Café\nLOCATION:Quai 1\\, 1080 Bruxelles", "location"),
        ("SUMMARY:Café\nLOCATION:Atelier Noord", "name"),
    ],
)
def test_unknown_appointments_become_visits_where_the_organisation_is_told(
    desk: Store, tmp_path: Path, words: str, told_by: str
) -> None:
    plan = _plan(desk, tmp_path, f"UID:abc\nDTSTART:{_at(desk, 2, '1400')}Z\nDTEND:{_at(desk, 2, '1530')}Z\n{words}")
    (change,) = plan.changes
    assert (change.kind, change.organisation_id, change.told_by) == (ChangeKind.NEW, NOORD.id, told_by)
    assert change.minutes == 90
    assert change.starts_at in (time(15), time(16))  # 14:00 in UTC
    import_calendar(desk, plan.file, plan.changes)
    (made,) = desk.find(Session, organisation_id=NOORD.id)
    assert (made.kind, made.external_id) == (SessionKind.VISIT, "ics:abc")
    # It goes out again under its own identifier, and comes back as the same visit.
    again = plan_calendar(desk, _export(desk, tmp_path))
    assert again.ignored == {Ignored.UNCHANGED: 1}
    assert "UID:abc" in _export(desk, tmp_path).read_text("utf-8")


def test_the_rest_is_counted_by_its_reason(desk: Store, tmp_path: Path) -> None:
    held = _plan_visit(desk)
    cancel_session(desk, CancelSession(session_id=held.id))
    _plan_visit(desk, 9)
    nobody = UUID(int=7)
    plan = _plan(
        desk,
        tmp_path,
        f"UID:1\nDTSTART:{_at(desk, 2, '1400')}\nSUMMARY:Dentiste",
        f"UID:2\nDTSTART:{_at(desk, -2, '1400')}\nSUMMARY:Atelier Noord",
        f"UID:3\nDTSTART:{_at(desk, 2, '1400')}\nRRULE:FREQ=SECONDLY\nSUMMARY:Atelier Noord",
        f"UID:4\nDTSTART:{_at(desk, 9, '1600')}\nSUMMARY:Atelier Noord",
        f"UID:{nobody}@clusterdesk\nDTSTART:{_at(desk, 2, '1400')}\nSUMMARY:Atelier Noord",
        "UID:5\nDTSTART:tomorrow\nSUMMARY:Atelier Noord",
        "UID:6\nSUMMARY:Atelier Noord",
    )
    assert plan.changes == ()
    assert plan.ignored == {
        Ignored.UNKNOWN: 2,
        Ignored.PAST: 1,
        Ignored.RECURRING: 1,
        Ignored.PLANNED: 1,
        Ignored.UNREADABLE: 2,
    }


def test_two_organisations_of_one_name_are_not_guessed(desk: Store, tmp_path: Path) -> None:
    desk.apply(SeedBinder(), inserts([Organisation(name="Atelier Noord")]))
    plan = _plan(desk, tmp_path, f"UID:1\nDTSTART:{_at(desk, 2, '1400')}\nSUMMARY:Atelier Noord")
    assert plan.ignored == {Ignored.AMBIGUOUS: 1}


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04 a zip",
        b"<html>BEGIN:VCALENDAR</html>",
        b"\xff\xfe\x00B\x00E\x00G",
        b"BEGIN:VCALENDAR\x00END:VCALENDAR",
        b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n" * 50,
        b"BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR\n",
        b"BEGIN:VCALENDAR\n:::;;;===\nEND:VCALENDAR\n",
    ],
)
def test_garbage_is_told_or_gives_nothing(desk: Store, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "bad.ics"
    path.write_bytes(content)
    with suppress(KnownError):
        assert plan_calendar(desk, path).changes == ()
    assert desk.find(Session) == []


def test_a_calendar_that_is_too_big_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "big.ics"
    path.write_text("BEGIN:VCALENDAR\n" + "BEGIN:VEVENT\nEND:VEVENT\n" * (MOST_EVENTS + 1) + "END:VCALENDAR\n")
    with pytest.raises(KnownError) as told:
        read_calendar(path)
    assert told.value.code == "calendar_too_big"
    with pytest.raises(KnownError) as gone:
        read_calendar(tmp_path / "none.ics")
    assert gone.value.code == "file_not_read"


def test_old_encodings_and_folded_lines_are_read(desk: Store, tmp_path: Path) -> None:
    lines = ("BEGIN:VCALENDAR", "BEGIN:VEVENT", "UID:1", f"DTSTART:{_at(desk, 2, '1400')}")
    folded = ("SUMMARY:Visite à Filature", "  de la Senne", "END:VEVENT", "END:VCALENDAR", "")
    path = tmp_path / "old.ics"
    path.write_bytes("\r\n".join((*lines, *folded)).encode("cp1252"))
    (change,) = plan_calendar(desk, path).changes
    assert change.organisation_id == SENNE.id


def test_meetings_of_groups_go_out_without_what_is_said_there(desk: Store, tmp_path: Path) -> None:
    group = WorkingGroup(name="GT Bois")
    desk.apply(SeedBinder(), inserts([group]))
    asked = PlanMeeting(
        group_id=group.id, on=_day(desk, 9), starts_at=time(14), ends_at=time(16, 30), place="Halle", agenda="Secret"
    )
    meeting = plan_meeting(desk, asked).output
    other = plan_meeting(desk, PlanMeeting(group_id=group.id, on=_day(desk, 12), subject="Tri")).output
    move_meeting(desk, CancelMeeting(meeting_id=other.id))
    path = tmp_path / "x.ics"
    assert export_calendar(desk, path, desk.clock.today(), None, Translator("fr")) == 1

    events = {str(one["uid"]): one for one in Calendar.from_ical(path.read_bytes()).walk("VEVENT")}
    first, second = events[f"{meeting.id}@clusterdesk"], events[f"{other.id}@clusterdesk"]
    assert (str(first["summary"]), str(first["location"])) == ("GT Bois", "Halle")
    assert first.decoded("dtend") - first.decoded("dtstart") == timedelta(hours=2, minutes=30)
    assert (str(second["summary"]), str(second["status"])) == ("GT Bois – Tri", "CANCELLED")
    assert b"Secret" not in path.read_bytes()
    # Coming back it is known as ours, and changes nothing.
    assert plan_calendar(desk, path).changes == ()
