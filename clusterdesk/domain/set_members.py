"""Members of sets (value chains, tracks, tags …): their ids derive from what they join, so that laptops agree."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from clusterdesk.base.ids import derived_id
from clusterdesk.domain.figures.cells import GridCell
from clusterdesk.domain.parsing.text import plain_line
from clusterdesk.domain.record_types import RECORD_TYPES

_IDENTITY: Mapping[str, tuple[str, ...]] = {
    "organisation_activity": ("organisation_id", "version", "code"),
    "hub_team_country": ("hub_team_id", "country"),
    "referral_country": ("referral_id", "country"),
    "indicator_year": ("indicator_id", "year"),
    "record_tag": ("tag_id", "record_id"),
    "monthly_figures": ("ledger_id", "period"),
    "figure": ("ledger_id", "period", "line", "own_line_id"),
}


def identity_fields(record_type: str) -> tuple[str, ...]:
    """Return the fields a member's id derives from, in order: the owner, then the member."""
    kind = RECORD_TYPES[record_type]
    return _IDENTITY.get(record_type) or tuple(spec.name for spec in kind.references)


def set_member_id(record_type: str, values: Mapping[str, Any]) -> UUID:
    """Return the id of a member of a set from the values of its identifying fields, texts as they are stored.

    ``set_member_id("coaching_file_track", {"coaching_file_id": file_id, "track_id": track_id})``
    """
    identity = (values[name] for name in identity_fields(record_type))
    return derived_id(record_type, *(plain_line(one) if isinstance(one, str) else one for one in identity))


def figure_id(cell: GridCell) -> UUID:
    """Return the id of the figure that stands in a cell; not for head counts."""
    ends = {
        "ledger_id": cell.ledger_id,
        "period": cell.period,
        "line": cell.line,
        "own_line_id": cell.own_line_id,
    }
    return set_member_id("figure", ends)
