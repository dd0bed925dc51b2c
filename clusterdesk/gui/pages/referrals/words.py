"""What the board calls its columns and filters."""

from collections.abc import Mapping

from clusterdesk.base.marks import N_
from clusterdesk.domain.records.referrals import ReferralState
from clusterdesk.domain.referrals.board import BoardColumn, Shown

COLUMN_LABELS: Mapping[BoardColumn, str] = {
    BoardColumn.DRAFT: N_("Draft"),
    BoardColumn.CONSENT: N_("Consent given"),
    BoardColumn.HANDED_OVER: N_("Handed over"),
    BoardColumn.WORKED_ON: N_("Being worked on"),
    BoardColumn.DONE: N_("Done"),
    BoardColumn.CLOSED: N_("Declined, withdrawn"),
}
# Shorter than the states are called elsewhere: a card is narrow.
ENDED_LABELS: Mapping[ReferralState, str] = {
    ReferralState.DECLINED: N_("Declined"),
    ReferralState.DONE: N_("Done"),
    ReferralState.WITHDRAWN: N_("Withdrawn by them"),
    ReferralState.REVOKED: N_("Revoked by us"),
}
SHOWN_LABELS: Mapping[Shown, str] = {
    Shown.ALL: N_("All"),
    Shown.OPEN: N_("Still open"),
    Shown.LATE: N_("No answer in time"),
    Shown.MINE: N_("Mine"),
    Shown.ABROAD: N_("Abroad"),
}
