"""Where a parcel goes besides a mail: a folder, the team's folder."""

from collections.abc import Sequence
from pathlib import Path

from clusterdesk.base.filenames import safe_filename, unique_path
from clusterdesk.base.told_file import write_file
from clusterdesk.domain.outgoing.new_export import NewExport
from clusterdesk.domain.outgoing.states import Purpose
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.views.outbox import ExportJob
from clusterdesk.domain.views.parcel import ParcelView
from clusterdesk.exchange.parcels.contents import ParcelFile
from clusterdesk.services import outbox
from clusterdesk.store.desk_store import Store


def write_folder(parent: Path, view: ParcelView, files: Sequence[ParcelFile]) -> Path:
    """Write all files into a new folder of their own; return it.

    Raises:
        KnownError: it cannot be written.
    """
    folder = unique_path(parent, folder_name(view))
    for one in files:
        write_file(folder / one.name, one.content)
    return folder


def folder_name(view: ParcelView) -> str:
    """Return the name of the parcel's folder: it sorts by organisation, and answers find it by its code."""
    return safe_filename(f"{view.organisation} {view.token}")


def queue_parcel(store: Store, view: ParcelView, files: Sequence[ParcelFile], template: str) -> tuple[ExportJob, ...]:
    """Put all files into the outbox for the team's folder, into one folder of their own.

    Raises:
        KnownError: the folder leads nowhere, or the disk is full.
    """
    values = {"organisation": view.organisation, "team": view.team, "language": view.language}
    own = template.rstrip("/") + "/" + view.token
    return tuple(
        outbox.queue_bytes(
            store,
            NewExport(
                title=f"{view.organisation} – {one.name}",
                purpose=Purpose.PARCEL,
                filename=one.name,
                template=own,
                visibility=Visibility.SHAREABLE,
                values=values,
                record_type="referral",
                record_id=view.referral_id,
            ),
            one.content,
        )
        for one in files
    )
