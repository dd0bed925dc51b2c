"""Whatever meets whatever: no roll-up tells of less than three organisations, nor lets them be reckoned."""

from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clusterdesk.domain.commands.difficulty_papers import PaperWanted
from clusterdesk.domain.difficulties.cells import LEAST
from clusterdesk.domain.records.lists import ValueChain
from clusterdesk.domain.records.organisations import Organisation, OrganisationValueChain
from clusterdesk.domain.set_members import set_member_id
from clusterdesk.domain.views.difficulty_papers import DifficultyPaper, Met
from clusterdesk.services.difficulty_papers import difficulty_paper
from clusterdesk.store.desk_store import Store
from tests.factories import add, make_organisation
from tests.field import note

pytestmark = pytest.mark.slow

_THEMES = ("permit", "space", "energy")
_POSTCODES = ("1070", "1190", "1000")
_MANY = 12
_NOTED = st.lists(
    st.tuples(st.sampled_from(_THEMES), st.sets(st.integers(0, _MANY - 1), max_size=8)), min_size=1, max_size=6
)


def companies(store: Store) -> list[Organisation]:
    """Return the companies of the binder, made once: three value chains in three municipalities, some of none."""
    found = store.find(Organisation)
    if found:
        return found
    chains = store.find(ValueChain)
    for place in range(_MANY):
        one = make_organisation(store, f"Atelier Zyx{place}orn", postcode=_POSTCODES[place * 5 % 7 % 3])
        if place % 5:
            ends = {"organisation_id": one.id, "value_chain_id": chains[place % 3].id}
            member = set_member_id("organisation_value_chain", ends)
            add(store, OrganisationValueChain(id=member, organisation_id=one.id, value_chain_id=chains[place % 3].id))
    return store.find(Organisation)


def check_met(met: Met) -> None:
    """See that no number is small, and that parts and wholes leave nothing small over."""
    numbers: list[Any] = [met.total, *(cell.number for cell in met.chains)]
    numbers += [where.number for cell in met.chains for where in cell.municipalities]
    assert all(number is None or number >= LEAST for number in numbers)
    if met.chains:
        assert sum(cell.number for cell in met.chains) == met.total
    for cell in met.chains:
        left = cell.number - sum(where.number for where in cell.municipalities)
        assert not cell.municipalities or left == 0


def check_theme(paper: DifficultyPaper, met_by: dict[UUID, int]) -> None:
    """See that what is not told of a difficulty cannot be reckoned from the rest of its theme."""
    for theme in paper.themes:
        check_met(theme.met)
        shown = [one.met.total for one in theme.difficulties]
        assert all(number is None or number >= LEAST for number in shown)
        assert all(one.met.total in (None, met_by[one.id]) for one in theme.difficulties)
        hidden = sum(number is None for number in shown)
        if theme.met.total is not None and hidden:
            left = theme.met.total - sum(number for number in shown if number is not None)
            assert left - (hidden - 1) >= LEAST, "one of them may be three, if nobody counts twice"
    totals = [theme.met.total for theme in paper.themes]
    assert paper.organisations is None or paper.organisations >= LEAST
    if paper.organisations is not None:
        twice = sum(number for number in totals if number is not None) - paper.organisations
        assert None not in totals
        assert twice == 0 or twice >= LEAST


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(noted=_NOTED)
def test_no_roll_up_tells_of_less_than_three(noted: list[tuple[str, set[int]]], store: Store) -> None:
    known = companies(store)
    met_by = {
        note(store, f"Frein {place}", theme, *(known[one] for one in met)).id: len(met)
        for place, (theme, met) in enumerate(noted)
    }
    paper = difficulty_paper(
        store, PaperWanted(difficulty_ids=tuple(met_by), language="fr", roll_up=True), author="Claire"
    )
    check_theme(paper, met_by)
    for one in met_by:
        alone = difficulty_paper(store, PaperWanted(difficulty_ids=(one,), language="nl"), author="").note
        assert alone is not None
        check_met(alone.met)
        assert alone.met.total in (None, met_by[one])
