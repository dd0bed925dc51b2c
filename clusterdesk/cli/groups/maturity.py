"""mrl: the maturity of a project by questions – asked, answered, shown, lifted."""

from argparse import Namespace

from clusterdesk.base.errors import Translate
from clusterdesk.cli import maturity_shapes as shapes
from clusterdesk.cli import values
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.maturity_answers import answer, ask, day_given, own_profile, read_project, shown_answer
from clusterdesk.cli.parser import Parser
from clusterdesk.cli.project_reference import project_meant
from clusterdesk.domain.commands.industrialisation import BeginAssessment, LiftBlocking
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.industrialisation import MrlQuestion

_ACTION = RECORD_TYPES["action"].fields


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the actions."""
    actions = parser.actions("what", t)
    actions.add("questions", t("the questions in use, from the lowest level up"), questions)
    showing = actions.add("show", t("level, what blocks it, answers, proposed result, capacity"), show)
    asking = actions.add(
        "ask", t("ask the questions one by one; y, n, x (does not apply), Enter to pass, q to stop"), ask
    )
    asking.options.add_argument("--all", action="store_true", help=t("also the questions answered yes"))
    answering = actions.add("answer", t("note answers given"), answer)
    history = actions.add("history", t("the assessments, and what changed each time"), tell_history)
    beginning = actions.add("assess", t("assess with the answers given before: nothing has changed"), assess)
    lifting = actions.add("promise", t("make what lifts the blocking question a promise"), promise)
    lifting.options.add_argument("--owner", metavar="us|organisation", help=t("who owes it; else the organisation"))
    lifting.options.add_argument("--due-on", metavar=t("DATE"), help=t("the day it is due; else in four weeks"))
    for one in (showing, asking, answering, history, beginning, lifting):
        one.wanted.add_argument("ref", metavar="REF", help=t("a project, or an organisation that has one"))
    answering.wanted.add_argument("answers", metavar=t("KEY=ANSWER"), nargs="+", help=t("mrl5.conformity=no …"))
    for one in (asking, answering, beginning):
        one.options.add_argument("--on", metavar=t("DATE"), help=t("the day; else today"))


def questions(context: Context, options: Namespace) -> Answer:
    """List the questions."""
    from clusterdesk.domain.industrialisation.maturity import in_order

    t = context.t
    found = [shapes.question_document(context, one) for one in in_order(context.desk.store.find(MrlQuestion))]
    rows = [[str(one["level"]), one["key"], one["question"], one["action"]] for one in found]
    heads = [t("Level"), t("Key"), t("Question"), t("What lifts it")]
    return Answer({"questions": found}, [Table(heads, rows, frozenset({0}))])


def show(context: Context, options: Namespace) -> Answer:
    """Show a project."""
    return shown_answer(context, project_meant(context, options.ref))


def tell_history(context: Context, options: Namespace) -> Answer:
    """Show the assessments of a project."""
    page, shown = read_project(context, project_meant(context, options.ref))
    return Answer(shapes.history_document(context, page, shown), shapes.history_blocks(context, page, shown))


def assess(context: Context, options: Namespace) -> Answer:
    """Assess a project as it was."""
    from clusterdesk.services.industrialisation import begin_assessment

    project_id = project_meant(context, options.ref)
    command = BeginAssessment(project_id=project_id, on=day_given(context, options), profile_id=own_profile(context))
    begin_assessment(context.desk.store, command)
    return shown_answer(context, project_id)


def promise(context: Context, options: Namespace) -> Answer:
    """Make what lifts the blocking question a promise."""
    from clusterdesk.domain.records.sessions import OwnerKind
    from clusterdesk.services.industrialisation import lift_blocking

    project_id = project_meant(context, options.ref)
    _, shown = read_project(context, project_id)
    if shown.maturity.blocking is None:
        return Answer({"promise_id": None}, [Lines([context.t("Nothing blocks: every question is answered yes.")])])
    owner = values.read(context, _ACTION["owner"], "--owner", options.owner) if options.owner else None
    command = LiftBlocking(
        project_id=project_id,
        question_id=shown.maturity.blocking.id,
        owner=owner or OwnerKind.ORGANISATION,
        due_on=values.read(context, _ACTION["due_on"], "--due-on", options.due_on) if options.due_on else None,
    )
    made = lift_blocking(context.desk.store, command).output
    due = made.due_on.isoformat() if made.due_on is not None else None
    line = context.t("Promise: {text}", text=made.text)
    return Answer({"promise_id": str(made.id), "text": made.text, "due_on": due}, [Lines([line])])
