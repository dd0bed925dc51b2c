"""Papers about difficulties printed by the brief command, through the gate."""

from collections.abc import Iterator
from typing import TYPE_CHECKING
from uuid import UUID

from clusterdesk.cli import printing, references
from clusterdesk.cli.context import Context

if TYPE_CHECKING:
    from clusterdesk.briefs.jobs import BriefJob
    from clusterdesk.cli.brief_jobs import Asked
    from clusterdesk.domain.views.edition import Edition


def difficulty_jobs(context: Context, asked: "Asked") -> "Iterator[BriefJob]":
    """Yield the notes of difficulties; without names, and only what somebody has read, where they leave."""
    for text in asked.refs:
        one = references.one(context, text, ("difficulty",)).id
        yield _difficulty_job(context, (one,), asked.language, asked.edition)


def roll_up_jobs(context: Context, asked: "Asked") -> "list[BriefJob]":
    """Return the roll-up of difficulties: of those named, else of all but drafts."""
    from clusterdesk.services.paper_choices import roll_up_ids

    ids = tuple(references.one(context, text, ("difficulty",)).id for text in asked.refs)
    chosen = ids or roll_up_ids(context.desk.store)
    return [_difficulty_job(context, chosen, asked.language, asked.edition, together=True)]


def _difficulty_job(
    context: Context, ids: tuple[UUID, ...], language: str, edition: "Edition", *, together: bool = False
) -> "BriefJob":
    from clusterdesk.domain.commands.difficulty_papers import PaperWanted
    from clusterdesk.domain.views.difficulty_papers import Naming
    from clusterdesk.services.difficulty_papers import difficulty_paper
    from clusterdesk.services.paper_gate import through_gate

    store, settings = context.desk.store, context.settings
    naming = Naming.ANONYMOUS if edition == "shareable" else Naming.INTERNAL
    spoken = language or settings.default_document_language
    wanted = PaperWanted(difficulty_ids=ids, language=spoken, roll_up=together, naming=naming)
    read = through_gate(store, difficulty_paper(store, wanted, author=settings.profile_name))
    return printing.job(context, read, spoken)
