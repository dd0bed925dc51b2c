"""Employment attestations printed by commands, to be signed on paper."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from clusterdesk.cli.brief_jobs import Asked, page_job
from clusterdesk.cli.context import Context
from clusterdesk.cli.employment_acts import meant_file, staff_page

if TYPE_CHECKING:
    from clusterdesk.briefs.jobs import BriefJob


def jobs(context: Context, asked: Asked) -> "Iterator[BriefJob]":
    """Yield the employment attestations of organisations, to be signed on paper; each is wanted from then on."""
    from clusterdesk.briefs.filenames import BriefKind, kind_name
    from clusterdesk.domain.commands.employment import AskAttestation
    from clusterdesk.services.attestations import ask_attestation

    for text in asked.refs:
        file = meant_file(staff_page(context, text))
        command = AskAttestation(coaching_file_id=file.file.id, name=kind_name(BriefKind.ATTESTATION, context.t))
        wanted = ask_attestation(context.desk.store, command).output
        yield page_job(context, asked, wanted.id)
