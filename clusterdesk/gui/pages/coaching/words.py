"""Values, days and states of a coaching plan in words."""

from datetime import date
from decimal import Decimal

from clusterdesk.domain.choice_labels import choice_label
from clusterdesk.domain.coaching_plan.milestones import MilestoneLine
from clusterdesk.domain.records.coaching import CoachingFileTrack, TrackOutcome, TrackStatus
from clusterdesk.domain.records.plan import FundingApplication, FundingDecision
from clusterdesk.domain.views.coaching import TrackPlan
from clusterdesk.gui.kit import Kit
from clusterdesk.gui.tokens import Tone

SOON_DAYS, FUNDING_DAYS = 14, 30
_OUTCOME_TONES = {
    TrackOutcome.ACHIEVED: Tone.OK,
    TrackOutcome.PARTLY: Tone.INFO,
    TrackOutcome.NOT_ACHIEVED: Tone.WARN,
    TrackOutcome.ABANDONED: Tone.NEUTRAL,
}
_STATUS_TONES = {
    TrackStatus.PLANNED: Tone.NEUTRAL,
    TrackStatus.ACTIVE: Tone.INFO,
    TrackStatus.PAUSED: Tone.WARN,
    TrackStatus.ENDED: Tone.NEUTRAL,
}
_DECISION_TONES = {
    FundingDecision.PREPARED: Tone.NEUTRAL,
    FundingDecision.SUBMITTED: Tone.INFO,
    FundingDecision.GRANTED: Tone.OK,
    FundingDecision.REFUSED: Tone.BAD,
    FundingDecision.WITHDRAWN: Tone.NEUTRAL,
}


def value_words(kit: Kit, value: Decimal | None, unit: str, remark: str = "") -> str:
    """Return "7,5 ETP"; the words where there is no number, "–" without both."""
    if value is None:
        return remark or "–"
    return f"{kit.formats.number(value)}\u00a0{unit}" if unit else kit.formats.number(value)


def state_chip(kit: Kit, track: CoachingFileTrack) -> tuple[str, Tone]:
    """Return what came of a track, else where its work stands."""
    if track.outcome is not None:
        return kit.t(choice_label(track.outcome)), _OUTCOME_TONES[track.outcome]
    return kit.t(choice_label(track.status)), _STATUS_TONES[track.status]


def milestone_chip(kit: Kit, line: MilestoneLine) -> tuple[tuple[str, Tone], ...]:
    """Return when a milestone was reached or is due; red where it is late, amber where it is soon."""
    one = line.milestone
    if one.done_on is not None:
        return ((kit.t("Reached {day}", day=_day(kit, one.done_on)), Tone.OK),)
    if one.due_on is None:
        return ()
    days = (one.due_on - kit.clock.today()).days
    if days < 0:
        return ((kit.t.n("{n} day late", "{n} days late", n=-days), Tone.BAD),)
    return ((_day(kit, one.due_on), Tone.WARN if days <= SOON_DAYS else Tone.NEUTRAL),)


def milestone_note(kit: Kit, line: MilestoneLine) -> str:
    """Return what is wanted and what was reached, and how many parts are done."""
    t, one, facts = kit.t, line.milestone, []
    if one.target_value is not None:
        facts.append(t("wanted: {value}", value=value_words(kit, one.target_value, one.unit)))
    if one.reached_value is not None:
        facts.append(t("reached: {value}", value=value_words(kit, one.reached_value, one.unit)))
    if line.parts:
        done, every = sum(part.is_done for part in line.parts), len(line.parts)
        facts.append(t("parts: {done} of {all}", done=kit.formats.number(done), all=kit.formats.number(every)))
    return " · ".join(facts)


def proof_lines(kit: Kit, track: TrackPlan) -> list[str]:
    """Return what proves a track, a line each: its step on the ladder and its title; what is still to obtain last."""
    t, there, wanted = kit.t, [], []
    for one in track.evidence:
        if one.wanted:
            wanted.append(t("To obtain: {title}", title=one.title))
        else:
            there.append(t("{kind} · {title}", kind=t(choice_label(one.level)), title=one.title))
    return [*there, *wanted]


def funding_chips(kit: Kit, one: FundingApplication) -> tuple[tuple[str, Tone], ...]:
    """Return the decision; while it is in preparation, the deadline where it is near."""
    chip = (kit.t(choice_label(one.decision)), _DECISION_TONES[one.decision])
    if one.decision is not FundingDecision.PREPARED or one.deadline is None:
        return (chip,)
    days = (one.deadline - kit.clock.today()).days
    if days > FUNDING_DAYS:
        return (chip,)
    words = kit.formats.relative_days(days) if days >= 0 else kit.t.n("{n} day late", "{n} days late", n=-days)
    return ((words, Tone.BAD if days < 0 else Tone.WARN),)


def _day(kit: Kit, day: date) -> str:
    same = day.year == kit.clock.today().year
    return kit.formats.day_month(day) if same else kit.formats.short_month_year(day)
