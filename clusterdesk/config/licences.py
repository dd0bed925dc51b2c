"""Everything this program is made of, with its licence: what ships beside it, and the libraries it stands on.

Read from the folder of resources and from the metadata that packages are installed with; nothing is asked of a network.
"""

import platform
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path

from clusterdesk import __version__
from clusterdesk.base.marks import N_
from clusterdesk.base.resources import resource

PROGRAM = "clusterdesk"
_WANTED = re.compile(r"([A-Za-z0-9._-]+)\s*(?:\[([^\]]*)\])?")
_EXTRA = re.compile(r"extra\s*==\s*['\"]([^'\"]+)['\"]")
_UNTOLD = {"sqlcipher3": "Zlib"}  # packages that say it in their text only
_CLASSIFIER = "License :: OSI Approved :: "
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)
_LONGEST_SHORT = 60


@dataclass(frozen=True, slots=True)
class Licence:
    """A part: its name, its version (perhaps empty), its licence in short, what it is to us (a msgid), its texts."""

    name: str
    version: str
    licence: str
    kind: str
    files: tuple[Path, ...] = ()

    def text(self) -> str:
        """Return the whole text of the licence; empty where the package brought none."""
        found = []
        for path in self.files:
            try:
                found.append(path.read_text(encoding="utf-8", errors="replace").strip())
            except OSError:
                continue
        return "\n\n\n".join(found)


FONT, ICONS, DATA, LIBRARY, LANGUAGE = N_("Font"), N_("Icons"), N_("Data"), N_("Library"), N_("Language")
_SHIPPED = (
    ("Inter", "4.1", "OFL-1.1", FONT, ("fonts", "OFL.txt")),
    ("DejaVu Sans", "2.37", "Bitstream Vera", FONT, ("fonts", "LICENSE-DejaVu.txt")),
    ("Lucide", "", "ISC", ICONS, ("icons", "LICENSE.txt")),
    ("NACE-BEL", "", "MIT", DATA, ("reference", "LICENSE-nace.txt")),
)


@cache
def licences() -> tuple[Licence, ...]:
    """Return all parts: what ships with the program first, then Python, then the libraries by name."""
    shipped = [
        Licence(name, version, licence, kind, (resource(*place),)) for name, version, licence, kind, place in _SHIPPED
    ]
    python = Licence("Python", platform.python_version(), "PSF-2.0", LANGUAGE, tuple(_python_licence()))
    libraries = sorted(_libraries(), key=lambda one: one.name.casefold())
    return (*shipped, python, *libraries)


def versions() -> str:
    """Return one line that says which program runs on what, to be copied into a message."""
    return f"ClusterDesk {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}"


def _libraries() -> Iterator[Licence]:
    """Yield the packages the program needs, and those they need, as they are installed here."""
    waiting: list[tuple[str, frozenset[str]]] = [(PROGRAM, frozenset())]
    seen = {PROGRAM}
    while waiting:
        for wanted, extras in _wanted(*waiting.pop()):
            try:
                found = metadata.distribution(wanted)
            except metadata.PackageNotFoundError:
                continue  # for another system
            if wanted in seen:
                continue
            seen.add(wanted)
            waiting.append((wanted, extras))
            yield Licence(found.metadata["Name"], found.version, _short(found), LIBRARY, tuple(_files(found)))


def _wanted(name: str, extras: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield what a package needs, with the extras asked for of each."""
    try:
        lines = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return
    for line in lines:
        only, found = _EXTRA.search(line), _WANTED.match(line)
        if found is not None and (only is None or only[1] in extras):
            yield _plain(found[1]), frozenset((found[2] or "").replace(" ", "").split(",")) - {""}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _short(found: metadata.Distribution) -> str:
    """Return the licence in a few words, from the newest kind of metadata a package has."""
    about = found.metadata
    expression = about.get("License-Expression")
    if expression:
        return str(expression)
    classified = [
        each.removeprefix(_CLASSIFIER) for each in about.get_all("Classifier") or [] if each.startswith(_CLASSIFIER)
    ]
    said = str(about.get("License") or "").strip().split("\n")[0]
    if said and len(said) <= _LONGEST_SHORT:
        return said
    return ", ".join(classified) or _UNTOLD.get(_plain(about["Name"]), "")


def _files(found: metadata.Distribution) -> Iterator[Path]:
    for each in found.files or []:
        if ".dist-info" in str(each) and _LICENCE_FILE.search(each.name):
            yield Path(str(each.locate()))


def _python_licence() -> Iterator[Path]:
    for folder in (Path(sys.base_prefix), Path(sys.base_prefix, "lib", f"python3.{sys.version_info.minor}")):
        path = folder / "LICENSE.txt"
        if path.is_file():
            yield path
            return
