"""The figures of periods as entries of the Fil: the turnover of each, beside that of the period before."""

from typing import Any

import sqlalchemy as sa

from clusterdesk.store.queries.children import places
from clusterdesk.store.tables import RECORD_TABLES

_NO: sa.ColumnElement[Any] = sa.literal_column("0")
_MONTH = "length(f.period) = 7 AND substr(f.period, 6, 1) <> 'Q'"
# The period before: a month, a quarter, a year.
_BEFORE = (
    f"CASE WHEN {_MONTH} THEN strftime('%Y-%m', f.period || '-01', '-1 month')"
    " WHEN length(f.period) = 4 THEN CAST(f.period - 1 AS TEXT)"
    " WHEN substr(f.period, 7, 1) = '1' THEN (substr(f.period, 1, 4) - 1) || '-Q4'"
    " ELSE substr(f.period, 1, 6) || (substr(f.period, 7, 1) - 1) END"
)
_LAST_DAY = (
    f"CASE WHEN {_MONTH} THEN date(f.period || '-01', '+1 month', '-1 day')"
    " WHEN length(f.period) = 4 THEN f.period || '-12-31'"
    " ELSE date(substr(f.period, 1, 4) || '-01-01', '+' || (3 * substr(f.period, 7, 1)) || ' months', '-1 day') END"
)
_SOON = 62  # days after its end within which a period is entered as usual
_SIGN = "char(31)"


def figures_entries(count: int) -> sa.Select[Any]:
    """Return the select of the turnover of each period, of so many organisations.

    An entry stands on the day its period was closed, else on that it was noted; what was brought in long afterwards
    stands on the last day of the period, or years of it would stand on one day.
    """
    figure = RECORD_TABLES["figure"].alias("f")
    before = RECORD_TABLES["figure"].alias("b")
    ledger, month = RECORD_TABLES["ledger"].alias("l"), RECORD_TABLES["monthly_figures"].alias("m")
    project = RECORD_TABLES["project"].alias("p")
    noted = sa.func.coalesce(month.c.closed_on, figure.c.recorded_on)
    last: sa.ColumnElement[Any] = sa.literal_column(_LAST_DAY)
    soon = noted <= sa.func.date(last, sa.literal_column(f"'+{_SOON} days'"))
    day = sa.case((soon, noted), else_=last)
    detail: sa.ColumnElement[Any] = sa.literal_column(
        f"f.amount || {_SIGN} || coalesce(b.amount, '') || {_SIGN} || l.currency || {_SIGN} || coalesce(p.title, '')"
    )
    revenue: sa.ColumnElement[Any] = sa.literal_column("'revenue'")
    joined = (
        figure.join(ledger, ledger.c.id == figure.c.ledger_id)
        .outerjoin(
            month,
            sa.and_(month.c.ledger_id == figure.c.ledger_id, month.c.period == figure.c.period, month.c.deleted == _NO),
        )
        .outerjoin(
            before,
            sa.and_(
                before.c.ledger_id == figure.c.ledger_id,
                before.c.period == sa.literal_column(_BEFORE),
                before.c.line == revenue,
                before.c.deleted == _NO,
            ),
        )
        .outerjoin(project, project.c.id == ledger.c.project_id)
    )
    return (
        sa.select(
            sa.literal_column("'figure'").label("kind"),
            figure.c.id.label("id"),
            day.label("day"),
            figure.c.period.label("title"),
            figure.c.remark.label("body"),
            detail.label("detail"),
            figure.c.precision.label("state"),
            figure.c.visibility.label("marked"),
        )
        .select_from(joined)
        .where(
            ledger.c.organisation_id.in_(places(count)),
            ledger.c.deleted == _NO,
            figure.c.line == revenue,
            figure.c.amount.is_not(None),
            figure.c.deleted == _NO,
            figure.c.revoked_on.is_(None),
        )
    )
