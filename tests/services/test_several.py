"""Several organisations at once: a tag for all, a visit to each."""

from datetime import date, time, timedelta

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.organisations import TagOrganisations
from clusterdesk.domain.commands.sessions import PlanSession, PlanVisits
from clusterdesk.domain.records.lists import RecordTag, Tag
from clusterdesk.domain.records.sessions import Session, SessionState
from clusterdesk.services.sessions import plan_session
from clusterdesk.services.tags import add_tag
from clusterdesk.services.undo import undo
from clusterdesk.services.visit_spreading import plan_visits
from clusterdesk.store.desk_store import Store
from clusterdesk.store.integrity import check_store
from tests.factories import make_file, make_organisation

MONDAY = date(2026, 11, 23)
FRIDAY = MONDAY + timedelta(days=4)


def test_a_tag_is_added_beside_the_others_once_and_undone_as_one_step(store: Store) -> None:
    ids = tuple(make_organisation(store, name).id for name in ("Un", "Deux", "Trois"))
    assert add_tag(store, TagOrganisations(organisation_ids=ids[:1], name="À suivre")).output == 1
    done = add_tag(store, TagOrganisations(organisation_ids=(*ids, ids[0]), name=" à  SUIVRE "))
    assert done.output == 2
    assert [tag.name for tag in store.find(Tag)] == ["À suivre"]
    assert {link.record_id for link in store.find(RecordTag)} == set(ids)
    undo(store)
    assert {link.record_id for link in store.find(RecordTag)} == {ids[0]}
    undo(store)
    assert store.find(Tag) == []
    add_tag(store, TagOrganisations(organisation_ids=ids, name="Encore"))
    assert check_store(store).ok


def test_a_tag_that_all_bear_is_no_step_and_one_without_name_is_refused(store: Store) -> None:
    ids = (make_organisation(store).id,)
    add_tag(store, TagOrganisations(organisation_ids=ids, name="Export"))
    assert not add_tag(store, TagOrganisations(organisation_ids=ids, name="Export")).changes
    with pytest.raises(KnownError):
        add_tag(store, TagOrganisations(organisation_ids=ids, name=" "))


def test_visits_are_spread_two_a_working_day_at_free_hours(store: Store) -> None:
    busy, *others = (make_organisation(store, name) for name in "ABCDEF")
    file = make_file(store, others[0])
    plan_session(store, PlanSession(organisation_id=busy.id, on=FRIDAY, starts_at=time(10)))
    everybody = tuple(one.id for one in (busy, *others))

    made = plan_visits(store, PlanVisits(organisation_ids=everybody, from_on=FRIDAY)).output
    assert [one.organisation_id for one in made] == [one.id for one in others]
    monday, tuesday = FRIDAY + timedelta(days=3), FRIDAY + timedelta(days=4)
    assert [one.on for one in made] == [FRIDAY, monday, monday, tuesday, tuesday]
    assert made[0].coaching_file_id == file.id
    slots = [(one.on, one.starts_at) for one in store.find(Session, state=SessionState.PLANNED)]
    assert len(set(slots)) == len(slots) == 6
    assert None not in {hour for _day, hour in slots}

    undo(store)
    assert len(store.find(Session)) == 1


def test_visits_are_never_planned_into_the_past(store: Store) -> None:
    ids = (make_organisation(store).id,)
    (made,) = plan_visits(store, PlanVisits(organisation_ids=ids, from_on=date(2020, 1, 1))).output
    assert made.on >= MONDAY
