"""Working groups in the Fil: a seat in one, and the meetings an organisation came to or missed."""

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.groups import Presence
from clusterdesk.domain.views.timeline import TimelineEntry, TimelineKind
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.groups.words import PRESENCE_TONES
from clusterdesk.gui.tokens import Tone

FIL_OF_GROUPS = frozenset({TimelineKind.GROUP, TimelineKind.GROUP_MEETING})


def group_title(kit: Kit, entry: TimelineEntry) -> str:
    """Return the group, and that it sits in it or met."""
    if entry.kind is TimelineKind.GROUP:
        return kit.t("Sits in the group · {title}", title=entry.title)
    return kit.t("Meeting of the group · {title}", title=entry.title)


def group_body(kit: Kit, entry: TimelineEntry) -> str:
    """Return the role and until when, of a seat; what a meeting was called."""
    if entry.kind is TimelineKind.GROUP_MEETING or not entry.detail:
        return entry.body
    until = kit.t("until {day}", day=kit.formats.partial(PartialDate(entry.detail)))
    return kit.t("{kind} · {title}", kind=entry.body, title=until) if entry.body else until


def group_mark(kit: Kit, entry: TimelineEntry) -> tuple[str, Tone]:
    """Return whether somebody of the organisation came."""
    if entry.kind is TimelineKind.GROUP or not entry.detail:
        return "", Tone.NEUTRAL
    presence = Presence(entry.detail)
    return kit.t(choice_label(presence)), PRESENCE_TONES[presence]
