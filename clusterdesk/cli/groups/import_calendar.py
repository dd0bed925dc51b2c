"""import calendar: what Outlook and the like say of visits."""

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from clusterdesk.base.errors import Translate
from clusterdesk.cli import values
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.groups.import_archive import back_up_first, existing_file
from clusterdesk.cli.parser import Actions
from clusterdesk.services.calendar_words import change_words, ignored_words, kind_words

if TYPE_CHECKING:
    from clusterdesk.domain.views.calendar import CalendarChange


def add_kinds(actions: Actions, t: Translate) -> None:
    """Add the import of a calendar."""
    calendar = actions.add("calendar", t("appointments moved, called off or made elsewhere (.ics)"), import_calendar)
    calendar.wanted.add_argument("file", metavar=t("FILE"), help=t("file to read"))
    calendar.options.add_argument("--dry-run", action="store_true", help=t("only say what would happen"))


def import_calendar(context: Context, options: Namespace) -> Answer:
    """Take over what a calendar says of visits, as one step."""
    from clusterdesk.exchange.calendar import plan

    path = existing_file(options.file)
    store = context.desk.store
    planned, operation = plan.plan_calendar(store, path), None
    if planned.changes and not options.dry_run:
        back_up_first(context)
        operation = plan.import_calendar(store, planned.file, planned.changes).changes.operation_id
    document: dict[str, Any] = {
        "file": planned.file,
        "dry_run": bool(options.dry_run),
        "changes": [_change(one) for one in planned.changes],
        "ignored": {reason.value: count for reason, count in planned.ignored.items()},
        "operation": None if operation is None else str(operation),
    }
    t, formats = context.t, context.formats
    rows = [[kind_words(one.kind, t), one.organisation, change_words(one, t, formats)] for one in planned.changes]
    blocks: list[Table | Lines] = [Table([t("Change"), t("Organisation"), t("When")], rows)] if rows else []
    if planned.ignored:
        blocks.append(Lines([ignored_words(planned.ignored, t, formats)]))
    return Answer(document, blocks)


def _change(one: "CalendarChange") -> dict[str, Any]:
    return {
        "kind": one.kind.value,
        "organisation": one.organisation,
        "organisation_id": str(one.organisation_id),
        "session_id": str(one.session_id) if one.session_id else None,
        "on": one.on.isoformat(),
        "starts_at": values.plain(one.starts_at),
        "minutes": one.minutes,
        "before_on": one.before[0].isoformat() if one.before else None,
        "before_starts_at": values.plain(one.before[1]) if one.before else None,
        "summary": one.summary,
        "told_by": one.told_by,
    }
