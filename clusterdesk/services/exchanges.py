"""Offers and needs: read with what meets, and introduced to each other in one step."""

from dataclasses import replace

from clusterdesk.base.errors import KnownError
from clusterdesk.base.ids import derived_id
from clusterdesk.base.marks import N_
from clusterdesk.config.paths import resource
from clusterdesk.domain.changes import Change, Insert, OpResult, deletion
from clusterdesk.domain.commands.exchange import Introduce
from clusterdesk.domain.exchanges.matching import groups_of, matches
from clusterdesk.domain.parsing.text import many_lines
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.coaching import AdviceKind, OneOffAdvice
from clusterdesk.domain.records.exchange import Exchange, ExchangeSide
from clusterdesk.domain.views.exchange import ExchangeList, MatchLine
from clusterdesk.services.indicators import rules_in_force
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.exchange import ExchangeReader


def read_exchanges(store: Store) -> ExchangeList:
    """Return all offers and needs with what meets today; what is restricted meets nothing."""
    today = store.clock.today()
    region = rules_in_force(store, today).region
    with store.read() as connection:
        reader = ExchangeReader(connection, today, region)
    rows = {row.record.id: row for row in reader.rows}
    found = matches(reader.sides, today, _synonyms())
    ids = {match: derived_id("one_off_advice", match.need_id, match.offer_id) for match in found}
    given = {one.id: one.on for one in store.find(OneOffAdvice, id=list(ids.values()), revoked_on=None)} if ids else {}
    lines = tuple(MatchLine(rows[match.need_id], rows[match.offer_id], match, given.get(ids[match])) for match in found)
    return ExchangeList(reader.rows, lines, reader.chains)


def introduce(store: Store, cmd: Introduce) -> OpResult[OneOffAdvice]:
    """Note the introduction as one one-off advice of who looks for something; the same pair counts once.

    Raises:
        KnownError: the two are no need and offer, or were introduced already.
    """
    need, offer = store.get(Exchange, cmd.need_id), store.get(Exchange, cmd.offer_id)
    if need.side is not ExchangeSide.NEED or offer.side is not ExchangeSide.OFFER:
        raise KnownError(
            "no_match",
            N_("An introduction brings a need and an offer together."),
            advice=N_("Name first who looks for something, then who offers it."),
        )
    with store.read() as connection:
        rows = {row.record.id: row for row in ExchangeReader(connection, store.clock.today()).rows}
    gone = next((one for one in (need, offer) if one.id not in rows), None)
    if gone is not None:
        raise KnownError(
            "owner_binned",
            N_("“{name}” is in the bin."),
            advice=N_("Take it out of the bin first."),
            name=gone.text,
        )
    wants, gives = rows[need.id], rows[offer.id]
    key = derived_id("one_off_advice", need.id, offer.id)
    known = store.find(OneOffAdvice, id=[key], deleted=None)
    if known and not known[0].deleted:
        raise KnownError(
            "introduced",
            N_("{need} and {offer} were introduced to each other already, on {day}."),
            advice=N_("The one-off advice of that day is in the timeline of {need}."),
            need=wants.organisation,
            offer=gives.organisation,
            day=known[0].on,
        )
    advice = OneOffAdvice(
        id=key,
        organisation_id=wants.organisation_id,
        on=cmd.on or store.clock.today(),
        kind=AdviceKind.INTRODUCTION,
        subject=f"{gives.organisation} – {offer.text}"[:1000],
        answer=many_lines("\n".join(one for one in (need.text, cmd.remark) if one)),
        visibility=Visibility.INTERNAL,
    )
    changes: list[Change] = [deletion("one_off_advice", key, deleted=False)] if known else [Insert(advice)]
    titled = replace(cmd, need=wants.organisation, offer=gives.organisation)
    return OpResult(advice, store.apply(titled, changes))


def _synonyms() -> dict[str, str]:
    text = resource("reference", "exchange_words.txt").read_text(encoding="utf-8")
    return groups_of(text.splitlines())
