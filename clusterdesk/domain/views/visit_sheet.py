"""The read model of a visit sheet: what an account manager takes along on paper.

Every text somebody typed carries its visibility; ``for_edition`` removes what a page may not show.
Tuples are in the order in which they print; how many of them fit is the page's business.
"""

from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.sessions import OwnerKind, SessionKind
from clusterdesk.domain.views.edition import MarkedText
from clusterdesk.domain.views.page_footer import PageFooter


@dataclass(frozen=True, slots=True)
class SheetHeader:
    """Block 1. ``code`` is short and printed in clear; ``qr_text`` (the code when empty) files a scan back."""

    organisation: str
    code: str
    value_chains: tuple[str, ...] = ()
    project: MarkedText | None = None
    tracks: tuple[str, ...] = ()
    qr_text: str = ""


@dataclass(frozen=True, slots=True)
class SheetContact:
    """Whom to ask for. ``language`` is a code: fr, nl, en."""

    name: str
    role: str = ""
    language: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Appointment:
    """Block 2. ``on`` and ``starts_at`` are local; ``address`` is one line: street and number, postcode, place."""

    on: date | None = None
    starts_at: time | None = None
    minutes: int | None = None
    kind: SessionKind = SessionKind.VISIT
    address: str = ""
    access_note: MarkedText | None = None
    contact: SheetContact | None = None


@dataclass(frozen=True, slots=True)
class InShort:
    """Block 3. The summary is pinned by a person, at most 320 characters; ``nth_visit`` counts this one."""

    summary: MarkedText | None = None
    file_open_since: date | None = None
    nth_visit: int | None = None
    next_step: MarkedText | None = None
    days_since_contact: int | None = None


@dataclass(frozen=True, slots=True)
class PastSession:
    """Block 4, newest first. ``who`` names the people met; ``texts`` are the session's notes in order."""

    on: date
    kind: SessionKind
    who: tuple[str, ...] = ()
    texts: tuple[MarkedText, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenPromise:
    """Block 5. ``owner_name`` says which other organisation or person owes it; ``days_late`` counts to the visit."""

    text: str
    owner: OwnerKind
    owner_name: str = ""
    due: date | None = None
    days_late: int = 0
    visibility: Visibility = Visibility.SHAREABLE


@dataclass(frozen=True, slots=True)
class MonthValue:
    """One period of a series; None is a missing one, shown as a gap and never as zero."""

    period: str
    value: Decimal | None


@dataclass(frozen=True, slots=True)
class FigureSeries:
    """A line of the chart. A plan is drawn dashed, what happened solid."""

    name: str
    months: tuple[MonthValue, ...]
    is_plan: bool = False
    visibility: Visibility = Visibility.SHAREABLE


@dataclass(frozen=True, slots=True)
class MonthFigures:
    """One period of the small table; amounts in the ledger's currency, FTE as entered.

    ``charges`` are all of them, known also where variable and fixed ones are not; ``about``: one is only about right.
    """

    period: str
    turnover: Decimal | None = None
    variable_costs: Decimal | None = None
    fixed_costs: Decimal | None = None
    charges: Decimal | None = None
    fte: Decimal | None = None
    about: bool = False
    visibility: Visibility = Visibility.SHAREABLE


@dataclass(frozen=True, slots=True)
class FiguresBlock:
    """Block 6: the chart, the last two periods oldest first, and the one still asked for; empty where none is."""

    series: tuple[FigureSeries, ...]
    last_months: tuple[MonthFigures, ...]
    missing_month: str = ""
    currency: str = "EUR"


@dataclass(frozen=True, slots=True)
class MissingEvidence:
    """Block 7: a document to ask for, and the indicator it would make provable."""

    document: str
    indicator: str
    visibility: Visibility = Visibility.SHAREABLE


class MatterKind(StrEnum):
    """What was sent on for an organisation, or is looked for and offered."""

    EXCHANGE = "exchange"
    DIFFICULTY = "difficulty"
    REFERRAL = "referral"


@dataclass(frozen=True, slots=True)
class OpenMatter:
    """On the back: something sent on that is not closed; ``state_label`` is a msgid, ``since`` when it began."""

    kind: MatterKind
    text: str
    state_label: str
    since: date
    visibility: Visibility = Visibility.SHAREABLE


@dataclass(frozen=True, slots=True)
class VisitSheet:
    """Everything a visit sheet can show, front and back. ``figures`` is None when nothing is followed."""

    header: SheetHeader
    footer: PageFooter
    appointment: Appointment = field(default_factory=Appointment)
    in_short: InShort = field(default_factory=InShort)
    last_sessions: tuple[PastSession, ...] = ()
    promises: tuple[OpenPromise, ...] = ()
    figures: FiguresBlock | None = None
    missing_evidence: tuple[MissingEvidence, ...] = ()
    questions: tuple[MarkedText, ...] = ()
    under_way: tuple[OpenMatter, ...] = ()

    @property
    def page(self) -> str:
        """Return the kind of page."""
        return "visit"

    @property
    def page_about(self) -> str:
        """Return whom the page is about."""
        return self.header.organisation

    @property
    def page_on(self) -> date | None:
        """Return the day of the page."""
        return self.appointment.on
