"""What commands about one difficulty answer: all of it, as it is now."""

from argparse import Namespace
from datetime import date
from uuid import UUID

from clusterdesk.cli import difficulty_shapes, references, values
from clusterdesk.cli.answer import Answer, Lines
from clusterdesk.cli.context import Context
from clusterdesk.domain.record_types import RECORD_TYPES

_STEP = RECORD_TYPES["difficulty_step"].fields


def meant(context: Context, options: Namespace) -> UUID:
    """Return the difficulty that REF means."""
    return references.target(context, options.ref, "difficulty")


def day_given(context: Context, options: Namespace) -> date | None:
    """Return the day of --on; None where it is not given."""
    found: date | None = values.read(context, _STEP["on"], "--on", options.on) if options.on else None
    return found


def answer(context: Context, difficulty_id: UUID, line: str = "") -> Answer:
    """Return a difficulty, after a line that says what was done."""
    from clusterdesk.services.difficulty_views import read_difficulty

    page = read_difficulty(context.desk.store, difficulty_id)
    blocks = difficulty_shapes.page_blocks(context, page)
    return Answer(difficulty_shapes.page_document(context, page), [Lines([line]), *blocks] if line else blocks)
