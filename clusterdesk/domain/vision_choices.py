"""What people read for the choices of the common vision: English msgids."""

from collections.abc import Mapping
from enum import Enum

from clusterdesk.base.marks import N_
from clusterdesk.domain.records.vision import VisionStage

VISION_LABELS: Mapping[type[Enum], Mapping[Enum, str]] = {
    VisionStage: {
        VisionStage.SCOPE: N_("Scope"),
        VisionStage.COLLECTION: N_("Collection of information"),
        VisionStage.WORKING_GROUPS: N_("Working groups"),
        VisionStage.SHAPING: N_("Shaping"),
        VisionStage.PUBLISHED: N_("Published"),
    },
}
