"""What stands at the foot of every printed page."""

from dataclasses import dataclass
from datetime import datetime

from clusterdesk.domain.views.edition import Edition


@dataclass(frozen=True, slots=True)
class PageFooter:
    """When a page was printed, how fresh its data are, who made it, and for whom it is.

    Instants with a zone are shown in local time, those without are local already.
    """

    printed_at: datetime
    data_as_of: datetime
    author: str
    edition: Edition = Edition.SHAREABLE
