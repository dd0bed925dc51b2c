"""What is to be printed: a read model of any kind, with the words of its language."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from clusterdesk.briefs.filenames import BriefKind
from clusterdesk.domain.views.printable import Printable
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


@dataclass(frozen=True, slots=True)
class BriefJob:
    """One brief to print, in the language of whoever receives it."""

    view: Printable
    t: Translator
    formats: Formats

    @property
    def kind(self) -> BriefKind:
        """What is printed."""
        return BriefKind(self.view.page)

    @property
    def organisation(self) -> str:
        """Whom it is about; nobody where it is about a day or a week."""
        return self.view.page_about

    @property
    def on(self) -> date | None:
        """The day of the visit, or the first one of a week."""
        return self.view.page_on

    @property
    def filed_on(self) -> date:
        """The day in the name of its file: of the visit, of the printing where none is agreed yet."""
        return self.on or self.view.footer.printed_at.date()


def kind_of(jobs: Sequence[BriefJob]) -> BriefKind:
    """Return what several briefs are together: of one kind, or a bag of days and sheets."""
    kinds = {job.kind for job in jobs}
    return kinds.pop() if len(kinds) == 1 else BriefKind.BAG
