"""What the brief command prints for the Advisory Board: the report of a quarter or a day."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clusterdesk.cli.brief_jobs import Asked, page_job
from clusterdesk.cli.context import Context

if TYPE_CHECKING:
    from clusterdesk.briefs.jobs import BriefJob


def board_jobs(context: Context, asked: Asked) -> "Iterator[BriefJob]":
    """Yield the reports of quarters or days; without any, of the last quarter that has ended."""
    for text in [*asked.refs, *asked.days] or [""]:
        job = page_job(context, asked, text)
        _warn(context, job)
        yield job


def _warn(context: Context, job: "BriefJob") -> None:
    """Say whom the texts name without consent, before anything is written."""
    from clusterdesk.domain.views.board_report import BoardReport

    assert isinstance(job.view, BoardReport)
    t = context.t
    for one in job.view.warnings:
        context.progress(t("“{name}” has not agreed to be cited: other words stand in its place.", name=one.name))
    for text in job.view.left_out:
        context.progress(t("Left out: “{text}”", text=text))
