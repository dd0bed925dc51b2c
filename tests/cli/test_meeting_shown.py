"""A meeting told in the terminal, as its page tells it; and the kinds of pages that the help names."""

from clusterdesk.cli.brief_jobs import KINDS
from tests.cli.conftest import Run


def test_a_meeting_tells_when_it_was_and_what_was_said(run: Run) -> None:
    assert run("working-group", "add", "--name", "GT Bois").code == 0
    hours = ("--starts-at", "14:00", "--ends-at", "16:30")
    said = ("--title", "Les gisements", "--minutes", "Planchéa apporte trois lots.")
    made = run("meeting", "add", "--working-group", "GT Bois", "--on", "2026-03-05", "--state", "held", *hours, *said)
    assert made.code == 0, made.err
    told = run("group", "meeting", "Les gisements", "--language", "fr").out
    for words in ("Les gisements", "14:00–16:30", "Ce qui a été dit", "Planchéa apporte trois lots."):
        assert words in told


def test_the_help_of_brief_names_every_kind_of_page(run: Run) -> None:
    told = " ".join(run("brief", "--help").out.split())
    assert [one for one in KINDS if one not in told] == []
