"""What the stages of dossiers and production projects allow, whichever road a step of them is written by.

Moves write steps of production projects; here the generic commands are kept from making a history that no moves could
have made. Archives, undo and colleagues bring back what was written.
"""

from datetime import date
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.production import stages
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.production import ProductionStep
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.vision import VisionDossier, VisionStep
from clusterdesk.store.desk_store import Store


def check_new_step(store: Store, record: Record) -> None:
    """Refuse a new step of a dossier that does not follow from those before; other records may pass.

    Raises:
        KnownError: the day is to come or before the last step, or the dossier is at this stage already.
    """
    if not isinstance(record, VisionStep):
        return
    _check_not_ahead(record.on, store.clock.today())
    found = store.find(VisionStep, vision_dossier_id=record.vision_dossier_id, revoked_on=None)
    last = max(found, key=_place, default=None)
    if last is None:
        return
    if last.stage is record.stage:
        raise KnownError(
            "vision_stage_reached",
            N_("“{name}” has reached this stage already."),
            advice=N_("Choose the stage that follows, or an earlier one it goes back to."),
            name=store.get(VisionDossier, record.vision_dossier_id).title,
        )
    if record.on < last.on:
        raise KnownError(
            "vision_days",
            N_("The stage before was noted on {last}: {day} is earlier."),
            advice=N_("Give a later day, or correct the day of the step before."),
            last=last.on,
            day=record.on,
        )


def check_changed_step(store: Store, before: Record, after: Record) -> None:
    """Refuse another day of a step that puts the stages out of their order, and taking back any but the last one.

    Raises:
        KnownError: it is to be corrected, or a later step is to be taken back first.
    """
    if isinstance(after, VisionStep) and isinstance(before, VisionStep) and after.on != before.on:
        _check_not_ahead(after.on, store.clock.today())
    if not isinstance(after, ProductionStep) or not isinstance(before, ProductionStep):
        return
    if after.revoked_on is not None and before.revoked_on is None:
        check_taken_back(store, before)
    elif after.on != before.on:
        stages.check_day_of(_steps(store, before), before, after.on, store.clock.today())


def check_taken_back(store: Store, record: Record) -> None:
    """Refuse that any but the last stage of a production project goes; other records may pass.

    Raises:
        KnownError: names the stage that goes first.
    """
    if isinstance(record, ProductionStep) and not record.deleted and record.revoked_on is None:
        stages.check_is_last(_steps(store, record), record)


def check_brought_back(store: Store, record: Record) -> None:
    """Refuse that a stage comes back where the project went elsewhere since; other records may pass.

    Raises:
        KnownError: the stage does not follow from where the project stands now.
    """
    if not isinstance(record, ProductionStep) or not record.deleted or record.revoked_on is not None:
        return
    project = store.get(Project, record.project_id)
    stages.check_move(
        project.title,
        _steps(store, record),
        record.stage,
        record.on,
        today=store.clock.today(),
        remark=record.remark or "–",
        is_rated=True,
    )


def _steps(store: Store, step: ProductionStep) -> list[ProductionStep]:
    return stages.in_order(store.find(ProductionStep, project_id=step.project_id, revoked_on=None))


def _check_not_ahead(day: date, today: date) -> None:
    if day > today:
        raise KnownError(
            "vision_day_to_come",
            N_("{day} has not come yet: a stage is noted when it is reached."),
            advice=N_("Give today or an earlier day."),
            day=day,
        )


def _place(step: VisionStep) -> tuple[date, UUID]:
    return step.on, step.id
