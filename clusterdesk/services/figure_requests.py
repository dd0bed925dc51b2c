"""What is asked of a company: which periods its figures lack, what is known already, and whom to write to."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.figures.cells import FigureCell
from clusterdesk.domain.figures.months import Lack
from clusterdesk.domain.figures.periods import ended_periods, first_day, following
from clusterdesk.domain.records.figures import Cadence, FigureLine, Ledger
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.figures import LedgerView
from clusterdesk.services.ledger_periods import check_period
from clusterdesk.services.ledgers import ledger_view
from clusterdesk.services.mail_drafts import Recipient, mail_language, recipients_of
from clusterdesk.services.sheet_blocks import main_contact
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.organisation_page import organisation_page

MOST_ASKED = 12
_SHOWN_BEFORE = 3
_MISSING = frozenset({Lack.REVENUE, Lack.COSTS, Lack.ABOUT})
_ALWAYS = (FigureLine.REVENUE, FigureLine.TOTAL_COSTS, FigureLine.VARIABLE, FigureLine.FIXED)


@dataclass(frozen=True, slots=True)
class FigureRequest:
    """What is asked: the periods to fill in, those shown as known, the lines, and who receives the mail.

    ``lines`` are the lines with the line of its own each may be; the head count is always asked last. ``language`` is
    the receiver's.
    """

    view: LedgerView
    due: tuple[str, ...]
    known: tuple[str, ...]
    lines: tuple[tuple[FigureLine, UUID | None], ...]
    language: str
    recipients: tuple[Recipient, ...] = ()
    contact_id: UUID | None = None

    def cell(self, period: str, line: tuple[FigureLine, UUID | None]) -> FigureCell | None:
        """Return what is known in a place and may be shown to the company."""
        cell = self.view.cells.get((period, *line))
        shown = cell is not None and cell.amount is not None and Edition.SHAREABLE.admits(cell.visibility)
        return cell if shown else None


def figure_request(
    store: Store, ledger_id: UUID, periods: Sequence[str] = (), language: str | None = None, default: str = "fr"
) -> FigureRequest:
    """Return what to ask for: the given periods, else those that have ended and are not complete.

    Raises:
        KnownError: nothing is missing, or a period is not one of the ledger's.
    """
    view = ledger_view(store, ledger_id)
    with store.read() as connection:
        page = organisation_page(connection, view.ledger.organisation_id, store.clock.today())
    for period in periods:
        check_period(view.ledger, period)
    due = tuple(sorted(set(periods), key=first_day)) or missing_periods(store, view)
    if not due:
        raise KnownError(
            "nothing_missing",
            N_("No figures of “{name}” are missing."),
            advice=N_("Name the months to ask for, or come back when the next one has ended."),
            name=view.ledger.name or view.holder,
        )
    contact = main_contact(page)
    return FigureRequest(
        view=view,
        due=due[-MOST_ASKED:],
        known=_known_before(view, due[0]),
        lines=_lines(view),
        language=language or mail_language(page, default),
        recipients=recipients_of(page),
        contact_id=contact.contact.id if contact is not None else None,
    )


def missing_periods(store: Store, view: LedgerView) -> tuple[str, ...]:
    """Return the periods of a ledger that have ended and whose figures are not all there, oldest first."""
    today, ledger = store.clock.today(), view.ledger
    held = [place[0] for place, cell in view.cells.items() if cell.amount is not None]
    begins = ledger.starts_on or min((first_day(period) for period in held), default=None)
    ended = ended_periods(_cadence(ledger), begins, today)
    return tuple(period for period in ended if _MISSING & set(view.period(period, today).lacks))


def _cadence(ledger: Ledger) -> Cadence:
    return ledger.cadence if ledger.cadence is not Cadence.NONE else Cadence.MONTHLY


def _known_before(view: LedgerView, first: str) -> tuple[str, ...]:
    """Return the last periods before the first one asked of which something may be shown."""
    shown = {
        place[0]
        for place, cell in view.cells.items()
        if cell.amount is not None and Edition.SHAREABLE.admits(cell.visibility)
    }
    before = [following(first, -back) for back in range(_SHOWN_BEFORE, 0, -1)]
    return tuple(period for period in before if period in shown)


def _lines(view: LedgerView) -> tuple[tuple[FigureLine, UUID | None], ...]:
    """Return the lines asked: those that complete a month, those the ledger uses, its lines of its own."""
    used = {cell.line for cell in view.cells.values() if cell.amount is not None}
    plain = [line for line in FigureLine if line in _ALWAYS or line in used]
    lines: list[tuple[FigureLine, UUID | None]] = []
    for line in plain:
        if line is not FigureLine.SEMI_VARIABLE:
            lines.append((line, None))
    own = [(FigureLine.SEMI_VARIABLE, line.id) for line in view.lines]
    return (*lines[: len(_ALWAYS)], *own, *lines[len(_ALWAYS) :])
