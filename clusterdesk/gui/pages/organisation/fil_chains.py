"""What value chains put into the Fil, in words."""

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.exchange import ExchangeSide
from clusterdesk.domain.records.production import ProductionStage
from clusterdesk.domain.views.timeline import TimelineEntry, TimelineKind
from clusterdesk.gui.kit import Kit

FIL_OF_CHAINS = frozenset({TimelineKind.CHAIN, TimelineKind.PRODUCTION, TimelineKind.EXCHANGE})
_LANGUAGES = ("fr", "nl", "en")


def chain_title(kit: Kit, entry: TimelineEntry) -> str:
    """Return the title of an entry."""
    if entry.kind is TimelineKind.PRODUCTION:
        stage = kit.t(choice_label(ProductionStage(entry.detail)))
        return kit.t("{stage} · {title}", stage=stage, title=entry.title)
    if entry.kind is TimelineKind.EXCHANGE:
        side = kit.t(choice_label(ExchangeSide(entry.detail)))
        return kit.t("{side}: {what}", side=side, what=entry.title)
    chain, link = _name(kit, entry.detail), _name(kit, entry.title)
    return kit.t("Value chain {chain} · {link}", chain=chain, link=link) if chain else link


def _name(kit: Kit, names: str) -> str:
    """Return the name in the language of the window, French where it is missing."""
    found = dict(zip(_LANGUAGES, names.split("\x1f"), strict=False))
    return found.get(kit.t.language) or found.get("fr", "")
