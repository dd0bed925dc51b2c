"""The helper process that reads one large file and ends: its memory and its time are limited, and it may be killed.

``python -m clusterdesk --read-list`` (packaged: ``clusterdesk --read-list``) takes a job on standard input and answers
in frames on standard output (see ``wire``). It knows no binder and opens no window.
"""

import contextlib
import os
import sys
from typing import IO

import msgspec

from clusterdesk.base.errors import KnownError
from clusterdesk.exchange.reading.progress import Progress
from clusterdesk.exchange.reading.refusals import refusal
from clusterdesk.exchange.reading.wire import FAILED, PROGRESS, TABLE, Job, plain_error, plain_table, write_frame

_ROWS_A_REPORT = 5_000


def main() -> int:
    """Do one job; a known error is an answer, anything else ends the process with a code of its own."""
    answers = _private_output()
    job = msgspec.msgpack.decode(sys.stdin.buffer.read(), type=Job)
    _limit(job)
    try:
        _answer(job, answers)
    except MemoryError:
        return 1
    return 0


def _answer(job: Job, answers: IO[bytes]) -> None:
    from pathlib import Path

    from clusterdesk.exchange.reading.open_source import read_here

    path = Path(job.path)
    try:
        kind, content = TABLE, plain_table(read_here(path, job.options, _reports(answers), None))
    except KnownError as error:
        kind, content = FAILED, plain_error(error)
    except MemoryError:
        kind, content = FAILED, plain_error(refusal("file_too_heavy", name=path.name))
    write_frame(answers, kind, content)


def _reports(answers: IO[bytes]) -> Progress:
    told = -_ROWS_A_REPORT

    def report(done: int, total: int) -> None:
        nonlocal told
        if done - told >= _ROWS_A_REPORT or done == total:
            told = done
            write_frame(answers, PROGRESS, (done, total))

    return report


def _private_output() -> IO[bytes]:
    """Keep standard output for the answers: what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    return answers


def _limit(job: Job) -> None:
    """Limit memory and time where the system can; whoever started us watches the clock in any case."""
    if sys.platform == "win32":
        return
    import resource

    for kind, most in ((resource.RLIMIT_AS, job.memory), (resource.RLIMIT_CPU, job.seconds)):
        with contextlib.suppress(ValueError, OSError):  # a lower limit of the system's own stays
            resource.setrlimit(kind, (most, most))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
