"""What was sent on, in the Fil: the state of a difficulty, the day of an orientation; how one took part in an event."""

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.referrals import ReferralState
from clusterdesk.domain.views.timeline import TimelineEntry, TimelineKind
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.difficulties.words import state_mark
from clusterdesk.gui.pages.organisation.fil_events import event_mark
from clusterdesk.gui.pages.organisation.fil_referrals import day_body, day_mark
from clusterdesk.gui.pages.referral.words import STATE_TONES
from clusterdesk.gui.tokens import Tone

SENT_ON = frozenset({TimelineKind.DIFFICULTY, TimelineKind.REFERRAL, TimelineKind.EVENT})


def sent_on_mark(kit: Kit, entry: TimelineEntry) -> tuple[str, Tone]:
    """Return the state of a difficulty, what happened to an orientation that day, or how one took part; its tone."""
    if entry.referral is not None and entry.referral.events:
        return day_mark(kit, entry.referral)
    if entry.kind is TimelineKind.DIFFICULTY:
        return state_mark(kit, entry.state)
    if entry.kind is TimelineKind.EVENT:
        return event_mark(kit, entry)
    state = ReferralState(entry.state)
    return kit.t(choice_label(state)), STATE_TONES[state]


def sent_on_body(kit: Kit, entry: TimelineEntry) -> str:
    """Return what happens, of a difficulty; of an orientation, what happened to it that day."""
    day = entry.referral
    return day_body(kit, day) if day is not None and day.events else entry.body
