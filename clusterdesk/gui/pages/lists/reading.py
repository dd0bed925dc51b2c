"""What the page of lists asks of the store, in the worker."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.lists import AddToList, MoveInList
from clusterdesk.domain.records.base import Record

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk

LISTS = (
    "profile",
    "value_chain",
    "circular_model",
    "track",
    "question",
    "mrl_question",
    "contract_type",
    "difficulty_theme",
    "difficulty_recipient",
    "communication_channel",
    "milestone_template",
    "diagnostic_criterion",
    "referral_kind",
    "country_group",
    "readiness_question",
    "event_kind",
    "tag",
    "saved_filter",
    "named_mapping",
)

KEYED = ("track", "diagnostic_criterion", "milestone_template")  # what a milestone template names by its key


@dataclass(frozen=True, slots=True)
class ListData:
    """The rows of one list in their order, how many every list has, and the lists that its rows point to by key."""

    type_key: str
    rows: tuple[Record, ...]
    counts: Mapping[str, int]
    keyed: Mapping[str, tuple[Record, ...]] = field(default_factory=dict)


def read_lists(type_key: str, desk: "Desk") -> ListData:
    """Read one list, and count the others."""
    from clusterdesk.services.cluster_lists import read_list

    rows = {key: read_list(desk.store, key) for key in LISTS}
    keyed = {key: rows[key] for key in KEYED} if type_key == "milestone_template" else {}
    return ListData(type_key, rows[type_key], {key: len(found) for key, found in rows.items()}, keyed)


def add(command: AddToList, desk: "Desk") -> OpResult[Record]:
    """Add a row at the end of a list."""
    from clusterdesk.services.cluster_lists import add_to_list

    return add_to_list(desk.store, command)


def move(command: MoveInList, desk: "Desk") -> OpResult[Record]:
    """Let a row change places with its neighbour."""
    from clusterdesk.services.cluster_lists import move_in_list

    return move_in_list(desk.store, command)
