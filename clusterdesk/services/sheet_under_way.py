"""What was sent on for an organisation and is not closed yet, for the back of its visit sheet."""

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.difficulties import DifficultyOrganisation, DifficultyState
from clusterdesk.domain.views.organisation_page import OrganisationPage
from clusterdesk.domain.views.visit_sheet import MatterKind, OpenMatter
from clusterdesk.services.difficulty_views import difficulties_of
from clusterdesk.store.desk_store import Store


def under_way(store: Store, page: OrganisationPage) -> tuple[OpenMatter, ...]:
    """Return the open difficulties of an organisation, those that stand still longest first."""
    family = {page.organisation.id, *(one.id for one in page.merged)}
    if not store.find(DifficultyOrganisation, organisation_id=family):
        return ()
    rows = [
        row for row in difficulties_of(store, page.organisation.id) if row.record.state is not DifficultyState.CLOSED
    ]
    found = [
        OpenMatter(
            MatterKind.DIFFICULTY,
            row.record.title,
            choice_label(row.record.state),
            row.since,
            row.record.visibility,
        )
        for row in rows
        if row.record.state is not DifficultyState.CLOSED
    ]
    return tuple(sorted(found, key=_since))


def _since(matter: OpenMatter) -> tuple[object, str]:
    return matter.since, matter.text
