"""Counting referrals: made in the year of the hand-over, succeeded in the year of a recorded positive outcome."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from statistics import median
from uuid import UUID

from clusterdesk.domain.dated_steps import in_order
from clusterdesk.domain.records.referrals import (
    Referral,
    ReferralAct,
    ReferralOutcome,
    ReferralState,
    ReferralStep,
)
from clusterdesk.domain.referrals.states import ENDED, TEAM_ACTS, WITH_TEAM

_DECIDING = TEAM_ACTS - {ReferralAct.ACKNOWLEDGED}


@dataclass(frozen=True, slots=True)
class ReferralCounts:
    """Referrals by year, and how they stand: with a team, and closed without a positive outcome."""

    made: Mapping[int, int]
    succeeded: Mapping[int, int]
    open: int
    closed_without_outcome: int


@dataclass(frozen=True, slots=True)
class AnswerFigures:
    """How a team, or all of them, answers: ``median_days`` to a decision, ``accepted`` out of ``decided``."""

    handed_over: int
    open: int
    decided: int
    accepted: int
    median_days: float | None

    @property
    def acceptance(self) -> float | None:
        """Return the share of what was decided that was taken on; ``None`` where nothing was decided."""
        return self.accepted / self.decided if self.decided else None


def counted(referrals: Iterable[Referral], as_of: date) -> ReferralCounts:
    """Count what was known on a day; what was taken back by then, or lies in the bin, is left out."""
    made: Counter[int] = Counter()
    succeeded: Counter[int] = Counter()
    opened = without = 0
    for one in referrals:
        if one.deleted or one.handed_over_on is None or one.handed_over_on > as_of or _known_later(one, as_of):
            continue
        made[one.handed_over_on.year] += 1
        positive = one.outcome not in {None, ReferralOutcome.NONE} and one.state is ReferralState.DONE
        if positive and one.outcome_on is not None and one.outcome_on <= as_of:
            succeeded[one.outcome_on.year] += 1
        elif one.state in ENDED and (one.state_on is None or one.state_on <= as_of):
            without += 1
        else:
            opened += 1
    return ReferralCounts(made, succeeded, opened, without)


def answer_figures(referrals: Iterable[Referral], steps: Iterable[ReferralStep]) -> AnswerFigures:
    """Return how the teams of some referrals answer: from the hand-over to the first word that decides."""
    first = first_decisions(steps)
    mine = [one for one in referrals if one.handed_over_on is not None and not one.deleted]
    days = []
    decided = accepted = 0
    for one in mine:
        step = first.get(one.id)
        if step is None:
            continue
        decided += 1
        accepted += step.act is not ReferralAct.DECLINED
        if one.handed_over_on is not None:
            days.append(max((step.on - one.handed_over_on).days, 0))
    waiting = sum(one.state in WITH_TEAM for one in mine)
    return AnswerFigures(len(mine), waiting, decided, accepted, median(days) if days else None)


def first_decisions(steps: Iterable[ReferralStep]) -> dict[UUID, ReferralStep]:
    """Return the first step of each referral by which a team decided: took on, declined, or did it at once."""
    found: dict[UUID, ReferralStep] = {}
    for step in in_order(steps):
        if step.act in _DECIDING:
            found.setdefault(step.referral_id, step)
    return found


def _known_later(one: Referral, as_of: date) -> bool:
    recorded_later = one.recorded_on is not None and one.recorded_on > as_of
    return recorded_later or (one.revoked_on is not None and one.revoked_on <= as_of)
