"""What is said between the program and its helper process: one JSON object a line, each way."""

from enum import StrEnum
from typing import IO

import msgspec

from clusterdesk.domain.outgoing.states import DriveState, Trouble

_LONGEST_LINE = 1024 * 1024


class Reason(StrEnum):
    """Why a drive is offline or not recognised, where more is known."""

    NONE = ""
    NO_FOLDER = "no_folder"
    EMPTY = "empty"
    NO_MARK = "no_mark"
    OTHER_BINDER = "other_binder"
    DAMAGED_MARK = "damaged_mark"
    SILENT = "silent"


class Look(msgspec.Struct, frozen=True, tag="look"):
    """How does the drive stand? ``seen``: its mark was there before."""

    seen: bool


class SetUp(msgspec.Struct, frozen=True, tag="set_up"):
    """Mark the folder as the team's; ``at``: the instant to write into the mark."""

    at: str


class Find(msgspec.Struct, frozen=True, tag="find"):
    """Under what name can this file arrive? ``intended``: the name chosen before; ``move_on``: take another by now."""

    destination: str
    sha256: str
    size: int
    intended: str = ""
    move_on: bool = False


class Put(msgspec.Struct, frozen=True, tag="put"):
    """Bring a local file to a name that ``find`` gave."""

    local: str
    sha256: str
    size: int
    name: str


class Verify(msgspec.Struct, frozen=True, tag="verify"):
    """Is the file that arrived still what was sent?"""

    name: str
    sha256: str
    size: int


class Fetch(msgspec.Struct, frozen=True, tag="fetch"):
    """Copy files from a folder of the drive, or one file, into the folder ``local`` of this computer.

    Those of the ``endings`` (small letters), of at most ``largest`` bytes, and not more than ``most``.
    """

    place: str
    local: str
    endings: tuple[str, ...]
    largest: int
    most: int


type Call = Look | SetUp | Find | Put | Verify | Fetch


class Request(msgspec.Struct, frozen=True):
    """One call, and the folder that is meant; ``owner`` names our temporary files."""

    root: str
    owner: str
    store_id: str
    call: Call


class Beat(msgspec.Struct, frozen=True, tag="beat"):
    """A sign of life."""


class Looked(msgspec.Struct, frozen=True, tag="looked"):
    """How the drive stands; ``free``: bytes, where the drive says so; ``detail``: the system's own words."""

    state: DriveState
    reason: Reason = Reason.NONE
    detail: str = ""
    free: int | None = None


class Found(msgspec.Struct, frozen=True, tag="found"):
    """The name under which the file can arrive, or already lies there; ``unsure``: wait, something lies there."""

    name: str
    arrived: bool = False
    unsure: bool = False


class Arrived(msgspec.Struct, frozen=True, tag="arrived"):
    """The file lies there, and was read back."""

    name: str


class Checked(msgspec.Struct, frozen=True, tag="checked"):
    """What was found when reading the file again: None, it is the same."""

    trouble: Trouble | None = None


class Fetched(msgspec.Struct, frozen=True, tag="fetched"):
    """The names of the copies, with the folder they lay in; ``left`` were too large."""

    names: tuple[str, ...]
    left: tuple[str, ...] = ()


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """It did not work."""

    trouble: Trouble
    detail: str = ""


type Outcome = Looked | Found | Arrived | Checked | Fetched | Failed

_REQUESTS = msgspec.json.Decoder(Request)
_ANSWERS: msgspec.json.Decoder[Beat | Outcome] = msgspec.json.Decoder(
    Beat | Looked | Found | Arrived | Checked | Fetched | Failed
)


def write_line(stream: IO[bytes], message: msgspec.Struct) -> None:
    """Send one message."""
    stream.write(msgspec.json.encode(message) + b"\n")
    stream.flush()


def read_request(stream: IO[bytes]) -> Request | None:
    """Wait for a request; None when there will be none any more."""
    line = stream.readline(_LONGEST_LINE)
    return _REQUESTS.decode(line) if line else None


def read_answer(stream: IO[bytes]) -> Beat | Outcome | None:
    """Wait for an answer; None when the helper has ended."""
    line = stream.readline(_LONGEST_LINE)
    return _ANSWERS.decode(line) if line else None
