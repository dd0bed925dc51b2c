"""What was sent on for an organisation and is not closed yet, for the back of its visit sheet."""

from collections.abc import Iterator

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.exchanges.matching import is_live
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.difficulties import DifficultyOrganisation, DifficultyState
from clusterdesk.domain.records.exchange import Exchange
from clusterdesk.domain.referrals.silence import is_open
from clusterdesk.domain.views.organisation_page import OrganisationPage
from clusterdesk.domain.views.visit_sheet import MatterKind, OpenMatter
from clusterdesk.services.difficulty_views import difficulties_of
from clusterdesk.services.referral_views import referrals_of
from clusterdesk.store.desk_store import Store


def under_way(store: Store, page: OrganisationPage, language: str) -> tuple[OpenMatter, ...]:
    """Return the open difficulties and orientations of an organisation, those that stand still longest first."""
    found = (*_difficulties(store, page), *_orientations(store, page, language), *_exchanges(store, page))
    return tuple(sorted(found, key=_since))


def _difficulties(store: Store, page: OrganisationPage) -> tuple[OpenMatter, ...]:
    family = {page.organisation.id, *(one.id for one in page.merged)}
    if not store.find(DifficultyOrganisation, organisation_id=family):
        return ()
    rows = [
        row for row in difficulties_of(store, page.organisation.id) if row.record.state is not DifficultyState.CLOSED
    ]
    return tuple(
        OpenMatter(
            MatterKind.DIFFICULTY,
            row.record.title,
            choice_label(row.record.state),
            row.since,
            row.record.visibility,
        )
        for row in rows
        if row.record.state is not DifficultyState.CLOSED
    )


def _exchanges(store: Store, page: OrganisationPage) -> Iterator[OpenMatter]:
    """Yield what the organisation looks for or offers today; who may read it decides on what leaves."""
    family = {page.organisation.id, *(one.id for one in page.merged)}
    today = store.clock.today()
    for record in store.find(Exchange, organisation_id=family, revoked_on=None):
        if is_live(record, today):
            since = record.from_on or record.recorded_on or today
            yield OpenMatter(MatterKind.EXCHANGE, record.text, choice_label(record.side), since, record.visibility)


def _orientations(store: Store, page: OrganisationPage, language: str) -> Iterator[OpenMatter]:
    """Yield the open orientations by kind and team; what was agreed to is known to the organisation."""
    for row in referrals_of(store, page.organisation.id):
        record = row.record
        if not is_open(record.state):
            continue
        names = [row.kind.name_in(language) if row.kind is not None else "", row.team.name if row.team else ""]
        agreed = record.consent_on is not None and record.visibility is not Visibility.RESTRICTED
        yield OpenMatter(
            MatterKind.REFERRAL,
            " – ".join(name for name in names if name),
            choice_label(record.state),
            row.since,
            Visibility.SHAREABLE if agreed else record.visibility,
        )


def _since(matter: OpenMatter) -> tuple[object, str]:
    return matter.since, matter.text
