"""What the organisations that met a difficulty are told of its answer: to whom, in which language, in which words.

Each reads a title and an answer in which the others are blocked, and what it said itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.difficulties.reading import Chosen
from clusterdesk.domain.records.difficulties import DifficultyRecipient, DifficultyState
from clusterdesk.domain.views.difficulties import DifficultyRow, Met
from clusterdesk.i18n.translator import Translator
from clusterdesk.services.difficulties import not_met
from clusterdesk.services.kept import kept_organisation
from clusterdesk.services.mail_drafts import Recipient, mail_language, recipients_of
from clusterdesk.services.paper_texts import PaperTexts
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.difficulties import DifficultyReader
from clusterdesk.store.queries.organisation_page import organisation_page

_ANSWERED = (DifficultyState.ANSWERED, DifficultyState.FED_BACK, DifficultyState.CLOSED)


@dataclass(frozen=True, slots=True)
class Feedback:
    """What one organisation is told; ``language`` is its own, ``result`` may be empty."""

    organisation_id: UUID
    name: str
    language: str
    title: str
    answer: str
    result: str
    said_on: date
    sent_on: date | None
    answered_on: date | None
    recipient: DifficultyRecipient | None
    mails: tuple[Recipient, ...] = ()


def read_feedback(
    store: Store, difficulty_id: UUID, organisation_ids: Iterable[UUID] = (), default: str = "fr"
) -> tuple[Feedback, ...]:
    """Return what organisations are told of the answer to a difficulty: those given, else all that were not told yet.

    Raises:
        KnownError: it was not answered, or one of them does not meet it.
    """
    with store.read() as connection:
        reader = DifficultyReader(connection)
        row = reader.row(reader.all[reader.root(difficulty_id)])
    if row.record.state not in _ANSWERED:
        raise KnownError(
            "feedback_early",
            N_("“{name}” was not answered yet: there is nothing to tell."),
            advice=N_("Note the answer first."),
            name=row.record.title,
        )
    met = {one.organisation_id: one for one in row.organisations}
    wanted = [kept_organisation(store, one).id for one in organisation_ids]
    for one in wanted:
        if one not in met:
            raise not_met(store, row.record, one)
    chosen = [met[one] for one in dict.fromkeys(wanted)] or list(row.untold)
    return tuple(_feedback(store, row, one, default) for one in chosen)


def _feedback(store: Store, row: DifficultyRow, met: Met, default: str) -> Feedback:
    with store.read() as connection:
        page = organisation_page(connection, met.organisation_id, store.clock.today())
    language, record = mail_language(page, default), row.record
    blocked = PaperTexts(store, Translator(language), Chosen()).of({met.organisation_id: met.name}, {})
    return Feedback(
        met.organisation_id,
        met.name,
        language,
        blocked(record.title).text,
        blocked(record.answer).text,
        blocked(record.result).text,
        record.on,
        record.sent_on,
        record.answered_on,
        row.recipient,
        recipients_of(page),
    )
