"""What the diagnostic asks of the store, in the worker."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.coaching_plan.diagnosis import TakenDiagnostic
from clusterdesk.domain.commands.plans import ScoreDiagnostic, TakeDiagnostic
from clusterdesk.domain.records.diagnostics import Diagnostic
from clusterdesk.domain.records.plan import MilestoneTemplate
from clusterdesk.domain.views.coaching import DiagnosticPage, FilePlan
from clusterdesk.gui.pages.organisation.loading import Lists, read_lists

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


@dataclass(frozen=True, slots=True)
class DiagnosticData:
    """What the page shows: the diagnostic chosen (else the newest), the one before, and what its low scores ask for.

    ``file`` is the open file whose plan the milestones would go into.
    """

    page: DiagnosticPage
    lists: Lists
    now: TakenDiagnostic | None = None
    then: TakenDiagnostic | None = None
    file: FilePlan | None = None
    asked: tuple[MilestoneTemplate, ...] = ()


def read_page(organisation_id: UUID, chosen: UUID | None, file_id: UUID | None, desk: "Desk") -> DiagnosticData:
    """Read the diagnostics of an organisation; ``chosen`` is the one to show, ``file_id`` the file it may seed."""
    from clusterdesk.services.coaching_views import read_diagnostics
    from clusterdesk.services.diagnostics import seeded_templates

    page, lists = read_diagnostics(desk.store, organisation_id), read_lists(desk)
    if not page.taken:
        return DiagnosticData(page, lists)
    place = next((index for index, one in enumerate(page.taken) if one.diagnostic.id == chosen), 0)
    now = page.taken[place]
    then = page.taken[place + 1] if place + 1 < len(page.taken) else None
    wanted = file_id or now.diagnostic.coaching_file_id
    file = next((one for one in page.files if one.file.id == wanted), next(iter(page.files), None))
    asked = seeded_templates(desk.store, now, file.file.id) if file is not None else ()
    return DiagnosticData(page, lists, now, then, file, asked)


def take(organisation_id: UUID, file_id: UUID | None, day: date, name: str, desk: "Desk") -> OpResult[Diagnostic]:
    """Begin a diagnostic, taken by the user where the user is a known colleague."""
    from clusterdesk.domain.records.lists import Profile
    from clusterdesk.services.diagnostics import take_diagnostic

    own = next((one.id for one in desk.store.find(Profile) if one.name.casefold() == name.strip().casefold()), None)
    command = TakeDiagnostic(organisation_id=organisation_id, on=day, coaching_file_id=file_id, profile_id=own)
    return take_diagnostic(desk.store, command)


def complete(diagnostic_id: UUID, desk: "Desk") -> OpResult[TakenDiagnostic]:
    """Give a diagnostic lines for the criteria that came into use since."""
    from clusterdesk.services.diagnostics import score_diagnostic

    return score_diagnostic(desk.store, ScoreDiagnostic(diagnostic_id=diagnostic_id))
