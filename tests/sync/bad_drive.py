"""A drive with knobs: real files in a real folder, reached by calls that fail as shares and cloud folders do."""

import errno
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from clusterdesk.sync.disk_calls import DiskCalls
from clusterdesk.sync.drive_process import answer
from clusterdesk.sync.wire import Failed, Outcome, Request

PROBE = b"ClusterDesk\n"


def fault(number: int) -> OSError:
    """Return an error of the system."""
    return OSError(number, os.strerror(number))


@dataclass
class BadCalls(DiskCalls):
    """The real calls, with knobs; each counts down or stays until it is turned back."""

    down: int = 0  # errno of every call
    denied_moves: int = 0  # so many renames are refused
    sync_error: int = 0  # errno of every fsync
    write_error: int = 0  # errno of the next write, after half of it
    half_reads: int = 0  # so many readings of a file that was just renamed end in the middle
    hidden_listings: int = 0  # so many listings lack what was renamed last
    torn_reads: int = 0  # so many readings of a temporary file come out otherwise
    without: tuple[str, ...] = ()  # ways to rename that this file system lacks
    intruders: int = 0  # so many times somebody takes the name at the very moment when a file is given it
    room: int | None = None  # bytes that a file may have before the drive is full
    held: set[Path] = field(default_factory=set)  # what another program holds open
    paused: float = 0.0
    intruded: set[Path] = field(default_factory=set)
    _newest: set[Path] = field(default_factory=set)

    def names(self, folder: Path) -> list[str]:
        self._alive()
        found = super().names(folder)
        if self.hidden_listings and any(path.parent == folder for path in self._newest):
            self.hidden_listings -= 1
            return [name for name in found if folder / name not in self._newest]
        return found

    def status(self, path: Path) -> os.stat_result:
        self._alive()
        return super().status(path)

    def make_folder(self, path: Path) -> None:
        self._alive()
        super().make_folder(path)

    def create(self, path: Path) -> int:
        self._alive()
        return super().create(path)

    def write(self, handle: int, data: bytes) -> None:
        self._alive()
        if self.room is not None and len(data) > self.room:
            super().write(handle, data[: self.room])
            raise fault(errno.ENOSPC)
        if self.write_error and data != PROBE:
            number, self.write_error = self.write_error, 0
            super().write(handle, data[: len(data) // 2])
            raise fault(number)
        super().write(handle, data)

    def sync(self, handle: int) -> None:
        if self.sync_error and os.fstat(handle).st_size != len(PROBE):
            raise fault(self.sync_error)
        super().sync(handle)

    def read(self, path: Path, chunk: int) -> Iterator[bytes]:
        self._alive()
        if path in self.held:
            raise fault(errno.EBUSY)
        content = b"".join(super().read(path, chunk))
        if self.half_reads and path in self._newest:
            self.half_reads -= 1
            content = content[: len(content) // 2]
        if self.torn_reads and path.suffix == ".tmp":
            self.torn_reads -= 1
            content = content[:-1] + bytes([content[-1] ^ 1])
        yield content

    def move_new(self, temporary: Path, final: Path) -> None:
        self._alive()
        if self.denied_moves:
            self.denied_moves -= 1
            raise fault(errno.EACCES)
        if self.intruders and not final.exists():
            self.intruders -= 1
            final.write_bytes(b"faster")
            self.intruded.add(final)
        super().move_new(temporary, final)
        self._newest = {final}

    def rename_exclusively(self, temporary: Path, final: Path) -> None:
        self._has("rename")
        super().rename_exclusively(temporary, final)

    def link(self, temporary: Path, final: Path) -> None:
        self._has("link")
        super().link(temporary, final)

    def remove(self, path: Path) -> None:
        self._alive()
        super().remove(path)

    def free(self, path: Path) -> int:
        return self.room if self.room is not None else super().free(path)

    def pause(self, seconds: float) -> None:
        self.paused += seconds

    def forget_newest(self) -> None:
        """Let what was renamed until now be seen as it is."""
        self._newest = set()

    def _alive(self) -> None:
        if self.down:
            raise fault(self.down)

    def _has(self, way: str) -> None:
        if way in self.without:
            raise fault(errno.EOPNOTSUPP)


class Here:
    """Answers as the helper does, in this process; ``hang`` names files at which it would never answer."""

    def __init__(self, calls: DiskCalls | None = None) -> None:
        self.calls = calls or DiskCalls()
        self.requests: list[Request] = []
        self.renewed = 0
        self.hang = ""
        self.silent = False

    def ask(self, request: Request) -> Outcome:
        """Answer at once."""
        from clusterdesk.domain.outgoing.states import Trouble

        self.requests.append(request)
        if self.silent:
            return Failed(Trouble.HUNG)
        if self.hang and self.hang in getattr(request.call, "destination", getattr(request.call, "name", "")):
            return Failed(Trouble.HUNG)
        return answer(request, self.calls)

    def renew(self) -> None:
        """Count how often a fresh process was asked for."""
        self.renewed += 1


def files(share: Path) -> dict[str, bytes]:
    """Return what lies on the drive, but the mark."""
    found = {}
    for path in share.rglob("*"):
        name = path.relative_to(share).as_posix()
        with suppress(IsADirectoryError):
            if not name.startswith("ClusterDesk"):
                found[name] = path.read_bytes()
    return found
