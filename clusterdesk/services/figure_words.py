"""Figures in words: what is odd about an amount, what a period lacks, how a cell came about."""

from typing import TYPE_CHECKING

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.domain.breakeven.messages import TEXTS
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.figures.cells import FigureCell
from clusterdesk.domain.figures.months import Lack
from clusterdesk.domain.figures.warnings import FigureWarning
from clusterdesk.domain.records.figures import Precision

if TYPE_CHECKING:
    from clusterdesk.i18n.formats import Formats

LACKS = {
    Lack.REVENUE: N_("the turnover is missing"),
    Lack.COSTS: N_("the costs are missing: in total, or variable and fixed"),
    Lack.ABOUT: N_("a figure is only about right"),
    Lack.NOT_CLOSED: N_("it is not closed"),
    Lack.NOT_ENDED: N_("it has not ended yet"),
}


def warning_words(warning: FigureWarning, t: Translate, formats: "Formats", currency: str) -> str:
    """Return what is odd as a sentence."""
    amounts = {name: formats.money(amount, currency) for name, amount in warning.amounts.items()}
    return t(TEXTS[warning.message], **amounts)


def cell_story(cell: FigureCell, t: Translate, formats: "Formats", currency: str) -> list[str]:
    """Return what a cell says besides its amount, one sentence each: VAT, precision, source, note, who sees it."""
    found = []
    if cell.entered is not None and cell.vat_rate is not None:
        amount, rate = formats.money(cell.entered, currency), formats.number(cell.vat_rate)
        found.append(t("Entered with VAT: {amount} at {rate} %", amount=amount, rate=rate))
    if cell.precision is Precision.ABOUT:
        found.append(t("About right: it never completes a month"))
    found.append(t("Source: {source}", source=t(choice_label(cell.source))))
    found.append(t("Visibility: {visibility}", visibility=t(choice_label(cell.visibility))))
    if cell.remark:
        found.append(t("Note: {remark}", remark=cell.remark))
    return found
