"""Where an organisation stands, in a few words of its head: staff, break-even, maturity."""

from clusterdesk.domain.records.results import ResultKind
from clusterdesk.domain.views.organisation_page import OrganisationPage
from clusterdesk.gui.kit import Kit


def measure_words(kit: Kit, page: OrganisationPage) -> str:
    """Return FTE with what changed in a year, whether break-even was reached or lost, the level of maturity.

    Empty where nothing is known.
    """
    maturity = kit.t("MRL {level}", level=page.maturity) if page.maturity else ""
    return " · ".join(words for words in (_staff_words(kit, page), _break_even_words(kit, page), maturity) if words)


def _staff_words(kit: Kit, page: OrganisationPage) -> str:
    t, formats, staff = kit.t, kit.formats, page.staff
    if staff is None:
        return ""
    fte, change = formats.number(staff[0]), staff[1]
    if change is None:
        return t("{fte} FTE", fte=fte)
    if change > 0:
        return t("{fte} FTE (+{change} in 12 months)", fte=fte, change=formats.number(change))
    if change < 0:
        return t("{fte} FTE (−{change} in 12 months)", fte=fte, change=formats.number(-change))
    return t("{fte} FTE, as 12 months ago", fte=fte)


def _break_even_words(kit: Kit, page: OrganisationPage) -> str:
    result = page.break_even
    if result is None:
        return ""
    month = kit.formats.month_year(result.on)
    if result.kind is ResultKind.BREAK_EVEN_REACHED:
        return kit.t("at break-even since {month}", month=month)
    return kit.t("break-even lost in {month}", month=month)
