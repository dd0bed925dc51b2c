"""Reading orientations: the page of one, all of them, those of an organisation or of a team."""

from collections.abc import Iterable
from uuid import UUID

from clusterdesk.domain.dated_steps import day_order
from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.lists import Named, Profile
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.referrals import (
    ReadinessAnswer,
    ReadinessQuestion,
    Referral,
    ReferralAnswer,
    ReferralDocument,
)
from clusterdesk.domain.records.results import Document
from clusterdesk.domain.records.sessions import Session
from clusterdesk.domain.referrals.silence import SilenceRule
from clusterdesk.domain.referrals.states import WITH_TEAM
from clusterdesk.domain.views.referrals import (
    AttachedDocument,
    ReferralList,
    ReferralPage,
    ReferralRow,
)
from clusterdesk.services.referral_choices import groups_known, own_profile
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.merged import family_ids
from clusterdesk.store.queries.referrals import ReferralReader


def read_referral(store: Store, referral_id: UUID, rule: SilenceRule | None = None) -> ReferralPage:
    """Return the page of an orientation, also of one in the bin; ``rule`` says when a team counts as silent.

    Raises:
        KnownError: there is none.
    """
    referral = store.get(Referral, referral_id)
    with store.read() as connection:
        reader = ReferralReader(connection, store.clock.today(), rule)
        (row,) = reader.rows([referral])
        family = tuple(UUID(bytes=one) for one in family_ids(connection, referral.organisation_id))
    organisation = store.get(Organisation, row.organisation_id)
    projects = store.find(Project, organisation_id=family)
    answers = store.find(ReadinessAnswer, referral_id=referral.id)
    answered = {one.question_id for one in answers}
    questions = [one for one in store.find(ReadinessQuestion, deleted=None) if _asked(one, answered)]
    people = [one for one in reader.people.values() if one.hub_team_id == referral.hub_team_id]
    return ReferralPage(
        row,
        organisation,
        kinds=_ordered(one for one in reader.kinds.values() if one.active and not one.deleted),
        teams=tuple(sorted((one for one in reader.teams.values() if not one.deleted), key=_name)),
        people=tuple(sorted((one for one in people if not one.deleted), key=_name)),
        questions=_ordered(questions),
        answers={one.question_id: one for one in answers},
        replies=tuple(sorted(store.find(ReferralAnswer, referral_id=referral.id), key=day_order)),
        attached=_attached(store, referral_id),
        documents=tuple(sorted(store.find(Document, organisation_id=family), key=_name)),
        projects=tuple(sorted(projects, key=_title)),
        files=tuple(store.find(CoachingFile, project_id=[one.id for one in projects])),
        sessions=tuple(sorted(store.find(Session, organisation_id=family), key=day_order, reverse=True)),
        profiles=tuple(sorted(store.find(Profile), key=_name)),
        groups=groups_known(store),
    )


def read_referrals(store: Store, rule: SilenceRule | None = None) -> ReferralList:
    """Return all orientations, the newest first."""
    with store.read() as connection:
        rows = ReferralReader(connection, store.clock.today(), rule).all_rows()
    return ReferralList(rows, own_profile(store))


def late_referrals(store: Store, rule: SilenceRule | None = None) -> tuple[ReferralRow, ...]:
    """Return the orientations whose team has not answered in time, the latest first."""
    waiting = store.find(Referral, revoked_on=None, state=WITH_TEAM)
    if not waiting:
        return ()
    with store.read() as connection:
        rows = ReferralReader(connection, store.clock.today(), rule).rows(waiting)
    return tuple(sorted((row for row in rows if row.silent.late_days), key=_latest))


def referrals_of(store: Store, organisation_id: UUID, rule: SilenceRule | None = None) -> tuple[ReferralRow, ...]:
    """Return the orientations of an organisation, the newest first."""
    with store.read() as connection:
        family = tuple(UUID(bytes=one) for one in family_ids(connection, organisation_id))
        return ReferralReader(connection, store.clock.today(), rule).rows_of_organisation(family)


def _latest(row: ReferralRow) -> tuple[int, UUID]:
    return -row.silent.late_days, row.record.id


def _asked(question: ReadinessQuestion, answered: set[UUID]) -> bool:
    return question.id in answered or (question.active and not question.deleted)


def _attached(store: Store, referral_id: UUID) -> tuple[AttachedDocument, ...]:
    rows = store.find(ReferralDocument, referral_id=referral_id)
    found = [AttachedDocument(one, store.get(Document, one.document_id)) for one in rows]
    return tuple(sorted((one for one in found if not one.document.deleted), key=_document_name))


def _ordered[N: Named](rows: Iterable[N]) -> tuple[N, ...]:
    return tuple(sorted(rows, key=_place))


def _place(row: Named) -> tuple[int, str]:
    return row.position, row.key


def _name(row: object) -> str:
    return str(getattr(row, "name", "")).casefold()


def _title(project: Project) -> str:
    return project.title.casefold()


def _document_name(one: AttachedDocument) -> str:
    return one.document.name.casefold()
