"""The helper process seen from the program: started when needed, watched, killed and replaced when it hangs."""

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from queue import Empty, Queue
from threading import Lock, Thread
from typing import IO, Protocol

import msgspec

from clusterdesk.domain.outgoing.states import Trouble
from clusterdesk.sync.wire import Beat, Failed, Outcome, Request, read_answer, write_line

ENTRY = "--drive-helper"
SILENCE_SECONDS = 30.0
_GRACE_SECONDS = 5.0
_ROOT = Path(__file__).resolve().parents[2]


class Asking(Protocol):
    """What answers requests about the drive."""

    def ask(self, request: Request) -> Outcome:
        """Return the answer; trouble with the drive, or with the helper, is one."""
        ...

    def renew(self) -> None:
        """Remember nothing of what was read before."""
        ...


class DriveHelper:
    """Asks a helper process; one thread at a time may ask it, any may close it, which ends an answer waited for.

    ``silence_seconds``: how long it may say nothing while it works; then it is killed, and the next request gets a
    new one. A killed process that the system cannot end – it waits for a dead share – is waited for: there is never
    a second one beside it.
    """

    def __init__(self, silence_seconds: float = SILENCE_SECONDS, command: list[str] | None = None) -> None:
        """Start nothing yet."""
        self._silence = silence_seconds
        self._command = command or usual_command()
        self._process: subprocess.Popen[bytes] | None = None
        self._answers: Queue[Beat | Outcome | None] = Queue()
        self._listener: Thread | None = None
        self._stuck: subprocess.Popen[bytes] | None = None
        # The window closes the helper while a thread may be starting it: then one waits for the other.
        self._changing = Lock()

    @property
    def process_id(self) -> int | None:
        """Return the id of the process that works now, if any."""
        return self._process.pid if self._process is not None else None

    def ask(self, request: Request) -> Outcome:
        """Return the answer to a request; ``Failed`` with ``HUNG`` where there was none in time."""
        if self._stuck is not None:
            if self._stuck.poll() is None:
                return Failed(Trouble.HUNG)
            self._stuck = None
        try:
            process = self._running()
            assert process.stdin is not None
            write_line(process.stdin, request)
        except (OSError, ValueError) as error:  # ValueError: it was closed meanwhile
            self.close()
            return Failed(Trouble.REFUSED, getattr(error, "strerror", None) or "")
        while True:
            try:
                answer = self._answers.get(timeout=self._silence)
            except Empty:
                self._end()
                return Failed(Trouble.HUNG)
            if answer is None:  # it has ended: killed by somebody, or by the system
                self._end()
                return Failed(Trouble.HUNG)
            if not isinstance(answer, Beat):
                return answer

    def renew(self) -> None:
        """Let the next request have a new process: it remembers nothing of what this one has read."""
        self.close()

    def close(self) -> None:
        """End the helper."""
        process = self._process
        if process is not None and process.stdin is not None:
            with suppress(OSError):  # it has ended already
                process.stdin.close()
        self._end()

    def _running(self) -> "subprocess.Popen[bytes]":
        with self._changing:
            if self._process is not None:
                return self._process
            process, answers = self._start(), Queue[Beat | Outcome | None]()
            assert process.stdout is not None
            listener = Thread(target=_listen, args=(process.stdout, answers), name="drive-helper", daemon=True)
            listener.start()
            self._process, self._answers, self._listener = process, answers, listener
            return process

    def _start(self) -> "subprocess.Popen[bytes]":
        environment = dict(os.environ)
        if not getattr(sys, "frozen", False):
            environment["PYTHONPATH"] = os.pathsep.join(filter(None, (str(_ROOT), os.environ.get("PYTHONPATH"))))
        return subprocess.Popen(
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )

    def _end(self) -> None:
        """Kill the process where it has not ended; remember one that cannot be ended."""
        with self._changing:
            process, listener = self._process, self._listener
            self._process = self._listener = None
        if process is None:
            return
        process.kill()
        try:
            process.wait(_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self._stuck = process
            return
        if listener is not None:
            listener.join()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with suppress(OSError):  # nobody reads the other end any more
                    stream.close()


def usual_command() -> list[str]:
    """Return how the helper is started, also inside the packaged program."""
    if getattr(sys, "frozen", False):
        return [sys.executable, ENTRY]
    return [sys.executable, "-P", "-X", "utf8", "-m", "clusterdesk", ENTRY]


def _listen(stream: IO[bytes], answers: "Queue[Beat | Outcome | None]") -> None:
    """Hand on what the helper says; None when it has ended or speaks nonsense."""
    try:
        while (answer := read_answer(stream)) is not None:
            answers.put(answer)
    except (msgspec.DecodeError, ValueError, OSError):
        pass
    answers.put(None)
