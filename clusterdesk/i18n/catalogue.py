"""Keeping the catalogues: ``python -m clusterdesk.i18n.catalogue extract|update|compile|check [--area X]``.

A tool of whoever writes the program, so it speaks English only. ``update`` brings the .po files of an area in
step with the source, the translator fills them, ``check`` says what is missing, ``compile`` writes the .mo files.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from clusterdesk.base.resources import resource
from clusterdesk.i18n.catalogue_checks import problems
from clusterdesk.i18n.catalogue_files import (
    TRANSLATED,
    CatalogueConflictError,
    area_files,
    compile_language,
    update_area,
)
from clusterdesk.i18n.extraction import extract_package

PACKAGE = Path(__file__).resolve().parents[1]


def extract(root: Path, package: Path, area: str | None) -> int:
    """Print the texts found, one a line, after their area."""
    for name, messages in sorted(extract_package(package).areas.items()):
        if area in (None, name):
            for message in messages.values():
                print(f"{name}\t{message.context}\t{message.msgid!r}\t{message.plural!r}")
    return 0


def update(root: Path, package: Path, area: str | None) -> int:
    """Write the .po files of all areas or of one; print how many texts still want a translation."""
    found = extract_package(package)
    for language in TRANSLATED:
        names = {path.stem for path in area_files(root, language)} | found.areas.keys()
        for name in sorted(names):
            if area in (None, name):
                total, missing = update_area(root, language, name, found.areas.get(name, {}).values())
                print(f"{language}/{name}.po: {total} texts, {missing} to translate")
    return 0


def compile_all(root: Path, package: Path, area: str | None) -> int:
    """Write the merged .mo file of each language."""
    for language in TRANSLATED:
        print(compile_language(root, language).relative_to(root))
    return 0


def check(root: Path, package: Path, area: str | None) -> int:
    """Print every problem; 1 when there is one."""
    found = list(problems(root, extract_package(package), area))
    for problem in found:
        print(problem)
    return int(bool(found))


_COMMANDS: dict[str, Callable[[Path, Path, str | None], int]] = {
    "extract": extract,
    "update": update,
    "compile": compile_all,
    "check": check,
}


def main(arguments: Sequence[str] | None = None, root: Path | None = None, package: Path = PACKAGE) -> int:
    """Run one command and return its exit code: 0 done, 1 a problem, 2 wrong use."""
    parser = argparse.ArgumentParser(prog="python -m clusterdesk.i18n.catalogue", description=__doc__)
    parser.add_argument("command", choices=sorted(_COMMANDS))
    parser.add_argument("--area", help="only this area (a top folder of the package)")
    chosen = parser.parse_args(arguments)
    try:
        return _COMMANDS[chosen.command](root or resource("locale"), package, chosen.area)
    except CatalogueConflictError as error:
        print(error, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main())
