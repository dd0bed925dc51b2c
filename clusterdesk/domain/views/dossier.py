"""The read model of a vision dossier on paper."""

from dataclasses import dataclass
from datetime import date

from clusterdesk.domain.partial_date import PartialDate
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.records.vision import VisionStage
from clusterdesk.domain.views.page_footer import PageFooter


@dataclass(frozen=True, slots=True)
class DossierSource:
    """A source with its number in the list."""

    number: int
    title: str
    author: str = ""
    published_on: PartialDate | None = None
    consulted_on: date | None = None
    link: str = ""
    summary: str = ""
    visibility: Visibility = Visibility.SHAREABLE


@dataclass(frozen=True, slots=True)
class DossierChapter:
    """A chapter, with the numbers of its sources."""

    title: str
    text: str
    sources: tuple[int, ...] = ()
    visibility: Visibility = Visibility.SHAREABLE


@dataclass(frozen=True, slots=True)
class DossierQuestion:
    """A question with its answer, if there is one."""

    text: str
    answer: str = ""
    answered_on: date | None = None
    visibility: Visibility = Visibility.INTERNAL


@dataclass(frozen=True, slots=True)
class Dossier:
    """Everything the paper shows; ``unnamed`` is how many contributed who may not be named."""

    title: str
    on: date
    footer: PageFooter
    question: str = ""
    scope: str = ""
    stage: VisionStage | None = None
    stage_on: date | None = None
    chapters: tuple[DossierChapter, ...] = ()
    sources: tuple[DossierSource, ...] = ()
    questions: tuple[DossierQuestion, ...] = ()
    contributors: tuple[str, ...] = ()
    unnamed: int = 0

    @property
    def page(self) -> str:
        """Return the kind of page."""
        return "dossier"

    @property
    def page_about(self) -> str:
        """Return whom the page is about: what the dossier asks."""
        return self.title

    @property
    def page_on(self) -> date | None:
        """Return the day of the page."""
        return self.on
