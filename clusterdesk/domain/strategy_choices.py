"""What people read for the choices of the strategy: English msgids."""

from collections.abc import Mapping
from enum import Enum

from clusterdesk.base.marks import N_
from clusterdesk.domain.records.strategy import BoardRemarkKind, PlanState

STRATEGY_LABELS: Mapping[type[Enum], Mapping[Enum, str]] = {
    PlanState: {
        PlanState.PLANNED: N_("To do"),
        PlanState.UNDER_WAY: N_("Under way"),
        PlanState.DONE: N_("Carried out"),
        PlanState.DROPPED: N_("Dropped"),
    },
    BoardRemarkKind: {
        BoardRemarkKind.MESSAGE: N_("Key message"),
        BoardRemarkKind.DECISION: N_("Decision asked for"),
        BoardRemarkKind.STORY: N_("Story of a company"),
    },
}
