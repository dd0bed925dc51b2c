"""The note of a difficulty and the roll-up of many as PDF: only what somebody has read."""

from clusterdesk.briefs.difficulty_outline import paper_outline
from clusterdesk.briefs.house import House
from clusterdesk.briefs.outline_pdf import draw_outline, outline_pdf
from clusterdesk.briefs.pen import Pen
from clusterdesk.domain.views.difficulty_papers import ReadPaper
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


def difficulty_paper_pdf(read: ReadPaper, t: Translator, formats: Formats, house: House) -> bytes:
    """Return the PDF of a paper in the translator's language. KnownError when a font is missing."""
    return outline_pdf(paper_outline(read.paper, t, formats).plain(), read.footer, t, formats, house)


def draw_difficulty_paper(pen: Pen, read: ReadPaper, t: Translator, formats: Formats, house: House) -> int:
    """Draw a paper from the pen's open page on; return how many pages it took."""
    return draw_outline(pen, paper_outline(read.paper, t, formats).plain(), read.footer, t, formats, house)
