"""Promises."""

from datetime import date

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.actions import AddAction, CompleteAction, PostponeAction, ReopenAction
from clusterdesk.domain.commands.sessions import NewPromise
from clusterdesk.domain.records.sessions import Action, OwnerKind
from clusterdesk.services import actions
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from tests.factories import make_organisation


def test_a_promise_is_made_kept_taken_up_and_put_off(store: Store) -> None:
    organisation = make_organisation(store)
    made = actions.add_action(
        store, AddAction(organisation_id=organisation.id, promise=NewPromise(text=" Devis ", due_on=date(2026, 11, 20)))
    ).output
    assert (made.text, made.owner) == ("Devis", OwnerKind.US)
    assert actions.complete_action(store, CompleteAction(action_id=made.id)).output.done_on == date(2026, 11, 23)
    assert not actions.complete_action(store, CompleteAction(action_id=made.id)).changes
    assert actions.reopen_action(store, ReopenAction(action_id=made.id)).output.done_on is None
    later = actions.postpone_action(store, PostponeAction(action_id=made.id, due_on=date(2026, 12, 1)))
    assert later.output.due_on == date(2026, 12, 1)
    for _ in range(3):
        undo(store)
    assert store.get(Action, made.id).due_on == date(2026, 11, 20)


def test_a_promise_says_what_and_who(store: Store) -> None:
    with pytest.raises(KnownError, match="few words"):
        actions.add_action(store, AddAction(promise=NewPromise(text="  ")))
    with pytest.raises(KnownError, match="who else"):
        actions.add_action(store, AddAction(promise=NewPromise(text="Louer la halle", owner=OwnerKind.OTHER)))
    named = NewPromise(text="Louer la halle", owner=OwnerKind.OTHER, owner_name="City-that")
    assert actions.add_action(store, AddAction(promise=named)).output.organisation_id is None
