"""The parts of the self-test that start helper processes: a list is read, a file is sent."""

from pathlib import Path

from clusterdesk.cli import sending
from clusterdesk.cli.context import Context


def try_drive(context: Context, folder: Path) -> bool:
    """Bring a file to a folder by the helper process that touches the drive, which has its own way in as well."""
    from clusterdesk.domain.outgoing.new_export import NewExport
    from clusterdesk.domain.outgoing.states import DriveState, Purpose
    from clusterdesk.domain.records.base import Visibility
    from clusterdesk.services import outbox
    from clusterdesk.sync.rounds import Drive, run_round
    from clusterdesk.sync.setting_up import set_up

    folder.mkdir()
    store = context.desk.store
    export = NewExport(
        title="Test", purpose=Purpose.LIST, filename="Élan.txt", template="a/{year}", visibility=Visibility.SHAREABLE
    )
    outbox.queue_bytes(store, export, b"Noord")
    with sending.helper(context) as helper:
        if set_up(store, str(folder), helper).state is not DriveState.OK:
            return False
        drive = Drive(str(folder), store.binder_id)
        copied = run_round(store, drive, helper).copied
        return copied == run_round(store, drive, helper, insist=True).verified and len(copied) == 1


def try_reader(path: Path) -> bool:
    """Read a list in the helper process, which has its own way in inside the packaged program."""
    from clusterdesk.exchange.reading.apart import read_apart
    from clusterdesk.exchange.reading.source import ReadOptions

    path.write_text("Nom;CP\nAtelier Élan;1080\n", encoding="utf-8")
    return list(read_apart(path, ReadOptions(), None, None).rows)[1:] == [["Atelier Élan", "1080"]]
