"""programme-event calendar: an event as .ics."""

from argparse import Namespace
from pathlib import Path
from uuid import UUID

from clusterdesk.base.errors import Translate
from clusterdesk.cli import references, writing
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Actions


def add_actions(actions: Actions, t: Translate) -> None:
    """Add the action."""
    saving = actions.add("calendar", t("save an event as .ics for any calendar"), calendar)
    saving.wanted.add_argument("ref", metavar="REF", help=t("id or title of an event"))
    saving.options.add_argument("--output", metavar=t("FILE"), help=t("file to write; else in the outbox"))


def calendar(context: Context, options: Namespace) -> Answer:
    """Save one event as an appointment."""
    from clusterdesk.base.filenames import unique_path
    from clusterdesk.domain.records.programme import ProgrammeEvent
    from clusterdesk.exchange.calendar.write import event_file

    store = context.desk.store
    event_id: UUID = references.target(context, options.ref, "programme_event")
    event = store.get(ProgrammeEvent, event_id)
    name = context.t("{date} {title}", date=event.on, title=event.title) + ".ics"
    path = Path(options.output).expanduser() if options.output else unique_path(store.folder.outbox, name)
    writing.write(path, event_file(store, event_id, context.t))
    return Answer({"path": str(path.absolute())}, [Lines([str(path)])])
