"""Employment attestations printed by commands, to be signed on paper."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from clusterdesk.cli import printing
from clusterdesk.cli.context import Context
from clusterdesk.cli.employment_acts import meant_file, staff_page

if TYPE_CHECKING:
    from clusterdesk.briefs.jobs import BriefJob


def jobs(context: Context, refs: Iterable[str], language: str) -> "Iterator[BriefJob]":
    """Yield the employment attestations of organisations, to be signed on paper; each is wanted from then on."""
    from clusterdesk.briefs.filenames import BriefKind, kind_name
    from clusterdesk.domain.commands.employment import AskAttestation
    from clusterdesk.services.attestations import ask_attestation
    from clusterdesk.services.wanted_attestations import wanted_attestation_view

    store, settings = context.desk.store, context.settings
    for text in refs:
        file = meant_file(staff_page(context, text))
        command = AskAttestation(coaching_file_id=file.file.id, name=kind_name(BriefKind.ATTESTATION, context.t))
        wanted = ask_attestation(store, command).output
        usual = settings.default_document_language
        spoken, view = wanted_attestation_view(
            store, wanted.id, author=settings.profile_name, language=language, default=usual
        )
        yield printing.job(context, view, spoken)
