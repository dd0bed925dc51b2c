"""Blocks copied from spreadsheets."""

import pytest

from clusterdesk.domain.figures.pasting import block_mark, read_block, written_block


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("48.200,50\t51k\n46 100\t(1 200)\n", [["48.200,50", "51k"], ["46 100", "(1 200)"]]),
        ("1\r\n2\r\n", [["1"], ["2"]]),
        ("1\t\t3", [["1", "", "3"]]),
        ('"a\nb"\t2', [["a\nb", "2"]]),
        ("", []),
        ("\n\n", []),
        ("7,5", [["7,5"]]),
    ],
)
def test_blocks_are_taken_apart(text: str, rows: list[list[str]]) -> None:
    assert read_block(text) == rows


def test_a_million_rows_are_refused_at_once() -> None:
    block = "48.200,50\t51.000,00\n" * 1_000_000
    assert read_block(block) is None
    assert read_block("1\t" * 30_000) is None


def test_the_block_tells_its_decimal_mark() -> None:
    assert block_mark([["1.234", "48.200,50"]]) == ","
    assert block_mark([["1.234", "48,200.50"]]) == "."
    assert block_mark([["1.234", "2.345"]]) is None
    assert block_mark([["1.234", "(1.200,5)"]]) == ","


def test_blocks_go_out_as_they_came_in() -> None:
    rows = [["48200,5", ""], ["-1200", "7,5"]]
    assert read_block(written_block(rows)) == rows
