"""Reading orientations: each with its names, countries and steps, in a handful of statements."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

import sqlalchemy as sa

from clusterdesk.domain.dated_steps import day_order
from clusterdesk.domain.records.directory import HubTeam, HubTeamPerson, ReferralKind
from clusterdesk.domain.records.referrals import Referral, ReferralCountry, ReferralStep
from clusterdesk.domain.referrals.silence import SilenceRule, silent
from clusterdesk.domain.views.referrals import ReferralRow
from clusterdesk.store.queries.merged import kept_ids
from clusterdesk.store.queries.record_titles import titles_of
from clusterdesk.store.repositories.records import find


class ReferralReader:
    """One snapshot of orientations."""

    def __init__(self, connection: sa.Connection, today: date, rule: SilenceRule | None = None) -> None:
        """Read what they name; ``today`` and ``rule`` say which are silent."""
        self._connection, self._today, self._rule = connection, today, rule
        self.kinds = {one.id: one for one in find(connection, ReferralKind, deleted=None)}
        self.teams = {one.id: one for one in find(connection, HubTeam, deleted=None)}
        people = find(connection, HubTeamPerson, deleted=None)
        self.people = {one.id: one for one in people if one.name}  # somebody erased is nobody to write to
        self._kept = kept_ids(connection)

    def all_rows(self) -> tuple[ReferralRow, ...]:
        """Return all that count, the newest first."""
        return self.rows(find(self._connection, Referral, revoked_on=None))

    def rows_of_organisation(self, family: Iterable[UUID]) -> tuple[ReferralRow, ...]:
        """Return those of organisations that are read as one, the newest first."""
        return self.rows(find(self._connection, Referral, revoked_on=None, organisation_id=tuple(family)))

    def rows(self, referrals: Iterable[Referral]) -> tuple[ReferralRow, ...]:
        """Return the rows of orientations, the newest first."""
        wanted = sorted(referrals, key=day_order, reverse=True)
        ids = [one.id for one in wanted]
        countries = self._parts(ReferralCountry, ids)
        steps = self._parts(ReferralStep, ids)
        owners = {self._kept.get(one.organisation_id, one.organisation_id) for one in wanted}
        names = titles_of(self._connection, "organisation", list(owners))
        return tuple(self._row(one, countries.get(one.id, ()), steps.get(one.id, ()), names) for one in wanted)

    def _row(
        self,
        one: Referral,
        countries: Iterable[ReferralCountry],
        steps: Iterable[ReferralStep],
        names: Mapping[UUID, str],
    ) -> ReferralRow:
        owner = self._kept.get(one.organisation_id, one.organisation_id)
        happened = tuple(sorted((each for each in steps if each.revoked_on is None), key=day_order))
        return ReferralRow(
            one,
            owner,
            names.get(owner, ""),
            self.kinds.get(one.kind_id) if one.kind_id else None,
            self.teams.get(one.hub_team_id) if one.hub_team_id else None,
            self.people.get(one.hub_person_id) if one.hub_person_id else None,
            tuple(sorted(each.country for each in countries)),
            happened,
            silent(one, happened, self._today, self._rule),
        )

    def _parts[R: (ReferralCountry, ReferralStep)](self, cls: type[R], ids: list[UUID]) -> dict[UUID, list[R]]:
        groups: dict[UUID, list[R]] = defaultdict(list)
        for each in find(self._connection, cls, referral_id=ids):
            groups[each.referral_id].append(each)
        return groups
