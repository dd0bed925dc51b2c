"""Gets `uv`, the installer: the one that is there, or a private one that touches nothing outside the project.

On a bare machine much may be missing: pip, the ensurepip module (Debian keeps it apart), the right to install into the
system's Python (PEP 668). Each way is tried in turn, the private copy lands in `.dev/uv`.
"""

import os
import shutil
import sys
from pathlib import Path
from typing import Dict, Iterator, List, Optional

from tooling.report import SetupError, output_of, say, succeeds
from tooling.system_packages import can_install, install

# Universal resolution, hash checking and UV_DEFAULT_INDEX are all there from this version on.
_OLDEST_UV = (0, 5)


def get_uv(root: Path, interpreter: str, environment: Dict[str, str]) -> List[str]:
    """Return the command that runs uv, fetching a private copy into `root/.dev/uv` when there is none.

    Args:
        root: the project.
        interpreter: a Python >= 3.12, whose pip or ensurepip fetches uv if need be.
        environment: variables for every process started.

    Raises:
        SetupError: no way worked.
    """
    private = root / ".dev" / "uv"
    for command in _present(interpreter, private):
        if _recent(output_of([*command, "--version"], env=environment)):
            return command
    say("fetching uv, the installer, into .dev/uv")
    lock = root / "requirements-uv.txt"
    for fetch in (_by_pip, _by_private_environment, _by_system_packages):
        shutil.rmtree(str(private), ignore_errors=True)
        if fetch(interpreter, private, lock, environment):
            return [str(_program(private))]
    raise SetupError(
        "uv, the installer, could not be fetched: neither pip nor venv works for %s, or the package index cannot be "
        "reached; install uv (or python3-venv) and run this command again." % interpreter
    )


def _present(interpreter: str, private: Path) -> Iterator[List[str]]:
    on_path = shutil.which("uv")
    if on_path:
        yield [on_path]
    yield [str(_program(private))]
    for python in (sys.executable, interpreter):
        yield [python, "-m", "uv"]


def _recent(answer: Optional[str]) -> bool:
    words = (answer or "").split()
    if len(words) < 2 or words[0] != "uv":
        return False
    numbers = [int(part) for part in words[1].split(".")[:2] if part.isdigit()]
    return tuple(numbers) >= _OLDEST_UV


def _program(folder: Path) -> Path:
    """Return where pip puts uv's program, below a `--target` folder or in a virtual environment."""
    name = "uv.exe" if os.name == "nt" else "uv"
    scripts = folder / "Scripts" / name
    return scripts if scripts.exists() else folder / "bin" / name


def _fetch(pip: List[str], where: List[str], lock: Path, private: Path, environment: Dict[str, str]) -> bool:
    command = [*pip, "install", "--quiet", "--require-hashes", "--only-binary=:all:", *where, "-r", str(lock)]
    return succeeds(command, env=environment, seconds=600) and _program(private).exists()


def _by_pip(interpreter: str, private: Path, lock: Path, environment: Dict[str, str]) -> bool:
    """Use a pip that is there, into a folder of our own: that is allowed where PEP 668 guards the system's Python."""
    return any(
        _fetch([python, "-m", "pip"], ["--target", str(private)], lock, private, environment)
        for python in (interpreter, sys.executable)
    )


def _by_private_environment(interpreter: str, private: Path, lock: Path, environment: Dict[str, str]) -> bool:
    """Make an environment with its own pip; needs ensurepip."""
    if not succeeds([interpreter, "-m", "venv", str(private)], env=environment, seconds=120):
        return False
    python = private / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    return _fetch([str(python), "-m", "pip"], [], lock, private, environment)


def _by_system_packages(interpreter: str, private: Path, lock: Path, environment: Dict[str, str]) -> bool:
    """Let Debian bring what it keeps apart from Python, where we may ask it to."""
    if not can_install() or not install(["python3-pip"]):
        return False
    return _by_pip("/usr/bin/python3", private, lock, environment)
