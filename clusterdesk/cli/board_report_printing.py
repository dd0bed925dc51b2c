"""What the brief command prints for the Advisory Board: the report of a quarter or a day."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clusterdesk.base.marks import N_
from clusterdesk.cli.brief_jobs import Asked, page_job
from clusterdesk.cli.context import Context
from clusterdesk.cli.wrong_use import WrongUseError

if TYPE_CHECKING:
    from clusterdesk.briefs.jobs import BriefJob


def board_jobs(context: Context, asked: Asked) -> "Iterator[BriefJob]":
    """Yield the reports of quarters or days; without any, of the last quarter that has ended."""
    for text in [*asked.refs, *asked.days] or [""]:
        job = page_job(context, asked, _state(context, text))
        _warn(context, job)
        yield job


def _state(context: Context, text: str) -> str:
    """Return the quarter or day that was typed, a day however it is written.

    Raises:
        WrongUseError: it is neither.
    """
    from clusterdesk.domain.board.quarters import is_quarter
    from clusterdesk.domain.parsing.dates import parse_day
    from clusterdesk.domain.parsing.day_words import read_day

    word = text.strip()
    if not word or is_quarter(word.upper()):
        return word
    day = parse_day(word).value or read_day(word, context.desk.clock.today())
    if day is None:
        raise WrongUseError(
            N_("“{text}” is neither a quarter nor a day."),
            code="report_day",
            advice=N_("Write a quarter as 2026-Q3, a day as 2026-09-30."),
            text=word[:20],
        )
    return day.isoformat()


def _warn(context: Context, job: "BriefJob") -> None:
    """Say whom the texts name without consent, before anything is written."""
    from clusterdesk.domain.board.foreign_texts import WARNINGS
    from clusterdesk.domain.views.board_report import BoardReport
    from clusterdesk.i18n.formats import Formats

    assert isinstance(job.view, BoardReport)
    t, report = context.t, job.view
    if report.provisional_until is not None:
        formats = Formats(t.language)
        context.progress(
            t(
                "Provisional: {quarter} runs until {day}. The report says how things stand on {as_of}.",
                quarter=formats.partial(report.quarter),
                day=formats.date(report.provisional_until),
                as_of=formats.date(report.as_of),
            )
        )
    for foreign in report.foreign:
        context.progress(t(WARNINGS[foreign.language], text=foreign.text))
    for one in job.view.warnings:
        context.progress(t("“{name}” has not agreed to be cited: other words stand in its place.", name=one.name))
    for text in job.view.left_out:
        context.progress(t("Left out: “{text}”", text=text))
