"""Makes the requirements locks: universal, by hash, and without any address, so that they hold for every index."""

import subprocess
from pathlib import Path
from typing import List

from tooling.environment import child_environment, program
from tooling.report import SetupError, say, shown
from tooling.uv_tool import get_uv

LOCKS = ("requirements-uv", "requirements-dev", "requirements")
_OPTIONS = ("--universal", "--python-version=3.12", "--generate-hashes", "--no-annotate", "--no-header")
_SIDE_INDEXES = ("UV_INDEX", "UV_EXTRA_INDEX_URL", "UV_FIND_LINKS")
_HEADER = "# Made by `python3 dev.py lock` from %s.in; hash-checked, holds for every system and package index.\n"


def make_locks(root: Path, arguments: List[str]) -> None:
    """Write each lock anew from the `.in` file beside it; versions stay where they can unless `--upgrade` is given.

    Raises:
        SetupError: uv could not resolve the packages (it has told why on the error stream).
    """
    # A side index may carry files for one system only, and then the lock would hold for that system only.
    environment = {name: value for name, value in child_environment().items() if name not in _SIDE_INDEXES}
    uv = get_uv(root, str(program(root, "python")), environment)
    for name in LOCKS:
        say("resolving %s.in" % name)
        # the lock to run with takes the very versions that the tests ran with
        constraint = ["--constraint", "requirements-dev.txt"] if name == "requirements" else []
        command = [*uv, "pip", "compile", "--quiet", *_OPTIONS, *constraint, *arguments]
        command += [name + ".in", "--output-file", name + ".txt"]
        if subprocess.run(command, cwd=str(root), env=environment, stdin=subprocess.DEVNULL, check=False).returncode:
            raise SetupError("this command failed, its reason stands above: " + shown(command))
        lock = root / (name + ".txt")
        pins = lock.read_text(encoding="utf-8").lstrip()
        lock.write_text(_HEADER % name + pins, encoding="utf-8")
