"""Identifiers increase, are told apart across processes, and derive as ``uuid5`` does."""

import multiprocessing
import sys
from uuid import UUID, uuid4, uuid5

import pytest

from clusterdesk.base.ids import NAMESPACE, derived_id, new_id, stored_id


def test_ids_of_one_process_increase_and_differ() -> None:
    made = [new_id() for _ in range(3_000)]
    assert made == sorted(made)
    assert len({one.int & (1 << 62) - 1 for one in made}) == len(made)
    assert {one.version for one in made} == {7}


def _tail(_: int) -> int:
    return new_id().int & (1 << 62) - 1


@pytest.mark.skipif(sys.platform == "win32", reason="no fork on Windows")
def test_forked_processes_draw_their_own() -> None:
    new_id()
    with multiprocessing.get_context("fork").Pool(2) as pool:
        tails = pool.map(_tail, range(8), chunksize=4)
    assert len(set(tails)) == len(tails)


def test_derived_ids_are_those_of_the_standard() -> None:
    one = UUID("01900000-0000-7000-8000-000000000000")
    assert derived_id("tag", "été", one) == uuid5(NAMESPACE, f"tag\x1fété\x1f{one}")
    assert derived_id("a", "b") != derived_id("ab")


def test_stored_ids_are_those_that_the_standard_reads() -> None:
    one = uuid4()
    read = stored_id(one.bytes)
    assert read == one == UUID(str(read))
    assert (repr(read), hash(read), read.is_safe, read.version) == (repr(one), hash(one), UUID(str(one)).is_safe, 4)
    with pytest.raises(ValueError, match="16 bytes"):
        stored_id(one.bytes[:15])
