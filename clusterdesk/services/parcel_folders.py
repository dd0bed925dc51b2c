"""Where the parcels of orientations lie in the team's folder: the drive itself is not asked."""

from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

from clusterdesk.domain.outgoing.states import Purpose
from clusterdesk.domain.records.referrals import Referral
from clusterdesk.domain.referrals.states import WITH_TEAM
from clusterdesk.services import outbox
from clusterdesk.store.desk_store import Store


def parcel_folders(store: Store, shared_folder: str, referral_id: UUID | None = None) -> tuple[Path, ...]:
    """Return the folders of the parcels that arrived: of one orientation, or of all that a team has now."""
    if not shared_folder.strip():
        return ()
    root = Path(shared_folder)
    return tuple(dict.fromkeys(root / place for place in _places(store, referral_id)))


def _places(store: Store, referral_id: UUID | None) -> Iterator[str]:
    wanted = {referral_id} if referral_id is not None else {one.id for one in store.find(Referral) if _open(one)}
    for job in outbox.jobs(store):
        if job.purpose is Purpose.PARCEL and job.record_id in wanted and not job.waits:
            folder = (job.arrived_as or job.destination).rpartition("/")[0]
            if folder:
                yield folder


def _open(referral: Referral) -> bool:
    return referral.state in WITH_TEAM
