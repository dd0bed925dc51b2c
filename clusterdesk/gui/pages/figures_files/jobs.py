"""Reading a file of figures, comparing it with a ledger: what is done away from the window."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.records.figures import FigureSource
from clusterdesk.domain.views.figures import LedgerView
from clusterdesk.exchange.figures.opened import FiguresOptions, OpenedFigures, open_figures, understood
from clusterdesk.exchange.figures.plan import FiguresPlan, plan_figures
from clusterdesk.exchange.figures.requests.recognising import token_in
from clusterdesk.exchange.figures.requests.token import RequestToken
from clusterdesk.exchange.reading.source import TableSource
from clusterdesk.gui.tasks import Progress

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk


@dataclass(frozen=True, slots=True)
class FileRead:
    """A file as read: an answer to a request, or a sheet as any other."""

    path: Path
    token: RequestToken | None
    opened: OpenedFigures | None


class ReadFile:
    """Reads a file, or understands one that was read with other options."""

    def __init__(self, path: Path, options: FiguresOptions, known: TableSource | None, step: str) -> None:
        """``known`` is the table where it was read already; ``step`` names the work, translated."""
        self._path, self._options, self._known, self._step = path, options, known, step

    def __call__(self, progress: Progress) -> FileRead:
        """Read.

        Raises:
            KnownError: it cannot be read, or holds no figures.
        """
        if self._known is not None:
            return FileRead(self._path, None, understood(self._known, self._options))
        progress(self._step)
        token = token_in(self._path)
        opened = None if token is not None else open_figures(self._path, self._options, progress.named(self._step))
        return FileRead(self._path, token, opened)


@dataclass(frozen=True, slots=True)
class Planned:
    """What importing would do; the ledgers it could go to; the promise that it keeps; this year.

    ``kept`` are the names under which headings were kept, ``used`` that of those that were used.
    """

    plan: FiguresPlan
    ledgers: tuple[LedgerView, ...] = ()
    request_id: UUID | None = None
    request: str = ""
    year: int = 0
    kept: tuple[str, ...] = ()
    used: str = ""


@dataclass(frozen=True, slots=True)
class PlanFile:
    """Compares a sheet with a ledger of an organisation: the one chosen, else the first that fits, else a new one.

    ``mapping`` names the kept headings to use, ``""`` uses none, ``None`` those that the sheet has all of.
    """

    read: FileRead
    organisation_id: UUID | None
    ledger_id: UUID | None
    begin: bool
    source: FigureSource
    mapping: str | None = None

    def __call__(self, desk: "Desk") -> Planned:
        """Compare.

        Raises:
            KnownError: the workbook is another binder's or was taken already; the sheet is in another currency.
        """
        from clusterdesk.exchange.figures.kept_headings import fitting as fitting_headings
        from clusterdesk.exchange.figures.kept_headings import kept_headings
        from clusterdesk.exchange.figures.requests.returned import read_returned
        from clusterdesk.services.ledger_views import read_ledgers
        from clusterdesk.services.ledgers import fits, new_ledger

        store = desk.store
        year = store.clock.today().year
        if self.read.token is not None:
            back = read_returned(store, self.read.path, self.read.token)
            return Planned(back.plan, (back.plan.view,), back.token.request_id, back.action.text, year)
        assert self.read.opened is not None
        assert self.organisation_id is not None
        opened, ledgers = self.read.opened, read_ledgers(store, self.organisation_id)
        kept = kept_headings(store)
        names = tuple(one.name for one in kept)
        used = next((one for one in kept if one.name == self.mapping), None)
        if self.mapping is None:
            used = fitting_headings(kept, opened.headings)
        if used is not None:
            opened = opened.with_kept(used.lines)
        name = used.name if used is not None else ""
        wanted = [one for one in ledgers if one.ledger.id == self.ledger_id]
        fitting = wanted or [one for one in ledgers if fits(one.ledger, opened.cadence)]
        if self.begin or not fitting:
            begun = new_ledger(store, self.organisation_id, opened.cadence, opened.currency)
            plan = plan_figures(store, opened, begun, fresh=True, source=self.source)
        else:
            plan = plan_figures(store, opened, fitting[0], source=self.source)
        return Planned(plan, tuple(ledgers), year=year, kept=names, used=name)


class KeepHeadings:
    """Keeps what the headings of a sheet are in the binder under a name."""

    def __init__(self, name: str, lines: Mapping[str, str]) -> None:
        """Take the headings as corrected."""
        self._name, self._lines = name, dict(lines)

    def __call__(self, desk: "Desk") -> OpResult[str]:
        """Keep.

        Raises:
            KnownError: nothing was corrected.
        """
        from clusterdesk.exchange.figures.kept_headings import keep_headings

        done = keep_headings(desk.store, self._name, self._lines)
        return OpResult(done.output.name, done.changes)
