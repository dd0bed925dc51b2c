"""What the preview of a paper asks of the store, in the worker."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands.difficulty_papers import PaperWanted, ReadDifficultyPaper
from clusterdesk.domain.views.difficulty_papers import DifficultyPaper, ReadPaper
from clusterdesk.i18n.formats import Formats
from clusterdesk.i18n.translator import Translator

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk
    from clusterdesk.briefs.difficulty_outline import PaperOutline


@dataclass(frozen=True, slots=True)
class ShownPaper:
    """A paper as the preview shows it; ``read`` where somebody has read exactly this, or it stays in the team."""

    wanted: PaperWanted
    paper: DifficultyPaper
    outline: "PaperOutline"
    read: ReadPaper | None


def read(wanted: PaperWanted, author: str, desk: "Desk") -> ShownPaper:
    """Read what would stand on the paper.

    Raises:
        KnownError: none of them may be told of.
    """
    from clusterdesk.briefs.difficulty_outline import paper_outline
    from clusterdesk.services.difficulty_papers import difficulty_paper
    from clusterdesk.services.paper_choices import chosen_words
    from clusterdesk.services.paper_gate import through_gate

    if wanted.chosen is None:
        wanted = replace(wanted, chosen=chosen_words(desk.store, wanted.difficulty_ids))
    paper = difficulty_paper(desk.store, wanted, author=author)
    outline = paper_outline(paper, Translator(paper.language), Formats(paper.language))
    try:
        gone_through: ReadPaper | None = through_gate(desk.store, paper)
    except KnownError:
        gone_through = None
    return ShownPaper(wanted, paper, outline, gone_through)


def release(command: ReadDifficultyPaper, desk: "Desk") -> OpResult[ReadPaper]:
    """Note that a person has read it."""
    from clusterdesk.services.paper_gate import read_paper

    return read_paper(desk.store, command)


def passed(wanted: PaperWanted, author: str, desk: "Desk") -> ReadPaper:
    """Return the paper as it is at this moment, not as it was when it was shown.

    Raises:
        KnownError: nobody has read exactly this.
    """
    from clusterdesk.services.difficulty_papers import difficulty_paper
    from clusterdesk.services.paper_gate import through_gate

    return through_gate(desk.store, difficulty_paper(desk.store, wanted, author=author))
