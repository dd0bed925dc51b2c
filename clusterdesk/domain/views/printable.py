"""What a read model tells of the pages it becomes."""

from datetime import date
from typing import Protocol

from clusterdesk.domain.views.page_footer import PageFooter


class Printable(Protocol):
    """A read model that is printed: which page it becomes, whom it is about, its day, and its foot."""

    @property
    def page(self) -> str:
        """The kind of page, a key of ``briefs.filenames.BriefKind``."""

    @property
    def page_about(self) -> str:
        """The organisation it is about; empty where it is about a day, a week or many."""

    @property
    def page_on(self) -> date | None:
        """The day it is about, None where none is agreed yet."""

    @property
    def footer(self) -> PageFooter:
        """What stands at the foot of its pages."""
