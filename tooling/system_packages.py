"""The system libraries that Qt's wheels leave to the system, on Debian and Ubuntu.

Wheels for Linux carry Qt itself but not the X11, OpenGL and font libraries below it. Minimal images have none of them:
the window then dies with "could not load the Qt platform plugin". Lists tried in minimal roots of Debian 12 and 13.
"""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Dict, List, Sequence, Tuple

from tooling.report import output_of, say, shown, succeeds

Package = Tuple[str, ...]  # one library, by the names it goes by; newer releases renamed some

WINDOW: Tuple[Package, ...] = (
    # what PySide6 loads even without a display
    ("libgl1",),
    ("libegl1",),
    ("libxkbcommon0",),
    ("libdbus-1-3",),
    ("libfontconfig1",),
    ("libfreetype6",),
    ("libglib2.0-0", "libglib2.0-0t64"),
    ("libgssapi-krb5-2",),
    # a window on X11
    ("libxcb-cursor0",),
    ("libxcb-icccm4",),
    ("libxcb-keysyms1",),
    ("libxcb-shape0",),
    ("libxcb-xkb1",),
    ("libxkbcommon-x11-0",),
    # the print dialog
    ("libcups2", "libcups2t64"),
)
TESTS: Tuple[Package, ...] = (("xvfb",), ("xauth",), ("poppler-utils",))
# By itself: where a release offers none (Ubuntu has it as a snap only), the others come all the same.
BROWSER: Tuple[Package, ...] = (("chromium",),)


def ensure(packages: Sequence[Package]) -> bool:
    """Install the missing ones among `packages` when we may, else print the one command that does.

    Returns:
        Whether all are there now; True on systems that are not Debian's, which are not ours to check.
    """
    if not Path("/etc/debian_version").exists() or not shutil.which("dpkg-query"):
        return True
    absent = missing(packages, installed())
    if not absent:
        return True
    say("missing system packages: " + " ".join(names[0] for names in absent))
    if can_install() and install([_offered(names) for names in absent]):
        return True
    wanted = [_offered(names) for names in absent]
    say("install them with this command: sudo " + shown(["apt-get", "install", "-y", *wanted]))
    return False


def missing(packages: Sequence[Package], present: Sequence[str]) -> List[Package]:
    """Return the packages of which no name is among `present`."""
    return [names for names in packages if not any(name in present for name in names)]


def installed() -> List[str]:
    """Return the names of the packages Debian has installed and set up."""
    listed = output_of(["dpkg-query", "-W", "-f=${db:Status-Status} ${Package}\\n"]) or ""
    return [line.split()[1] for line in listed.splitlines() if line.startswith("installed ")]


def can_install() -> bool:
    """Tell whether apt-get may be run without asking anybody: as root, or by a sudo that wants no password."""
    return bool(shutil.which("apt-get")) and (_is_root() or succeeds(["sudo", "-n", "true"]))


def install(names: Sequence[str]) -> bool:
    """Install packages by apt-get; the lists are fetched first, since images come without them."""
    prefix = [] if _is_root() else ["sudo", "-n"]
    say("installing " + " ".join(names))
    _apt([*prefix, "apt-get", "-qq", "update"])
    return _apt([*prefix, "apt-get", "-qq", "-y", "--no-install-recommends", "install", *names])


def _apt(command: List[str]) -> bool:
    environment: Dict[str, str] = dict(os.environ, DEBIAN_FRONTEND="noninteractive", LC_ALL="C")
    done = subprocess.run(command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)
    return done.returncode == 0


def _offered(names: Package) -> str:
    """Return the name under which this release offers a package."""
    for name in names:
        if (output_of(["apt-cache", "show", name]) or "").strip():
            return name
    return names[0]


def _is_root() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0
