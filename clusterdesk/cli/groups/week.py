"""week: whom one sees, whom to see as well and why; planning and moving visits."""

from argparse import Namespace
from datetime import date, time, timedelta

from clusterdesk.base.errors import Translate
from clusterdesk.cli import references, values, week_shapes
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.cli.session_reference import session_meant
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.working_days import monday_of

_SESSION = RECORD_TYPES["session"].fields


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the actions of week."""
    actions = parser.actions("what", t)
    show = actions.add("show", t("the visits of a week, and whom to see as well, with the reasons"), show_week)
    show.wanted.add_argument("day", metavar=t("DATE"), nargs="?", help=t("a day of the week; else this week"))
    plan = actions.add("plan", t("plan a visit on a day, at the first free hour"), plan_visit)
    plan.wanted.add_argument("ref", metavar="REF", help=t("organisation: id, number or name"))
    plan.wanted.add_argument("day", metavar=t("DATE"), help=t("the day"))
    plan.options.add_argument("--at", metavar=t("HOUR"), help=t("hour, or none"))
    plan.options.add_argument("--subject", metavar=t("TEXT"), default="", help=t("what it is about"))
    spread = actions.add("spread", t("plan a visit to each of several organisations, two a day"), spread_visits)
    spread.wanted.add_argument("refs", metavar="REF", nargs="+", help=t("organisation: id, number or name"))
    spread.options.add_argument("--from", dest="from_on", metavar=t("DATE"), help=t("the first day; else tomorrow"))
    move = actions.add("move", t("give a planned visit another day"), move_visit)
    move.wanted.add_argument("ref", metavar="REF", help=t("session: id or short code; or whom it is with"))
    move.wanted.add_argument("day", metavar=t("DATE"), help=t("the day"))
    move.options.add_argument("--at", metavar=t("HOUR"), help=t("another hour; else it stays"))


def show_week(context: Context, options: Namespace) -> Answer:
    """Show a week."""
    from clusterdesk.domain.views.week import WeekQuestion
    from clusterdesk.services.week import read_week

    today = context.desk.clock.today()
    monday = monday_of(_day(context, options.day) if options.day else today)
    days = context.settings.silent_after_days
    week = read_week(context.desk.store, WeekQuestion(monday, today, silent_after_days=days))
    document = {
        "monday": monday.isoformat(),
        "visits": [week_shapes.visit_document(visit) for visit in week.visits],
        "proposals": [week_shapes.proposal_document(context, one) for one in week.proposals],
        "total": week.count,
    }
    t = context.t
    visits = [week_shapes.visit_row(context, visit) for visit in week.visits]
    proposals = [
        [one.organisation, str(one.points), "; ".join(week_shapes.proposal_words(context, one))]
        for one in week.proposals
    ]
    return Answer(
        document,
        [
            Table([t("Day"), t("Hour"), t("Organisation"), t("Kind"), t("Place"), t("Code")], visits),
            Lines([""]),
            Table([t("To see"), t("Weight"), t("Why")], proposals, frozenset({1})),
        ],
    )


def plan_visit(context: Context, options: Namespace) -> Answer:
    """Plan a visit."""
    from clusterdesk.domain.commands.sessions import PlanSession
    from clusterdesk.services import week

    organisation = references.target(context, options.ref, "organisation")
    day = _day(context, options.day)
    if options.at is None:
        hour: time | None = next(iter(week.hours_left(context.desk.store, day)), None)
    else:
        hour = values.read(context, _SESSION["starts_at"], "--at", options.at)
    command = PlanSession(organisation_id=organisation, on=day, starts_at=hour, subject=options.subject)
    return week_shapes.planned(context, week.plan_visit(context.desk.store, command).output)


def spread_visits(context: Context, options: Namespace) -> Answer:
    """Plan visits to several organisations; who has one planned gets no other."""
    from clusterdesk.domain.commands.sessions import PlanVisits
    from clusterdesk.services.visit_spreading import plan_visits

    ids = tuple(references.target(context, ref, "organisation") for ref in options.refs)
    tomorrow = context.desk.clock.today() + timedelta(days=1)
    first = _day(context, options.from_on) if options.from_on else tomorrow
    made = plan_visits(context.desk.store, PlanVisits(organisation_ids=ids, from_on=first)).output
    t = context.t
    line = t.n("{n} visit is planned.", "{n} visits are planned.", n=len(made))
    document = {
        "planned": [
            {
                "id": str(one.id),
                "organisation_id": str(one.organisation_id),
                "on": one.on.isoformat(),
                "starts_at": one.starts_at.isoformat("minutes") if one.starts_at else None,
            }
            for one in made
        ]
    }
    return Answer(document, [Lines([line])])


def move_visit(context: Context, options: Namespace) -> Answer:
    """Move a visit."""
    from clusterdesk.domain.commands.sessions import MoveSession
    from clusterdesk.services.sessions import move_session

    session = session_meant(context, options.ref)
    hour = values.read(context, _SESSION["starts_at"], "--at", options.at) if options.at else None
    command = MoveSession(session_id=session, on=_day(context, options.day), starts_at=hour)
    return week_shapes.planned(context, move_session(context.desk.store, command).output)


def _day(context: Context, text: str) -> date:
    day: date = values.read(context, _SESSION["on"], "DATE", text)
    return day
