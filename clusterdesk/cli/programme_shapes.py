"""The programme as the command line gives it: for people, and as JSON."""

from datetime import date
from typing import Any

from clusterdesk.cli.answer import Block, Lines, Pairs, Table
from clusterdesk.cli.context import Context
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.programme.counting import STANDING_LABELS
from clusterdesk.domain.programme.opinions import QUESTIONS
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.programme import EventKind
from clusterdesk.domain.views.programme import EventPage, EventRow, KindYear, ProgrammeYear, ThemeLine, Turnout

_OPINIONS = RECORD_TYPES["satisfaction"].fields


def year_document(context: Context, year: ProgrammeYear) -> dict[str, Any]:
    """Return a year."""
    return {
        "year": year.year,
        "commitments": [_kind_document(context, one) for one in year.kinds],
        "events": [event_document(context, one) for one in year.events],
        "themes": [theme_document(one) for one in year.themes],
        "next": event_document(context, year.next_event) if year.next_event is not None else None,
    }


def event_document(context: Context, row: EventRow) -> dict[str, Any]:
    """Return an event with its counts."""
    record = row.record
    return {
        "id": str(record.id),
        "title": record.title,
        "kind": kind_name(context, row.kind),
        "on": record.on.isoformat(),
        "to_on": _day(record.to_on),
        "state": record.state.value,
        "host": row.host or None,
        "theme": row.theme.title if row.theme is not None else None,
        "invited": row.invited,
        "registered": row.registered,
        "present": row.present,
    }


def theme_document(line: ThemeLine) -> dict[str, Any]:
    """Return a theme with its place."""
    return {
        "id": str(line.record.id),
        "title": line.record.title,
        "state": line.record.state.value,
        "proposed_by": line.proposer or None,
        "points": line.points,
        "votes": len(line.votes),
        "place": line.place,
    }


def year_blocks(context: Context, year: ProgrammeYear) -> list[Block]:
    """Return a year for people."""
    t, formats = context.t, context.formats
    kinds = [
        [
            kind_name(context, one.kind) or t("Without a kind"),
            str(one.counted.owed),
            str(one.counted.held),
            str(one.counted.coming),
            str(one.counted.missing),
            t(STANDING_LABELS[one.counted.standing]),
        ]
        for one in year.kinds
    ]
    heads = [t("Kind of event"), t("Owed"), t("Held"), t("Planned"), t("Missing"), t("State")]
    events = [
        [
            formats.date(one.record.on),
            one.record.title,
            one.host or one.record.place,
            t(choice_label(one.record.state)),
            str(one.registered),
            str(one.present),
        ]
        for one in year.events
    ]
    blocks: list[Block] = [Lines([t("Programme {year}", year=year.year)]), Table(heads, kinds, frozenset({1, 2, 3, 4}))]
    heads = [t("Date"), t("Event"), t("Host"), t("State"), t("Registered"), t("Present")]
    blocks.append(Table(heads, events, frozenset({4, 5})))
    if year.themes:
        blocks.append(themes_table(context, year.themes))
    return blocks


def themes_table(context: Context, themes: tuple[ThemeLine, ...]) -> Table:
    """Return themes by place for people."""
    t = context.t
    rows = [
        [
            str(one.place or ""),
            one.record.title,
            one.proposer,
            t(choice_label(one.record.state)),
            str(one.points),
            str(len(one.votes)),
        ]
        for one in themes
    ]
    heads = [t("Place"), t("Theme"), t("Proposed by"), t("State"), t("Points"), t("Votes")]
    return Table(heads, rows, frozenset({0, 4, 5}))


def page_document(context: Context, page: EventPage) -> dict[str, Any]:
    """Return an event with who takes part and what was thought of it."""
    return {
        "event": event_document(context, page.row),
        "participants": [
            {
                "id": str(one.record.id),
                "name": one.name or None,
                "organisation": one.organisation or None,
                "organisation_id": str(one.organisation_id) if one.organisation_id is not None else None,
                "invited_on": _day(one.record.invited_on),
                "registered_on": _day(one.record.registered_on),
                "cancelled_on": _day(one.record.cancelled_on),
                "presence": one.record.presence.value,
            }
            for one in page.participants
        ],
        "satisfaction": {
            name: {"average": _decimal(page.averages[name].value), "answers": page.averages[name].answers}
            for name in QUESTIONS
        },
    }


