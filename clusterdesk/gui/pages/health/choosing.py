"""Which field, choice or buttons put a row of each check right."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.health import CHECKS, HealthKey
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.session_kinds import OwnerKind
from clusterdesk.domain.views.health import HealthRow, SessionChoice
from clusterdesk.gui import routes
from clusterdesk.gui.context import Context
from clusterdesk.gui.forms.record_form import make_field
from clusterdesk.gui.pages.health import jobs
from clusterdesk.gui.pages.health.mending import FieldMending, Job, LinkMending, Mending
from clusterdesk.gui.pages.health.papers import EvidenceMending, FileMending
from clusterdesk.gui.pages.health.reading import HealthData
from clusterdesk.gui.widgets.fields.choice import InlineChoice, Option
from clusterdesk.gui.widgets.fields.line import InlineNumber, InlineText

_NOBODY = Option(None, "–")


def mending_of(context: Context, row: HealthRow, data: HealthData, mended: Callable[[], None]) -> Mending:
    """Return what puts a row of a check right."""
    made = _mending(context, row, data, mended)
    made.show_row(row, data)
    return made


def _mending(context: Context, row: HealthRow, data: HealthData, mended: Callable[[], None]) -> Mending:
    t, key = context.kit.t, data.key
    if CHECKS[key].field:
        return _field(context, row, CHECKS[key].field)
    if key is HealthKey.CONTACT_REACH:
        return FieldMending(context, InlineText(context.kit, t("Phone or mail")), _Saving(jobs.add_reach, row.id))
    if key is HealthKey.SESSION_NOTES:
        return LinkMending(context, t("Write the notes"), routes.session(row.id), "notebook-pen")
    if key is HealthKey.FILE_ACTION:
        return _of_file(context, row)
    if key is HealthKey.PROMISE_OWNER:
        if row.detail == OwnerKind.OTHER:
            return _field(context, row, "owner_name")
        return _field(context, row, "profile_id", [_NOBODY, *(Option(one.id, one.name) for one in data.colleagues)])
    if key is HealthKey.HEADCOUNT and row.on is not None and row.organisation_id is not None:
        caption = t("FTE on {day}", day=context.kit.formats.date(row.on))
        saving = _Saving(partial(jobs.note_staff, row.on), row.organisation_id)
        return FieldMending(context, InlineNumber(context.kit, caption), saving)
    if key is HealthKey.FIGURES:
        return LinkMending(context, t("Enter the figures that are due"), routes.figures_due(), "table")
    if key is HealthKey.EVIDENCE:
        return EvidenceMending(context, row)
    if key is HealthKey.DOCUMENT_FILE:
        return FileMending(context, row, mended)
    assert row.other_id is not None
    return LinkMending(context, t("Compare the two"), routes.merge(row.id, row.other_id), "merge")


def _of_file(context: Context, row: HealthRow) -> Mending:
    """Return the choice of what was held; else the way to the organisation; of nobody's file, the day it was closed."""
    t = context.kit.t
    if row.sessions:
        options = [_NOBODY, *(Option(one.id, _session_words(context, one)) for one in row.sessions)]
        choice = InlineChoice(context.kit, t("First coaching action"), options)
        return FieldMending(context, choice, _Saving(jobs.attach_session, row.id))
    if row.organisation_id is None:
        return _field(context, row, "closed_on")
    return LinkMending(context, t("Open the organisation"), routes.organisation(row.organisation_id), "building-2")


def _session_words(context: Context, one: SessionChoice) -> str:
    t, formats = context.kit.t, context.kit.formats
    kind = t("{kind} · {title}", kind=t(choice_label(one.kind)), title=formats.date(one.on))
    return t("{kind} · {title}", kind=kind, title=one.subject) if one.subject else kind


def _field(context: Context, row: HealthRow, name: str, options: Sequence[Option] = ()) -> Mending:
    """Return the field of the record itself."""
    field = make_field(context.kit, RECORD_TYPES[row.record_type].fields[name], options)
    if name == "enterprise_number":
        return FieldMending(context, field, _Saving(jobs.set_number, row.id))
    job = partial(jobs.set_field, row.record_type, name)
    return FieldMending(context, field, _Saving(job, row.id), () if name == "languages" else None)


class _Saving:
    """Makes the job of a value."""

    def __init__(self, job: Callable[[UUID, Any, Any], OpResult[Any]], record_id: UUID) -> None:
        self._job, self._id = job, record_id

    def __call__(self, value: object) -> Job:
        return partial(self._job, self._id, value)
