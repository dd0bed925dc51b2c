"""The list of organisations as a file: a next step that only few may read stays here."""

from datetime import date

import pytest

from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.sessions import Session, SessionState
from clusterdesk.exchange.listing.organisations import organisations_listing
from clusterdesk.i18n.translator import Translator
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_organisation


@pytest.mark.parametrize("visibility", list(Visibility))
def test_a_restricted_next_step_never_leaves(store: Store, visibility: Visibility) -> None:
    noord = make_organisation(store)
    step = Session(
        organisation_id=noord.id,
        on=date(2026, 11, 16),
        state=SessionState.HELD,
        next_step="Parler au repreneur",
        next_step_visibility=visibility,
    )
    add(store, step)
    (row,) = organisations_listing(store, [noord.id], date(2026, 11, 23), Translator("fr")).rows
    assert ("Parler au repreneur" in row) == (visibility is not Visibility.RESTRICTED)
