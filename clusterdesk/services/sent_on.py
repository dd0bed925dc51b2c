"""What was sent on in a year and what came back: orientations, difficulties; what was published, and who came."""

from datetime import date
from statistics import median

from clusterdesk.domain.difficulties.counting import rounds
from clusterdesk.domain.records.difficulties import Difficulty, DifficultyStep
from clusterdesk.domain.records.referrals import Referral, ReferralStep
from clusterdesk.domain.referrals import counting
from clusterdesk.domain.views.year_statistics import Participation, WentUp
from clusterdesk.services.communication import read_communication
from clusterdesk.services.turnout import read_turnout
from clusterdesk.store.desk_store import Store


def referrals_of_year(store: Store, year: int, last: date) -> WentUp:
    """Return the orientations made in a year and those that succeeded in it; open and without outcome of all of them.

    ``median_days`` is from the hand-over to the word that decides, of those handed over in the year.
    """
    every = store.find(Referral, revoked_on=None)
    count = counting.counted(every, last)
    mine = [one for one in every if one.handed_over_on is not None and one.handed_over_on.year == year]
    ids = {one.id for one in mine}
    steps = store.find(ReferralStep, referral_id=ids, revoked_on=None) if ids else []
    figures = counting.answer_figures(mine, [step for step in steps if step.on <= last])
    return WentUp(
        count.made.get(year, 0),
        figures.decided,
        count.succeeded.get(year, 0),
        count.open,
        count.closed_without_outcome,
        figures.median_days,
    )


def difficulties_of_year(store: Store, first: date, last: date) -> WentUp:
    """Return the difficulties sent up in a time, those answered in it, and how long the answers took."""
    steps: dict[object, list[DifficultyStep]] = {}
    for step in store.find(DifficultyStep, revoked_on=None):
        steps.setdefault(step.difficulty_id, []).append(step)
    up = [
        each
        for one in store.find(Difficulty, revoked_on=None)
        if one.joined_into is None
        for each in rounds(one, steps.get(one.id, ()))
        if each.sent_on <= last
    ]
    answered = [one for one in up if one.answered_on is not None and first <= one.answered_on <= last]
    days = [one.days for one in answered if one.days is not None]
    waiting = sum(one.answered_on is None or one.answered_on > last for one in up)
    sent = sum(first <= one.sent_on for one in up)
    return WentUp(sent, len(answered), 0, waiting, 0, float(median(days)) if days else None)


def published_in(store: Store, first: date, last: date) -> tuple[int, int]:
    """Return how much was published in a time, and how many organisations were featured in it."""
    rows = [row for row in read_communication(store).rows if first <= row.record.on <= last]
    return len(rows), len({one.organisation_id for row in rows for one in row.featured})


def participation_in(store: Store, year: int, last: date) -> Participation:
    """Return who came to the events held in a year up to a day: its members and partners, and who never did."""
    found = read_turnout(store, year, last)
    never = tuple(one.name for one in found.members if one.never_came) if found.held else ()
    came = [one.present for one in found.members if one.present]
    return Participation(found.held, len(found.members), len(came), sum(came), never)
