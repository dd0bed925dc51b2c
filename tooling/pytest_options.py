"""How `dev.py test` calls pytest: on every core for a whole run, in one process for one file and for a debugger."""

import os
from pathlib import Path
from typing import List, Sequence

# A worker takes half a gigabyte: no more of them unless `-n` asks for it.
_MOST_WORKERS = 4
# Whoever says one of these wants to choose, to step through a test, or to see what it prints.
_CHOOSES = ("-n", "--numprocesses", "--dist", "--pdb", "--trace", "-s", "--capture", "--collect-only", "--co")
_PARALLEL = ("--dist=loadfile", "--no-loadscope-reorder", "--max-worker-restart=0")


def pytest_options(root: Path, arguments: Sequence[str], cores: int) -> List[str]:
    """Return the options pytest is called with.

    Args:
        root: the project, which paths among the arguments are relative to.
        arguments: what was typed after `dev.py test`; nothing means everything, with coverage held to its floor.
        cores: how many processes may run side by side.
    """
    chosen = list(arguments) or ["--cov", "--cov-report=term"]
    if cores < 2 or _chooses(arguments) or _is_one_file(root, arguments):
        return chosen
    return ["--numprocesses=%d" % min(cores, _MOST_WORKERS), *_PARALLEL, *chosen]


def usable_cores() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _chooses(arguments: Sequence[str]) -> bool:
    return any(
        argument.partition("=")[0] in _CHOOSES
        or argument.endswith("no:xdist")
        or (argument.startswith("-n") and argument[2:].isdigit())
        for argument in arguments
    )


def _is_one_file(root: Path, arguments: Sequence[str]) -> bool:
    paths = [root / argument.partition("::")[0] for argument in arguments if not argument.startswith("-")]
    named = {path for path in paths if path.exists()}
    return len(named) == 1 and all(path.is_file() for path in named)
