"""Offers and needs in words, and why two of them meet."""

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.exchanges.matching import Why
from clusterdesk.domain.parsing.text import even
from clusterdesk.domain.records.exchange import Exchange, ExchangeSide
from clusterdesk.domain.views.exchange import ExchangeRow, MatchLine
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone


def title(kit: Kit, row: ExchangeRow) -> str:
    """Say what, and how much."""
    return what(kit, row.record)


def what(kit: Kit, record: Exchange) -> str:
    """Say what, and how much where the words do not say it: "200 m² of storage" does."""
    amount = quantity(kit, record)
    if not amount or _close(amount) in _close(record.text):
        return record.text
    return kit.t("{what} ({amount})", what=record.text, amount=amount)


def _close(text: str) -> str:
    return "".join(even(text).split())


def quantity(kit: Kit, record: Exchange) -> str:
    """Return how much, with its unit."""
    if record.quantity is None:
        return record.unit
    return " ".join(one for one in (kit.formats.number(record.quantity), record.unit) if one)


def note(kit: Kit, row: ExchangeRow) -> str:
    """Say whose, where, which kind, until when, what came of it."""
    t, record = kit.t, row.record
    facts = [row.organisation, row.city, t(choice_label(record.kind))]
    if record.to_on is not None:
        facts.append(t("not after {day}", day=kit.formats.date(record.to_on)))
    if record.closed_on is not None:
        facts.append(t("closed on {day}", day=kit.formats.date(record.closed_on)))
    facts.append(record.outcome)
    return " · ".join(one for one in facts if one)


def chips(kit: Kit, row: ExchangeRow, found: int) -> tuple[tuple[str, Tone], ...]:
    """Say the side, that it is over, and how many meet it."""
    t = kit.t
    side = t(choice_label(row.record.side))
    if not row.is_live(kit.clock.today()):
        return ((side, Tone.NEUTRAL), (t.c("exchange", "Over"), Tone.NEUTRAL))
    tone = Tone.INFO if row.record.side is ExchangeSide.NEED else Tone.OK
    found_words = ((t.n("{n} match", "{n} matches", n=found), Tone.WARN),) if found else ()
    return (*found_words, (side, tone))


def why(kit: Kit, line: MatchLine) -> str:
    """Say why a need and an offer meet."""
    t = kit.t
    said = {
        Why.WORDS: t("same words: {words}", words=", ".join(line.match.words)),
        Why.ENOUGH: t("enough of it"),
        Why.SOME: t("a part of it"),
        Why.TOWN: t("same postcode"),
        Why.REGION: t("both in the Region"),
        Why.CHAIN: t("same value chain"),
    }
    kind = t(choice_label(line.need.record.kind))
    return " · ".join([kind, *(said[one] for one in line.match.why)])
