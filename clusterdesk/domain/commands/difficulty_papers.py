"""Papers about difficulties: read by a person before they leave."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.base import Command
from clusterdesk.domain.difficulties.reading import Chosen
from clusterdesk.domain.views.difficulty_papers import Naming


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperWanted:
    """A note (one difficulty) or a roll-up of difficulties, in a language.

    ``chosen`` of None: what was chosen when they were last read.
    """

    difficulty_ids: tuple[UUID, ...]
    language: str
    roll_up: bool = False
    naming: Naming = Naming.ANONYMOUS
    chosen: Chosen | None = None


@dataclass(frozen=True, kw_only=True)
class ReadDifficultyPaper(Command):
    """Say that one has read a paper, ``sha256`` names exactly what, and that it may leave."""

    LABEL: ClassVar[str] = N_("Read before it leaves · {title}")
    wanted: PaperWanted
    sha256: str
    by: str = ""
    title: str = ""

    def label_values(self) -> Mapping[str, str]:
        """Name what was read; the service fills it in."""
        return {"title": self.title}
