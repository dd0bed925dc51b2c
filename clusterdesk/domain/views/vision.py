"""Read models of the common vision: the dossiers, and one of them with all that it is made of."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from clusterdesk.domain.records.lists import Profile
from clusterdesk.domain.records.results import Document
from clusterdesk.domain.records.vision import (
    OpenQuestion,
    VisionChapter,
    VisionContributor,
    VisionDossier,
    VisionSource,
    VisionStage,
    VisionStep,
)


@dataclass(frozen=True, slots=True)
class StageReached:
    """A stage, and the first day on which the dossier reached it; None: not yet."""

    stage: VisionStage
    on: date | None


@dataclass(frozen=True, slots=True)
class ContributorLine:
    """Somebody who contributes: the name known by, and whether it may be cited outside."""

    record: VisionContributor
    name: str
    organisation: str
    may_be_cited: bool


@dataclass(frozen=True, slots=True)
class VisionPage:
    """A dossier: its chapters in their order, sources by day, open questions first; ``others`` are all dossiers."""

    record: VisionDossier
    stage: VisionStage | None
    stages: tuple[StageReached, ...]
    steps: tuple[VisionStep, ...] = ()
    chapters: tuple[VisionChapter, ...] = ()
    sources: tuple[VisionSource, ...] = ()
    contributors: tuple[ContributorLine, ...] = ()
    questions: tuple[OpenQuestion, ...] = ()
    documents: tuple[Document, ...] = ()
    profiles: tuple[Profile, ...] = ()
    others: tuple[VisionDossier, ...] = ()

    @property
    def next_stage(self) -> VisionStage | None:
        """The stage that usually follows; None once it is published."""
        every = tuple(VisionStage)
        if self.stage is None:
            return every[0]
        place = every.index(self.stage) + 1
        return every[place] if place < len(every) else None

    @property
    def open_questions(self) -> int:
        """How many questions wait for an answer."""
        return sum(one.answered_on is None for one in self.questions)

    def sources_of(self, chapter_id: UUID | None) -> tuple[VisionSource, ...]:
        """Return the sources of a chapter; of None those of the dossier as a whole."""
        return tuple(one for one in self.sources if one.vision_chapter_id == chapter_id)
