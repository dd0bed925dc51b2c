"""Everything one does with this project, in one word: `python3 dev.py COMMAND` (on Windows: `py dev.py COMMAND`).

Standard library only, and written for old Pythons, because it has to find a newer one: whatever Python starts it, the
commands run in `.venv`, which it makes from the hash-checked lock.
"""

import os
import subprocess
import sys
from pathlib import Path
from typing import Callable, Dict, List

if sys.version_info < (3, 8):
    sys.exit("dev.py: start this with Python 3.8 or newer; it then finds the one ClusterDesk needs (3.12 or newer).")

from tooling import system_packages
from tooling.environment import child_environment, ensure_catalogues, ensure_environment, program
from tooling.pytest_options import pytest_options, usable_cores
from tooling.report import SetupError, say

ROOT = Path(__file__).resolve().parent


def setup(arguments: List[str]) -> int:
    """Make .venv, install the locked packages and, on Debian and Ubuntu, the system libraries Qt needs."""
    _get_ready()
    say("ready: python3 dev.py demo")
    return 0


def run(arguments: List[str]) -> int:
    """Open the window on the last binder, or run a sub-command of clusterdesk."""
    _get_ready()
    return _call([str(program(ROOT, "clusterdesk")), *arguments])


def demo(arguments: List[str]) -> int:
    """Make the sample binder, print its visit sheets, open the window (--fresh rebuilds the sample)."""
    _get_ready()
    return _call([str(program(ROOT, "clusterdesk")), "demo", *arguments])


def test(arguments: List[str]) -> int:
    """Run the tests on every core; arguments go to pytest; without any, coverage is held to its floor."""
    _get_ready(tests=True)
    options = pytest_options(ROOT, arguments, usable_cores())
    # the monitoring of Python 3.12+ measures lines at a fraction of the tracer's cost
    return _call(_python("-m", "pytest", *options), QT_QPA_PLATFORM="offscreen", COVERAGE_CORE="sysmon")


def lint(arguments: List[str]) -> int:
    """Check style, formatting and types (ruff, mypy --strict); --fix mends what can be mended."""
    _get_ready()
    ruff = str(program(ROOT, "ruff"))
    if arguments == ["--fix"]:
        _call([ruff, "check", "--fix", "."])
        _call([ruff, "format", "."])
    steps = ([ruff, "check", "."], [ruff, "format", "--check", "."], _python("-m", "mypy"))
    return max([_call(step) for step in steps])


def bench(arguments: List[str]) -> int:
    """Run the benchmarks, or the one named."""
    _get_ready()
    return _call(_python("-m", "benchmarks", *arguments))


def build(arguments: List[str]) -> int:
    """Make the folder app in dist/clusterdesk and let it test itself."""
    _get_ready()
    failed = _call(_python("-m", "PyInstaller", "--noconfirm", "--log-level=WARN", *arguments, "build.spec"))
    if failed:
        return failed
    name = "clusterdesk.exe" if os.name == "nt" else "clusterdesk"
    return _call([str(ROOT / "dist" / "clusterdesk" / name), "selftest"], QT_QPA_PLATFORM="offscreen")


def i18n(arguments: List[str]) -> int:
    """Work on the message catalogues: extract, update, compile, check."""
    ensure_environment(ROOT)
    return _call(_python("-m", "clusterdesk.i18n.catalogue", *arguments))


def lock(arguments: List[str]) -> int:
    """Make the locks anew from the .in files (--upgrade takes newer versions)."""
    from tooling.locks import make_locks

    make_locks(ROOT, arguments)
    return 0


COMMANDS: Dict[str, Callable[[List[str]], int]] = {
    command.__name__: command for command in (setup, run, demo, test, lint, bench, build, i18n, lock)
}


def main(arguments: List[str]) -> int:
    """Run one command and return its exit code; a problem is told in a sentence and ends with 1."""
    if not arguments or arguments[0] not in COMMANDS:
        print("usage: python3 dev.py COMMAND [ARGUMENTS]\n")
        for name, command in COMMANDS.items():
            print("  %-6s %s" % (name, command.__doc__))
        return 0 if arguments in ([], ["-h"], ["--help"], ["help"]) else 2
    try:
        return COMMANDS[arguments[0]](arguments[1:])
    except SetupError as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        return 130


def _get_ready(tests: bool = False) -> None:
    ensure_environment(ROOT)
    ensure_catalogues(ROOT)
    system_packages.ensure(system_packages.WINDOW + (system_packages.TESTS if tests else ()))
    if tests:
        system_packages.ensure(system_packages.BROWSER)


def _python(*arguments: str) -> List[str]:
    return [str(program(ROOT, "python")), *arguments]


def _call(command: List[str], **variables: str) -> int:
    """Run a command in the project with our terminal and return its exit code; a signal counts as 128 + its number."""
    code = subprocess.call(command, cwd=str(ROOT), env=dict(child_environment(), **variables))
    return code if code >= 0 else 128 - code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
