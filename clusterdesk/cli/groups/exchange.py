"""exchange: offers and needs – the records, what meets and why, and introducing the two."""

from argparse import Namespace
from typing import Any

from clusterdesk.base.errors import Translate
from clusterdesk.cli import references, values
from clusterdesk.cli.answer import Answer, Lines, Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.parser import Actions
from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.commands.exchange import Introduce
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.views.exchange import ExchangeRow, MatchLine

_ADVICE = RECORD_TYPES["one_off_advice"].fields


def add_actions(actions: Actions, t: Translate) -> None:
    """Add what is done with offers and needs beside keeping them."""
    showing = actions.add("matches", t("which offers meet which needs today, and why"), matches)
    showing.wanted.add_argument("ref", metavar="REF", nargs="?", help=t("an organisation; else all"))
    meeting = actions.add("introduce", t("introduce who looks for something to who offers it"), introduce)
    meeting.wanted.add_argument("need", metavar="NEED", help=t("id or words of the need"))
    meeting.wanted.add_argument("offer", metavar="OFFER", help=t("id or words of the offer"))
    meeting.options.add_argument("--on", metavar=t("DATE"), help=t("the day; else today"))
    meeting.options.add_argument("--remark", metavar=t("TEXT"), default="", help=t("what is to be said with it"))


def matches(context: Context, options: Namespace) -> Answer:
    """Show what meets."""
    from clusterdesk.services.exchanges import read_exchanges

    lines = read_exchanges(context.desk.store).matches
    if options.ref:
        mine = references.one(context, options.ref, ("organisation",)).id
        lines = tuple(one for one in lines if mine in {one.need.organisation_id, one.offer.organisation_id})
    t = context.t
    heads = [t("Points"), t("Looks for"), "", t("Offers"), "", t("Why")]
    rows = [
        [
            str(line.match.score),
            line.need.organisation,
            line.need.record.text,
            line.offer.organisation,
            line.offer.record.text,
            ", ".join([*line.match.words, *(why.value for why in line.match.why if why.value != "words")]),
        ]
        for line in lines
    ]
    return Answer({"matches": [_document(line) for line in lines]}, [Table(heads, rows, frozenset({0}))])


def introduce(context: Context, options: Namespace) -> Answer:
    """Introduce two organisations."""
    from clusterdesk.services import exchanges

    need = references.one(context, options.need, ("exchange",))
    offer = references.one(context, options.offer, ("exchange",))
    on = values.read(context, _ADVICE["on"], "--on", options.on) if options.on else None
    command = Introduce(need_id=need.id, offer_id=offer.id, on=on, remark=options.remark)
    made = exchanges.introduce(context.desk.store, command).output
    line = context.t(
        "One-off advice: {kind} · {subject}", kind=context.t(choice_label(made.kind)), subject=made.subject
    )
    document = {"id": str(made.id), "organisation_id": str(made.organisation_id), "on": made.on.isoformat()}
    return Answer({**document, "kind": made.kind.value, "subject": made.subject}, [Lines([line])])


def _document(line: MatchLine) -> dict[str, Any]:
    return {
        "score": line.match.score,
        "why": [one.value for one in line.match.why],
        "words": list(line.match.words),
        "need": _side(line.need),
        "offer": _side(line.offer),
        "introduced_on": line.introduced.isoformat() if line.introduced is not None else None,
    }


def _side(row: ExchangeRow) -> dict[str, Any]:
    return {
        "id": str(row.record.id),
        "organisation_id": str(row.organisation_id),
        "organisation": row.organisation,
        "kind": row.record.kind.value,
        "text": row.record.text,
        "quantity": str(row.record.quantity) if row.record.quantity is not None else None,
        "unit": row.record.unit,
    }
