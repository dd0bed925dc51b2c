"""The column in which an export of refused rows says why; it is known again when the corrected rows come back."""

from clusterdesk.base.marks import N_

REASON = N_("Why this row was refused (ClusterDesk)")
_MARK = "(ClusterDesk)"


def is_reason(header: str) -> bool:
    """Tell whether a column was added by an export of refused rows: it holds nothing to import."""
    return header.strip().endswith(_MARK)
