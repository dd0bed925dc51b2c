"""The next event: which one it is, who of it asks what on a visit sheet, in the company's language."""

from datetime import date, timedelta

import pytest

from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.groups import GatheringState
from clusterdesk.domain.records.programme import EventParticipation, ProgrammeEvent
from clusterdesk.services.programme_views import next_event
from clusterdesk.services.visit_sheets import MOST_QUESTIONS, visit_sheet_view
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_organisation


def on_sheet(store: Store, organisation_id: object, language: str = "fr") -> list[str]:
    sheet = visit_sheet_view(store, organisation_id=organisation_id, language=language, author="")  # type: ignore[arg-type]
    assert len(sheet.questions) <= MOST_QUESTIONS
    return [one.text for one in sheet.questions if "Event" in one.text]


def test_the_next_event_is_the_first_planned_one_with_its_registrations(store: Store) -> None:
    today = store.clock.today()
    add(store, ProgrammeEvent(title="Passé", on=today - timedelta(days=1)))
    add(store, ProgrammeEvent(title="Annulé", on=today, state=GatheringState.CANCELLED))
    add(store, ProgrammeEvent(title="Secret", on=today, visibility=Visibility.RESTRICTED))
    assert next_event(store) is None
    trip = add(store, ProgrammeEvent(title="Voyage", on=today - timedelta(days=1), to_on=today))
    add(store, ProgrammeEvent(title="Plus tard", on=today + timedelta(days=3)))
    add(store, EventParticipation(programme_event_id=trip.id, name="Zoé", registered_on=today))
    add(store, EventParticipation(programme_event_id=trip.id, name="Marc", registered_on=today, cancelled_on=today))
    found = next_event(store)
    assert found is not None
    assert (found[0].title, found[1]) == ("Voyage", 1)


@pytest.mark.parametrize(
    ("language", "words"), [("fr", "invité – vous venez"), ("nl", "uitgenodigd – komt u"), ("en", "invited – are you")]
)
def test_a_visit_sheet_asks_about_it(store: Store, language: str, words: str) -> None:
    today = store.clock.today()
    noord = make_organisation(store)
    twin = make_organisation(store, "Noord asbl", merged_into=noord.id)
    host = make_organisation(store, "Houtlus")
    event = add(store, ProgrammeEvent(title="Event annuel", on=today + timedelta(days=12), host_id=host.id))
    assert "pas encore invité" in on_sheet(store, noord.id)[0]
    assert "chez vous" in on_sheet(store, host.id)[0]
    add(store, EventParticipation(programme_event_id=event.id, organisation_id=twin.id, invited_on=today))
    assert words in on_sheet(store, noord.id, language)[0]
    add(store, EventParticipation(programme_event_id=event.id, organisation_id=noord.id, registered_on=today))
    assert "inscrit" in on_sheet(store, noord.id)[0]


def test_what_is_far_or_not_for_everybody_is_not_asked(store: Store) -> None:
    today = store.clock.today()
    noord = make_organisation(store)
    add(store, ProgrammeEvent(title="Event caché", on=today + timedelta(days=2), visibility=Visibility.INTERNAL))
    add(store, ProgrammeEvent(title="Event lointain", on=date(today.year + 1, 12, 1)))
    assert on_sheet(store, noord.id) == []
