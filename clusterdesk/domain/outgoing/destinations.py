"""Where an export goes: a template such as ``briefs/{year}/{organisation}/`` made a path in the team's folder."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from clusterdesk.base.errors import KnownError
from clusterdesk.base.filenames import MAX_BYTES, numbered, safe_filename
from clusterdesk.base.marks import N_

PLACEHOLDERS = ("year", "month", "day", "organisation", "project", "team", "language")
RESERVED_FOLDER = "ClusterDesk"
LONGEST_PATH = 199
_FOLDER_BYTES = 60
_SHORTEST_NAME = 24
_FIELD = re.compile(r"\{([^{}]*)\}")


def check_template(template: str) -> None:
    """Refuse a template that leads nowhere.

    Raises:
        KnownError: ``template_placeholder``, ``template_outside``, ``template_reserved``.
    """
    for name in _FIELD.findall(template):
        if name not in PLACEHOLDERS:
            raise KnownError(
                "template_placeholder",
                N_("The folder “{template}” asks for “{name}”, which is not known."),
                advice=N_("Use one of: {names}."),
                template=template,
                name=name,
                names=", ".join(f"{{{each}}}" for each in PLACEHOLDERS),
            )
    parts = [part.strip() for part in template.replace("\\", "/").split("/")]
    if template.strip().startswith(("/", "\\")) or ".." in parts or re.match(r"^\s*[A-Za-z]:", template):
        raise KnownError(
            "template_outside",
            N_("The folder “{template}” does not lie in the team’s folder."),
            advice=N_("Give it without a leading slash, a drive letter or “..”."),
            template=template,
        )
    if parts[0].casefold() == RESERVED_FOLDER.casefold():
        raise KnownError(
            "template_reserved",
            N_("The folder “{template}” is kept for the program itself."),
            advice=N_("Choose another name."),
            template=template,
        )


def destination(template: str, values: Mapping[str, str], on: date, filename: str) -> str:
    """Return the path of an export inside the team's folder, parts divided by ``/``; fewer than 200 characters.

    What is asked for by the template and not given leaves its folder out. Every part is safe on every system.

    Raises:
        KnownError: the template leads nowhere, or is too long.
    """
    check_template(template)
    known = {**values, "year": f"{on:%Y}", "month": f"{on:%m}", "day": f"{on:%d}"}
    folders = []
    for part in template.replace("\\", "/").split("/"):
        filled = _FIELD.sub(lambda found: known.get(found.group(1), ""), part).strip(" .-–_")
        if filled and part.strip() not in ("", "."):
            folders.append(safe_filename(filled, most=_FOLDER_BYTES))
    path = "/".join((*folders, safe_filename(filename)))
    return fitted(path, 0)


def fitted(path: str, room_taken: int) -> str:
    """Return the path with its file name shortened so that, after ``room_taken`` characters, the whole stays short.

    Raises:
        KnownError: ``destination_too_long``: the folders alone take too much.
    """
    folder, _, name = path.rpartition("/")
    room = LONGEST_PATH - room_taken - (len(folder) + 1 if folder else 0)
    if len(name) <= room:
        return path
    if room < _SHORTEST_NAME:
        raise KnownError(
            "destination_too_long",
            N_("The path “{path}” is too long for a shared drive."),
            advice=N_("Shorten the folders of the settings, or choose a team folder nearer to the top of the drive."),
            path=path,
        )
    short = safe_filename(name, most=min(MAX_BYTES, room))
    return f"{folder}/{short}" if folder else short


def candidates(path: str, room_taken: int, most: int = 99) -> Iterator[str]:
    """Yield the path, then the same with `` (2)``, `` (3)`` … before its suffix."""
    path = fitted(path, room_taken)
    folder, _, name = path.rpartition("/")
    room = LONGEST_PATH - room_taken - (len(folder) + 1 if folder else 0)
    for number in range(1, most + 1):
        each = numbered(name, number, most=min(MAX_BYTES, room))
        yield f"{folder}/{each}" if folder else each
