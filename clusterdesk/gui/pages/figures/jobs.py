"""What the grids of figures ask the desk, in the desk's thread."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import UUID

from clusterdesk.domain.figures.cells import FigureCell, GridCell, StaffCell
from clusterdesk.domain.records.figures import FigureLine
from clusterdesk.gui.widgets.fields.choice import Option

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.domain.op_changes import OpResult
    from clusterdesk.domain.views.figures import DueLedger, LedgerView

type Entered = FigureCell | StaffCell

DUE_LINES = (FigureLine.REVENUE, FigureLine.TOTAL_COSTS, None)


@dataclass(frozen=True, slots=True)
class DueFacts:
    """The ledgers whose figures are due, and what was typed there and is no figure yet."""

    ledgers: "tuple[DueLedger, ...]"
    typed: Mapping[GridCell, str]


class ReadDue:
    """Reads what is due."""

    def __init__(self, also: Collection[UUID]) -> None:
        """``also`` are ledgers that stay in sight though they are complete by now."""
        self._also = tuple(also)

    def __call__(self, desk: "Desk") -> DueFacts:
        """Read."""
        from clusterdesk.services.figure_drafts import typed_texts
        from clusterdesk.services.ledger_views import read_figures_due

        found = read_figures_due(desk.store, self._also)
        cells = [GridCell(one.ledger_id, one.period, line) for one in found for line in DUE_LINES]
        return DueFacts(tuple(found), typed_texts(desk.store, cells))


class ReadOfOrganisation:
    """Reads the last period of the ledgers of one organisation, complete or not."""

    def __init__(self, organisation_id: UUID) -> None:
        """Ask for an organisation."""
        self._organisation_id = organisation_id

    def __call__(self, desk: "Desk") -> DueFacts:
        """Read."""
        from clusterdesk.services.ledger_views import ledger_ids

        own = frozenset(ledger_ids(desk.store, self._organisation_id))
        if not own:
            return DueFacts((), {})
        facts = ReadDue(own)(desk)
        return DueFacts(tuple(one for one in facts.ledgers if one.ledger_id in own), facts.typed)


@dataclass(frozen=True, slots=True)
class LedgerFacts:
    """The ledgers of an organisation, and what was typed there and is no figure yet."""

    ledgers: "tuple[LedgerView, ...]"
    typed: Mapping[GridCell, str]


class ReadLedgers:
    """Reads the ledgers of an organisation."""

    def __init__(self, organisation_id: UUID) -> None:
        """Ask for an organisation."""
        self._organisation_id = organisation_id

    def __call__(self, desk: "Desk") -> LedgerFacts:
        """Read; what was typed is looked for in all periods that a grid shows."""
        from clusterdesk.domain.figures.shown import grid_cells
        from clusterdesk.services.figure_drafts import typed_texts
        from clusterdesk.services.ledger_views import read_ledgers

        found = read_ledgers(desk.store, self._organisation_id)
        today = desk.clock.today()
        return LedgerFacts(
            tuple(found), typed_texts(desk.store, (cell for one in found for cell in grid_cells(one, today)))
        )


class Enter:
    """Enters cells in one step, and forgets what was typed into them."""

    def __init__(self, entered: Iterable[tuple[GridCell, Entered]]) -> None:
        """Take the cells."""
        self._entered = tuple(entered)

    def __call__(self, desk: "Desk") -> "OpResult[Any]":
        """Write: one figure has a name of its own in the history, many are counted."""
        from clusterdesk.services.figure_drafts import drop_typed, keep_note

        done = self._write(desk)
        for cell, _ in self._entered:
            drop_typed(desk.store, cell)
            if cell.line is not None:
                keep_note(desk.store, cell, "")
        return done

    def _write(self, desk: "Desk") -> "OpResult[Any]":
        from clusterdesk.domain.commands import figures as commands
        from clusterdesk.services import figures

        if len(self._entered) == 1:
            cell, entered = self._entered[0]
            if isinstance(entered, StaffCell):
                return figures.enter_staff(desk.store, commands.EnterStaff(ledger_id=cell.ledger_id, cell=entered))
            return figures.enter_figure(desk.store, commands.EnterFigure(ledger_id=cell.ledger_id, cell=entered))
        parts = [_part(ledger, self._entered) for ledger in dict.fromkeys(cell.ledger_id for cell, _ in self._entered)]
        if len(parts) == 1:
            return figures.enter_figures(desk.store, parts[0])
        return figures.enter_figures_of_many(desk.store, commands.EnterFiguresOfMany(parts=tuple(parts)))


def _part(ledger_id: UUID, entered: Sequence[tuple[GridCell, Entered]]) -> Any:  # noqa: ANN401 - a command
    from clusterdesk.domain.commands.figures import EnterFigures

    here = [one for cell, one in entered if cell.ledger_id == ledger_id]
    return EnterFigures(
        ledger_id=ledger_id,
        cells=tuple(one for one in here if isinstance(one, FigureCell)),
        staff=tuple(one for one in here if isinstance(one, StaffCell)),
    )


class KeepTyped:
    """Keeps what is being typed, or forgets it where it is empty."""

    def __init__(self, cell: GridCell, text: str) -> None:
        """Take the text as it stands."""
        self._cell, self._text = cell, text

    def __call__(self, desk: "Desk") -> None:
        """Write beside the journal: it is no operation."""
        from clusterdesk.services.figure_drafts import drop_typed, keep_typed

        if self._text:
            keep_typed(desk.store, self._cell, self._text)
        else:
            drop_typed(desk.store, self._cell)


class KeepNote:
    """Keeps a note on a figure while it is typed, or forgets it where it is empty."""

    def __init__(self, cell: GridCell, text: str) -> None:
        """Take the text as it stands."""
        self._cell, self._text = cell, text

    def __call__(self, desk: "Desk") -> None:
        """Write beside the journal: it is no operation."""
        from clusterdesk.services.figure_drafts import keep_note

        keep_note(desk.store, self._cell, self._text)


class ClosePeriods:
    """Closes a period of a ledger, or opens it again."""

    def __init__(self, ledger_id: UUID, period: str, *, closed: bool) -> None:
        """Say which."""
        self._ledger_id, self._period, self._closed = ledger_id, period, closed

    def __call__(self, desk: "Desk") -> "OpResult[Any]":
        """Write."""
        from clusterdesk.domain.commands.figures import ClosePeriod, ReopenPeriod
        from clusterdesk.services import figures

        if self._closed:
            return figures.close_period(desk.store, ClosePeriod(ledger_id=self._ledger_id, period=self._period))
        return figures.reopen_period(desk.store, ReopenPeriod(ledger_id=self._ledger_id, period=self._period))


class NotePeriodOf:
    """Notes something about a whole period of a ledger."""

    def __init__(self, ledger_id: UUID, period: str, remark: str) -> None:
        """Take the note; an empty one takes it away."""
        self._ledger_id, self._period, self._remark = ledger_id, period, remark

    def __call__(self, desk: "Desk") -> "OpResult[Any]":
        """Write."""
        from clusterdesk.domain.commands.figures import NotePeriod
        from clusterdesk.services.ledger_periods import note_period

        command = NotePeriod(ledger_id=self._ledger_id, period=self._period, remark=self._remark)
        return note_period(desk.store, command)


def read_projects(organisation_id: UUID, desk: "Desk") -> list[Option]:
    """Return the projects of an organisation, as answers."""
    from clusterdesk.domain.records.projects import Project

    found = desk.store.find(Project, organisation_id=organisation_id)
    return [Option(one.id, one.title) for one in found]
