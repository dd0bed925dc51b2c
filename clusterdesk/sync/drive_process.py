"""The helper process that touches the drive, so that the program need not: a call that hangs takes this one along.

``python -m clusterdesk --drive-helper`` (packaged: ``clusterdesk --drive-helper``) takes requests on standard input,
one JSON object a line, and answers on standard output, with signs of life in between. It ends with its input. It knows
no binder, opens no window, and reads the local files it is told to.
"""

import os
import sys
from pathlib import Path
from typing import IO

import msgspec

from clusterdesk.sync import delivery, fetching, mark
from clusterdesk.sync.disk_calls import DiskCalls
from clusterdesk.sync.folder_target import FolderTarget
from clusterdesk.sync.target import TargetError
from clusterdesk.sync.wire import (
    Beat,
    Failed,
    Fetch,
    Find,
    Look,
    Outcome,
    Put,
    Request,
    SetUp,
    read_request,
    write_line,
)

_ROOM_FOR_NAMES = 60


def main() -> int:
    """Answer until the input ends; a request that cannot be read ends the process with a code of its own."""
    answers = _private_output()
    try:
        while (request := read_request(sys.stdin.buffer)) is not None:
            write_line(answers, answer(request, DiskCalls(), _Beats(answers)))
    except (msgspec.DecodeError, KeyboardInterrupt):
        return 2
    except BrokenPipeError:
        return 0  # whoever asked is gone
    return 0


def answer(request: Request, calls: DiskCalls, beat: "_Beats | None" = None) -> Outcome:
    """Do what a request asks for; trouble with the drive is an answer."""
    root = Path(request.root)
    target = FolderTarget(root, request.owner, calls, *([beat] if beat else []))
    try:
        match request.call:
            case Look(seen=seen):
                return mark.look(target, request.store_id, seen=seen)
            case SetUp(at=at):
                return mark.set_up(target, request.store_id, at)
            case Find() as call:
                return delivery.find(target, call, room_taken(root))
            case Fetch() as call:
                return fetching.fetch(target, call)
            case Put() as call:
                return delivery.put(target, call, request.store_id)
            case call:
                return delivery.verify(target, call)
    except TargetError as error:
        return Failed(error.trouble, error.detail)


def room_taken(root: Path) -> int:
    """Return how many characters the team's folder takes of those a path may have; names keep a part in any case."""
    return min(len(str(root)) + 1, _ROOM_FOR_NAMES)


class _Beats:
    """Signs of life."""

    def __init__(self, answers: IO[bytes]) -> None:
        self._answers = answers

    def __call__(self) -> None:
        write_line(self._answers, Beat())


def _private_output() -> IO[bytes]:
    """Keep standard output for the answers: what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return answers
