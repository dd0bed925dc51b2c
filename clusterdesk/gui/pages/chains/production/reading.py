"""What production projects ask of the store, in the worker."""

from typing import TYPE_CHECKING

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.production import AddIdea, MoveProduction, RateProduction
from clusterdesk.domain.records.production import ProductionStep, ProjectRating
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.views.production import ProductionList

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.gui.pages.organisation.proof_fields import ChosenProof


def read(desk: "Desk") -> ProductionList:
    """Read all production projects."""
    from clusterdesk.services.production_views import read_production

    return read_production(desk.store)


def add_idea(command: AddIdea, desk: "Desk") -> OpResult[Project]:
    """Note an idea."""
    from clusterdesk.services import production_ideas

    return production_ideas.add_idea(desk.store, command)


def rate(command: RateProduction, desk: "Desk") -> OpResult[ProjectRating]:
    """Rate a project."""
    from clusterdesk.services.production import rate_production

    return rate_production(desk.store, command)


def move(command: MoveProduction, chosen: "ChosenProof | None", desk: "Desk") -> OpResult[ProductionStep]:
    """Let a project reach a stage, with the evidence that was chosen for it."""
    from clusterdesk.gui.pages.organisation.result_jobs import paper_of
    from clusterdesk.services.production import move_production

    return move_production(desk.store, command, paper_of(chosen, desk))
