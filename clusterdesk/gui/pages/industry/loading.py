"""What the page of industrial scale-up asks of the store, in the worker."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.base.ids import new_id
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.industrialisation import AnswerMrl, BeginAssessment, LiftBlocking
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.industrialisation import CapacitySheet, MrlAssessment
from clusterdesk.domain.records.sessions import Action
from clusterdesk.domain.views.industry import IndustryPage

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


def read_page(organisation_id: UUID, desk: "Desk") -> IndustryPage:
    """Read the projects of an organisation."""
    from clusterdesk.services.industry_views import read_industry

    return read_industry(desk.store, organisation_id)


def answer(command: AnswerMrl, desk: "Desk") -> OpResult[MrlAssessment]:
    """Note an answer."""
    from clusterdesk.services.industrialisation import answer_question

    return answer_question(desk.store, command)


def begin(command: BeginAssessment, desk: "Desk") -> OpResult[MrlAssessment]:
    """Assess a project today with the answers given before."""
    from clusterdesk.services.industrialisation import begin_assessment

    return begin_assessment(desk.store, command)


def lift(command: LiftBlocking, desk: "Desk") -> OpResult[Action]:
    """Make what lifts a « no » a promise."""
    from clusterdesk.services.industrialisation import lift_blocking

    return lift_blocking(desk.store, command)


def add_sheet(project_id: UUID, on: date, like: CapacitySheet | None, desk: "Desk") -> OpResult[Record]:
    """Add a capacity sheet of a day, with what the one before said."""
    from clusterdesk.services.records import add_record

    sheet = CapacitySheet(project_id=project_id, on=on)
    if like is not None:
        sheet = replace(like, id=new_id(), external_id=None, recorded_on=None, on=on, remark="")
    return add_record(desk.store, AddRecord(record=sheet))
