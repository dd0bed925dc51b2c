"""Questions and operations about merges, for the desk's thread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.merging import MergeOrganisations, UnmergeOrganisations
from clusterdesk.domain.duplicates import Confidence, Match
from clusterdesk.domain.merging import Side
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.views.duplicates import DuplicateGroup
from clusterdesk.domain.views.merging import MergePreview
from clusterdesk.gui.pages.merging.request import MergeRequest
from clusterdesk.gui.tasks import Progress

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


@dataclass(frozen=True, slots=True)
class MergeFacts:
    """What the page shows: the organisation to keep, and either those it may be, or the two side by side."""

    kept: Organisation
    twins: Sequence[Match] = ()
    preview: MergePreview | None = None


def read_facts(request: MergeRequest, desk: "Desk") -> MergeFacts:
    """Read what a request is about.

    Raises:
        KnownError: the two are one already, or one of them is in the bin.
    """
    from clusterdesk.services.duplicates import duplicates_of
    from clusterdesk.services.merging import merge_preview

    kept = desk.store.get(Organisation, request.kept_id)
    if request.absorbed_id is not None:
        preview = merge_preview(desk.store, request.kept_id, request.absorbed_id)
        return MergeFacts(preview.kept, preview=preview)
    found = duplicates_of(desk.store, kept.name, enterprise_number=kept.enterprise_number)
    return MergeFacts(kept, [one for one in found if one.card.key != kept.id])


class Merge:
    """Merges two organisations."""

    def __init__(self, request: MergeRequest, choices: Mapping[str, Side]) -> None:
        """``choices`` say per field whose value is kept."""
        self._request, self._choices = request, dict(choices)

    def __call__(self, desk: "Desk") -> OpResult[Organisation]:
        """Merge; the output is the kept one."""
        from clusterdesk.services.merging import merge_organisations

        asked = self._request
        assert asked.absorbed_id is not None
        command = MergeOrganisations(kept_id=asked.kept_id, absorbed_id=asked.absorbed_id, choices=self._choices)
        return merge_organisations(desk.store, command)


def take_apart(absorbed_id: UUID, desk: "Desk") -> OpResult[Organisation]:
    """Let a merged organisation stand on its own again."""
    from clusterdesk.services.merging import unmerge_organisations

    return unmerge_organisations(desk.store, UnmergeOrganisations(absorbed_id=absorbed_id))


def find_pairs(step: str, desk: "Desk", progress: Progress) -> Sequence[DuplicateGroup]:
    """Return the organisations that may be entered twice, the surest first; ``step`` names the work, translated."""
    from clusterdesk.services.duplicates import find_duplicates

    return find_duplicates(desk.store, at_least=Confidence.POSSIBLE, progress=progress.named(step))
