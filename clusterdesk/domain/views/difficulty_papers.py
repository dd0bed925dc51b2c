"""Read models of what is sent up: the note of one difficulty and the roll-up of many, their texts without names."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from uuid import UUID

from clusterdesk.domain.difficulties.cells import ChainCell
from clusterdesk.domain.difficulties.known import IdentifierKind
from clusterdesk.domain.records.difficulties import DifficultyState, Severity
from clusterdesk.domain.views.page_footer import PageFooter


class Naming(StrEnum):
    """Who stands on a paper by name: nobody, those who agreed to it, or everybody – then it stays in the team."""

    ANONYMOUS = "anonymous"
    AGREED = "agreed"
    INTERNAL = "internal"

    @property
    def leaves(self) -> bool:
        """Tell whether the paper is made to leave the team: it is read before."""
        return self is not Naming.INTERNAL


@dataclass(frozen=True, slots=True)
class Mark:
    """A place of a text where other words stand now: from ``start`` to ``end``, what was ``said`` there, and why."""

    start: int
    end: int
    said: str
    kind: IdentifierKind


@dataclass(frozen=True, slots=True)
class PaperText:
    """A text as it leaves; ``marks`` and ``doubts`` are for whoever reads it before, and never leave.

    ``doubts`` are places that begin with a capital and may name somebody whom the binder does not know.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    doubts: tuple[tuple[int, int], ...] = ()


NOTHING = PaperText("")


@dataclass(frozen=True, slots=True)
class Met:
    """How many organisations meet something, and where. ``total`` is ``None`` where that would tell who they are.

    ``names`` are those that stand by name; ``others`` tells whether there are more.
    """

    total: int | None
    chains: tuple[ChainCell, ...] = ()
    names: tuple[str, ...] = ()
    others: bool = False


@dataclass(frozen=True, slots=True)
class PaperQuote:
    """What was said, and by whom, in words that tell no more than they may."""

    text: PaperText
    by: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class PaperDifficulty:
    """A difficulty as a paper tells it; ``happens`` also holds what those say that were joined into it.

    ``remark`` is there in the internal edition only. ``cost`` is in ``currency`` a year, ``about`` where it is rounded.
    """

    id: UUID
    title: PaperText
    theme: str
    on: date
    severity: Severity
    state: DifficultyState
    met: Met
    happens: tuple[PaperText, ...] = ()
    cost: Decimal | None = None
    currency: str = "EUR"
    about: bool = False
    cost_remark: PaperText = NOTHING
    wish: PaperText = NOTHING
    quotes: tuple[PaperQuote, ...] = ()
    sent_to: str = ""
    sent_on: date | None = None
    answered_on: date | None = None
    answer: PaperText = NOTHING
    result: PaperText = NOTHING
    remark: PaperText = NOTHING

    def texts(self) -> Iterator[PaperText]:
        """Yield all texts that somebody typed, in the order of the page."""
        yield self.title
        yield from self.happens
        yield from (one.text for one in self.quotes)
        yield from (self.cost_remark, self.wish, self.answer, self.result, self.remark)


@dataclass(frozen=True, slots=True)
class PaperCosts:
    """What difficulties cost a year, by currency; ``unknown`` are those of which nothing is known."""

    amounts: tuple[tuple[str, Decimal], ...] = ()
    about: bool = False
    unknown: int = 0


@dataclass(frozen=True, slots=True)
class PaperTheme:
    """A theme of a roll-up with its difficulties and counts; without a ``name`` they are of other themes."""

    name: str
    met: Met
    costs: PaperCosts
    sent: int = 0
    answered: int = 0
    median_days: float | None = None
    difficulties: tuple[PaperDifficulty, ...] = ()


@dataclass(frozen=True, slots=True)
class DifficultyPaper:
    """A note (one difficulty, ``themes`` empty) or a roll-up (by theme); ``chains`` names the value chains it tells of.

    ``left_out`` counts difficulties that were asked for and stay inside; ``sha256`` names what stands on the paper.
    """

    naming: Naming
    language: str
    printed_on: date
    footer: PageFooter
    note: PaperDifficulty | None = None
    themes: tuple[PaperTheme, ...] = ()
    organisations: int | None = None
    median_days: float | None = None
    chains: tuple[tuple[UUID, str], ...] = field(default=())
    left_out: int = 0
    sha256: str = ""

    @property
    def difficulties(self) -> tuple[PaperDifficulty, ...]:
        """Return all difficulties that it tells of."""
        if self.note is not None:
            return (self.note,)
        return tuple(one for theme in self.themes for one in theme.difficulties)

    def texts(self) -> Iterator[PaperText]:
        """Yield all texts that somebody typed, in the order of the page."""
        for one in self.difficulties:
            yield from one.texts()


@dataclass(frozen=True, slots=True)
class ReadPaper:
    """A paper that may leave: somebody read exactly this, or it stays in the team. Only the gate makes one."""

    paper: DifficultyPaper
    by: str = ""
    on: date | None = None

    @property
    def footer(self) -> PageFooter:
        """Return the foot of its pages."""
        return self.paper.footer

    @property
    def page(self) -> str:
        """Return the kind of page."""
        return "difficulty" if self.paper.note is not None else "difficulties"

    @property
    def page_about(self) -> str:
        """Return whom the page is about."""
        return ""

    @property
    def page_on(self) -> date | None:
        """Return the day of the page."""
        return self.paper.printed_on
