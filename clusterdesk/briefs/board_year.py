"""The year: members and partners, who took part, what was done, what was published."""

from collections.abc import Sequence

from clusterdesk.briefs import report_flow as flow
from clusterdesk.briefs.flow import Strip
from clusterdesk.briefs.year_statistics import communication_blocks, member_blocks, work_blocks
from clusterdesk.domain.views.board_report import BoardReport
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator


def year_page(view: BoardReport, t: Translator, formats: Formats) -> Sequence[Strip]:
    """Return the strips of the page."""
    year = view.year
    if year is None:
        return flow.section(t("The year"))
    strips = flow.section(t("The year {year}, up to {day}", year=str(year.year), day=formats.date(year.until)))
    strips += list(flow.blocks(member_blocks(year, t, formats)))
    strips += list(flow.blocks(work_blocks(year, t, formats)))
    strips += list(flow.blocks(communication_blocks(year, t, formats)))
    return strips
