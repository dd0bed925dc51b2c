"""Finds a Python new enough to run ClusterDesk.

A name on PATH proves nothing: version managers leave shims there that exit 127, folders keep broken installations. So
each candidate is run and asked for its version before it is trusted.
"""

import os
import sys
from pathlib import Path
from typing import Dict, Iterable, Iterator, List, NamedTuple, Optional, Sequence, Tuple

from tooling.report import SetupError, output_of

OLDEST = (3, 12)
# Developed on 3.13; older ones down to OLDEST work too; newer ones may lack wheels for a while.
PREFERENCE = ((3, 13), (3, 14), (3, 12))

_QUESTION = "import sys; print(sys.implementation.name, sys.version_info[0], sys.version_info[1], sys.executable)"


class Interpreter(NamedTuple):
    """A Python that answered: its version (major, minor) and the path it calls itself by."""

    version: Tuple[int, int]
    path: str


def find_interpreter(commands: Iterable[Sequence[str]]) -> Interpreter:
    """Return the Python to build `.venv` with, among candidates: 3.13 where there is one.

    Raises:
        SetupError: no Python of at least 3.12 answered.
    """
    best: Optional[Interpreter] = None
    for command in commands:
        found = ask(command)
        if found is None or found.version < OLDEST:
            continue
        if found.version == PREFERENCE[0]:
            return found
        if best is None or _rank(found.version) < _rank(best.version):
            best = found
    if best is None:
        raise SetupError(
            "ClusterDesk needs Python 3.12 or newer (3.13 is best) and none was found on PATH or in the folders of "
            "pyenv, asdf, mise and uv: install Python 3.13 and run this command again."
        )
    return best


def ask(command: Sequence[str]) -> Optional[Interpreter]:
    """Run a candidate and return what it says it is; None when it does not run, or is not CPython."""
    answer = output_of([*command, "-I", "-c", _QUESTION], seconds=20)
    words = (answer or "").strip().split(None, 3)
    if len(words) != 4 or words[0] != "cpython" or not (words[1].isdigit() and words[2].isdigit()):
        return None
    return Interpreter((int(words[1]), int(words[2])), words[3])


def candidates(environment: Dict[str, str], home: Path) -> Iterator[List[str]]:
    """Yield commands worth asking, the likeliest first, each path once."""
    seen = set()
    for command in _all_candidates(environment, home):
        key = tuple(command)
        if key not in seen:
            seen.add(key)
            yield command


def _all_candidates(environment: Dict[str, str], home: Path) -> Iterator[List[str]]:
    if sys.version_info[:2] == PREFERENCE[0]:
        yield [sys.executable]
    folders = [Path(folder) for folder in environment.get("PATH", "").split(os.pathsep) if folder]
    managed = [folder for pattern in _manager_folders(environment, home) for folder in _newest_first(pattern)]
    for version in PREFERENCE:
        name = "python%d.%d" % version
        for folder in folders + managed:
            yield from _present(folder, name)
        if os.name == "nt":
            yield ["py", "-%d.%d" % version]
    for folder in folders + managed:
        yield from _present(folder, "python3")
        yield from _present(folder, "python")
    yield [sys.executable]


def _present(folder: Path, name: str) -> Iterator[List[str]]:
    path = folder / (name + ".exe" if os.name == "nt" else name)
    if path.is_file():
        yield [str(path)]


def _manager_folders(environment: Dict[str, str], home: Path) -> Iterator[Tuple[Path, str]]:
    """Yield (root, glob) of the places where version managers and installers keep whole Pythons."""
    data = Path(environment.get("XDG_DATA_HOME") or home / ".local" / "share")
    yield Path(environment.get("PYENV_ROOT") or home / ".pyenv"), "versions/*/bin"
    yield Path(environment.get("ASDF_DATA_DIR") or home / ".asdf"), "installs/python/*/bin"
    yield Path(environment.get("MISE_DATA_DIR") or data / "mise"), "installs/python/*/bin"
    yield Path(environment.get("UV_PYTHON_INSTALL_DIR") or data / "uv" / "python"), "*/bin"
    yield Path("/opt/homebrew"), "bin"
    yield Path("/usr/local"), "bin"
    yield Path("/Library/Frameworks/Python.framework/Versions"), "*/bin"
    for variable, pattern in (
        ("LOCALAPPDATA", "Programs/Python/Python3*"),
        ("PROGRAMFILES", "Python3*"),
        ("APPDATA", "uv/python/*"),
        ("USERPROFILE", ".pyenv/pyenv-win/versions/*"),
    ):
        if environment.get(variable):
            yield Path(environment[variable]), pattern


def _newest_first(place: Tuple[Path, str]) -> List[Path]:
    root, pattern = place
    try:
        return sorted(root.glob(pattern), key=_numbers, reverse=True)
    except OSError:
        return []


def _numbers(path: Path) -> List[int]:
    """Return the numbers in a path, so that 3.13.10 counts as newer than 3.13.9."""
    return [int(word) for word in "".join(c if c.isdigit() else " " for c in str(path)).split()]


def _rank(version: Tuple[int, int]) -> Tuple[int, int]:
    place = PREFERENCE.index(version) if version in PREFERENCE else len(PREFERENCE)
    return place, version[1]
