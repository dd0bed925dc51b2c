"""How long to wait until the next round: a minute, and longer and longer while the drive does not answer at all."""

from datetime import timedelta

from clusterdesk.domain.outgoing.timing import FIRST_WAIT, LONGEST_WAIT
from clusterdesk.sync.rounds import Report
from clusterdesk.sync.wire import Reason


class Pace:
    """Counts the rounds in which the helper had to be killed; a resume, or somebody who insists, starts anew."""

    def __init__(self) -> None:
        """Nothing went wrong yet."""
        self._silent = 0

    def after(self, report: Report) -> timedelta:
        """Return how long to wait after a round."""
        self._silent = self._silent + 1 if report.drive.reason is Reason.SILENT else 0
        return min(FIRST_WAIT * float(2 ** max(0, min(self._silent, 10) - 1)), LONGEST_WAIT)

    def reset(self) -> None:
        """Forget what went wrong: the network changed, the computer woke up."""
        self._silent = 0
