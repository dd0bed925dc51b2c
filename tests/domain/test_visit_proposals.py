"""The rule that says whom to see: each reason, its weight, what combines."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from clusterdesk.base.ids import new_id
from clusterdesk.domain.agenda import Slot, free_hours, nearest
from clusterdesk.domain.neighbourhood import _NEAR, is_near
from clusterdesk.domain.records.sessions import SessionKind, SessionState
from clusterdesk.domain.views.week import ReasonKind, Week, WeekVisit
from clusterdesk.domain.visit_proposals import Candidate, Horizon, propose, usual_rhythm

TODAY = date(2026, 11, 23)  # a Monday
FRIDAY = date(2026, 11, 27)
HORIZON = Horizon(TODAY, FRIDAY)


def _one(**known: object) -> Candidate:
    facts = {"is_member": True, "last_contact_on": TODAY - timedelta(days=20), **known}
    return Candidate(organisation_id=new_id(), name=str(facts.pop("name", "Noord")), **facts)  # type: ignore[arg-type]


def _visit(postcode: str, on: date = FRIDAY, *, state: SessionState = SessionState.PLANNED) -> WeekVisit:
    return WeekVisit(new_id(), new_id(), "Feutrelle", SessionKind.VISIT, state, on, time(14), postcode=postcode)


def _reasons(one: Candidate, horizon: Horizon = HORIZON) -> dict[ReasonKind, int]:
    found = propose([one], horizon)
    return {reason.kind: reason.points for reason in found[0].reasons} if found else {}


def test_nobody_without_a_reason() -> None:
    assert _reasons(_one()) == {}


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"next_step": "Devis", "next_step_on": FRIDAY}, {ReasonKind.NEXT_STEP: 40}),
        ({"next_step": "Devis", "next_step_on": FRIDAY + timedelta(days=3)}, {}),
        ({"next_step": "Devis", "next_step_on": TODAY - timedelta(days=14)}, {ReasonKind.NEXT_STEP: 44}),
        ({"next_step": "Devis", "next_step_on": TODAY - timedelta(days=400)}, {ReasonKind.NEXT_STEP: 60}),
        ({"next_step": " ", "next_step_on": FRIDAY}, {}),
        ({"last_contact_on": TODAY - timedelta(days=90)}, {}),
        ({"last_contact_on": TODAY - timedelta(days=91)}, {ReasonKind.SILENT: 30}),
        ({"last_contact_on": TODAY - timedelta(days=120)}, {ReasonKind.SILENT: 32}),
        ({"last_contact_on": None}, {ReasonKind.NEVER_MET: 30}),
        ({"last_contact_on": None, "is_member": False}, {}),
        ({"we_owe": 1, "oldest_due_on": TODAY - timedelta(days=3)}, {ReasonKind.WE_OWE: 20}),
        ({"we_owe": 2, "they_owe": 9}, {ReasonKind.WE_OWE: 23, ReasonKind.THEY_OWE: 25}),
        ({"evidence": ("Bilan",)}, {ReasonKind.EVIDENCE: 15}),
        ({"evidence": ("Bilan",) * 9}, {ReasonKind.EVIDENCE: 25}),
        ({"figures": ("2026-10",)}, {ReasonKind.FIGURES: 11}),
        ({"figures": ("2025", "2026-10")}, {ReasonKind.FIGURES: 15}),
    ],
)
def test_reasons_and_their_weight(known: dict[str, object], expected: dict[ReasonKind, int]) -> None:
    assert _reasons(_one(**known)) == expected


def test_the_usual_rhythm_is_the_mean_of_two_years() -> None:
    monthly = _one(
        has_open_file=True,
        contacts=4,
        first_contact_on=TODAY - timedelta(days=118),
        last_contact_on=TODAY - timedelta(days=28),
    )
    assert usual_rhythm(monthly) == 30
    assert _reasons(monthly) == {ReasonKind.RHYTHM: 25}
    assert _reasons(replace(monthly, has_open_file=False)) == {}
    assert _reasons(replace(monthly, contacts=2)) == {}
    assert _reasons(monthly, replace(HORIZON, until=TODAY)) == {}


def test_silence_says_it_and_the_rhythm_is_not_said_too() -> None:
    quiet = _one(
        has_open_file=True,
        contacts=3,
        first_contact_on=TODAY - timedelta(days=200),
        last_contact_on=TODAY - timedelta(days=100),
    )
    assert set(_reasons(quiet)) == {ReasonKind.SILENT}


def test_closeness_adds_a_day_but_proposes_nobody_alone() -> None:
    near = replace(HORIZON, visits=(_visit("1080"), _visit("1070", TODAY)))
    assert propose([_one(postcode="1070")], near) == []
    (found,) = propose([_one(postcode="1070", we_owe=1)], near)
    assert (found.reasons[-1].kind, found.reasons[-1].points, found.suggested_on) == (ReasonKind.NEAR, 10, TODAY)
    (next_to_it,) = propose([_one(postcode="1060", we_owe=1)], near)
    assert (next_to_it.reasons[-1].points, next_to_it.suggested_on) == (6, TODAY)
    (far,) = propose([_one(postcode="4000", we_owe=1)], near)
    assert far.suggested_on is None
    past = replace(near, visits=(_visit("1070", state=SessionState.HELD), _visit("1070", TODAY - timedelta(days=1))))
    assert propose([_one(postcode="1070", we_owe=1)], past)[0].suggested_on is None


def test_the_weightiest_comes_first_then_who_was_met_longest_ago() -> None:
    ranked = propose(
        [
            _one(name="c", we_owe=1, last_contact_on=TODAY - timedelta(days=5)),
            _one(name="b", we_owe=1, last_contact_on=TODAY - timedelta(days=9)),
            _one(name="a", they_owe=1),
            _one(name="d", we_owe=1, evidence=("Bilan",)),
        ],
        HORIZON,
    )
    assert [one.organisation for one in ranked] == ["d", "b", "c", "a"]


def test_neighbours_are_mutual() -> None:
    assert all((other, one) in _NEAR for one, other in _NEAR)
    assert is_near("1020", "1020")
    assert is_near("1190", "1070")
    assert not is_near("1020", "1190")
    assert is_near("4000", "4005")
    assert not is_near("4000", "4100")
    assert not is_near("1070", "1071")  # listed ones touch as listed, whatever their digits
    assert not is_near("", "")


def test_free_hours_leave_time_to_get_there() -> None:
    assert free_hours([]) == (time(9), time(10, 30), time(13, 30), time(15), time(16, 30))
    assert free_hours([Slot(time(10), 60)]) == (time(13, 30), time(15), time(16, 30))
    assert free_hours([Slot(time(9), 240)], after=time(14)) == (time(15), time(16, 30))
    assert nearest(free_hours([Slot(time(14), 60)]), time(14)) == time(16, 30)


def test_a_week_shows_its_weekend_only_when_used() -> None:
    saturday = TODAY + timedelta(days=5)
    assert len(Week(TODAY, TODAY).days) == 5
    week = Week(TODAY, TODAY, (_visit("1000", saturday),))
    assert week.days[-1] == saturday
    assert week.hours_left(saturday, time(8), near="Feutrelle")[0] == time(16, 30)
    assert week.hours_left(TODAY, time(17)) == ()
