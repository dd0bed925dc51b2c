"""Identifiers of records and operations: UUIDs made on the client."""

import os
import threading
import time
from uuid import UUID, uuid5

NAMESPACE = UUID("6f1d2a54-7c1e-5b0e-9a3d-2f4b8f0c5d11")
_SEQUENCE_BITS = 12
_lock = threading.Lock()
_last = 0


def new_id() -> UUID:
    """Make a time-ordered identifier (UUID version 7, RFC 9562).

    Ids made by one process always increase: the 12 bits after the milliseconds are a counter.
    """
    global _last
    with _lock:
        ticks = (time.time_ns() // 1_000_000) << _SEQUENCE_BITS
        _last = max(ticks, _last + 1)
        milliseconds, sequence = _last >> _SEQUENCE_BITS, _last & 0xFFF
    tail = int.from_bytes(os.urandom(8), "big") & 0x3FFF_FFFF_FFFF_FFFF
    value = (milliseconds << 80) | (0x7 << 76) | (sequence << 64) | (0b10 << 62) | tail
    return UUID(int=value)


def derived_id(*parts: str | UUID) -> UUID:
    """Make the same identifier from the same parts on every laptop (members of sets, foreign ids, shipped rows)."""
    return uuid5(NAMESPACE, "\x1f".join(str(part) for part in parts))
