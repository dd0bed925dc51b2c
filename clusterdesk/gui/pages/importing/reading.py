"""Reading a file, in the lane for files: how, how far it is, and stopping it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from uuid import UUID

from clusterdesk.exchange.figures.requests.recognising import carries_token
from clusterdesk.exchange.mapping.guess import guess_mapping
from clusterdesk.exchange.mapping.layout import lay_out
from clusterdesk.exchange.mapping.opened_list import OpenedList, open_list
from clusterdesk.exchange.mapping.target import ImportKind
from clusterdesk.exchange.mapping.targets.catalogue import TARGETS
from clusterdesk.exchange.reading.progress import CancelledError as ReadingCancelledError
from clusterdesk.exchange.reading.source import ReadOptions, TableSource
from clusterdesk.gui.tasks import CancelledError, Progress

_ARCHIVES = frozenset({".zip", ".jsonl"})


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is read: what the user chose, None where it is found; ``about``: what all rows are about."""

    path: Path
    kind: ImportKind = ImportKind.ORGANISATIONS
    options: ReadOptions = field(default_factory=ReadOptions)
    header_line: int | None = None
    about: UUID | None = None


def is_archive(path: Path) -> bool:
    """Tell an archive of ours from a list."""
    return path.suffix.lower() in _ARCHIVES or path.is_dir()


def answers_request(path: Path) -> bool:
    """Tell whether a file is a workbook of figures that was sent to be filled in: it is taken elsewhere."""
    return carries_token(path)


class Watch:
    """The progress of a lane as the reading of lists wants it: called with rows done, and asked whether to stop."""

    def __init__(self, progress: Progress, step: str) -> None:
        """Report under the name of a step (translated)."""
        self._progress, self._step = progress, step

    @property
    def requested(self) -> bool:
        """Whether the user asked to stop."""
        return self._progress.cancelled

    def __call__(self, done: int, total: int) -> None:
        """Report."""
        self._progress(self._step, done, total)


@contextmanager
def stopping() -> Iterator[None]:
    """Turn "the reading was cancelled" into what the lanes understand."""
    try:
        yield
    except ReadingCancelledError as error:
        raise CancelledError from error


class ReadList:
    """Reads a file; a table that was read before in the same way is laid out anew instead."""

    def __init__(self, reading: Reading, step: str, known: TableSource | None = None) -> None:
        """``step`` names the work, translated."""
        self._reading, self._step, self._known = reading, step, known

    def __call__(self, progress: Progress) -> OpenedList:
        """Read."""
        asked, watch = self._reading, Watch(progress, self._step)
        if self._known is not None:
            layout = lay_out(self._known, TARGETS[asked.kind], asked.header_line)
            return OpenedList(self._known, layout, guess_mapping(self._known, layout, asked.kind), asked.about)
        with stopping():
            return open_list(
                asked.path,
                asked.kind,
                options=asked.options,
                header_line=asked.header_line,
                about=asked.about,
                progress=watch,
                cancel=watch,
            )
