"""Fetching files from a folder of the drive: the helper copies them here, so that nothing else has to wait for it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.outgoing.states import Trouble
from clusterdesk.sync.folder_target import FolderTarget
from clusterdesk.sync.target import TargetError
from clusterdesk.sync.watched_process import Asking
from clusterdesk.sync.wire import Failed, Fetch, Fetched, Request

_MOST_FILES = 500
_LOCALLY = N_("Check the network or the VPN, or save the answer on this computer and drop it here.")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which files are fetched: those of these endings (small letters, with the dot), of so many bytes at most."""

    endings: tuple[str, ...]
    largest: int


def fetch(target: FolderTarget, call: Fetch) -> Fetched:
    """Copy the files of a folder and of the folders in it, or one file, in the order of their names.

    What is larger than wanted is left, and named; the content is for whoever reads it to judge.
    """
    if not target.is_there():
        raise TargetError(Trouble.OFFLINE, "")
    names: list[str] = []
    left: list[str] = []
    for path in _files(target, call.place):
        if PurePosixPath(path).suffix.lower() not in call.endings or len(names) >= call.most:
            continue
        size = target.size(path)
        if size is None or size > call.largest:
            left.append(path)
            continue
        names.append(_copied(target, path, Path(call.local), PurePosixPath(call.place)))
    return Fetched(tuple(names), tuple(left))


def fetch_from(
    helper: Asking, root: Path, places: Sequence[Path], local: Path, wanted: Wanted
) -> Iterator[tuple[Path, tuple[Path, ...] | KnownError]]:
    """Yield each place with the copies of its files in ``local``, or why there are none; the drive is not touched here.

    A drive that has not answered once is not asked for the rest.
    """
    silent = False
    for number, place in enumerate(places):
        if silent:
            return
        folder = local / str(number)
        folder.mkdir(parents=True, exist_ok=True)
        inside = place.relative_to(root).as_posix()
        call = Fetch("" if inside == "." else inside, str(folder), wanted.endings, wanted.largest, _MOST_FILES)
        outcome = helper.ask(Request(str(root), "answers", "", call))
        if isinstance(outcome, Fetched):
            yield place, tuple(folder / name for name in outcome.names)
            continue
        trouble = outcome.trouble if isinstance(outcome, Failed) else Trouble.REFUSED
        silent = trouble in (Trouble.HUNG, Trouble.OFFLINE)
        yield place, _error(trouble, root if silent else place)


def _files(target: FolderTarget, place: str) -> Iterator[str]:
    if place and target.size(place) is not None:
        yield place
        return
    for path in _inside(target, place):
        if target.size(path) is not None:
            yield path
        elif target.is_folder(path):
            yield from (each for each in _inside(target, path) if target.size(each) is not None)


def _inside(target: FolderTarget, folder: str) -> list[str]:
    return [f"{folder}/{name}" if folder else name for name in sorted(target.list(folder))]


def _copied(target: FolderTarget, path: str, local: Path, place: PurePosixPath) -> str:
    """Copy one file under its name below the place it was looked for at, and return that."""
    inside = PurePosixPath(path)
    name = inside.relative_to(place) if place != inside else PurePosixPath(inside.name)
    copy = local.joinpath(*name.parts)
    try:
        copy.parent.mkdir(parents=True, exist_ok=True)
        with copy.open("wb") as file:
            file.writelines(target.read(path))
    except OSError as error:
        raise TargetError(Trouble.REFUSED, error.strerror or "") from error
    return str(name)


def _error(trouble: Trouble, folder: Path) -> KnownError:
    if trouble is Trouble.HUNG:
        message = N_("The shared drive does not answer: {folder}")
        return KnownError("drive_silent", message, advice=_LOCALLY, folder=str(folder))
    if trouble is Trouble.OFFLINE:
        message = N_("The shared drive is not connected: {folder}")
        return KnownError("drive_offline", message, advice=_LOCALLY, folder=str(folder))
    return KnownError(
        "answer_folder",
        N_("The folder “{name}” cannot be read."),
        advice=N_("See whether the drive is connected, or save the answer on this laptop and drop it here."),
        name=folder.name or str(folder),
    )
