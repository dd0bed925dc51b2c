"""Short codes of sessions."""

from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.base.ids import new_id
from clusterdesk.domain.short_codes import ALPHABET, LENGTH, MASK, read_code, short_code


@given(st.uuids())
def test_a_code_leads_back_to_the_end_of_the_id(one: UUID) -> None:
    code = short_code(one)
    assert len(code) == LENGTH
    assert set(code) <= set(ALPHABET)
    assert read_code(code) == one.int & MASK


def test_codes_are_read_as_people_type_them() -> None:
    code = short_code(UUID(int=0x1F))
    assert code == "000000Z"
    assert read_code(" ooo-oooz ") == 0x1F
    assert read_code("lllllll") == read_code("1111111")


def test_what_is_no_code_is_none() -> None:
    for text in ("", "1234567890", "12345", "ABC/DEF", "UUUUUUU", "éééaaaa"):
        assert read_code(text) is None


def test_ids_made_in_a_row_have_different_codes() -> None:
    assert len({short_code(new_id()) for _ in range(2_000)}) == 2_000
