"""The summary of a kept organisation tells what was done with those merged into it, and forgets it when taken apart."""

from datetime import date
from uuid import UUID

from clusterdesk.domain.changes import inserts
from clusterdesk.domain.commands.merging import MergeOrganisations, UnmergeOrganisations
from clusterdesk.domain.commands.records import SeedBinder
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.sessions import Action, Session, SessionState
from clusterdesk.services import merging, undo
from clusterdesk.store import summaries
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.organisation_list import organisation_rows

_DAY = date(2026, 11, 23)


def _dates(store: Store, one: UUID) -> tuple[date | None, date | None, int]:
    with store.read() as connection:
        row = organisation_rows(connection, [one], _DAY)[one]
    return row.last_contact_on, row.next_visit_on, row.open_promises


def _session(owner: UUID, day: date, state: SessionState) -> Session:
    return Session(organisation_id=owner, on=day, state=state)


def test_a_merge_and_its_undoing(store: Store) -> None:
    kept, absorbed = Organisation(name="Atelier Noord"), Organisation(name="Atelier du Nord")
    store.apply(
        SeedBinder(),
        inserts(
            [
                kept,
                absorbed,
                _session(kept.id, date(2026, 1, 5), SessionState.HELD),
                _session(absorbed.id, date(2026, 3, 5), SessionState.HELD),
                _session(absorbed.id, date(2026, 12, 5), SessionState.PLANNED),
                Action(organisation_id=absorbed.id, text="Envoyer le plan"),
            ]
        ),
    )
    apart = (date(2026, 1, 5), None, 0)
    together = (date(2026, 3, 5), date(2026, 12, 5), 1)
    assert _dates(store, kept.id) == apart
    merging.merge_organisations(store, MergeOrganisations(kept_id=kept.id, absorbed_id=absorbed.id))
    assert _dates(store, kept.id) == together
    store.apply(SeedBinder(), inserts([_session(absorbed.id, date(2026, 4, 5), SessionState.HELD)]))
    assert _dates(store, kept.id)[0] == date(2026, 4, 5)
    merging.unmerge_organisations(store, UnmergeOrganisations(absorbed_id=absorbed.id))
    assert _dates(store, kept.id) == apart
    assert _dates(store, absorbed.id)[0] == date(2026, 4, 5)
    undo.undo(store)
    assert _dates(store, kept.id)[0] == date(2026, 4, 5)


def test_made_anew_they_are_the_same(store: Store) -> None:
    kept = Organisation(name="Atelier Noord")
    merged = Organisation(name="Atelier du Nord", merged_into=kept.id, merged_on=_DAY)
    held = _session(merged.id, date(2026, 3, 5), SessionState.HELD)
    store.apply(SeedBinder(), inserts([kept, merged, held]))
    before = _dates(store, kept.id)
    with store.bookkeeping() as connection:
        summaries.rebuild(connection)
    assert _dates(store, kept.id) == before == (date(2026, 3, 5), None, 0)
