"""The workbook behind the report to the Advisory Board: the same numbers, a sheet for each page."""

from collections.abc import Iterator
from decimal import Decimal

from clusterdesk.domain.strategy.reason_names import reason_name
from clusterdesk.domain.views.board_report import BoardReport, IndicatorFigures
from clusterdesk.domain.views.listing import Cell, Listing
from clusterdesk.exchange.board_sheets import field_sheets, named_sheets
from clusterdesk.exchange.writing.listing_files import listing_xlsx
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

type Row = tuple[Cell, ...]


def board_workbook(report: BoardReport, t: Translator, formats: Formats) -> bytes:
    """Return the workbook of a report, cleared as the report is."""
    return listing_xlsx(board_listings(report, t, formats))


def board_listings(report: BoardReport, t: Translator, formats: Formats) -> tuple[Listing, ...]:
    """Return the numbers of a report as lists, in the translator's language."""
    numbers = (_state(report, t, formats), _indicators(report, t), _years(report, t), _missing(report, t))
    named = named_sheets(report.annexes, t) if report.annexes is not None else ()
    return (*numbers, *field_sheets(report, t), *named)


def _state(report: BoardReport, t: Translator, formats: Formats) -> Listing:
    rows: list[Row] = [
        (t("Advisory Board report"), report.about),
        (t("State as of"), report.as_of),
        (t("Provisional until"), report.provisional_until),
        (t("Rules version"), report.rules),
        (t("Frozen on"), report.frozen.on if report.frozen is not None else t("draft, not frozen")),
        (t("Checksum (SHA-256)"), report.frozen.sha256 if report.frozen is not None else None),
        (t("Printed on"), formats.instant(report.footer.printed_at)),
    ]
    rows += [(t("Key message {number}", number=str(n)), one) for n, one in enumerate(report.messages, 1)]
    rows += [(t("Decision asked for {number}", number=str(n)), one) for n, one in enumerate(report.decisions, 1)]
    rows += [(t("Story"), one.text) for one in report.stories]
    return Listing("state", t("State"), (t("What"), t("Value")), tuple(rows))


def _indicators(report: BoardReport, t: Translator) -> Listing:
    headings = (
        t("Indicator"), t("Target"), t("Reached"), t("Provable"), t("Still holding"), t("On the way"), t("Expected"),
        t("Ahead"), t("This quarter"), t("Counted today"),
    )  # fmt: skip
    rows = tuple(
        (
            one.indicator.name_in(t.language),
            one.indicator.target,
            one.total,
            one.proven,
            one.holding,
            one.on_the_way if one.proven is not None else None,
            round(one.expected, 1) if one.expected is not None else None,
            one.ahead,
            one.trend,
            one.counted_now,
        )
        for one in report.rows
    )
    return Listing("indicators", t("Indicators"), headings, rows)


def _years(report: BoardReport, t: Translator) -> Listing:
    headings = (
        t("Indicator"), t("Year"), t("Planned"), t("Reached"), t("Provable"), t("Still holding"), t("Provisional"),
    )  # fmt: skip
    return Listing("years", t("By year"), headings, tuple(row for one in report.rows for row in _by_year(one, t)))


def _by_year(one: IndicatorFigures, t: Translator) -> Iterator[Row]:
    for year, number in one.by_year.items():
        planned: Decimal | None = one.planned.get(year)
        yield (
            one.indicator.name_in(t.language),
            str(year),
            planned,
            number,
            one.proven_by_year.get(year, 0),
            one.holding_by_year.get(year, 0),
            one.provisional.get(year, 0),
        )


def _missing(report: BoardReport, t: Translator) -> Listing:
    headings = (t("Indicator"), t("What is missing"), t("Counted, not provable"), t("Nearly counts"))
    rows: list[Row] = []
    for one in report.rows:
        for reason in dict.fromkeys((*one.unproven, *one.lacking)):
            name = one.indicator.name_in(t.language)
            rows.append((name, t(reason_name(reason)), one.unproven.get(reason, 0), one.lacking.get(reason, 0)))
    return Listing("missing", t("What is missing"), headings, tuple(rows))
