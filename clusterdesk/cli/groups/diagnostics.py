"""diagnostic take, score, compare, seed: criteria scored 0–5, then and now, and what low scores put into the plan."""

from argparse import Namespace
from typing import Any
from uuid import UUID

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import coaching_shapes as shapes
from clusterdesk.cli import references, values
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.file_reference import file_meant
from clusterdesk.cli.parser import Actions
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.commands.plans import CriterionScore
from clusterdesk.domain.record_types import RECORD_TYPES

_DIAGNOSTIC = RECORD_TYPES["diagnostic"].fields
_SCORE = RECORD_TYPES["diagnostic_score"].fields


def add_actions(actions: Actions, t: Translate) -> None:
    """Add what is done with a diagnostic."""
    score_help = t("once for each criterion: its key, the score 0–5, and a sentence")
    take = actions.add("take", t("take a diagnostic of an organisation"), take_diagnostic)
    take.wanted.add_argument("ref", metavar="REF", help=t("organisation: id, number or name"))
    take.options.add_argument("--on", metavar=t("DATE"), help=t("the day; else today"))
    take.options.add_argument("--coaching-file", metavar="REF", help=t("the file it is for"))
    take.options.add_argument("--score", metavar=t("KEY=SCORE:SENTENCE"), action="append", default=[], help=score_help)
    scoring = actions.add("score", t("give criteria of a diagnostic their scores"), score_diagnostic)
    scoring.wanted.add_argument("ref", metavar="REF", help=t("diagnostic: id"))
    scoring.wanted.add_argument("scores", metavar=t("KEY=SCORE:SENTENCE"), nargs="+", help=score_help)
    compare = actions.add("compare", t("the newest diagnostic of an organisation beside the one before"), compare_last)
    compare.wanted.add_argument("ref", metavar="REF", help=t("organisation: id, number or name"))
    seed = actions.add("seed", t("put what low scores ask for into the plan of a file"), seed_plan)
    seed.wanted.add_argument("ref", metavar="REF", help=t("diagnostic: id"))
    seed.wanted.add_argument(
        "file", metavar=t("FILE"), help=t("coaching file: id, title of its project, or its organisation")
    )
    seed.options.add_argument("--dry-run", action="store_true", help=t("show them only"))


def take_diagnostic(context: Context, options: Namespace) -> Answer:
    """Take a diagnostic."""
    from clusterdesk.domain.commands.plans import TakeDiagnostic
    from clusterdesk.services import diagnostics

    file = file_meant(context, options.coaching_file) if options.coaching_file else None
    command = TakeDiagnostic(
        organisation_id=references.target(context, options.ref, "organisation"),
        on=values.read(context, _DIAGNOSTIC["on"], "--on", options.on) if options.on else None,
        coaching_file_id=file,
        scores=_scores(context, options.score),
    )
    made = diagnostics.take_diagnostic(context.desk.store, command).output
    return _shown(context, made.id)


def score_diagnostic(context: Context, options: Namespace) -> Answer:
    """Score criteria."""
    from clusterdesk.domain.commands.plans import ScoreDiagnostic
    from clusterdesk.services import diagnostics

    diagnostic_id = references.target(context, options.ref, "diagnostic")
    command = ScoreDiagnostic(diagnostic_id=diagnostic_id, scores=_scores(context, options.scores))
    diagnostics.score_diagnostic(context.desk.store, command)
    return _shown(context, diagnostic_id)


def compare_last(context: Context, options: Namespace) -> Answer:
    """Show the newest diagnostic and the one before."""
    from clusterdesk.services.coaching_views import read_diagnostics

    page = read_diagnostics(context.desk.store, references.target(context, options.ref, "organisation"))
    if not page.taken:
        document: dict[str, Any] = {"diagnostic": None, "before": None, "scores": []}
        return Answer(document, [Lines([context.t("No diagnostic was taken yet.")])])
    now, then = page.taken[0], page.taken[1] if len(page.taken) > 1 else None
    return Answer(shapes.diagnostic_document(now, then), [shapes.diagnostic_table(context, now, then)])


def seed_plan(context: Context, options: Namespace) -> Answer:
    """Put what low scores ask for into a plan."""
    from clusterdesk.domain.commands.plans import AddMilestones
    from clusterdesk.services import diagnostics, plans

    store = context.desk.store
    file_id = file_meant(context, options.file)
    read = diagnostics.read_diagnostic(store, references.target(context, options.ref, "diagnostic"))
    asked = diagnostics.seeded_templates(store, read, file_id)
    if options.dry_run or not asked:
        nothing = Lines([context.t("No low score asks for anything that is not in the plan.")])
        return Answer(shapes.templates_document(asked), [shapes.template_rows(context, asked) if asked else nothing])
    ids = tuple(one.id for one in asked)
    command = AddMilestones(
        coaching_file_id=file_id, template_ids=ids, language=context.t.language, from_on=read.diagnostic.on
    )
    made = plans.add_milestones(store, command).output
    line = context.t.n("{n} milestone is in the plan.", "{n} milestones are in the plan.", n=len(made))
    return Answer(shapes.made_document(made), [Lines([line])])


def _shown(context: Context, diagnostic_id: UUID) -> Answer:
    from clusterdesk.services.diagnostics import read_diagnostic

    read = read_diagnostic(context.desk.store, diagnostic_id)
    return Answer(shapes.diagnostic_document(read, None), [shapes.diagnostic_table(context, read, None)])


def _scores(context: Context, texts: list[str]) -> tuple[CriterionScore, ...]:
    from clusterdesk.services.diagnostics import criteria_by_key

    known = criteria_by_key(context.desk.store)
    made = []
    for text in texts:
        key, mark, rest = text.partition("=")
        score, _, sentence = rest.partition(":")
        if not mark or key.strip() not in known:
            raise WrongUseError(N_("Write a score as KEY=SCORE:SENTENCE, not “{text}”."), text=text)
        value = values.read(context, _SCORE["score"], "--score", score)
        made.append(CriterionScore(known[key.strip()], value, sentence.strip()))
    return tuple(made)
