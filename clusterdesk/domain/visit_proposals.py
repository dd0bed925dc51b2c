"""Whom to see this week, and why: a rule that can be read, and whose every point is explained.

Each provider looks at one organisation and gives reasons with a weight; the weights add up. Reasons of another kind
(figures that are due, say) become part of the rule by one more line in ``PROVIDERS``.

====================================  =======================================================================
a next step was agreed for this week  40, and 2 more for each week it is overdue (at most 20)
the usual rhythm has passed           25, and 1 more for each week over it (at most 15)
silent for long, or never met         30, and 1 more for each further 15 days (at most 20)
we owe something that is late         20, and 3 more for each further promise (at most 10)
they owe something that is late       15, and 3 more for each further promise (at most 10)
a document that proves is wanted      15, and 5 more for each further one (at most 10)
close to a visit planned that week    10 within the postcode, 6 in a neighbouring one
====================================  =======================================================================

Closeness alone proposes nobody. Who has a visit ahead is not proposed.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

from clusterdesk.domain.figures.periods import last_day
from clusterdesk.domain.neighbourhood import is_near
from clusterdesk.domain.views.week import Proposal, Reason, ReasonKind, WeekVisit

FEWEST_CONTACTS = 3
SHORTEST_RHYTHM, LONGEST_RHYTHM = 14, 180
_SAME_PLACE, _NEXT_PLACE = 10, 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """What is known of an organisation that might be seen.

    ``contacts``, ``first_contact_on``: the sessions held in the last two years, and the first of them.
    ``next_step_on``: what was agreed in the last session, for a day. ``we_owe``, ``they_owe``: promises that are late.
    """

    organisation_id: UUID
    name: str
    postcode: str = ""
    city: str = ""
    has_open_file: bool = False
    is_member: bool = False
    last_contact_on: date | None = None
    first_contact_on: date | None = None
    contacts: int = 0
    next_step: str = ""
    next_step_on: date | None = None
    we_owe: int = 0
    they_owe: int = 0
    oldest_due_on: date | None = None
    evidence: tuple[str, ...] = ()
    figures: tuple[str, ...] = ()  # the periods whose figures are due, one for each ledger


@dataclass(frozen=True, slots=True)
class Horizon:
    """What the rule looks at besides the organisation: the day, the last day of the week, the visits planned."""

    today: date
    until: date
    silent_after_days: int = 90
    visits: tuple[WeekVisit, ...] = ()


type Provider = Callable[[Candidate, Horizon], Iterable[Reason]]


def propose(candidates: Iterable[Candidate], horizon: Horizon) -> list[Proposal]:
    """Return whom to see, the weightiest first; among equals who was met longest ago, then by name."""
    found = [proposal for one in candidates if (proposal := _proposal(one, horizon)) is not None]
    return sorted(found, key=_rank)


def usual_rhythm(one: Candidate) -> int | None:
    """Return the mean number of days between the contacts of two years, from three contacts on; else ``None``."""
    if one.contacts < FEWEST_CONTACTS or one.first_contact_on is None or one.last_contact_on is None:
        return None
    days = (one.last_contact_on - one.first_contact_on).days // (one.contacts - 1)
    return min(max(days, SHORTEST_RHYTHM), LONGEST_RHYTHM)


def agreed_step(one: Candidate, horizon: Horizon) -> Iterator[Reason]:
    """A next step was agreed for a day up to the end of the week."""
    on = one.next_step_on
    if one.next_step.strip() and on is not None and on <= horizon.until:
        late = max((horizon.today - on).days, 0)
        points = 40 + min(2 * (late // 7), 20)
        yield Reason(ReasonKind.NEXT_STEP, points, days=late, text=one.next_step.strip(), on=on)


def rhythm(one: Candidate, horizon: Horizon) -> Iterator[Reason]:
    """More time than usual will have passed, though not so much that it counts as silence."""
    usual = usual_rhythm(one)
    if not one.has_open_file or usual is None or one.last_contact_on is None:
        return
    over = (horizon.until - one.last_contact_on).days - usual
    if over >= 0 and not _is_silent(one, horizon):
        yield Reason(ReasonKind.RHYTHM, 25 + min(over // 7, 15), days=usual)


def silence(one: Candidate, horizon: Horizon) -> Iterator[Reason]:
    """A member, or somebody with an open file, was not met for long, or never."""
    if not (one.is_member or one.has_open_file):
        return
    if one.last_contact_on is None:
        yield Reason(ReasonKind.NEVER_MET, 30)
    elif _is_silent(one, horizon):
        days = (horizon.today - one.last_contact_on).days
        yield Reason(ReasonKind.SILENT, 30 + min((days - horizon.silent_after_days) // 15, 20), days=days)


def promises(one: Candidate, horizon: Horizon) -> Iterator[Reason]:
    """Something promised on either side is late."""
    late = (horizon.today - one.oldest_due_on).days if one.oldest_due_on else 0
    if one.we_owe:
        yield Reason(ReasonKind.WE_OWE, 20 + min(3 * (one.we_owe - 1), 10), days=late, count=one.we_owe)
    if one.they_owe:
        yield Reason(ReasonKind.THEY_OWE, 15 + min(3 * (one.they_owe - 1), 10), days=late, count=one.they_owe)


def evidence(one: Candidate, _horizon: Horizon) -> Iterator[Reason]:
    """A document that would prove a result is still wanted."""
    if one.evidence:
        count = len(one.evidence)
        yield Reason(ReasonKind.EVIDENCE, 15 + min(5 * (count - 1), 10), count=count, text=one.evidence[0])


def figures(one: Candidate, horizon: Horizon) -> Iterator[Reason]:
    """Figures that should be there are not; the longer ago their period has ended, the more it weighs."""
    if one.figures:
        days = max((horizon.today - last_day(period)).days for period in one.figures)
        points = 10 + min(days // 15, 5)
        yield Reason(ReasonKind.FIGURES, points, days=days, count=len(one.figures), text=one.figures[0])


PROVIDERS: tuple[Provider, ...] = (agreed_step, silence, rhythm, promises, evidence, figures)
"""The rule: which reasons are looked for."""


def _proposal(one: Candidate, horizon: Horizon) -> Proposal | None:
    reasons = [reason for provider in PROVIDERS for reason in provider(one, horizon)]
    if not reasons:
        return None
    proposal = Proposal(
        organisation_id=one.organisation_id,
        organisation=one.name,
        postcode=one.postcode,
        city=one.city,
        reasons=tuple(sorted(reasons, key=_weight)),
        last_contact_on=one.last_contact_on,
    )
    close = _close_visit(one.postcode, horizon.visits, horizon.today)
    if close is None:
        return proposal
    points = _SAME_PLACE if close.postcode == one.postcode else _NEXT_PLACE
    near = Reason(ReasonKind.NEAR, points, text=close.organisation, on=close.on)
    return replace(proposal, reasons=(*proposal.reasons, near), suggested_on=close.on)


def _close_visit(postcode: str, visits: Sequence[WeekVisit], today: date) -> WeekVisit | None:
    """Return a visit still to come to combine with: in the same postcode rather than next to it, the first one."""
    close = [one for one in visits if one.is_planned and one.on >= today and is_near(postcode, one.postcode)]
    same = [one for one in close if one.postcode == postcode]
    return next(iter(same or close), None)


def _is_silent(one: Candidate, horizon: Horizon) -> bool:
    return one.last_contact_on is not None and one.last_contact_on < horizon.today - timedelta(
        days=horizon.silent_after_days
    )


def _weight(reason: Reason) -> int:
    return -reason.points


def _rank(proposal: Proposal) -> tuple[int, date, str]:
    return -proposal.points, proposal.last_contact_on or date.min, proposal.organisation.casefold()
