"""The tabs of the place, in their order; each is imported when it is first seen."""

from collections.abc import Callable
from dataclasses import dataclass

from clusterdesk.base.marks import N_
from clusterdesk.gui.context import Context
from clusterdesk.gui.pages.chains.request import CHAINS, EXCHANGE, GROUPS, PROJECTS, PROSPECTS
from clusterdesk.gui.pages.chains.tab import ChainsTab


@dataclass(frozen=True, slots=True)
class TabSpec:
    """A tab: its key, its label (msgid), and what makes it."""

    key: str
    label: str
    make: Callable[[Context], ChainsTab]


def tabs() -> tuple[TabSpec, ...]:
    """Return the tabs that exist."""
    return (
        TabSpec(CHAINS, N_("Value chains"), _chains),
        TabSpec(PROJECTS, N_("Projects"), _projects),
        TabSpec(PROSPECTS, N_("Prospecting"), _prospects),
        TabSpec(GROUPS, N_("Working groups"), _groups),
        TabSpec(EXCHANGE, N_("Offers and needs"), _exchange),
    )


def _chains(context: Context) -> ChainsTab:
    from clusterdesk.gui.pages.chains.links_tab import LinksTab

    return LinksTab(context)


def _projects(context: Context) -> ChainsTab:
    from clusterdesk.gui.pages.chains.production.tab import ProductionTab

    return ProductionTab(context)


def _prospects(context: Context) -> ChainsTab:
    from clusterdesk.gui.pages.chains.prospects.tab import ProspectsTab

    return ProspectsTab(context)


def _exchange(context: Context) -> ChainsTab:
    from clusterdesk.gui.pages.chains.exchanges.tab import ExchangeTab

    return ExchangeTab(context)


def _groups(context: Context) -> ChainsTab:
    from clusterdesk.gui.pages.groups.tab import GroupsTab

    return GroupsTab(context)
