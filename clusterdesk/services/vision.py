"""The common vision: reading a dossier with all that it is made of, and moving it on."""

from dataclasses import replace
from datetime import date
from uuid import UUID

from clusterdesk.domain.changes import OpResult, differences
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.commands.vision import MoveChapter
from clusterdesk.domain.dated_steps import in_order
from clusterdesk.domain.parsing.text import one_line
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.results import Document
from clusterdesk.domain.records.vision import (
    OpenQuestion,
    VisionChapter,
    VisionDossier,
    VisionSource,
    VisionStage,
    VisionStep,
)
from clusterdesk.domain.views.vision import StageReached, VisionPage
from clusterdesk.domain.vision.stages import stage_of
from clusterdesk.services.records import add_record
from clusterdesk.services.vision_contributors import contributors
from clusterdesk.store.desk_store import Store


def _documents(store: Store, used: set[UUID]) -> tuple[Document, ...]:
    """Return the documents of the cluster itself, and those that are used."""
    own = store.find(Document, organisation_id=None, revoked_on=None)
    known = {one.id for one in own}
    missing = used - known
    return tuple(sorted([*own, *(store.find(Document, id=missing) if missing else ())], key=lambda one: one.name))


def dossiers(store: Store) -> tuple[VisionDossier, ...]:
    """Return all dossiers by title."""
    return tuple(sorted(store.find(VisionDossier, revoked_on=None), key=lambda one: (one.title.casefold(), one.id)))


def read_vision(store: Store, dossier_id: UUID) -> VisionPage:
    """Return a dossier with its steps, chapters, sources, contributors and questions.

    Raises:
        KnownError: there is none.
    """
    record = store.get(VisionDossier, dossier_id)
    steps = in_order(store.find(VisionStep, vision_dossier_id=dossier_id, revoked_on=None))
    sources = store.find(VisionSource, vision_dossier_id=dossier_id, revoked_on=None)
    questions = store.find(OpenQuestion, vision_dossier_id=dossier_id, revoked_on=None)
    chapters = store.find(VisionChapter, vision_dossier_id=dossier_id)
    documents = {one.document_id for one in sources if one.document_id is not None}
    return VisionPage(
        record,
        stage_of(steps),
        tuple(StageReached(one, _first(steps, one)) for one in VisionStage),
        tuple(steps),
        tuple(sorted(chapters, key=lambda one: (one.position, one.id))),
        tuple(sorted(sources, key=_source_order)),
        contributors(store, dossier_id),
        tuple(sorted(questions, key=lambda one: (one.answered_on is not None, one.asked_on or date.min, one.id))),
        _documents(store, documents),
        tuple(store.find(Profile)),
        dossiers(store),
    )


def move_dossier(
    store: Store, dossier_id: UUID, stage: VisionStage, *, on: date | None = None, remark: str = ""
) -> OpResult[Record]:
    """Note that a dossier has reached a stage on a day, forward or back.

    Raises:
        KnownError: there is no such dossier, the day is to come or before the last one, or it is there already.
    """
    store.get(VisionDossier, dossier_id)
    day = on or store.clock.today()
    step = VisionStep(vision_dossier_id=dossier_id, stage=stage, on=day, by=store.author, remark=one_line(remark))
    return add_record(store, AddRecord(record=step))


def move_chapter(store: Store, cmd: MoveChapter) -> OpResult[VisionChapter]:
    """Move a chapter up or down; the first one stays the first."""
    chapter = store.get(VisionChapter, cmd.chapter_id)
    order = list(read_vision(store, chapter.vision_dossier_id).chapters)
    place = next(index for index, one in enumerate(order) if one.id == chapter.id)
    other = max(place - 1, 0) if cmd.up else min(place + 1, len(order) - 1)
    order[place], order[other] = order[other], order[place]
    changes = [
        change
        for position, one in enumerate(order, start=1)
        for change in differences(one, replace(one, position=position))
    ]
    return OpResult(chapter, store.apply(replace(cmd, title=chapter.title), changes))


def _first(steps: list[VisionStep], stage: VisionStage) -> date | None:
    return next((one.on for one in steps if one.stage is stage), None)


def _source_order(one: VisionSource) -> tuple[str, str, UUID]:
    return str(one.published_on or one.consulted_on or ""), one.title.casefold(), one.id
