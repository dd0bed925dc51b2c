"""What people read for the choices of working groups, their meetings and events: English msgids."""

from collections.abc import Mapping
from enum import Enum

from clusterdesk.base.marks import N_
from clusterdesk.domain.records.groups import GatheringState, GroupKind, MemberCategory, Presence

GROUP_LABELS: Mapping[type[Enum], Mapping[Enum, str]] = {
    GroupKind: {
        GroupKind.VALUE_CHAIN: N_("Value chain"),
        GroupKind.VISION: N_("Vision"),
        GroupKind.ADVISORY_BOARD: N_("Advisory Board"),
        GroupKind.OTHER: N_("Other"),
    },
    MemberCategory: {
        MemberCategory.COMPANY: N_("Company"),
        MemberCategory.PARTNER: N_("Partner"),
        MemberCategory.TEAM: N_("The team"),
        MemberCategory.OTHER: N_("Other"),
    },
    GatheringState: {
        GatheringState.PLANNED: N_("Planned"),
        GatheringState.HELD: N_("Held"),
        GatheringState.CANCELLED: N_("Called off"),
    },
    Presence: {
        Presence.UNKNOWN: N_("Not known yet"),
        Presence.PRESENT: N_("Present"),
        Presence.EXCUSED: N_("Excused"),
        Presence.ABSENT: N_("Absent"),
    },
}
# What stands over the people of a category.
CATEGORY_HEADINGS: Mapping[MemberCategory, str] = {
    MemberCategory.COMPANY: N_("Companies"),
    MemberCategory.PARTNER: N_("Partners"),
    MemberCategory.TEAM: N_("The team"),
    MemberCategory.OTHER: N_("Others"),
}
