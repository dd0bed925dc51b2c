"""Folding very long lines loses nothing."""

from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.gui.entry.folding import LONGEST_NOTE_BYTES, LONGEST_SHOWN, bytes_over, cleaned, fold, unfold

_texts = st.text(st.characters(codec="utf-8")) | st.builds(
    str.__mul__, st.sampled_from(["x", "é", "ab\n", "\u202f"]), st.integers(0, 3 * LONGEST_SHOWN)
)


@given(_texts)
def test_folding_and_joining_gives_the_text_back(text: str) -> None:
    lines = list(fold(text))
    assert unfold(lines) == cleaned(text)
    assert all(len(line.text) <= LONGEST_SHOWN for line in lines)


def test_a_line_is_folded_only_where_it_must() -> None:
    exact = "x" * LONGEST_SHOWN
    assert [line.continues for line in fold(f"{exact}\n{exact}x\n")] == [False, False, True, False]


def test_breaks_of_all_systems_become_one_kind() -> None:
    assert cleaned("a\r\nb\rc\u2029d\0") == "a\nb\nc\nd\ufffd"


def test_size_is_counted_in_bytes() -> None:
    assert bytes_over("é" * (LONGEST_NOTE_BYTES // 2)) == 0
    assert bytes_over("é" * (LONGEST_NOTE_BYTES // 2) + "x") == 1
