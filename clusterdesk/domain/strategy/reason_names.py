"""What is missing, in a few words, where it is counted and not told one by one."""

from collections.abc import Mapping
from types import MappingProxyType

from clusterdesk.base.marks import N_
from clusterdesk.domain.strategy.candidates import Reason

_NAMES: Mapping[Reason, str] = MappingProxyType(
    {
        Reason.NO_FILE: N_("no coaching file"),
        Reason.NO_COACHING_ACTION: N_("no coaching action before"),
        Reason.BEFORE_COACHING: N_("reached before the coaching"),
        Reason.AFTER_WINDOW: N_("too long after the coaching file was closed"),
        Reason.OUTSIDE_REGION: N_("outside the Region"),
        Reason.OUTSIDE_PLAN: N_("outside the years of the plan"),
        Reason.OTHER_VALUE_CHAIN: N_("in another value chain"),
        Reason.NO_PARTNER: N_("no partner"),
        Reason.YEAR_RUNNING: N_("the year is not over"),
        Reason.NO_BASELINE: N_("no head count from when coaching began"),
        Reason.TOO_FEW_QUARTERS: N_("head counts of too few quarters"),
        Reason.NOT_ENOUGH_GROWTH: N_("not enough growth"),
        Reason.EVIDENCE_LEVEL: N_("evidence too weak"),
        Reason.EVIDENCE_WANTED: N_("evidence still awaited"),
        Reason.NOT_VALIDATED: N_("validation by a second person"),
        Reason.NOT_CONFIRMED: N_("not confirmed"),
        Reason.NOT_SUCCEEDED: N_("has not succeeded yet"),
        Reason.CLOSED_WITHOUT_OUTCOME: N_("closed without an outcome"),
    }
)


def reason_name(reason: Reason) -> str:
    """Return the msgid of what is missing; the key where it says why something counts."""
    return _NAMES.get(reason, reason.value)
