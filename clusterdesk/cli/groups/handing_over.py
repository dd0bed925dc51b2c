"""hand-over: pass organisations to a colleague from a day on."""

from argparse import Namespace

from clusterdesk.base.errors import Translate
from clusterdesk.cli import references, values
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Parser
from clusterdesk.domain.record_types import RECORD_TYPES

_DAY = RECORD_TYPES["session"].fields["on"]


def build(parser: Parser, t: Translate, name: str) -> None:
    """Add the options of hand-over."""
    parser.wanted.add_argument("refs", metavar="REF", nargs="+", help=t("an organisation: id, number or name"))
    parser.options.add_argument("--to", metavar="REF", required=True, help=t("the colleague who takes over"))
    parser.options.add_argument("--from", dest="giver", metavar="REF", help=t("who hands over; else whoever leads"))
    parser.options.add_argument("--on", metavar="DATE", help=t("from this day on; else today"))
    parser.set_defaults(handler=hand_over)


def hand_over(context: Context, options: Namespace) -> Answer:
    """Pass files, promises and planned visits to a colleague."""
    from clusterdesk.domain.commands.coaching import HandOver
    from clusterdesk.services import handing_over

    store = context.desk.store
    organisations = tuple(references.target(context, text, "organisation") for text in options.refs)
    new = references.one(context, options.to, ("profile",))
    giver = references.one(context, options.giver, ("profile",)).id if options.giver else None
    day = values.read(context, _DAY, "--on", options.on) if options.on else store.clock.today()
    command = HandOver(organisation_ids=organisations, to_id=new.id, from_id=giver, on=day)
    done = handing_over.hand_over(store, command).output
    document = {
        "to": {"id": str(new.id), "name": new.title},
        "on": day.isoformat(),
        "files": done.files,
        "promises": done.promises,
        "sessions": done.sessions,
    }
    line = context.t(
        "Handed over to {name}: coaching files {files}, promises {promises}, planned visits {sessions}.",
        name=new.title,
        files=done.files,
        promises=done.promises,
        sessions=done.sessions,
    )
    return Answer(document, [Lines([line])])
