"""Reading a large file in a process of its own, so that it can neither freeze nor end the program.

Small files are read where they are asked for: after the checks of their beginning and of their directory they cost a
second and a few hundred megabytes at worst, and starting a process would take longer than reading most of them.
"""

import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, Queue
from threading import Thread
from time import monotonic
from typing import IO, Any

import msgspec

from clusterdesk.exchange.reading.progress import Progress, Stoppable, step
from clusterdesk.exchange.reading.refusals import refusal
from clusterdesk.exchange.reading.source import ReadOptions, TableSource
from clusterdesk.exchange.reading.wire import FAILED, PROGRESS, TABLE, Job, error_of, read_frame, table_of

ENTRY = "--read-list"
_MEGABYTE = 1024 * 1024
_TEXT, _PACKED, _UNPACKED = 16 * _MEGABYTE, 4 * _MEGABYTE, 24 * _MEGABYTE
_LOOK_EVERY = 0.05
_ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may use up, in bytes and seconds."""

    memory: int = 3 * 1024 * _MEGABYTE
    seconds: int = 120


def is_heavy(path: Path) -> bool:
    """Tell whether a file is read in a process of its own: by its size, and by what its parts say they unpack to."""
    try:
        size = path.stat().st_size
        if size > _TEXT:
            return True
        if not zipfile.is_zipfile(path):
            return False
        if size > _PACKED:
            return True
        with zipfile.ZipFile(path) as archive:
            return sum(part.file_size for part in archive.infolist()) > _UNPACKED
    except (OSError, ValueError, zipfile.BadZipFile, NotImplementedError):
        return False  # the reading itself says what is wrong


def read_apart(
    path: Path,
    options: ReadOptions,
    progress: Progress | None,
    cancel: Stoppable | None,
    limits: Limits | None = None,
) -> TableSource:
    """Read a file in a helper process; it is killed when the reading is cancelled, or takes too much.

    Raises:
        KnownError: what reading it here would raise; ``file_too_heavy``, ``file_too_slow``; ``cancelled``.
    """
    allowed = limits or Limits()
    step(0, 0, progress, cancel)
    job = Job(str(path.absolute()), allowed.memory, allowed.seconds, options.sheet, options.encoding, options.delimiter)
    process = _start()
    assert process.stdin is not None
    assert process.stdout is not None
    frames: Queue[tuple[str, Any] | None] = Queue()
    listener = Thread(target=_listen, args=(process.stdout, frames), name="read-apart", daemon=True)
    try:
        listener.start()
        _send(process.stdin, job)
        kind, content = _wait(path, frames, monotonic() + allowed.seconds, progress, cancel)
    finally:
        process.kill()
        process.wait()
        listener.join()
        process.stdout.close()
    if kind == FAILED:
        raise error_of(content)
    return table_of(path, content)


def _start() -> "subprocess.Popen[bytes]":
    frozen = getattr(sys, "frozen", False)
    command = [sys.executable, ENTRY] if frozen else [sys.executable, "-P", "-X", "utf8", "-m", "clusterdesk", ENTRY]
    environment = dict(os.environ)
    if not frozen:
        environment["PYTHONPATH"] = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _send(stream: IO[bytes], job: Job) -> None:
    try:
        with stream:
            stream.write(msgspec.msgpack.encode(job))
    except OSError:
        return  # it ended already: the listener hears that too


def _listen(stream: IO[bytes], frames: "Queue[tuple[str, Any] | None]") -> None:
    """Hand on what the helper says; None when it has ended or speaks nonsense."""
    try:
        while (frame := read_frame(stream)) is not None:
            frames.put(frame)
            if frame[0] != PROGRESS:
                return
    except (msgspec.DecodeError, ValueError, OSError, MemoryError):
        pass
    frames.put(None)


def _wait(
    path: Path,
    frames: "Queue[tuple[str, Any] | None]",
    deadline: float,
    progress: Progress | None,
    cancel: Stoppable | None,
) -> tuple[str, Any]:
    """Return the answer of the helper, telling its progress meanwhile."""
    done = (0, 0)
    while True:
        step(*done, progress, cancel)
        try:
            frame = frames.get(timeout=_LOOK_EVERY)
        except Empty:
            if monotonic() > deadline:
                raise refusal("file_too_slow", name=path.name) from None
            continue
        if frame is None:
            raise refusal("file_too_heavy", name=path.name)
        if frame[0] in (TABLE, FAILED):
            return frame
        done = (int(frame[1][0]), int(frame[1][1]))
