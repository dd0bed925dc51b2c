"""The local error reports and the log of the window: listed, read, thrown away. They stay on this computer."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.base.refusals import refusal
from clusterdesk.config.paths import reports_dir

LOG = "window.log"
_PATTERNS = ("report-*.txt", "window.log*")
_MOST = 400_000


@dataclass(frozen=True, slots=True)
class Report:
    """A file: its name, when it was written last, how many bytes it has."""

    name: str
    at: datetime
    size: int

    @property
    def is_log(self) -> bool:
        """Whether it is a log, not a report of one fault."""
        return self.name.startswith(LOG)


def reports(folder: Path | None = None) -> tuple[Report, ...]:
    """Return the reports and logs there are, the newest first; a folder that is not there holds none."""
    place = folder or reports_dir()
    found = []
    for path in {each for pattern in _PATTERNS for each in place.glob(pattern)}:
        try:
            facts = path.stat()
        except OSError:
            continue
        found.append(Report(path.name, datetime.fromtimestamp(facts.st_mtime, UTC), facts.st_size))
    return tuple(sorted(found, key=lambda one: (one.at, one.name), reverse=True))


def report_content(name: str, folder: Path | None = None) -> str:
    """Return the text of a report or log; of a long one its end.

    Raises:
        KnownError: there is none of that name.
    """
    path = _path(name, folder)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise _refused(name, error) from error
    return content[-_MOST:].decode("utf-8", "replace")


def delete_report(name: str, folder: Path | None = None) -> None:
    """Delete a report or log for good.

    Raises:
        KnownError: there is none of that name, or the disk refuses.
    """
    path = _path(name, folder)
    try:
        path.unlink()
    except OSError as error:
        raise _refused(name, error) from error


def _path(name: str, folder: Path | None) -> Path:
    """Return where a report lies; only names that are listed become paths."""
    if name not in {one.name for one in reports(folder)}:
        raise KnownError(
            "no_such_report",
            N_("There is no report named “{name}”."),
            advice=N_("Look at the list: clusterdesk reports list."),
            name=name,
        )
    return (folder or reports_dir()) / name


def _refused(name: str, error: OSError) -> KnownError:
    return KnownError(
        "report_refused",
        N_("The report “{name}” cannot be read or deleted: {reason_label}."),
        advice=N_("Close the program that has it open, then try again."),
        name=name,
        reason_label=refusal(error),
    )
