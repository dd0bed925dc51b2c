"""What may happen to a difficulty, and who approves it."""

from dataclasses import replace
from datetime import date
from itertools import product
from uuid import uuid4

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.difficulties import states
from clusterdesk.domain.difficulties.titles import title_from
from clusterdesk.domain.records.difficulties import Difficulty, DifficultyAct, DifficultyState
from clusterdesk.domain.records.lists import Profile, ProfileRole

DAY = date(2026, 11, 23)
LAWFUL = {
    ("draft", "approved"): "approved",
    ("draft", "sent_back"): "draft",
    ("approved", "sent_back"): "draft",
    ("approved", "sent"): "sent",
    ("sent", "answered"): "answered",
    ("answered", "fed_back"): "fed_back",
    ("fed_back", "fed_back"): "fed_back",
    ("fed_back", "closed"): "closed",
    ("answered", "reopened"): "draft",
    ("fed_back", "reopened"): "draft",
    ("closed", "reopened"): "draft",
}


def _at(state: DifficultyState) -> Difficulty:
    return Difficulty(title="Délai du permis", on=DAY, state=state)


@pytest.mark.parametrize(("state", "act"), list(product(DifficultyState, states.MOVES)))
def test_only_the_lawful_moves_are_possible_and_the_others_say_what_is(
    state: DifficultyState, act: DifficultyAct
) -> None:
    wanted = LAWFUL.get((state.value, act.value))
    if wanted is not None:
        assert states.moved(_at(state), act, DAY).state == wanted
        assert act in states.moves_from(_at(state))
        return
    assert act not in states.moves_from(_at(state))
    with pytest.raises(KnownError) as refused:
        states.moved(_at(state), act, DAY)
    assert refused.value.code == "difficulty_move"
    assert refused.value.advice


def test_one_that_was_joined_or_binned_makes_no_moves() -> None:
    for gone, code in ((replace(_at(DifficultyState.DRAFT), joined_into=uuid4()), "difficulty_joined"),):
        assert states.moves_from(gone) == ()
        with pytest.raises(KnownError) as refused:
            states.moved(gone, DifficultyAct.APPROVED, DAY)
        assert refused.value.code == code
    binned = replace(_at(DifficultyState.DRAFT), deleted=True)
    assert states.moves_from(binned) == ()
    with pytest.raises(KnownError, match="in the bin"):
        states.moved(binned, DifficultyAct.APPROVED, DAY)


def test_taken_up_again_it_is_as_never_answered() -> None:
    closed = replace(
        _at(DifficultyState.CLOSED),
        approved_by="Inès",
        approved_on=DAY,
        sent_on=DAY,
        answered_on=DAY,
        closed_on=DAY,
        answer="Non",
        result="Rien",
    )
    again = states.moved(closed, DifficultyAct.REOPENED, date(2026, 12, 1))
    assert states.is_new(again)
    assert (again.answer, again.result, again.state_on) == ("", "", date(2026, 12, 1))


def test_an_edit_writes_nothing_that_only_a_move_may_say() -> None:
    draft = _at(DifficultyState.DRAFT)
    states.check_edit(draft, replace(draft, title="Autre", happens="…", remark="…"))
    for after in (
        replace(draft, state=DifficultyState.CLOSED),
        replace(draft, sent_on=DAY),
        replace(draft, answer="Oui"),
        replace(draft, result="Oui"),
    ):
        with pytest.raises(KnownError) as refused:
            states.check_edit(draft, after)
        assert refused.value.code == "moved_only"
    with pytest.raises(KnownError):
        states.check_new(_at(DifficultyState.SENT))


def test_what_was_approved_stays_as_it_was_approved() -> None:
    approved = _at(DifficultyState.APPROVED)
    with pytest.raises(KnownError) as refused:
        states.check_edit(approved, replace(approved, happens="Tout autre chose"))
    assert refused.value.code == "difficulty_approved"
    states.check_edit(approved, replace(approved, theme_id=uuid4(), remark="interne"))


def test_a_director_approves_and_anybody_where_there_is_none() -> None:
    team = [Profile(name="Claire Dubois"), Profile(name="Inès Vervoort", role=ProfileRole.DIRECTOR)]
    assert states.approver("ines vervoort", team) == "Inès Vervoort"
    assert states.approver("", team) == "Inès Vervoort"
    with pytest.raises(KnownError, match="no director"):
        states.approver("Claire Dubois", team)
    assert states.approver("Claire Dubois", team[:1]) == "Claire Dubois"
    with pytest.raises(KnownError, match="by name"):
        states.approver("", team[:1])


def test_a_difficulty_goes_only_into_one_that_is_as_far_on() -> None:
    draft, sent = _at(DifficultyState.DRAFT), _at(DifficultyState.SENT)
    states.check_join(draft, sent)
    for first, second in ((sent, draft), (draft, draft)):
        with pytest.raises(KnownError):
            states.check_join(first, second)


def test_the_first_sentence_is_the_title() -> None:
    assert title_from("", "Le permis traîne. On attend.") == "Le permis traîne"
    long = title_from("mot " * 60)
    assert len(long) <= 91
    assert long.endswith("mot…")
    assert title_from(" ", "\n") == ""
