"""The states of what was sent on, as marks in the Fil: difficulties and orientations."""

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.referrals import ReferralState
from clusterdesk.domain.views.timeline import TimelineEntry, TimelineKind
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.difficulties.words import state_mark
from clusterdesk.gui.pages.referral.words import STATE_TONES
from clusterdesk.gui.tokens import Tone

SENT_ON = frozenset({TimelineKind.DIFFICULTY, TimelineKind.REFERRAL})


def sent_on_mark(kit: Kit, entry: TimelineEntry) -> tuple[str, Tone]:
    """Return the state of a difficulty or an orientation, and its tone."""
    if entry.kind is TimelineKind.DIFFICULTY:
        return state_mark(kit, entry.state)
    state = ReferralState(entry.state)
    return kit.t(choice_label(state)), STATE_TONES[state]
