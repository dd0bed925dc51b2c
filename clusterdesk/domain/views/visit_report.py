"""The read model of a visit report: what was said and agreed, for whoever took part.

Every text somebody typed carries its visibility; ``for_edition`` removes what a page may not show.
"""

from dataclasses import dataclass
from datetime import date, time

from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.sessions import SessionKind
from clusterdesk.domain.views.edition import MarkedText
from clusterdesk.domain.views.page_footer import PageFooter


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody who was there; ``side`` is the organisation the person came for."""

    name: str
    role: str = ""
    side: str = ""


@dataclass(frozen=True, slots=True)
class QuestionNote:
    """What was noted under one question; the question is empty for free notes."""

    question: str
    text: str
    visibility: Visibility = Visibility.SHAREABLE


@dataclass(frozen=True, slots=True)
class ReportAction:
    """A promise made in the session: who owes what by when."""

    text: str
    owner: str
    due: date | None = None
    visibility: Visibility = Visibility.SHAREABLE


@dataclass(frozen=True, slots=True)
class AttachedDocument:
    """A document that goes with the report, by the name people see."""

    name: str
    visibility: Visibility = Visibility.SHAREABLE


@dataclass(frozen=True, slots=True)
class NextStep:
    """What was agreed to happen next, and when."""

    text: str
    on: date | None = None
    visibility: Visibility = Visibility.SHAREABLE


@dataclass(frozen=True, slots=True)
class VisitReport:
    """Everything a visit report can show. Times are local; ``signatures`` are the names to sign, in order."""

    organisation: str
    footer: PageFooter
    on: date
    kind: SessionKind = SessionKind.VISIT
    starts_at: time | None = None
    minutes: int | None = None
    place: str = ""
    project: MarkedText | None = None
    attendees: tuple[Attendee, ...] = ()
    notes: tuple[QuestionNote, ...] = ()
    decisions: tuple[MarkedText, ...] = ()
    actions: tuple[ReportAction, ...] = ()
    next_step: NextStep | None = None
    documents: tuple[AttachedDocument, ...] = ()
    signatures: tuple[str, ...] = ()

    @property
    def page(self) -> str:
        """Return the kind of page."""
        return "report"

    @property
    def page_about(self) -> str:
        """Return whom the page is about."""
        return self.organisation

    @property
    def page_on(self) -> date | None:
        """Return the day of the page."""
        return self.on
