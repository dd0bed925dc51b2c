"""Events of the programme in the Fil: what the organisation had to do with each."""

from collections.abc import Mapping

from clusterdesk.base.marks import N_
from clusterdesk.domain.records.groups import GatheringState
from clusterdesk.domain.views.timeline import TimelineEntry
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone

_MARKS: Mapping[str, tuple[str, Tone]] = {
    "hosted": (N_("Hosted"), Tone.OK),
    "present": (N_("Present"), Tone.OK),
    "excused": (N_("Excused"), Tone.INFO),
    "absent": (N_("Absent"), Tone.WARN),
    "registered": (N_("Registered"), Tone.INFO),
}


def event_mark(kit: Kit, entry: TimelineEntry) -> tuple[str, Tone]:
    """Return how the organisation took part, or that the event was called off."""
    t = kit.t
    if entry.state == GatheringState.CANCELLED:
        return t("Event called off"), Tone.NEUTRAL
    words, tone = _MARKS[entry.detail.partition(" ")[2]]
    return t(words), tone
