"""Production projects: rated, moved from stage to stage."""

from dataclasses import replace
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Change, Insert, OpResult
from clusterdesk.domain.commands.production import MoveProduction, RateProduction
from clusterdesk.domain.dated_steps import in_order
from clusterdesk.domain.field_rules import RATING
from clusterdesk.domain.parsing.text import many_lines, one_line
from clusterdesk.domain.production import stages
from clusterdesk.domain.production.rating import SCORES, is_whole, latest
from clusterdesk.domain.records.production import ProductionStage, ProductionStep, ProjectRating
from clusterdesk.domain.records.projects import Project, ProjectKind
from clusterdesk.services.production_started import started_changes
from clusterdesk.services.proofs import Paper
from clusterdesk.store.desk_store import Store


def rate_production(store: Store, cmd: RateProduction) -> OpResult[ProjectRating]:
    """Rate a project; what is not given is kept from the rating before; an idea that is rated as a whole is ranked.

    Raises:
        KnownError: it is no production project, nothing is given, a score is not from 1 to 5, or the day is to come.
    """
    project = _production(store, cmd.project_id)
    given = {name: getattr(cmd, name) for name in SCORES if getattr(cmd, name) is not None}
    if not given:
        raise KnownError(
            "rating_empty",
            N_("A rating needs at least one score from 1 to 5."),
            advice=N_("Give timing, skills, budget, funding or impact."),
        )
    for value in given.values():
        if not RATING.holds(value):
            raise KnownError("field_rule", RATING.message, advice=N_("Give a whole number from 1 to 5."))
    today = store.clock.today()
    on = cmd.on or today
    stages.DAYS.ahead.check_come(on, today)
    before = latest(store.find(ProjectRating, project_id=project.id, revoked_on=None))
    kept = {name: getattr(before, name) for name in SCORES} if before is not None else {}
    by = one_line(cmd.by) or store.author
    rating = ProjectRating(project_id=project.id, on=on, by=by, remark=many_lines(cmd.remark), **{**kept, **given})
    changes: list[Change] = [Insert(rating)]
    steps = _steps(store, project.id)
    if is_whole(rating) and stages.stage_of(steps) is ProductionStage.IDEA:
        day = max([on, *(one.on for one in steps)])
        changes.append(Insert(ProductionStep(project_id=project.id, stage=ProductionStage.RANKED, on=day, by=by)))
    return OpResult(rating, store.apply(replace(cmd, title=project.title), changes))


def move_production(store: Store, cmd: MoveProduction, paper: Paper | None = None) -> OpResult[ProductionStep]:
    """Let a project reach a stage; reaching production notes the result in the same step.

    ``paper`` is the document of the evidence that is given with it.

    Raises:
        KnownError: the stage does not follow, it is no production project, or the evidence cannot be kept.
    """
    project = _production(store, cmd.project_id)
    steps, today = _steps(store, project.id), store.clock.today()
    rating = latest(store.find(ProjectRating, project_id=project.id, revoked_on=None))
    on, by = cmd.on or today, one_line(cmd.by) or store.author
    stages.check_move(project.title, steps, cmd.stage, on, today=today, remark=cmd.remark, is_rated=is_whole(rating))
    step = ProductionStep(project_id=project.id, stage=cmd.stage, on=on, by=by, remark=many_lines(cmd.remark))
    changes: list[Change] = [Insert(step)]
    if cmd.stage is ProductionStage.IN_PRODUCTION:
        changes += started_changes(store, project, cmd, paper, on, by)
    return OpResult(step, store.apply(replace(cmd, title=project.title), changes))


def _production(store: Store, project_id: UUID) -> Project:
    project = store.get(Project, project_id)
    if project.deleted:
        raise KnownError(
            "owner_binned",
            N_("“{name}” is in the bin."),
            advice=N_("Take it out of the bin first."),
            name=project.title,
        )
    if project.kind is not ProjectKind.PRODUCTION:
        raise KnownError(
            "production_kind",
            N_("“{name}” is no production project: only those have stages."),
            advice=N_("Change its kind to “Production project” first, on the page of its holder."),
            name=project.title,
        )
    return project


def _steps(store: Store, project_id: UUID) -> list[ProductionStep]:
    return in_order(store.find(ProductionStep, project_id=project_id, revoked_on=None))
