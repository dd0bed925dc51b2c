"""Choosing the team's folder: it is marked once, and known again by its mark from then on."""

from pathlib import Path

from clusterdesk.base.clock import instant_text
from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.outgoing.states import DriveState
from clusterdesk.store.desk_store import Store
from clusterdesk.sync.drive_words import drive_error
from clusterdesk.sync.rounds import SEEN, Drive
from clusterdesk.sync.watched_process import Asking
from clusterdesk.sync.wire import Look, Looked, Outcome, Reason, Request, SetUp


def set_up(store: Store, folder: str, helper: Asking) -> Looked:
    """Mark a folder as the team's, where nobody has yet; returns how it stands: in order, or full at the moment.

    Another binder's folder stays what it is. Whoever calls keeps the folder in the settings.

    Raises:
        KnownError: the folder lies inside the binder, or the other way round, or it cannot be the team's.
    """
    return keep_mark(store, folder, helper.ask(mark_request(store, folder)))


def mark_request(store: Store, folder: str) -> Request:
    """Return what the helper is asked to mark a folder.

    Raises:
        KnownError: the folder lies inside the binder, or the other way round.
    """
    check_place(store, folder)
    return Drive(folder, store.binder_id).request(store.device, SetUp(instant_text(store.clock.now())))


def keep_mark(store: Store, folder: str, answer: Outcome) -> Looked:
    """Remember that a folder is marked as the team's.

    Raises:
        KnownError: it is not, and why.
    """
    found = _looked(answer)
    # A folder that is ours, and full at the moment, is ours all the same.
    if found.state not in (DriveState.OK, DriveState.FULL):
        error = drive_error(found, folder)
        assert error is not None
        raise error
    store.remember(SEEN, folder)
    return found


def look_now(store: Store, folder: str, helper: Asking) -> Looked:
    """Tell how the drive stands, without sending anything."""
    if not folder.strip():
        return Looked(DriveState.OFF)
    look = Look(seen=store.fact(SEEN) == folder)
    return _looked(helper.ask(Drive(folder, store.binder_id).request(store.device, look)))


def check_place(store: Store, folder: str) -> None:
    """Refuse a folder that cannot be the team's; the drive is not touched.

    Raises:
        KnownError: it lies inside the binder, or the other way round.
    """
    chosen, binder = Path(folder).expanduser().absolute(), store.folder.root.absolute()
    if chosen.is_relative_to(binder) or binder.is_relative_to(chosen):
        raise KnownError(
            "drive_is_binder",
            N_("The team’s folder and the binder cannot lie one inside the other: {folder}"),
            advice=N_("Choose a folder of the shared drive."),
            folder=folder,
        )


def _looked(answer: Outcome) -> Looked:
    return answer if isinstance(answer, Looked) else Looked(DriveState.OFFLINE, Reason.SILENT)
