"""coaching-file plan, templates, milestones, baseline: how a file works towards its targets."""

from argparse import Namespace
from datetime import date
from decimal import Decimal
from typing import Any

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import coaching_shapes as shapes
from clusterdesk.cli import references, values
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.file_reference import file_meant
from clusterdesk.cli.parser import Actions
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.record_types import RECORD_TYPES

_FILE = RECORD_TYPES["coaching_file"].fields
_TRACK = RECORD_TYPES["coaching_file_track"].fields


def add_actions(actions: Actions, t: Translate) -> None:
    """Add what is done with the plan of a coaching file."""
    file_help = t("coaching file: id, title of its project, or its organisation")
    plan = actions.add("plan", t("tracks, milestones, time, promises: the coaching plan of a file"), show_plan)
    plan.wanted.add_argument("ref", metavar="REF", help=file_help)
    offered = actions.add("templates", t("the milestones that templates offer for a file"), show_templates)
    offered.wanted.add_argument("ref", metavar="REF", help=file_help)
    adding = actions.add("milestones", t("put milestones of templates into the plan of a file"), add_milestones)
    adding.wanted.add_argument("ref", metavar="REF", help=file_help)
    adding.wanted.add_argument("keys", metavar=t("KEY"), nargs="*", help=t("keys of templates; else all on offer"))
    adding.options.add_argument("--from", dest="from_on", metavar=t("DATE"), help=t("dated from; else the opening"))
    freeze = actions.add("baseline", t("freeze where a track starts from; another one needs a reason"), freeze_baseline)
    freeze.wanted.add_argument("ref", metavar="REF", help=file_help)
    freeze.wanted.add_argument("track", metavar=t("TRACK"), help=t("track: id, key or name"))
    freeze.wanted.add_argument("value", metavar=t("VALUE"), nargs="?", default="", help=t("the number"))
    freeze.options.add_argument("--unit", metavar=t("TEXT"), help=t("the unit; else it stays"))
    freeze.options.add_argument("--on", metavar=t("DATE"), help=t("of which day; else today"))
    freeze.options.add_argument("--remark", metavar=t("TEXT"), help=t("in words"))
    freeze.options.add_argument("--reason", metavar=t("TEXT"), default="", help=t("why it is changed"))


def show_plan(context: Context, options: Namespace) -> Answer:
    """Show the plan of a file."""
    from clusterdesk.services.coaching_views import read_file_plan

    plan = read_file_plan(context.desk.store, file_meant(context, options.ref))
    return Answer(shapes.plan_document(plan), shapes.plan_blocks(context, plan))


def show_templates(context: Context, options: Namespace) -> Answer:
    """Show which templates there are for a file."""
    offered = _offered(context, options.ref)[1]
    return Answer(shapes.templates_document(offered), [shapes.template_rows(context, offered)])


def add_milestones(context: Context, options: Namespace) -> Answer:
    """Put milestones of templates into the plan."""
    from clusterdesk.domain.commands.plans import AddMilestones
    from clusterdesk.services import plans

    file_id, offered = _offered(context, options.ref)
    if options.keys:
        known = plans.templates_by_key(context.desk.store)
        unknown = [key for key in options.keys if key not in known]
        if unknown:
            raise WrongUseError(N_("There is no template “{name}”."), name=unknown[0])
        offered = tuple(known[key] for key in options.keys)
    from_on = _day(context, "--from", options.from_on) if options.from_on else None
    command = AddMilestones(
        coaching_file_id=file_id,
        template_ids=tuple(one.id for one in offered),
        language=context.t.language,
        from_on=from_on,
    )
    made = plans.add_milestones(context.desk.store, command).output
    line = context.t.n("{n} milestone is in the plan.", "{n} milestones are in the plan.", n=len(made))
    return Answer(shapes.made_document(made), [Lines([line])])


def freeze_baseline(context: Context, options: Namespace) -> Answer:
    """Freeze the baseline of a track."""
    from clusterdesk.domain.commands.plans import FreezeBaseline
    from clusterdesk.services import plans

    file_id = file_meant(context, options.ref)
    track_id = references.target(context, options.track, "track")
    before = plans.file_track(context.desk.store, file_id, track_id)
    value: Decimal | None = values.read(context, _TRACK["baseline"], "VALUE", options.value)
    command = FreezeBaseline(
        file_track_id=before.id,
        baseline=value,
        on=_day(context, "--on", options.on) if options.on else None,
        unit=before.unit if options.unit is None else options.unit,
        remark=before.baseline_remark if options.remark is None else options.remark,
        reason=options.reason,
    )
    after = plans.freeze_baseline(context.desk.store, command).output
    day = context.formats.date(after.baseline_on) if after.baseline_on else "–"
    return Answer(shapes.record_document(after), [Lines([context.t("Baseline frozen on {day}.", day=day)])])


def _offered(context: Context, ref: str) -> tuple[Any, tuple[Any, ...]]:
    from clusterdesk.services.plans import offered_templates

    file_id = file_meant(context, ref)
    return file_id, offered_templates(context.desk.store, file_id, context.t.language)


def _day(context: Context, flag: str, text: str) -> date:
    day: date = values.read(context, _FILE["opened_on"], flag, text)
    return day
