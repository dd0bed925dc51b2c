"""Makes `.venv` and keeps it equal to the lock.

A stamp remembers what the environment was made from, so that every later call costs a few file reads.
"""

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Dict, List

from tooling.package_index import pip_files, pip_settings, uv_variables
from tooling.python_search import OLDEST, ask, candidates, find_interpreter
from tooling.report import SetupError, say, shown
from tooling.uv_tool import get_uv

_COMPILED = Path(__file__).resolve().parent.parent / ".dev" / "compiled"
_SOURCES = ("requirements-dev.txt", "requirements.in", "pyproject.toml", "hatch_build.py", "clusterdesk/__init__.py")


def ensure_environment(root: Path) -> None:
    """Make or update `root/.venv` from requirements-dev.txt, the project installed in it as editable.

    Raises:
        SetupError: no Python, no uv, or the installation failed (uv has told why on the error stream).
    """
    stamp = root / ".venv" / "dev-stamp"
    if _read(stamp) == _fingerprint(root).encode() and program(root, "clusterdesk").exists():
        return
    environment = child_environment()
    python = _usable_python(root)
    if python is None:
        found = find_interpreter(candidates(dict(os.environ), home_folder()))
        uv = get_uv(root, found.path, environment)
        say("making .venv with Python %d.%d" % found.version)
        _run([*uv, "venv", "--quiet", "--clear", "--python", found.path, str(root / ".venv")], root, environment)
        python = str(program(root, "python"))
    else:
        uv = get_uv(root, python, environment)
    say("installing the locked packages")
    lock = str(root / "requirements-dev.txt")
    _run([*uv, "pip", "sync", "--quiet", "--python", python, "--require-hashes", lock], root, environment)
    editable = ["--no-build-isolation", "--no-deps", "--editable", str(root)]
    _run([*uv, "pip", "install", "--quiet", "--python", python, *editable], root, environment)
    stamp.write_bytes(_fingerprint(root).encode())


def ensure_catalogues(root: Path) -> None:
    """Compile the message catalogues when a translation is newer than the last compilation."""
    folder = root / "resources" / "locale"
    sources = sorted(folder.glob("*/*.po"))
    compiled = sorted(folder.glob("*/LC_MESSAGES/*.mo"))
    newest = max([path.stat().st_mtime_ns for path in sources], default=0)
    languages = {path.parent.name for path in sources}
    if len(compiled) >= len(languages) and all(path.stat().st_mtime_ns >= newest for path in compiled):
        return
    command = [str(program(root, "python")), "-m", "clusterdesk.i18n.catalogue", "compile"]
    _run(command, root, child_environment(), quiet=True)


def program(root: Path, name: str) -> Path:
    """Return the path of a program inside `.venv`."""
    if os.name == "nt":
        return root / ".venv" / "Scripts" / (name + ".exe")
    return root / ".venv" / "bin" / name


def child_environment() -> Dict[str, str]:
    """Return the variables for the processes we start: UTF-8 everywhere, pip's index for uv, nobody else's Python."""
    environment = dict(os.environ)
    home = home_folder()
    pip = pip_settings(environment, pip_files(environment, home))
    environment.update(uv_variables(environment, pip))
    for name in ("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV"):
        environment.pop(name, None)
    if not environment.get("HOME", "x"):
        environment["HOME"] = str(home)
    environment["PYTHONUTF8"] = "1"
    if environment.pop("PYTHONDONTWRITEBYTECODE", ""):
        # who wants no compiled modules among the sources gets them aside: without any, each start compiles libraries
        environment.setdefault("PYTHONPYCACHEPREFIX", str(_COMPILED))
    if sys.platform.startswith("linux") and environment.get("LC_ALL") in ("C", "POSIX"):
        # Qt would switch by itself, after four lines of complaint
        environment["LC_ALL"] = "C.UTF-8"
    return environment


def home_folder() -> Path:
    """Return the folder of this person; where HOME is empty, as services and containers leave it, the system knows."""
    if os.environ.get("HOME", "x"):
        return Path(os.path.expanduser("~"))
    import pwd

    try:
        return Path(pwd.getpwuid(os.getuid()).pw_dir)
    except KeyError:
        return Path("/")


def _usable_python(root: Path) -> "str | None":
    python = str(program(root, "python"))
    found = ask([python])
    return python if found is not None and found.version >= OLDEST else None


def _fingerprint(root: Path) -> str:
    """Return one hash of what the environment depends on: lock, project description, Python, place."""
    digest = hashlib.sha256(str(root).encode("utf-8", "surrogateescape"))
    for name in (*_SOURCES, ".venv/pyvenv.cfg"):
        digest.update(_read(root / name))
    return digest.hexdigest()


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""


def _run(command: List[str], root: Path, environment: Dict[str, str], quiet: bool = False) -> None:
    output = subprocess.DEVNULL if quiet else None
    done = subprocess.run(command, cwd=str(root), env=environment, stdin=subprocess.DEVNULL, stdout=output, check=False)
    if done.returncode:
        raise SetupError("this command failed, its reason stands above: " + shown(command))
