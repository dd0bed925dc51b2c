"""What value chains put into the Fil, in words."""

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.exchange import ExchangeSide
from clusterdesk.domain.records.production import ProductionStage
from clusterdesk.domain.records.prospects import ProspectState
from clusterdesk.domain.views.timeline import TimelineEntry, TimelineKind
from clusterdesk.gui.kit import Kit

FIL_OF_CHAINS = frozenset({TimelineKind.CHAIN, TimelineKind.PRODUCTION, TimelineKind.EXCHANGE, TimelineKind.PROSPECT})
_LANGUAGES = ("fr", "nl", "en")


def chain_title(kit: Kit, entry: TimelineEntry) -> str:
    """Return the title of an entry."""
    if entry.kind is TimelineKind.PRODUCTION:
        stage = kit.t(choice_label(ProductionStage(entry.detail)))
        return kit.t("{stage} · {title}", stage=stage, title=entry.title)
    if entry.kind is TimelineKind.EXCHANGE:
        side = kit.t(choice_label(ExchangeSide(entry.detail)))
        return kit.t("{side}: {what}", side=side, what=entry.title)
    if entry.kind is TimelineKind.PROSPECT:
        return _prospect_title(kit, entry)
    chain, link = _name(kit, entry.detail), _name(kit, entry.title)
    return kit.t("Value chain {chain} · {link}", chain=chain, link=link) if chain else link


def _prospect_title(kit: Kit, entry: TimelineEntry) -> str:
    """Say the state it reached as a prospect, for which link, and where it was found once it joined."""
    state = ProspectState(entry.detail)
    facts = [kit.t("Prospect: {state}", state=kit.t(choice_label(state))), _name(kit, entry.title)]
    if state is ProspectState.JOINED and entry.state:
        facts.append(kit.t("found in {source}", source=entry.state))
    return " · ".join(one for one in facts if one)


def _name(kit: Kit, names: str) -> str:
    """Return the name in the language of the window, French where it is missing."""
    found = dict(zip(_LANGUAGES, names.split("\x1f"), strict=False))
    return found.get(kit.t.language) or found.get("fr", "")
