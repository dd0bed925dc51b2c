"""What the page of a difficulty asks of the store, in the worker."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from clusterdesk.domain.changes import OpResult
from clusterdesk.domain.commands import difficulties as asked
from clusterdesk.domain.records.difficulties import Difficulty, DifficultyOrganisation, DifficultyQuote
from clusterdesk.domain.views.difficulties import DifficultyPage
from clusterdesk.i18n.translator import Translator

if TYPE_CHECKING:
    from clusterdesk.bootstrap import Desk

type Move = (
    asked.ApproveDifficulty
    | asked.SendBackDifficulty
    | asked.SendDifficulty
    | asked.AnswerDifficulty
    | asked.FeedBackDifficulty
    | asked.CloseDifficulty
    | asked.ReopenDifficulty
    | asked.JoinDifficulties
    | asked.TakeApartDifficulty
)


def read_page(difficulty_id: UUID, desk: "Desk") -> DifficultyPage:
    """Read all the page shows."""
    from clusterdesk.services.difficulty_views import read_difficulty

    return read_difficulty(desk.store, difficulty_id)


def move(command: Move, desk: "Desk") -> OpResult[Difficulty]:
    """Make a move."""
    from clusterdesk.services import difficulty_moves as moves

    services: dict[type, Callable[..., Any]] = {
        asked.ApproveDifficulty: moves.approve_difficulty,
        asked.SendBackDifficulty: moves.send_back_difficulty,
        asked.SendDifficulty: moves.send_difficulty,
        asked.AnswerDifficulty: moves.answer_difficulty,
        asked.FeedBackDifficulty: moves.feed_back_difficulty,
        asked.CloseDifficulty: moves.close_difficulty,
        asked.ReopenDifficulty: moves.reopen_difficulty,
        asked.JoinDifficulties: moves.join_difficulties,
        asked.TakeApartDifficulty: moves.take_apart_difficulty,
    }
    done: OpResult[Difficulty] = services[type(command)](desk.store, command)
    return done


def quote(command: asked.QuoteDifficulty, desk: "Desk") -> OpResult[DifficultyQuote]:
    """Add what somebody said."""
    from clusterdesk.services.difficulties import quote_difficulty

    return quote_difficulty(desk.store, command)


def add_touched(command: asked.AddTouched, desk: "Desk") -> OpResult[DifficultyOrganisation]:
    """Say that an organisation meets it too."""
    from clusterdesk.services import difficulties

    return difficulties.add_touched(desk.store, command)


def remove_touched(command: asked.RemoveTouched, desk: "Desk") -> OpResult[None]:
    """Say that an organisation does not meet it after all."""
    from clusterdesk.services import difficulties

    return difficulties.remove_touched(desk.store, command)


def agree(command: asked.AgreeToBeNamed, desk: "Desk") -> OpResult[DifficultyOrganisation]:
    """Note that an organisation agrees to be named, or no longer."""
    from clusterdesk.services.difficulties import agree_to_be_named

    return agree_to_be_named(desk.store, command)


def write_drafts(
    difficulty_id: UUID, organisation_ids: tuple[UUID, ...], author: str, t: Translator, desk: "Desk"
) -> tuple[Path, ...]:
    """Write the mail drafts that tell organisations of the answer."""
    from clusterdesk.exchange.difficulty_mails import write_feedback
    from clusterdesk.services.difficulty_feedback import read_feedback

    told = read_feedback(desk.store, difficulty_id, organisation_ids, t.language)
    return write_feedback(told, desk.store.folder.outbox / "mail", author, t)
