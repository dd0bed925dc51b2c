"""backup: list, make and restore; a restore shows first what would change."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from clusterdesk.base.clock import instant_text
from clusterdesk.base.errors import KnownError, Translate
from clusterdesk.base.marks import N_
from clusterdesk.cli import values
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.groups.undo import operation_document, operation_row
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.backup_reasons import BACKUP_REASONS
from clusterdesk.domain.record_types import RECORD_TYPES

if TYPE_CHECKING:
    from clusterdesk.services.maintenance import BackupDifference
    from clusterdesk.services.rescue import BackupFile

_NEWEST = ("newest", "latest", "last")
_KNOWN_DAMAGE = ("binder_damaged", "no_binder", "not_a_binder")


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the actions of backups."""
    actions = parser.actions("action", t)
    actions.add("list", t("the backups of the binder, newest first"), list_backups)
    actions.add("make", t("make a verified backup now"), make)
    restoring = actions.add(
        "restore", t("put a backup in place of the binder; what is replaced is kept aside"), restore
    )
    restoring.wanted.add_argument("backup", metavar=t("NAME"), help=t("name or path of a backup, or newest"))


def backup_document(backup: "BackupFile") -> dict[str, Any]:
    """Return a backup as JSON."""
    return {
        "name": backup.path.name,
        "path": str(backup.path),
        "made_at": instant_text(backup.made_at),
        "reason": backup.reason,
        "size": backup.size,
    }


def list_backups(context: Context, options: Namespace) -> Answer:
    """List the backups; the binder itself is not opened, it may be damaged."""
    found = _backups(context)
    t = context.t
    rows = [
        [
            one.path.name,
            values.shown(context, one.made_at),
            t(BACKUP_REASONS.get(one.reason, one.reason)),
            context.formats.number(one.size // 1024),
        ]
        for one in found
    ]
    table = Table([t("Name"), t("When"), t("Reason"), t("KB")], rows, frozenset({3}))
    empty = Lines([t("There is no backup yet: clusterdesk backup make")])
    return Answer({"backups": [backup_document(one) for one in found]}, [table if found else empty])


def _backups(context: Context) -> "Sequence[BackupFile]":
    from clusterdesk.services import rescue

    return rescue.backups_in(context.binder())


def make(context: Context, options: Namespace) -> Answer:
    """Make a backup."""
    from clusterdesk.services import maintenance

    made = maintenance.back_up(context.desk.store)
    return Answer({"backup": backup_document(made)}, [Lines([str(made.path)])])


def restore(context: Context, options: Namespace) -> Answer:
    """Show what would change, ask, and put the backup in place."""
    chosen = _chosen(context, options.backup)
    try:
        store = context.desk.store
    except KnownError as error:
        if error.code not in _KNOWN_DAMAGE:
            raise
        return _restore_damaged(context, chosen)
    from clusterdesk.services import binders, maintenance

    difference = maintenance.difference(store, chosen)
    document = {"backup": str(chosen), **_difference_document(context, difference)}
    if not context.output.as_json or not getattr(context.options, "yes", False):
        _show(context, difference)
    context.confirm(context.t("Put this backup in place of the binder?"))
    with binders.without_window(context.binder()):
        restored = binders.restore_backup(store, chosen)
        restored.close()
    line = context.t(
        "The backup {name} is now the binder; what it replaced is kept in the folder “aside”.", name=chosen.name
    )
    return Answer({**document, "restored": True}, [Lines([line])])


def _restore_damaged(context: Context, chosen: Path) -> Answer:
    """Put a backup in place of a binder that cannot be opened any more."""
    from clusterdesk.services import binders, rescue

    context.progress(context.t("The binder itself cannot be read, so nothing can be compared."))
    context.confirm(context.t("Put this backup in place of the binder?"))
    with binders.without_window(context.binder()):
        rescue.put_back(context.binder(), chosen, author=context.settings.profile_name)
    document: dict[str, Any] = {
        "backup": str(chosen),
        "now": None,
        "then": None,
        "lost_operations": [],
        "lost_count": None,
    }
    line = context.t(
        "The backup {name} is now the binder; what it replaced is kept in the folder “aside”.", name=chosen.name
    )
    return Answer({**document, "restored": True}, [Lines([line])])


def _chosen(context: Context, text: str) -> Path:
    """Return the backup that is named: ``newest``, a file name, the beginning of one, or a path."""
    found = _backups(context)
    if text.lower() in _NEWEST and found:
        return found[0].path
    for one in found:
        if text in (one.path.name, one.path.stem) or Path(text) == one.path:
            return one.path
    path = Path(text).expanduser()
    if path.is_file():
        return path
    raise KnownError(
        "no_such_backup",
        N_("There is no backup “{name}”."),
        advice=N_("See them with “clusterdesk backup list”."),
        name=text,
    )


def _difference_document(context: Context, difference: "BackupDifference") -> dict[str, Any]:
    return {
        "now": dict(difference.now),
        "then": dict(difference.then),
        "lost_operations": [operation_document(context, one) for one in difference.lost_operations],
        "lost_count": difference.lost_count,
    }


def _show(context: Context, difference: "BackupDifference") -> None:
    """Tell on standard error, where the question is asked, what a restore would change."""
    from clusterdesk.cli.layout import table_lines

    t = context.t
    changed = [key for key in difference.now if difference.now[key] != difference.then.get(key)]
    rows = [[t(RECORD_TYPES[key].plural), str(difference.now[key]), str(difference.then[key])] for key in changed]
    if rows:
        for line in table_lines(Table([t("Records"), t("Now"), t("In the backup")], rows, frozenset({1, 2})), None):
            context.output.say(line)
    if not difference.lost_count:
        context.output.say(t("No step would be gone: nothing has changed since."))
        return
    context.output.say(t.n("{n} step would be gone:", "{n} steps would be gone:", n=difference.lost_count))
    for one in difference.lost_operations[:20]:
        context.output.say("  " + "  ".join(operation_row(context, one)[:3]))
