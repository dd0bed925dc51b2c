"""Identifiers of records and operations: UUIDs made on the client."""

import os
import threading
import time
from hashlib import sha1
from typing import Any
from uuid import UUID, SafeUUID

NAMESPACE = UUID("6f1d2a54-7c1e-5b0e-9a3d-2f4b8f0c5d11")
_SEQUENCE_BITS = 12
_VERSION_AND_VARIANT = (0xF << 76) | (0b11 << 62)
# Asking the system for chance once for many ids: it costs more than all the rest.
_BYTES_EACH, _IDS_AT_ONCE, _ID_BYTES = 8, 512, 16
# A UUID is filled slot by slot: its constructor, which does the same by name, takes four times as long.
_SLOTS: Any = UUID
_set_number, _set_safety = _SLOTS.int.__set__, _SLOTS.is_safe.__set__
_lock = threading.Lock()
_last = 0
_chance = b""
_used = 0


def new_id() -> UUID:
    """Make a time-ordered identifier (UUID version 7, RFC 9562).

    Ids made by one process always increase: the 12 bits after the milliseconds are a counter.
    """
    global _last, _chance, _used
    with _lock:
        ticks = (time.time_ns() // 1_000_000) << _SEQUENCE_BITS
        _last = max(ticks, _last + 1)
        if _used == len(_chance):
            _chance, _used = os.urandom(_BYTES_EACH * _IDS_AT_ONCE), 0
        tail = int.from_bytes(_chance[_used : _used + _BYTES_EACH], "big") & 0x3FFF_FFFF_FFFF_FFFF
        _used += _BYTES_EACH
        milliseconds, sequence = _last >> _SEQUENCE_BITS, _last & 0xFFF
    value = (milliseconds << 80) | (0x7 << 76) | (sequence << 64) | (0b10 << 62) | tail
    return _numbered(value)


def stored_id(stored: bytes) -> UUID:
    """Return the identifier that 16 stored bytes are."""
    if len(stored) != _ID_BYTES:
        raise ValueError("an identifier has 16 bytes")
    return _numbered(int.from_bytes(stored))


def _numbered(value: int) -> UUID:
    made = UUID.__new__(UUID)
    _set_number(made, value)
    _set_safety(made, SafeUUID.unknown)
    return made


def _forget_chance() -> None:
    """Let a forked process draw its own: what was asked for before the fork is known to both."""
    global _chance, _used
    _chance, _used = b"", 0


if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_chance)


def derived_id(*parts: str | UUID) -> UUID:
    """Make the same identifier from the same parts on every laptop (members of sets, foreign ids, shipped rows)."""
    text = "\x1f".join([part if part.__class__ is str else str(part) for part in parts])
    digest = sha1(NAMESPACE.bytes + text.encode(), usedforsecurity=False).digest()
    value = int.from_bytes(digest[:16], "big") & ~_VERSION_AND_VARIANT
    return _numbered(value | (5 << 76) | (0b10 << 62))  # as ``uuid.uuid5`` makes it, in half the time
