"""The pages of the board report in their order, and the annexes where the edition has them."""

from collections.abc import Sequence

from clusterdesk.briefs.board_annexes import annex_pages
from clusterdesk.briefs.board_chains import chains_page
from clusterdesk.briefs.board_conditions import conditions_page
from clusterdesk.briefs.board_front import front_page
from clusterdesk.briefs.board_method import method_page
from clusterdesk.briefs.board_pipeline import pipeline_page
from clusterdesk.briefs.board_programme import programme_page
from clusterdesk.briefs.board_results import results_page
from clusterdesk.briefs.board_year import year_page
from clusterdesk.briefs.flow import Strip
from clusterdesk.domain.views.board_report import BoardReport
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

_PAGES = (
    front_page,
    results_page,
    pipeline_page,
    chains_page,
    year_page,
    conditions_page,
    programme_page,
    method_page,
)


def board_sections(view: BoardReport, t: Translator, formats: Formats) -> list[Sequence[Strip]]:
    """Return what begins on a page of its own, as strips."""
    return [*(page(view, t, formats) for page in _PAGES), *annex_pages(view, t, formats)]
