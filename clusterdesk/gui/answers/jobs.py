"""What taking answers asks of the files and of the store."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.referral_answers import TakeAllAnswers
from clusterdesk.domain.referrals.received import Received
from clusterdesk.domain.views.referral_answers import AnswerProposal

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.services.referral_answers import Taken
    from clusterdesk.sync.watched_process import DriveHelper

type Progress = Callable[[str, int, int], None]
_MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Look:
    """One thing that came: read, then matched; ``error`` says why it was not."""

    name: str
    received: Received | None = None
    proposal: AnswerProposal | None = None
    error: KnownError | None = None


@dataclass(frozen=True, slots=True)
class Places:
    """What is to be read: ``paths`` of this computer, and ``remote`` ones under ``root``, a folder of a drive.

    Those are fetched by the ``helper``: a drive that does not answer then holds up nobody.
    """

    paths: tuple[Path, ...]
    root: Path | None = None
    remote: tuple[Path, ...] = ()
    helper: "DriveHelper | None" = None


def read_places(places: Places, today: date, limit_mb: int, progress: Progress) -> tuple[Look, ...]:
    """Read files, and the answers in folders, away from window and store."""
    return (*_each(places.paths, today, limit_mb, progress), *_of_drive(places, today, limit_mb, progress))


def _of_drive(places: Places, today: date, limit_mb: int, progress: Progress) -> Iterator[Look]:
    from clusterdesk.exchange.answers.receiving import ENDINGS, may_be_answer
    from clusterdesk.sync.fetching import Wanted, fetch_from

    if places.root is None or places.helper is None or not places.remote:
        return
    wanted = Wanted(tuple(ENDINGS), limit_mb * _MEGABYTE)
    with TemporaryDirectory(prefix="clusterdesk-") as scratch:
        progress(places.root.name, 0, len(places.remote))
        for place, found in fetch_from(places.helper, places.root, places.remote, Path(scratch), wanted):
            if isinstance(found, KnownError):
                yield Look(place.name, error=found)
                continue
            for file in found:
                if may_be_answer(file):
                    yield from _read(file, today, limit_mb)


def _each(paths: Sequence[Path], today: date, limit_mb: int, progress: Progress) -> Iterator[Look]:
    from clusterdesk.exchange.answers.receiving import in_folder

    for number, path in enumerate(paths):
        progress(path.name, number, len(paths))
        try:
            for file in in_folder(path) if path.is_dir() else (path,):
                yield from _read(file, today, limit_mb)
        except KnownError as error:
            yield Look(path.name, error=error)


def _read(file: Path, today: date, limit_mb: int) -> Iterator[Look]:
    from clusterdesk.exchange.answers.receiving import read_received

    try:
        yield from (Look(file.name, one) for one in read_received(file, today, limit_mb=limit_mb))
    except KnownError as error:
        yield Look(file.name, error=error)


def match(looks: Sequence[Look], referral_id: UUID | None, desk: "Desk") -> tuple[Look, ...]:
    """Put what was read beside its orientations, each as it stands once what is older is taken."""
    from clusterdesk.services.referral_answer_views import propose_each

    came = [one.received for one in looks if one.received is not None]
    told = iter(propose_each(desk.store, came, referral_id))
    return tuple(one if one.received is None else _matched(one, next(told)) for one in looks)


def read_text(text: str, referral_id: UUID | None, desk: "Desk") -> tuple[Look, ...]:
    """Read a pasted text and put it beside its orientation."""
    from clusterdesk.exchange.answers.receiving import read_pasted

    return match([Look("", read_pasted(text, desk.clock.today()))], referral_id, desk)


def parcel_folders(referral_id: UUID, shared_folder: str, desk: "Desk") -> tuple[Path, ...]:
    """Return where the parcel of an orientation lies in the team's folder."""
    from clusterdesk.services.parcel_folders import parcel_folders as folders

    return folders(desk.store, shared_folder, referral_id)


def take(command: TakeAllAnswers, desk: "Desk") -> "OpResult[tuple[Taken, ...]]":
    """Take answers, in one step."""
    from clusterdesk.services.referral_answers import take_all

    return take_all(desk.store, command)


def _matched(one: Look, told: AnswerProposal | KnownError) -> Look:
    if isinstance(told, KnownError):
        return Look(one.name, one.received, error=told)
    return Look(one.name, one.received, told)
