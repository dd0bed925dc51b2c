"""The line at the foot of every page."""

from clusterdesk.base.marks import N_
from clusterdesk.briefs.pen import Pen
from clusterdesk.briefs.style import BOTTOM, CONTENT_WIDTH, FOOT, LEFT, SOFT
from clusterdesk.briefs.text import line_width, paragraph
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.page_footer import PageFooter
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

BASELINE = BOTTOM + 2.0
_EDITIONS = {
    Edition.SHAREABLE: N_("shareable edition"),
    Edition.INTERNAL: N_("internal edition"),
    Edition.ADVISORY: N_("Advisory Board edition"),
    Edition.DIRECTION: N_("edition for the direction"),
}


def edition_name(edition: Edition, t: Translator) -> str:
    """Return what the footer calls an edition."""
    return t(_EDITIONS[edition])


def footer_line(footer: PageFooter, t: Translator, formats: Formats, *, author: str, page: str, pages: str) -> str:
    """Return the words of the foot; without an author they say nothing about one."""
    facts = {
        "printed": formats.instant(footer.printed_at),
        "data": formats.instant(footer.data_as_of),
        "edition": edition_name(footer.edition, t),
        "page": page,
        "pages": pages,
    }
    if author:
        facts["author"] = author
        return t("Printed on {printed} · data as of {data} · {author} · {edition} · p. {page}/{pages}", **facts)
    return t("Printed on {printed} · data as of {data} · {edition} · p. {page}/{pages}", **facts)


def draw_footer(
    pen: Pen,
    footer: PageFooter,
    t: Translator,
    formats: Formats,
    *,
    page: int,
    pages: int,
    left: float = LEFT,
    width: float = CONTENT_WIDTH,
) -> None:
    """Write the foot of one page; a very long author name is cut so that the page number stays."""

    def line(author: str) -> str:
        return footer_line(footer, t, formats, author=author, page=str(page), pages=str(pages))

    author = footer.author
    if author:
        room = width - line_width(line(" "), size=FOOT)
        if line_width(author, size=FOOT) > room:
            cut = paragraph(author, room, size=FOOT, max_lines=1)
            author = "".join(run.text for run in cut.lines[0])
    pen.text(left, BASELINE, line(author), size=FOOT, ink=SOFT)
