"""What people read for the choices of value chains and production: English msgids."""

from collections.abc import Mapping
from enum import Enum

from clusterdesk.base.marks import N_
from clusterdesk.domain.records.production import ProductionStage

CHAIN_LABELS: Mapping[type[Enum], Mapping[Enum, str]] = {
    ProductionStage: {
        ProductionStage.IDEA: N_("Idea"),
        ProductionStage.RANKED: N_("Ranked"),
        ProductionStage.SET_UP: N_("Set up"),
        ProductionStage.FINANCED: N_("Financed"),
        ProductionStage.IN_PRODUCTION: N_("In production"),
        ProductionStage.ABANDONED: N_("Abandoned"),
    },
}
