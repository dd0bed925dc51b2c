"""Promises: made, kept, taken up again, put off."""

from dataclasses import replace

from clusterdesk.domain.changes import Insert, OpResult, differences
from clusterdesk.domain.commands.actions import AddAction, CompleteAction, PostponeAction, ReopenAction
from clusterdesk.domain.records.sessions import Action
from clusterdesk.services.kept import receiving_organisation
from clusterdesk.services.session_parts import new_promise
from clusterdesk.store.desk_store import Store


def add_action(store: Store, cmd: AddAction) -> OpResult[Action]:
    """Write down a promise.

    Raises:
        KnownError: it says nothing, or not who else owes it, or the organisation does not exist.
    """
    organisation_id = cmd.organisation_id
    if organisation_id is not None:
        organisation_id = receiving_organisation(store, organisation_id).id
    action = new_promise(
        cmd.promise,
        organisation_id=organisation_id,
        session_id=cmd.session_id,
        coaching_file_id=cmd.coaching_file_id,
        meeting_id=cmd.meeting_id,
    )
    return OpResult(action, store.apply(cmd, [Insert(action)]))


def complete_action(store: Store, cmd: CompleteAction) -> OpResult[Action]:
    """Mark a promise as kept, today unless another day is given."""
    before = store.get(Action, cmd.action_id)
    return _changed(store, cmd, before, replace(before, done_on=cmd.on or store.clock.today()))


def reopen_action(store: Store, cmd: ReopenAction) -> OpResult[Action]:
    """Mark a promise as not kept."""
    before = store.get(Action, cmd.action_id)
    return _changed(store, cmd, before, replace(before, done_on=None))


def postpone_action(store: Store, cmd: PostponeAction) -> OpResult[Action]:
    """Give a promise another day."""
    before = store.get(Action, cmd.action_id)
    return _changed(store, cmd, before, replace(before, due_on=cmd.due_on))


def _changed(
    store: Store, cmd: CompleteAction | ReopenAction | PostponeAction, before: Action, after: Action
) -> OpResult[Action]:
    return OpResult(after, store.apply(replace(cmd, text=before.text), differences(before, after)))
