"""Saved filters: kept under a name, listed with their counts, used."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.changes import Insert, OpResult, differences
from clusterdesk.domain.commands.filters import SaveFilter
from clusterdesk.domain.records.lists import Profile, SavedFilter
from clusterdesk.domain.saved_filters import criteria_of, filter_from, sort_of
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.organisation_list import organisation_ids


def save_filter(store: Store, cmd: SaveFilter) -> OpResult[SavedFilter]:
    """Keep a filter under a new name, or let a kept one be as this one now.

    Raises:
        KnownError: there is no name, or another filter has it.
    """
    criteria, sort = criteria_of(cmd.wanted), sort_of(cmd.order)
    if cmd.filter_id is not None:
        before = store.get(SavedFilter, cmd.filter_id)
        after = replace(before, criteria=criteria, sort=sort)
        return OpResult(after, store.apply(replace(cmd, name=before.name), differences(before, after)))
    name = " ".join(cmd.name.split())
    if not name:
        raise KnownError(
            "filter_nameless", N_("A filter is kept under a name."), advice=N_("Say in a word or two what it shows.")
        )
    if any(one.name.casefold() == name.casefold() for one in store.find(SavedFilter)):
        raise KnownError(
            "filter_name_taken",
            N_("There is a filter named “{name}” already."),
            advice=N_("Choose another name, or bring that one up to date."),
            name=name,
        )
    made = SavedFilter(name=name, criteria=criteria, sort=sort)
    return OpResult(made, store.apply(replace(cmd, name=name), [Insert(made)]))


def saved_filters(store: Store) -> tuple[SavedFilter, ...]:
    """Return the saved filters by name."""
    return tuple(sorted(store.find(SavedFilter), key=_name))


def count_saved(
    store: Store, saved: tuple[SavedFilter, ...], day: date, silent_after_days: int, profile_id: UUID | None
) -> Mapping[UUID, int]:
    """Return how many organisations each saved filter shows."""
    with store.read() as connection:
        return {
            one.id: len(organisation_ids(connection, filter_from(one.criteria, day, silent_after_days, profile_id)))
            for one in saved
        }


def own_profile(store: Store, name: str) -> UUID | None:
    """Return the colleague who sits at this laptop, by the name in the settings; ``None`` where there is none such."""
    wanted = name.strip().casefold()
    return next((one.id for one in store.find(Profile) if one.name.strip().casefold() == wanted), None)


def _name(saved: SavedFilter) -> tuple[str, UUID]:
    return saved.name.casefold(), saved.id
