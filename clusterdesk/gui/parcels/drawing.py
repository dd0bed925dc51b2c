"""The page of a parcel, drawn in the lane for files."""

from clusterdesk.domain.views.parcel import ParcelView
from clusterdesk.exchange.parcels.contents import ParcelChoice, ParcelFile, chosen_documents
from clusterdesk.gui.briefing.drawing import HouseFacts, house
from clusterdesk.gui.tasks import Progress
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


class DrawParcel:
    """Draws the page with the documents that are chosen."""

    def __init__(self, view: ParcelView, choice: ParcelChoice, facts: HouseFacts) -> None:
        """Take what was read and what is chosen."""
        self._view, self._facts = chosen_documents(view, choice), facts

    def __call__(self, _progress: Progress) -> ParcelFile:
        """Draw."""
        from clusterdesk.briefs.batch import print_briefs
        from clusterdesk.briefs.jobs import BriefJob

        language = self._view.language
        job = BriefJob(self._view, Translator(language), Formats(language))
        (printed,) = print_briefs([job], house(self._facts))
        return ParcelFile(printed.filename, printed.pdf)
