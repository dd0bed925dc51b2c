"""Exports of the outbox on the command line: shown as a table, and named by the end of their id or by their title."""

from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.cli import values
from clusterdesk.cli.answer import Table
from clusterdesk.cli.context import Context
from clusterdesk.cli.wrong_use import WrongUseError

if TYPE_CHECKING:
    from clusterdesk.domain.views.outbox import ExportJob

_SHOWN_ID = 8


def table(context: Context, found: "list[ExportJob]") -> Table:
    """Return exports as a table."""
    from clusterdesk.domain.outgoing.words import JOB_STATES, TROUBLES

    t = context.t
    rows = []
    for job in found:
        why = t(TROUBLES[job.trouble]) if job.trouble is not None else ""
        since = values.shown(context, job.created_at)
        where = job.destination if job.waits else job.arrived_as or job.destination
        rows.append([job.id.hex[-_SHOWN_ID:], job.title, t(JOB_STATES[job.state]), since, where, why])
    return Table([t("Id"), t("What"), t("State"), t("Since"), t("Where"), t("Why")], rows)


def meant(context: Context, texts: list[str]) -> "list[ExportJob]":
    """Return the exports that are named, each once.

    Raises:
        KnownError: one is not there.
        WrongUseError: one is not clear.
    """
    from clusterdesk.services import outbox

    everything = outbox.jobs(context.desk.store)
    found: dict[UUID, ExportJob] = {}
    for text in texts:
        plain = text.strip().replace("-", "").casefold()
        named = [job for job in everything if len(plain) >= 4 and job.id.hex.endswith(plain)]
        named = named or [job for job in everything if text.strip().casefold() in job.title.casefold()]
        if not named:
            raise KnownError(
                "no_such_export",
                N_("There is no export “{id}” in the outbox."),
                advice=N_("See them with “clusterdesk outbox list”."),
                id=text,
            )
        if len(named) > 1:
            lines = [f"{job.id.hex[-_SHOWN_ID:]}  {job.title}" for job in named]
            raise WrongUseError(N_("“{text}” may be several exports; give the id:"), lines=lines, text=text)
        found[named[0].id] = named[0]
    return list(found.values())
