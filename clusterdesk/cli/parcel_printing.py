"""The page of an orientation's parcel on paper, for the brief command and for the parcel itself."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.cli import printing
from clusterdesk.cli.context import Context
from clusterdesk.cli.referral_reference import referral_meant

if TYPE_CHECKING:
    from clusterdesk.briefs.jobs import BriefJob
    from clusterdesk.cli.brief_jobs import Asked
    from clusterdesk.domain.views.parcel import ParcelView
    from clusterdesk.exchange.parcels.contents import ParcelFile


def referral_jobs(context: Context, asked: "Asked") -> "Iterator[BriefJob]":
    """Yield the page of each orientation; it leaves, so there is a shareable edition only."""
    for text in asked.refs:
        view = read(context, referral_meant(context, text), asked.language)
        yield printing.job(context, view, view.language)


def read(context: Context, referral_id: UUID, language: str) -> "ParcelView":
    """Return what goes to the team.

    Raises:
        KnownError: the organisation has not agreed, or nothing of the orientation may leave.
    """
    from clusterdesk.services.parcels import parcel_view

    settings = context.settings
    return parcel_view(
        context.desk.store,
        referral_id,
        author=settings.profile_name or context.desk.store.author,
        language=language,
        default=settings.default_document_language,
        rule=context.silence,
    )


def page(context: Context, view: "ParcelView") -> "ParcelFile":
    """Return the page as a file of the parcel."""
    from clusterdesk.briefs.batch import print_briefs
    from clusterdesk.exchange.parcels.contents import ParcelFile

    job = printing.job(context, view, view.language)
    (printed,) = print_briefs([job], printing.house_of(context))
    return ParcelFile(printed.filename, printed.pdf)
