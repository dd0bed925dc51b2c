"""Questions and answers for the tests of maturity."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from clusterdesk.domain.records.industrialisation import CapacitySheet, MrlAssessment, MrlQuestion, MrlReply

PROJECT = UUID(int=1)


def question(level: int, position: int = 1, *, circular: bool = False, active: bool = True) -> MrlQuestion:
    """Return a question of a level."""
    key = f"l{level}.{position}"
    return MrlQuestion(key=key, name_fr=key, level=level, position=position, circular=circular, active=active)


def ladder() -> list[MrlQuestion]:
    """Return two questions for each level, the second one circular."""
    return list(_ladder())


def _ladder() -> Iterator[MrlQuestion]:
    for level in range(1, 11):
        yield question(level, 1)
        yield question(level, 2, circular=True)


def all_yes(questions: list[MrlQuestion], up_to: int) -> dict[UUID, MrlReply]:
    """Answer yes to all questions up to a level."""
    return {one.id: MrlReply.YES for one in questions if one.level <= up_to}


def assessment(level: int, on: date) -> MrlAssessment:
    """Return an assessment that found a level."""
    return MrlAssessment(project_id=PROJECT, on=on, level=level)


def sheet(**values: Any) -> CapacitySheet:
    """Return a capacity sheet; numbers are read as decimals."""
    read = {name: Decimal(str(value)) for name, value in values.items() if value is not None}
    return CapacitySheet(project_id=PROJECT, on=date(2026, 11, 2), **read)  # type: ignore[arg-type]


question_lists = st.lists(
    st.builds(
        question,
        level=st.integers(1, 10),
        position=st.integers(1, 5),
        circular=st.booleans(),
        active=st.booleans(),
    ),
    max_size=25,
)
replies = st.sampled_from(MrlReply)
