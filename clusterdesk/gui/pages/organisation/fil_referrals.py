"""A day of an orientation in the Fil: its chip says what happened last, the body who did it and what was said."""

from collections.abc import Mapping

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.records.referrals import ReferralAct
from clusterdesk.domain.referrals.states import MOVES
from clusterdesk.domain.views.timeline import ReferralDay, ReferralEvent
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.pages.referral.words import STATE_TONES, outcome_words
from clusterdesk.gui.tokens import Tone

# The acts that keep the state, or lead to more than one.
_TONES: Mapping[ReferralAct, Tone] = {ReferralAct.CHASED: Tone.WARN, ReferralAct.REOPENED: Tone.INFO}


def day_mark(kit: Kit, day: ReferralDay) -> tuple[str, Tone]:
    """Return what happened last on that day; a move of the state goes before a word that changes none."""
    acts = [one.act for one in day.events]
    act = next((one for one in reversed(acts) if _moves(one)), acts[-1])
    end = MOVES[act].end if act in MOVES else None
    return kit.t(choice_label(act)), _TONES.get(act, STATE_TONES[end] if end is not None else Tone.NEUTRAL)


def day_body(kit: Kit, day: ReferralDay) -> str:
    """Return what happened on that day; where it is one thing only, the chip says what it was."""
    events = day.events
    if len(events) == 1:
        return _facts(kit, day, events[0]) or _sentence_of(kit, events[0])
    return " – ".join(_told(kit, day, one) for one in events)


def _told(kit: Kit, day: ReferralDay, event: ReferralEvent) -> str:
    what, facts = _sentence_of(kit, event), _facts(kit, day, event)
    return kit.t("{what}: {facts}", what=what, facts=facts) if facts else what


def _facts(kit: Kit, day: ReferralDay, event: ReferralEvent) -> str:
    facts = [event.by, event.words]
    if event.act is ReferralAct.HANDED_OVER:
        facts.insert(0, day.team)
    if event.act is ReferralAct.DONE and day.record.outcome is not None:
        facts.insert(0, outcome_words(kit, day.record))
    return " · ".join(one for one in facts if one)


def _sentence_of(kit: Kit, event: ReferralEvent) -> str:
    return kit.t(choice_label(event.act))


def _moves(act: ReferralAct) -> bool:
    return act is ReferralAct.REOPENED or (act in MOVES and MOVES[act].end is not None)
