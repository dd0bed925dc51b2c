"""The check for missing head counts is written in SQL; it finds what the rules that judge employment call unknown."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from clusterdesk.domain.changes import inserts
from clusterdesk.domain.commands.records import SeedBinder
from clusterdesk.domain.employment.rules import TRACK_KEY
from clusterdesk.domain.health import HealthKey
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileTrack, TrackStatus
from clusterdesk.domain.records.employment import ContractType, Headcount, HeadcountPart
from clusterdesk.domain.records.figures import Precision
from clusterdesk.domain.records.lists import Track
from clusterdesk.domain.records.organisations import LegalSituation, Organisation, OrganisationStatus
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.services.employment import missing_headcounts
from clusterdesk.services.health import health_rows
from clusterdesk.store.desk_store import Store

QUARTER_END = date(2026, 9, 30)  # the clock of these tests stands in November


class Chance:
    """Organisations with head counts, situations and followed files about the end of the quarter."""

    def __init__(self, seed: int, track: Track, kinds: list[ContractType]) -> None:
        self._of, self._track, self._kinds = random.Random(seed), track, kinds

    def binder(self) -> Iterator[Record]:
        """Make organisations, one in four read as another one."""
        kept: list[Organisation] = []
        for number in range(40):
            into = self._of.choice(kept) if kept and self._often(4) else None
            one = Organisation(name=f"Atelier {number}")
            if into is not None:
                one = replace(one, merged_into=into.id, merged_on=date(2026, 10, 1))
            kept += [] if into else [one]
            yield one
            projects = [Project(title=f"Projet {n}", organisation_id=one.id) for n in range(self._of.randint(0, 2))]
            yield from projects
            for project in projects:
                yield from self._file(project)
            for on in {self._day() for _ in range(self._of.randint(0, 2))}:
                yield from self._headcount(one, on, self._of.choice([None, *projects]))
            for day in {self._vague_day() for _ in range(self._of.randint(0, 2))}:
                situation = self._of.choice(list(LegalSituation))
                yield OrganisationStatus(
                    organisation_id=one.id, situation=situation, from_on=day, deleted=self._often(6)
                )

    def _file(self, project: Project) -> Iterator[Record]:
        closed = QUARTER_END if self._often(6) else None
        file = CoachingFile(project_id=project.id, opened_on=self._day(), closed_on=closed, deleted=self._often(8))
        yield file
        member = set_member_id("coaching_file_track", {"coaching_file_id": file.id, "track_id": self._track.id})
        yield CoachingFileTrack(
            id=member,
            coaching_file_id=file.id,
            track_id=self._track.id,
            status=self._of.choice(list(TrackStatus)),
            deleted=self._often(8),
        )

    def _headcount(self, organisation: Organisation, on: date, project: Project | None) -> Iterator[Record]:
        one = Headcount(
            organisation_id=organisation.id,
            on=on,
            fte=None if self._often(3) else Decimal(7),
            persons=8,
            precision=self._of.choice(list(Precision)),
            project_id=project.id if project else None,
            deleted=self._often(6),
        )
        yield one
        for kind in self._of.sample(self._kinds, self._of.randint(0, 2)):
            member = set_member_id("headcount_part", {"headcount_id": one.id, "contract_type_id": kind.id})
            fte = None if self._often(3) else Decimal(1)
            yield HeadcountPart(
                id=member, headcount_id=one.id, contract_type_id=kind.id, fte=fte, persons=2, deleted=self._often(6)
            )

    def _often(self, one_in: int) -> bool:
        return self._of.randrange(one_in) == 0

    def _day(self) -> date:
        return self._of.choice([QUARTER_END + timedelta(days=days) for days in (-200, -92, -91, -40, -1, 0, 1, 20)])

    def _vague_day(self) -> PartialDate | None:
        return self._of.choice([None, *map(PartialDate, ("2024", "2026-09", "2026-09-30", "2026-10", "2026-10-01"))])


@pytest.mark.parametrize("seed", range(12))
def test_the_check_finds_what_the_rules_call_unknown(store: Store, seed: int) -> None:
    track = next(one for one in store.find(Track) if one.key == TRACK_KEY)
    store.apply(SeedBinder(), inserts(tuple(Chance(seed, track, store.find(ContractType)).binder())))

    found = health_rows(store, HealthKey.HEADCOUNT, limit=1000)
    organisations = {one.id: one for one in store.find(Organisation)}
    holders = {organisations[one.organisation_id] for one in found if one.organisation_id is not None}
    assert found
    expected = {organisations[one].name for one, day in missing_headcounts(store) if day == QUARTER_END}
    assert {one.name for one in holders} == expected
