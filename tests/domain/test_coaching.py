"""What a coaching action is, and when attribution starts."""

from dataclasses import replace
from datetime import date

import pytest

from clusterdesk.base.ids import new_id
from clusterdesk.domain.choice_labels import choice_label, choices_of
from clusterdesk.domain.coaching import attribution, first_coaching_action, is_coaching_action, months_later
from clusterdesk.domain.fields import Kind
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.sessions import Session, SessionKind, SessionState

HELD = Session(
    organisation_id=new_id(), coaching_file_id=new_id(), on=date(2026, 3, 2), state=SessionState.HELD
)  # fmt: skip


def test_a_held_visit_with_a_trace_and_a_file_is_one() -> None:
    assert is_coaching_action(HELD, has_trace=True)


@pytest.mark.parametrize(
    "other",
    [
        replace(HELD, kind=SessionKind.MAIL),
        replace(HELD, state=SessionState.PLANNED),
        replace(HELD, state=SessionState.CANCELLED),
        replace(HELD, coaching_file_id=None),
        replace(HELD, deleted=True),
        replace(HELD, revoked_on=date(2026, 4, 1)),
    ],
)
def test_anything_less_is_none(other: Session) -> None:
    assert not is_coaching_action(other, has_trace=True)
    assert not is_coaching_action(HELD, has_trace=False)


def test_an_earlier_report_sees_what_was_known_then() -> None:
    late = replace(HELD, recorded_on=date(2026, 5, 4), revoked_on=date(2026, 6, 1))
    assert not is_coaching_action(late, has_trace=True, as_of=date(2026, 5, 3))
    assert is_coaching_action(late, has_trace=True, as_of=date(2026, 5, 4))
    assert not is_coaching_action(late, has_trace=True, as_of=date(2026, 6, 1))


def test_the_earliest_coaching_action_starts_attribution() -> None:
    later = replace(HELD, id=new_id(), on=date(2026, 4, 1))
    untraced = replace(HELD, id=new_id(), on=date(2026, 1, 5))
    first = first_coaching_action([later, HELD, untraced], {later.id, HELD.id})
    assert first == date(2026, 3, 2)
    window = attribution(first, date(2026, 6, 30))
    assert window is not None
    assert not window.covers(date(2026, 3, 2))
    assert window.covers(date(2026, 3, 3))
    assert window.covers(date(2027, 6, 30))
    assert not window.covers(date(2027, 7, 1))
    assert attribution(None, None) is None


@pytest.mark.parametrize(
    ("day", "months", "wanted"),
    [
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2026, 8, 31), 1, date(2026, 9, 30)),
    ],
)
def test_the_same_day_some_months_later(day: date, months: int, wanted: date) -> None:
    assert months_later(day, months) == wanted


def test_every_choice_of_every_field_has_words() -> None:
    kinds = {
        spec.choices for kind in RECORD_TYPES.values() for spec in kind.fields.values() if spec.kind is Kind.CHOICE
    }
    for choices in kinds:
        assert choices is not None
        assert [choice_label(one) for one in choices] == list(choices_of(choices).values())
