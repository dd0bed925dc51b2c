"""What people read for the choices of value chains and production: English msgids."""

from collections.abc import Mapping
from enum import Enum

from clusterdesk.base.marks import N_
from clusterdesk.domain.records.exchange import ExchangeKind, ExchangeSide
from clusterdesk.domain.records.production import ProductionStage
from clusterdesk.domain.records.prospects import ProspectState

CHAIN_LABELS: Mapping[type[Enum], Mapping[Enum, str]] = {
    ProductionStage: {
        ProductionStage.IDEA: N_("Idea"),
        ProductionStage.RANKED: N_("Ranked"),
        ProductionStage.SET_UP: N_("Set up"),
        ProductionStage.FINANCED: N_("Financed"),
        ProductionStage.IN_PRODUCTION: N_("In production"),
        ProductionStage.ABANDONED: N_("Abandoned"),
    },
    ExchangeSide: {
        ExchangeSide.NEED: N_("Looks for"),
        ExchangeSide.OFFER: N_("Offers"),
    },
    ExchangeKind: {
        ExchangeKind.MATERIALS: N_("Materials"),
        ExchangeKind.MACHINES: N_("Machines"),
        ExchangeKind.SPACE: N_("Space"),
        ExchangeKind.HOURS: N_("Hours"),
        ExchangeKind.SKILLS: N_("Know-how"),
        ExchangeKind.OTHER: N_("Something else"),
    },
    ProspectState: {
        ProspectState.FOUND: N_("Found"),
        ProspectState.TO_CONTACT: N_("To contact"),
        ProspectState.CONTACTED: N_("Contacted"),
        ProspectState.INTERESTED: N_("Interested"),
        ProspectState.JOINED: N_("Has joined"),
        ProspectState.DECLINED: N_("Has declined"),
    },
}
