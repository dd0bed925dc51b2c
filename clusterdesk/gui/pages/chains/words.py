"""Links and who stands there, in words."""

from clusterdesk.domain.views.chains import ChainView, LinkRow, Stand
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.chains.strip import StripLink
from clusterdesk.gui.tokens import Tone

_MOST_NAMES = 4


def chain_note(kit: Kit, view: ChainView) -> str:
    """Say how many links a chain has, and how many nobody of the Region stands at."""
    t, holes = kit.t, len(view.holes(kit.clock.today()))
    links = t.n("{n} link", "{n} links", n=len(view.links))
    if not holes:
        return t("{links}, each with somebody in the Region", links=links) if view.links else links
    missing = t.n("{n} with nobody in the Region", "{n} with nobody in the Region", n=holes)
    return t("{links}, of which {missing}", links=links, missing=missing)


def link_note(kit: Kit, row: LinkRow) -> str:
    """Name who stands at a link now."""
    names = [one.name for one in row.now(kit.clock.today())]
    more = len(names) - _MOST_NAMES
    if more > 1:
        shown = ", ".join(names[:_MOST_NAMES])
        return kit.t("{names} and {n} others", names=shown, n=kit.formats.number(more))
    return kit.formats.joined(names) if names else kit.t("Nobody stands here yet")


def link_chips(kit: Kit, row: LinkRow) -> tuple[tuple[str, Tone], ...]:
    """Say that nobody of the Region stands there."""
    return ((kit.t("Nobody in the Region"), Tone.WARN),) if row.is_hole(kit.clock.today()) else ()


def strip_link(kit: Kit, row: LinkRow) -> StripLink:
    """Return a link as the strip draws it."""
    t, today = kit.t, kit.clock.today()
    hole = row.is_hole(today)
    count = len(row.now(today))
    note = t.n("{n} organisation", "{n} organisations", n=count)
    if hole:
        note = t("nobody in the Region") if count else t("nobody")
    return StripLink(row.link.id, row.link.name_in(t.language), note, hole)


def stand_note(kit: Kit, stand: Stand) -> str:
    """Say since when, until when, and the remark."""
    t, record = kit.t, stand.record
    facts = []
    if record.from_on is not None:
        facts.append(t("here since {day}", day=kit.formats.partial(record.from_on)))
    if record.to_on is not None:
        facts.append(t("not after {day}", day=kit.formats.partial(record.to_on)))
    return " · ".join([*facts, *([record.remark] if record.remark else [])])


def stand_chips(kit: Kit, stand: Stand) -> tuple[tuple[str, Tone], ...]:
    """Say that it stands there no longer, or not in the Region."""
    if not stand.holds_on(kit.clock.today()):
        return ((kit.t("No longer there"), Tone.NEUTRAL),)
    return () if stand.in_region else ((kit.t("Outside the Region"), Tone.NEUTRAL),)
