"""Choosing the team's folder: it is marked once, and known again by its mark from then on."""

from pathlib import Path

from clusterdesk.base.clock import instant_text
from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.outgoing.states import DriveState
from clusterdesk.store.desk_store import Store
from clusterdesk.sync.rounds import SEEN, Drive
from clusterdesk.sync.watched_process import Asking
from clusterdesk.sync.wire import Call, Look, Looked, Reason, SetUp


def set_up(store: Store, folder: str, helper: Asking) -> Looked:
    """Mark a folder as the team's, where nobody has yet; the answer says whether it can be used.

    Another binder's folder stays what it is. Whoever calls keeps the folder in the settings where the state is fine.

    Raises:
        KnownError: the folder lies inside the binder, or the other way round.
    """
    check_place(store, folder)
    found = _asked(store, folder, helper, SetUp(instant_text(store.clock.now())))
    if found.state is DriveState.OK:
        store.remember(SEEN, folder)
    return found


def look_now(store: Store, folder: str, helper: Asking) -> Looked:
    """Tell how the drive stands, without sending anything."""
    if not folder.strip():
        return Looked(DriveState.OFF)
    return _asked(store, folder, helper, Look(seen=store.fact(SEEN) == folder))


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


def _asked(store: Store, folder: str, helper: Asking, call: Call) -> Looked:
    answer = helper.ask(Drive(folder, store.binder_id).request(store.device, call))
    return answer if isinstance(answer, Looked) else Looked(DriveState.OFFLINE, Reason.SILENT)
