"""The files made of a paper that somebody has read; in the lane for files."""

from collections.abc import Callable
from dataclasses import dataclass

from clusterdesk.domain.views.difficulty_papers import ReadPaper
from clusterdesk.gui.briefing.drawing import HouseFacts
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


@dataclass(frozen=True, slots=True)
class MadePaper:
    """A paper as a file."""

    read: ReadPaper
    filename: str
    content: bytes


class MakePaper:
    """Makes a file of a paper that went through the gate."""

    def __init__(self, paper: ReadPaper, suffix: str, house: HouseFacts) -> None:
        """``suffix`` is ``.pdf`` or ``.docx``."""
        self._paper, self._suffix, self._house = paper, suffix, house

    def __call__(self, progress: Callable[[str, int, int], None]) -> MadePaper:
        """Return the name and the bytes of the file.

        Raises:
            KnownError: a font is missing.
        """
        from clusterdesk.briefs.drawing import docx_of, pdf_of
        from clusterdesk.briefs.filenames import brief_filename
        from clusterdesk.briefs.jobs import BriefJob
        from clusterdesk.gui.briefing.drawing import house

        language = self._paper.paper.language
        job = BriefJob(self._paper, Translator(language), Formats(language))
        whose = house(self._house)
        content = docx_of(job, whose) if self._suffix == ".docx" else pdf_of(job, whose)
        filename = brief_filename(job.kind, job.filed_on, "", job.t, suffix=self._suffix)
        return MadePaper(self._paper, filename, content)
