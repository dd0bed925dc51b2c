"""How long a team has been silent, and when it is reminded: beyond the usual answer time amber, then red."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from clusterdesk.domain.records.referrals import Referral, ReferralAct, ReferralState, ReferralStep
from clusterdesk.domain.referrals.states import AWAITED, WITH_TEAM


@dataclass(frozen=True, slots=True)
class SilenceRule:
    """In days: ``answer_days`` where a team has no usual answer time, ``red_days`` more until amber turns red.

    ``news_days`` is how long a team may work without a word; ``chase_days`` how long one reminder is given to act.
    """

    answer_days: int = 14
    red_days: int = 14
    news_days: int = 60
    chase_days: int = 7


class Silence(StrEnum):
    """The colour of a referral: nothing is awaited, awaited in time, late, too late."""

    NONE = "none"
    WAITING = "waiting"
    AMBER = "amber"
    RED = "red"


@dataclass(frozen=True, slots=True)
class Silent:
    """How silent a referral is on a day: days since its state began, when a word was due, and whether to chase.

    ``late_days`` is zero while in time; ``chased_on`` the last reminder.
    """

    silence: Silence = Silence.NONE
    age_days: int = 0
    due_on: date | None = None
    late_days: int = 0
    chased_on: date | None = None
    chase: bool = False


def due_on(handed_over_on: date, answer_days: int | None, rule: SilenceRule) -> date:
    """Return the day by which an answer is expected: after the team's usual days, else those of the rule."""
    return handed_over_on + timedelta(days=rule.answer_days if answer_days is None else answer_days)


def silent(referral: Referral, steps: Iterable[ReferralStep], today: date, rule: SilenceRule | None = None) -> Silent:
    """Return how silent the team of a referral is today."""
    rule = rule or SilenceRule()
    since = referral.state_on or referral.on
    age = max((today - since).days, 0)
    if referral.state not in WITH_TEAM:
        return Silent(age_days=age)
    words = sorted(one.on for one in steps if one.act is not ReferralAct.CHASED and one.act is not ReferralAct.FED_BACK)
    chases = sorted(one.on for one in steps if one.act is ReferralAct.CHASED and one.on >= since)
    chased = chases[-1] if chases else None
    due = _due(referral, words[-1] if words else since, rule)
    late = max((today - due).days, 0)
    colour = Silence.WAITING if not late else Silence.AMBER if late <= rule.red_days else Silence.RED
    quiet = chased is None or (today - chased).days >= rule.chase_days
    return Silent(colour, age, due, late, chased, chase=bool(late) and quiet)


def _due(referral: Referral, last_word: date, rule: SilenceRule) -> date:
    """Return when the next word is due: the answer first, then news of the work."""
    if referral.state in AWAITED:
        handed_over = referral.handed_over_on or last_word
        return referral.answer_due_on or due_on(handed_over, None, rule)
    return last_word + timedelta(days=rule.news_days)


def is_open(state: ReferralState) -> bool:
    """Tell whether something is still expected to happen, by us or by a team."""
    return state in WITH_TEAM or state in {ReferralState.DRAFT, ReferralState.CONSENT}
