"""An export that is to go to the team's folder, before it is in the outbox."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.outgoing.states import Purpose
from clusterdesk.domain.records.base import Visibility

_FOR_OUTSIDERS = frozenset({Purpose.OPEN_EXPORT, Purpose.PARCEL})


@dataclass(frozen=True, slots=True, kw_only=True)
class NewExport:
    """What is sent: ``title`` for people, ``template`` of the folder with the ``values`` of its placeholders.

    ``visibility``: the least public thing in it. Restricted content never leaves; internal content goes to the team,
    never into what others read too.
    """

    title: str
    purpose: Purpose
    filename: str
    template: str
    visibility: Visibility
    values: Mapping[str, str] = field(default_factory=dict)
    record_type: str = ""
    record_id: UUID | None = None


def check_visibility(export: NewExport) -> None:
    """Refuse what may not leave.

    Raises:
        KnownError: ``restricted_never_leaves``, ``internal_stays_inside``.
    """
    if export.visibility is Visibility.RESTRICTED:
        raise KnownError(
            "restricted_never_leaves",
            N_("“{title}” holds restricted content, which never leaves this computer."),
            advice=N_("Make an edition without it, or change who may read it."),
            title=export.title,
        )
    if export.visibility is not Visibility.SHAREABLE and export.purpose in _FOR_OUTSIDERS:
        raise KnownError(
            "internal_stays_inside",
            N_("“{title}” holds internal content; what others read too takes the shareable edition only."),
            advice=N_("Make the shareable edition and send that."),
            title=export.title,
        )
