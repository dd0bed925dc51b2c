"""What people read for the choices of the work that many do together, each area in a module of its own."""

from collections.abc import Mapping
from enum import Enum

from clusterdesk.domain.group_choices import GROUP_LABELS
from clusterdesk.domain.programme_choices import PROGRAMME_LABELS
from clusterdesk.domain.strategy_choices import STRATEGY_LABELS
from clusterdesk.domain.vision_choices import VISION_LABELS

COLLECTIVE_LABELS: Mapping[type[Enum], Mapping[Enum, str]] = {
    **STRATEGY_LABELS,
    **GROUP_LABELS,
    **PROGRAMME_LABELS,
    **VISION_LABELS,
}
