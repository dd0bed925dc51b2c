"""health: what is missing or doubtful in the binder, and the records it is missing in."""

from argparse import Namespace
from typing import Any

from clusterdesk.base.errors import Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.filters import count
from clusterdesk.cli.parser import Parser
from clusterdesk.cli.wrong_use import WrongUseError
from clusterdesk.domain.health import CHECKS, HealthKey
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.views.health import HealthRow

_MOST = "50"


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add what may be given."""
    names = ", ".join(HealthKey)
    parser.wanted.add_argument(
        "check", metavar=t("CHECK"), nargs="?", help=t("list the rows of one check: {names}", names=names)
    )
    parser.options.add_argument("--limit", metavar=t("NUMBER"), default=_MOST, help=t("show at most so many"))
    parser.options.add_argument("--offset", metavar=t("NUMBER"), default="0", help=t("leave out the first so many"))
    parser.set_defaults(handler=health)


def health(context: Context, options: Namespace) -> Answer:
    """Count all checks, or list the rows of one."""
    return _rows(context, options) if options.check else _counts(context)


def _counts(context: Context) -> Answer:
    from clusterdesk.services.health import count_health, read_duplicates

    t, store = context.t, context.desk.store
    counts = {**count_health(store), HealthKey.DUPLICATES: len(read_duplicates(store))}
    document = {
        "total": sum(counts.values()),
        "checks": [{"key": key.value, "label": t(CHECKS[key].label), "count": counts[key]} for key in CHECKS],
    }
    if not document["total"]:
        return Answer(document, [Lines([t("Everything is in order.")])])
    rows = [[key.value, t(CHECKS[key].label), context.formats.number(counts[key])] for key in CHECKS]
    return Answer(document, [Table([t("Check"), t("What is missing"), t("Number")], rows, frozenset({2}))])


def _rows(context: Context, options: Namespace) -> Answer:
    from clusterdesk.services.health import count_health, health_rows, read_duplicates

    key, store = _key(options.check), context.desk.store
    limit, offset = count("--limit", options.limit), count("--offset", options.offset)
    if key is HealthKey.DUPLICATES:
        pairs = read_duplicates(store)
        total, rows = len(pairs), pairs[offset : offset + limit]
    else:
        total = count_health(store, [key])[key]
        rows = health_rows(store, key, limit=limit, offset=offset)
    t, check = context.t, CHECKS[key]
    document = {
        "check": key.value,
        "label": t(check.label),
        "total": total,
        "rows": [_document(row) for row in rows],
    }
    if not rows:
        return Answer(document, [Lines([t(check.fine)])])
    table = [
        [row.organisation, _what(context, row), context.formats.date(row.on) if row.on else "", str(row.id)]
        for row in rows
    ]
    headers = [t("Organisation"), t("What"), t("Date"), t("Identifier")]
    notes = [t("{shown} of {total}", shown=len(rows), total=total)] if len(rows) < total else []
    return Answer(document, [Lines([t(check.why), ""]), Table(headers, table)], notes)


def _document(row: HealthRow) -> dict[str, Any]:
    return {
        "record_type": row.record_type,
        "id": str(row.id),
        "organisation_id": str(row.organisation_id) if row.organisation_id else None,
        "organisation": row.organisation,
        "title": row.title,
        "on": row.on.isoformat() if row.on else None,
        "other_id": str(row.other_id) if row.other_id else None,
        "other": row.other or None,
    }


def _what(context: Context, row: HealthRow) -> str:
    t = context.t
    if row.other_id is not None:
        return t("{name} – {reason}", name=row.other, reason=t(row.reason))
    return row.title or t(RECORD_TYPES[row.record_type].label)


def _key(text: str) -> HealthKey:
    wanted = text.strip().lower().replace("_", "-")
    if wanted not in set(HealthKey):
        raise WrongUseError(
            N_("There is no check “{name}”. Use one of: {names}."),
            code="unknown_check",
            name=text,
            names=", ".join(HealthKey),
        )
    return HealthKey(wanted)
