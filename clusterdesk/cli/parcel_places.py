"""Where a parcel goes: a mail draft, a folder, the outbox for the team's folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from clusterdesk.cli import writing
from clusterdesk.cli.context import Context

if TYPE_CHECKING:
    from clusterdesk.domain.views.parcel import ParcelView
    from clusterdesk.exchange.parcels.contents import ParcelFile

_EML = ".eml"


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a parcel lies: ``mail`` and ``folder`` have a path, ``drive`` the ids of its exports."""

    kind: str
    path: Path | None = None
    exports: tuple[str, ...] = ()


def place(context: Context, view: "ParcelView", files: "Sequence[ParcelFile]", output: Path | None) -> Placed:
    """Write a mail draft, in the outbox of the binder where no file is named, or a folder of its own in a folder.

    Raises:
        KnownError: it cannot be written.
    """
    from clusterdesk.exchange.parcels.places import folder_name, write_folder

    if output is not None and output.suffix.lower() != _EML:
        return Placed("folder", write_folder(output, view, files))
    from clusterdesk.exchange.mail import mail_draft
    from clusterdesk.exchange.parcels.mail import parcel_mail
    from clusterdesk.exchange.referrals.letters import write_letter

    draft = parcel_mail(view, files, context.t.other(view.language))
    if output is None:
        return Placed("mail", write_letter(context.desk.store.folder.outbox / "mail", draft, folder_name(view)))
    writing.write(output, mail_draft(draft))
    return Placed("mail", output)


def queue(context: Context, view: "ParcelView", files: "Sequence[ParcelFile]") -> Placed:
    """Put all files into the outbox.

    Raises:
        KnownError: the folder of the settings leads nowhere, or the disk is full.
    """
    from clusterdesk.exchange.parcels.places import queue_parcel

    jobs = queue_parcel(context.desk.store, view, files, context.settings.drive_parcels)
    return Placed("drive", exports=tuple(str(job.id) for job in jobs))
