"""vision-dossier follow, move: how far the common vision has come, and the step to another stage."""

from argparse import Namespace
from typing import Any
from uuid import UUID

from clusterdesk.base.errors import Translate
from clusterdesk.cli import references, values
from clusterdesk.cli.answer import Answer, Lines, Pairs, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Actions
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.vision import VisionStage
from clusterdesk.domain.views.vision import VisionPage

_STEP = RECORD_TYPES["vision_step"].fields


def add_actions(actions: Actions, t: Translate) -> None:
    """Add the actions of a dossier."""
    following = actions.add("follow", t("stages, chapters, sources and open questions of a dossier"), follow)
    moving = actions.add("move", t("note that a dossier has reached a stage"), move)
    for one in (following, moving):
        one.wanted.add_argument("ref", metavar="REF", help=t("id or title of a dossier"))
    stages = "|".join(stage.value for stage in VisionStage)
    moving.wanted.add_argument("stage", metavar=t("STAGE"), choices=[stage.value for stage in VisionStage], help=stages)
    moving.options.add_argument("--on", metavar=t("DATE"), help=t("the day; else today"))
    moving.options.add_argument("--remark", metavar=t("TEXT"), default="", help=t("a remark kept with the step"))


def follow(context: Context, options: Namespace) -> Answer:
    """Show a dossier."""
    return _answer(context, references.target(context, options.ref, "vision_dossier"))


def move(context: Context, options: Namespace) -> Answer:
    """Note a stage."""
    from clusterdesk.services.vision import move_dossier

    found = references.target(context, options.ref, "vision_dossier")
    on = values.read(context, _STEP["on"], "--on", options.on) if options.on else None
    stage = VisionStage(options.stage)
    move_dossier(context.desk.store, found, stage, on=on, remark=options.remark)
    line = context.t("Noted: {stage_label}.", stage_label=context.t(choice_label(stage)))
    return _answer(context, found, line)


def _answer(context: Context, dossier_id: UUID, line: str = "") -> Answer:
    from clusterdesk.services.vision import read_vision

    page = read_vision(context.desk.store, dossier_id)
    blocks = [Lines([line])] if line else []
    return Answer(_document(page), [*blocks, *_blocks(context, page)])


def _document(page: VisionPage) -> dict[str, Any]:
    return {
        "id": str(page.record.id),
        "title": page.record.title,
        "stage": page.stage.value if page.stage is not None else None,
        "stages": [
            {"stage": one.stage.value, "on": one.on.isoformat() if one.on is not None else None} for one in page.stages
        ],
        "chapters": [one.title for one in page.chapters],
        "sources": len(page.sources),
        "contributors": [
            {"name": one.name, "organisation": one.organisation, "may_be_cited": one.may_be_cited}
            for one in page.contributors
        ],
        "open_questions": [one.text for one in page.questions if one.answered_on is None],
    }


def _blocks(context: Context, page: VisionPage) -> list[Any]:
    t, formats = context.t, context.formats
    rows = [
        [t(choice_label(one.stage)), formats.date(one.on) if one.on is not None else t("not yet")]
        for one in page.stages
    ]
    facts = [
        (t("Chapters"), "\n".join(one.title for one in page.chapters)),
        (t("Sources"), formats.number(len(page.sources))),
        (t("Contributors"), "\n".join(one.name or one.organisation for one in page.contributors)),
        (t("Open questions"), "\n".join(one.text for one in page.questions if one.answered_on is None)),
    ]
    return [Lines([page.record.title]), Table([t("Stage"), t("Reached on")], rows), Pairs(facts)]
