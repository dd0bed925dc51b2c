"""What the chips of the Fil show together: a few words for the many kinds of entries."""

from collections.abc import Mapping
from enum import StrEnum

from clusterdesk.base.marks import N_
from clusterdesk.domain.views.timeline import TimelineKind


class FilGroup(StrEnum):
    """A chip, in the order they stand."""

    SESSIONS = "sessions"
    FIGURES = "figures"
    PROMISES = "promises"
    REFERRALS = "referrals"
    DIFFICULTIES = "difficulties"
    CHAINS = "chains"
    EVENTS = "events"
    GROUPS = "groups"
    COACHING = "coaching"
    RESULTS = "results"
    DOCUMENTS = "documents"
    NOTES = "notes"
    ORGANISATION = "organisation"


GROUP_LABELS: Mapping[FilGroup, str] = {
    FilGroup.SESSIONS: N_("Sessions"),
    FilGroup.FIGURES: N_("Figures"),
    FilGroup.PROMISES: N_("Promises kept"),
    FilGroup.REFERRALS: N_("Orientations"),
    FilGroup.DIFFICULTIES: N_("Difficulties"),
    FilGroup.CHAINS: N_("Value chains"),
    FilGroup.EVENTS: N_("Events"),
    FilGroup.GROUPS: N_("Working groups"),
    FilGroup.COACHING: N_("Coaching"),
    FilGroup.RESULTS: N_("Results and evidence"),
    FilGroup.DOCUMENTS: N_("Documents"),
    FilGroup.NOTES: N_("Notes and advice"),
    FilGroup.ORGANISATION: N_("Organisation"),
}
# By the record type of the entries; what is not named here belongs to the coaching.
_GROUPS: Mapping[FilGroup, tuple[str, ...]] = {
    FilGroup.SESSIONS: ("session",),
    FilGroup.FIGURES: ("figure", "monthly_figures", "headcount", "annual_accounts", "scenario", "ledger"),
    FilGroup.PROMISES: ("action",),
    FilGroup.REFERRALS: ("referral",),
    FilGroup.DIFFICULTIES: ("difficulty",),
    FilGroup.EVENTS: ("programme_event",),
    FilGroup.CHAINS: ("chain_actor", "production_step", "exchange", "prospect_step"),
    FilGroup.GROUPS: ("working_group", "meeting"),
    FilGroup.RESULTS: ("result_event", "evidence"),
    FilGroup.DOCUMENTS: ("document",),
    FilGroup.NOTES: ("one_off_advice", "quick_note", "import_note"),
    FilGroup.ORGANISATION: ("membership", "organisation_status", "communication_item"),
}
_GROUP_OF: Mapping[str, FilGroup] = {key: group for group, keys in _GROUPS.items() for key in keys}


def group_of(kind: TimelineKind) -> FilGroup:
    """Return the chip that entries of a kind stand under."""
    return _GROUP_OF.get(kind.value, FilGroup.COACHING)


def kinds_of(group: FilGroup) -> tuple[TimelineKind, ...]:
    """Return the kinds of entries under a chip."""
    return tuple(kind for kind in TimelineKind if group_of(kind) is group)
