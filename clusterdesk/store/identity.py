"""Which device writes: an identity bound to this installation and machine, kept outside the database."""

import hashlib
import uuid
from dataclasses import dataclass
from pathlib import Path

import sqlalchemy as sa

from clusterdesk.base.ids import new_id
from clusterdesk.store.tables import meta


@dataclass(frozen=True, slots=True)
class Device:
    """The device as the journal names it, and its epoch."""

    name: str
    epoch: int


def install_fingerprint(folder: Path) -> str:
    """Return what tells this installation on this machine from any copy of it; made once in ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "install-id"
    if not path.exists():
        path.write_text(new_id().hex, encoding="ascii")
    text = f"{path.read_text(encoding='ascii').strip()}:{uuid.getnode():012x}"
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:32]


def claim(connection: sa.Connection, fingerprint: str, *, new_epoch: bool = False) -> Device:
    """Return the device that writes here; a copied binder, another laptop or a restored backup starts a new epoch."""
    stored = dict(connection.execute(sa.select(meta.c.key, meta.c.value)).all())
    if not new_epoch and stored.get("fingerprint") == fingerprint and "device" in stored:
        return Device(stored["device"], int(stored["epoch"]))
    return mint(connection, fingerprint, int(stored.get("epoch", "0")))


def mint(connection: sa.Connection, fingerprint: str, last_epoch: int) -> Device:
    """Give this installation a new device name and the next epoch."""
    device = Device(new_id().hex[-12:], last_epoch + 1)
    values = {"fingerprint": fingerprint, "device": device.name, "epoch": str(device.epoch)}
    for key, value in values.items():
        put(connection, key, value)
    return device


def put(connection: sa.Connection, key: str, value: str) -> None:
    """Write one entry of the binder's own facts."""
    connection.exec_driver_sql(
        "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        (key, value),
    )
