"""Writing a file somebody named, or telling why that was refused."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clusterdesk.base.atomic_write import write_atomically
from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.base.refusals import refusal


def write(path: Path, content: bytes) -> None:
    """Write a file whole or not at all.

    Raises:
        KnownError: the place cannot be written.
    """
    with told(path):
        write_atomically(path, content)


@contextmanager
def told(path: Path) -> Iterator[None]:
    """Turn what a disk refuses into an error a person can act on.

    Raises:
        KnownError: the place cannot be written.
    """
    try:
        yield
    except OSError as error:
        raise KnownError(
            "file_not_written",
            N_("The file {path} could not be written: {reason_label}."),
            advice=N_("Choose another place with --output, or close the program that has the file open."),
            path=path,
            reason_label=refusal(error),
        ) from error
