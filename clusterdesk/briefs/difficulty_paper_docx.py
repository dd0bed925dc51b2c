"""The note of a difficulty and the roll-up of many as a docx: the same outline as the PDF, only what was read."""

from clusterdesk.briefs.difficulty_outline import paper_outline
from clusterdesk.briefs.house import House
from clusterdesk.briefs.outline_docx import outline_docx
from clusterdesk.domain.views.difficulty_papers import ReadPaper
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


def difficulty_paper_docx(read: ReadPaper, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the docx of a paper in the translator's language."""
    return outline_docx(paper_outline(read.paper, t, formats).plain(), read.footer, t, formats, house)
