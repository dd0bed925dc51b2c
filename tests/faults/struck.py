"""Strikes a working store at one system call after the other; run as a program by ``test_struck``.

Usage: struck.py FOLDER BINDER MOST. Everything is imported and read once; each strike is a forked child that works on
its own copy of the binder with ``strace`` attached, which kills it, or makes the call fail, at the N-th call of a kind.
What the child was told is done it sends through a socket; what is left of the binder is looked through afterwards. One
line of JSON a strike on standard output: ``{"call", "how", "n", "said", "problems"}``.
"""

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections import Counter
from pathlib import Path

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.services.records import add_record
from clusterdesk.store.backup import list_backups, verify
from clusterdesk.store.binder import BinderFolder
from clusterdesk.store.integrity import check_store
from clusterdesk.store.opening import open_store

STRIKES = (
    ("KILL", ("pwrite64", "write", "fdatasync", "fsync", "rename", "unlink", "ftruncate")),
    ("ENOSPC", ("pwrite64", "write", "fdatasync", "fsync")),
    ("EIO", ("pwrite64", "write", "fdatasync", "fsync", "rename", "pread64")),
)
_WORDS = "Nouvelle scie livrée le 12 ; goulot au ponçage. " * 200
_DOCUMENT = b"%PDF-1.4 " + bytes(range(256)) * 40


def work(binder: Path, said: socket.socket) -> None:
    """Do a bit of everything that writes, and say what was done; what is refused must be told as a known error."""

    def say(*words: str) -> None:
        # Sent, not written: writing is what is struck.
        said.sendall((" ".join(words) + "\n").encode())

    try:
        store = open_store(binder, "here")
        for number in range(3):
            made = Organisation(name=f"Atelier {number}", notes=_WORDS)
            try:
                add_record(store, AddRecord(record=made))
            except KnownError as error:
                say("refused", error.code)
            else:
                say("record", made.id.hex)
            if number == 1:
                try:
                    say("document", store.documents.add(_DOCUMENT))
                    say("backup", store.back_up("manual").path.name)
                except KnownError as error:
                    say("refused", error.code)
        store.close()
    except KnownError as error:
        say("refused", error.code)
    except BaseException as error:  # noqa: BLE001 - whatever it is, the test has to hear of it
        say("bug", repr(error))


def strike(binder: Path, call: str, how: str, n: int) -> dict[str, object]:
    """Let a child work while one of its calls is struck; tell what it said and what is wrong afterwards."""
    deed = "signal=KILL" if how == "KILL" else f"error={how}"
    said = traced(binder, "-o", os.devnull, "-e", f"trace={call}", "-e", f"inject={call}:{deed}:when={n}")
    problems = [line for line in said if line.startswith("bug")] + remains(binder, said)
    return {"call": call, "how": how, "n": n, "said": said, "problems": problems}


def traced(binder: Path, *options: str) -> list[str]:
    """Let a child work under ``strace``; return what it said."""
    here, there = socket.socketpair()
    child = os.fork()
    if child == 0:
        here.close()
        os.kill(os.getpid(), signal.SIGSTOP)
        work(binder, there)
        os._exit(0)
    there.close()
    os.waitpid(child, os.WUNTRACED)
    tracer = subprocess.Popen(["strace", "-f", "-qq", *options, "-p", str(child)], stderr=subprocess.DEVNULL)
    while not _is_traced(child) and tracer.poll() is None:
        os.sched_yield()
    os.kill(child, signal.SIGCONT)
    with here, here.makefile(encoding="utf-8") as told:
        said = told.read().splitlines()
    os.waitpid(child, 0)
    tracer.wait()
    return said


def calls_made(folder: Path, binder: Path) -> Counter[str]:
    """Count the calls of the work when nothing strikes."""
    copy, log = folder / "counted", folder / "calls.txt"
    shutil.copytree(binder, copy)
    kinds = {call for _, calls in STRIKES for call in calls}
    traced(copy, "-o", str(log), "-e", f"trace={','.join(sorted(kinds))}")
    shutil.rmtree(copy)
    return Counter(re.findall(r"^\d+ +(\w+)\(", log.read_text(encoding="utf-8", errors="replace"), re.MULTILINE))


def _is_traced(process: int) -> bool:
    status = Path(f"/proc/{process}/status").read_text(encoding="ascii")
    return "TracerPid:\t0\n" not in status


def remains(binder: Path, said: list[str]) -> list[str]:
    """Open what is left as the next start would, and tell what of what was said to be done is not there."""
    store = open_store(binder, "here")
    try:
        problems = list(check_store(store).problems)
        there = {one.id.hex for one in store.find(Organisation)}
        for line in said:
            kind, _, name = line.partition(" ")
            if kind == "record" and name not in there:
                problems.append(f"lost: {line}")
            elif kind == "document" and store.documents.read(name) != _DOCUMENT:
                problems.append(f"damaged: {line}")
            elif kind == "backup":
                verify(binder / "backups" / name, None)
        for one in list_backups(BinderFolder(binder)):
            verify(one.path, None)
        add_record(store, AddRecord(record=Organisation(name="Après")))
        problems += check_store(store).problems
    finally:
        store.close()
    return problems


def main() -> int:
    """Strike so many calls of each kind, evenly spread over the work; all of them where 0 is asked for."""
    folder, binder, most = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    made = calls_made(folder, binder)
    for how, calls in STRIKES:
        for call in calls:
            step = max(1, made[call] // most) if most else 1
            for n in range(1, made[call] + 1, step):
                copy = folder / "struck"
                shutil.copytree(binder, copy)
                print(json.dumps(strike(copy, call, how, n)), flush=True)
                shutil.rmtree(copy)
    return 0


if __name__ == "__main__":
    sys.exit(main())
