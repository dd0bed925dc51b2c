"""The record types of the work that many do together, each area in a module of its own."""

from clusterdesk.domain.chain_types import CHAIN_TYPES
from clusterdesk.domain.group_types import GROUP_TYPES
from clusterdesk.domain.programme_types import PROGRAMME_TYPES
from clusterdesk.domain.record_type import RecordType
from clusterdesk.domain.strategy_types import STRATEGY_TYPES
from clusterdesk.domain.vision_types import VISION_TYPES

COLLECTIVE_TYPES: tuple[RecordType, ...] = (
    *STRATEGY_TYPES,
    *GROUP_TYPES,
    *PROGRAMME_TYPES,
    *CHAIN_TYPES,
    *VISION_TYPES,
)
