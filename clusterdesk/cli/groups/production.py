"""production: projects of the value chains – ranked, rated, moved from stage to stage."""

from argparse import Namespace

from clusterdesk.base.errors import Translate
from clusterdesk.cli import production_shapes as shapes
from clusterdesk.cli import values
from clusterdesk.cli.answer import Answer
from clusterdesk.cli.context import Context
from clusterdesk.cli.evidence_options import evidence_options, given_evidence
from clusterdesk.cli.parser import Parser
from clusterdesk.cli.production_adding import add
from clusterdesk.cli.project_reference import project_meant
from clusterdesk.domain.commands.production import MoveProduction, RateProduction
from clusterdesk.domain.production.rating import SCORES
from clusterdesk.domain.record_types import RECORD_TYPES

_STEP = RECORD_TYPES["production_step"].fields
_RATING = RECORD_TYPES["project_rating"].fields


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the actions."""
    actions = parser.actions("what", t)
    showing = actions.add("show", t("the projects by rank with stage, scores and holes; or one of them"), show)
    showing.wanted.add_argument("ref", metavar="REF", nargs="?", help=t("a production project; else all"))
    adding = actions.add("add", t("note an idea"), add)
    adding.wanted.add_argument("title", metavar=t("TITLE"), help=t("what could be made"))
    adding.options.add_argument("--chain", metavar="CHAIN", help=t("key or name of its value chain"))
    adding.options.add_argument("--organisation", metavar="REF", help=t("who carries it"))
    rating = actions.add("rate", t("rate from 1 to 5; an idea rated as a whole is ranked"), rate)
    moving = actions.add("move", t("let a project reach a stage; production notes its result"), move)
    for one in (rating, moving):
        one.wanted.add_argument("ref", metavar="REF", help=t("a production project"))
        one.options.add_argument("--on", metavar=t("DATE"), help=t("the day; else today"))
        one.options.add_argument(
            "--by", metavar=t("NAME"), default="", help=t("who decides; else the name of the settings")
        )
        one.options.add_argument("--remark", metavar=t("TEXT"), default="", help=t("what is to be said with it"))
    for score in SCORES:
        rating.options.add_argument(f"--{score}", metavar="1-5", help=t(_RATING[score].label))
    moving.wanted.add_argument(
        "stage", metavar=t("STAGE"), help="idea · ranked · set_up · financed · in_production · abandoned"
    )
    evidence_options(moving, t)


def show(context: Context, options: Namespace) -> Answer:
    """Show the projects, or one."""
    from clusterdesk.services.production_views import read_production

    data = read_production(context.desk.store)
    if options.ref is None:
        return shapes.list_answer(context, data)
    return shapes.shown(context, project_meant(context, options.ref))


def rate(context: Context, options: Namespace) -> Answer:
    """Rate a project."""
    from clusterdesk.services.production import rate_production

    given = {
        name: values.read(context, _RATING[name], f"--{name}", text)
        for name in SCORES
        if (text := getattr(options, name)) is not None
    }
    project_id = project_meant(context, options.ref)
    on = values.read(context, _RATING["on"], "--on", options.on) if options.on else None
    command = RateProduction(project_id=project_id, on=on, by=options.by, remark=options.remark, **given)
    rate_production(context.desk.store, command)
    return shapes.shown(context, project_id)


def move(context: Context, options: Namespace) -> Answer:
    """Move a project."""
    from clusterdesk.services.production import move_production

    project_id = project_meant(context, options.ref)
    proof, paper = given_evidence(context, options)
    command = MoveProduction(
        project_id=project_id,
        stage=values.read(context, _STEP["stage"], "STAGE", options.stage),
        on=values.read(context, _STEP["on"], "--on", options.on) if options.on else None,
        by=options.by,
        remark=options.remark,
        proof=proof,
    )
    move_production(context.desk.store, command, paper)
    return shapes.shown(context, project_id)
