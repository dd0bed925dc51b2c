"""Writing a file somebody chose, or telling why that was refused."""

from pathlib import Path

from clusterdesk.base.atomic_write import write_atomically
from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.base.refusals import refusal


def write_file(path: Path, content: bytes) -> None:
    """Write a file whole or not at all, over what is there.

    Raises:
        KnownError: the folder cannot be written, the file is held by another program, or the disk is full.
    """
    try:
        write_atomically(path, content)
    except OSError as error:
        raise KnownError(
            "file_not_written",
            N_("The file {name} cannot be written: {reason_label}."),
            advice=N_("Choose another folder, or close the program that has the file open."),
            name=path.name,
            reason_label=refusal(error),
        ) from error
