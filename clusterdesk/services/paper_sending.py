"""A paper about difficulties as an export for the team's folder."""

from clusterdesk.domain.outgoing.new_export import NewExport
from clusterdesk.domain.outgoing.states import Purpose
from clusterdesk.domain.records.base import Visibility
from clusterdesk.domain.views.difficulty_papers import DifficultyPaper


def paper_export(paper: DifficultyPaper, filename: str, template: str) -> NewExport:
    """Return the export of a paper; the one of a note leads back to its difficulty."""
    return NewExport(
        title=filename.rpartition(".")[0],
        purpose=Purpose.BRIEF,
        filename=filename,
        template=template,
        visibility=Visibility.SHAREABLE if paper.naming.leaves else Visibility.INTERNAL,
        values={"organisation": "", "language": paper.language},
        record_type="difficulty" if paper.note is not None else "",
        record_id=paper.note.id if paper.note is not None else None,
    )
