"""The level that answers give, what blocks the next one, and what always holds."""

from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.domain.industrialisation.maturity import (
    LEVEL_NAMES,
    LEVELS,
    in_order,
    lifting_action,
    maturity,
    reply_changes,
)
from clusterdesk.domain.records.industrialisation import MrlQuestion, MrlReply
from tests.domain.industrialisation.making import all_yes, ladder, question, question_lists, replies


@pytest.mark.parametrize("level", range(11))
def test_the_level_is_the_highest_one_answered_yes_with_all_below(level: int) -> None:
    questions = ladder()
    found = maturity(questions, all_yes(questions, level))
    assert found.level == level
    assert (found.blocking.level if found.blocking else None) == (level + 1 if level < 10 else None)
    assert (found.answered, found.asked) == (2 * level, 20)


def test_a_no_below_blocks_whatever_is_answered_above() -> None:
    questions = ladder()
    given_replies = all_yes(questions, 10) | {questions[4].id: MrlReply.NO}  # the first question of level 3
    found = maturity(questions, given_replies)
    assert (found.level, found.blocking) == (2, questions[4])
    assert found.open == (questions[4],)


@pytest.mark.parametrize("reply", [MrlReply.NO, MrlReply.UNKNOWN, MrlReply.NOT_APPLICABLE])
def test_only_yes_reaches_a_level_of_what_is_asked_of_everybody(reply: MrlReply) -> None:
    one = question(1)
    assert maturity([one], {one.id: reply}).level == 0


def test_a_circular_question_may_not_apply() -> None:
    one = question(1, circular=True)
    assert maturity([one], {one.id: MrlReply.NOT_APPLICABLE}).level == 1
    assert maturity([one], {one.id: MrlReply.NO}).level == 0


def test_nothing_asked_is_nothing_reached_and_a_level_without_questions_is_passed_over() -> None:
    assert maturity([], {}).level == 0
    first, third = question(1), question(3)
    unused = question(2, active=False)
    outside = question(0)
    questions = [third, unused, first, outside]
    assert in_order(questions) == (first, third)
    assert maturity(questions, {first.id: MrlReply.YES}).level == 1
    assert maturity(questions, {first.id: MrlReply.YES, third.id: MrlReply.YES}).level == 3


def test_what_changed_is_told_in_the_order_of_the_questions() -> None:
    one, two = question(2), question(1)
    before = {one.id: MrlReply.NO}
    after = {one.id: MrlReply.YES, two.id: MrlReply.UNKNOWN}
    (change,) = reply_changes([one, two], before, after)
    assert (change.question_id, change.before, change.after) == (one.id, MrlReply.NO, MrlReply.YES)


def test_the_lifting_action_is_in_the_language_asked_for_or_in_french_or_the_question_itself() -> None:
    full = MrlQuestion(key="k", name_fr="Question", action_fr="Faire", action_nl="Doen")
    assert lifting_action(full, "nl") == "Doen"
    assert lifting_action(full, "en") == "Faire"
    assert lifting_action(MrlQuestion(key="k", name_fr="Question", name_nl="Vraag"), "nl") == "Vraag"


def test_each_level_has_a_name() -> None:
    assert set(LEVEL_NAMES) == {0, *LEVELS}


@given(question_lists, st.data())
def test_answering_more_yes_never_lowers_the_level(questions: list[MrlQuestion], data: st.DataObject) -> None:
    before: dict[UUID, MrlReply] = {one.id: data.draw(replies) for one in questions}
    after = {key: data.draw(st.sampled_from((reply, MrlReply.YES))) for key, reply in before.items()}
    assert maturity(questions, after).level >= maturity(questions, before).level


@given(question_lists, st.data())
def test_the_order_of_questions_and_answers_is_irrelevant(questions: list[MrlQuestion], data: st.DataObject) -> None:
    given_replies = [(one.id, data.draw(replies)) for one in questions]
    shuffled = data.draw(st.permutations(given_replies))
    mixed = data.draw(st.permutations(questions))
    one, other = maturity(questions, dict(given_replies)), maturity(mixed, dict(shuffled))
    assert (one.level, one.answered, one.asked) == (other.level, other.answered, other.asked)
    assert (one.blocking is None) == (other.blocking is None)


@given(question_lists, st.data())
def test_what_blocks_is_not_answered_yes_and_everything_below_is(
    questions: list[MrlQuestion], data: st.DataObject
) -> None:
    given_replies = {one.id: data.draw(replies) for one in questions}
    found = maturity(questions, given_replies)
    assert 0 <= found.level <= 10
    if found.blocking is not None:
        assert given_replies[found.blocking.id] is not MrlReply.YES
        assert found.blocking.level > found.level
    for one in in_order(questions):
        if one.level <= found.level:
            assert given_replies[one.id] in (MrlReply.YES, MrlReply.NOT_APPLICABLE)