def page_blocks(context: Context, page: EventPage) -> list[Block]:
    """Return an event for people."""
    t, formats, record = context.t, context.formats, page.row.record
    head = [
        (t("Date"), formats.weekday_date(record.on)),
        (t("Host"), page.row.host or record.place or "–"),
        (t("State"), t(choice_label(record.state))),
        (t("Registered"), str(page.row.registered)),
        (t("Present"), str(page.row.present)),
    ]
    for name in QUESTIONS:
        average = page.averages[name]
        if average.value is not None:
            head.append((t(_OPINIONS[name].label), formats.decimal(average.value, 1)))
    rows = [
        [
            one.name,
            one.organisation,
            formats.date(one.record.registered_on) if one.record.registered_on is not None else "",
            t("cancelled") if one.record.cancelled_on is not None else t(choice_label(one.record.presence)),
        ]
        for one in page.participants
    ]
    heads = [t("Name"), t("Organisation"), t("Registered on"), t("Attendance")]
    return [Lines([record.title]), Pairs(head), Table(heads, rows)]


def turnout_document(turnout: Turnout) -> dict[str, Any]:
    """Return who came in a year."""
    return {
        "year": turnout.year if turnout.months is None else None,
        "months": turnout.months,
        "since": _day(turnout.since),
        "until": _day(turnout.until),
        "held": turnout.held,
        "members": [
            {
                "id": str(one.organisation_id),
                "name": one.name,
                "invited": one.invited,
                "registered": one.registered,
                "present": one.present,
                "excused": one.excused,
                "absent": one.absent,
                "hosted": one.hosted,
                "last_on": _day(one.last_on),
                "events": list(one.came_to),
                "never_came": one.never_came,
            }
            for one in turnout.members
        ],
    }


def turnout_blocks(context: Context, turnout: Turnout) -> list[Block]:
    """Return who came in a year for people."""
    t, formats = context.t, context.formats
    rows = [
        [
            one.name,
            str(one.present),
            str(one.registered),
            str(one.excused),
            str(one.absent),
            formats.date(one.last_on) if one.last_on is not None else t("never"),
        ]
        for one in turnout.members
    ]
    heads = [t("Organisation"), t("Came to"), t("Registered for"), t("Excused"), t("Absent"), t("Last time")]
    if turnout.since is None or turnout.until is None or turnout.months is None:
        held = t.n("{n} event held in {year}", "{n} events held in {year}", n=turnout.held, year=turnout.year)
    else:
        since, until = formats.date(turnout.since), formats.date(turnout.until)
        held = t.n(
            "{n} event held from {since} to {until}",
            "{n} events held from {since} to {until}",
            n=turnout.held,
            since=since,
            until=until,
        )
    return [Lines([held]), Table(heads, rows, frozenset({1, 2, 3, 4}))]


def kind_name(context: Context, kind: EventKind | None) -> str | None:
    """Return the name of a kind of event."""
    return kind.name_in(context.t.language) if kind is not None else None


def _kind_document(context: Context, one: KindYear) -> dict[str, Any]:
    return {
        "kind": kind_name(context, one.kind),
        "key": one.kind.key if one.kind is not None else None,
        "owed": one.counted.owed,
        "held": one.counted.held,
        "planned": one.counted.coming,
        "untold": one.counted.untold,
        "missing": one.counted.missing,
        "standing": one.counted.standing.value,
        "due_month": one.commitment.due_month if one.commitment is not None else None,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day is not None else None


def _decimal(value: Any) -> str | None:  # noqa: ANN401 - a decimal or nothing
    return f"{value:.2f}" if value is not None else None
