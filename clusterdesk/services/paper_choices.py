"""What a paper about difficulties is made from: which of them, what of each may be told, what its readers chose."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from clusterdesk.base.errors import KnownError
from clusterdesk.base.marks import N_
from clusterdesk.domain.commands.difficulty_papers import PaperWanted
from clusterdesk.domain.difficulties.reading import Chosen, chosen_from
from clusterdesk.domain.records.difficulties import Difficulty, DifficultyAct, DifficultyState, DifficultyStep
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.views.edition import Edition
from clusterdesk.services.organisation_cells import organisation_places
from clusterdesk.services.paper_parts import Told
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.difficulties import DifficultyReader


def roll_up_ids(
    store: Store, *, theme_ids: Iterable[UUID] | None = None, states: Iterable[DifficultyState] | None = None
) -> tuple[UUID, ...]:
    """Return the difficulties that a roll-up tells of: of any theme and any state but drafts where none is given."""
    wanted = frozenset(states) if states is not None else frozenset(DifficultyState) - {DifficultyState.DRAFT}
    themes = frozenset(theme_ids) if theme_ids is not None else None
    with store.read() as connection:
        rows = DifficultyReader(connection).rows()
    return tuple(
        row.record.id
        for row in rows
        if row.record.state in wanted and (themes is None or row.record.theme_id in themes)
    )


def chosen_words(store: Store, difficulty_ids: Iterable[UUID]) -> Chosen:
    """Return what was chosen to be blocked and left when the difficulties were last read."""
    chosen = Chosen()
    for one in difficulty_ids:
        steps = store.find(DifficultyStep, difficulty_id=one, act=DifficultyAct.PREVIEWED, revoked_on=None)
        if steps:
            chosen = chosen.together(chosen_from(max(steps, key=lambda step: step.id).remark))
    return chosen


def read_told(store: Store, wanted: PaperWanted, edition: Edition) -> tuple[list[Told], int]:
    """Return the difficulties that the edition may tell of, each once as the one it is read as, and how many stay."""
    records = [store.get(Difficulty, one) for one in wanted.difficulty_ids]
    with store.read() as connection:
        reader = DifficultyReader(connection)
        roots = dict.fromkeys(reader.root(one.id) for one in records if one.id in reader.all)
        rows = [reader.row(reader.all[one]) for one in roots]
        quotes = {row.record.id: reader.quotes(row.record) for row in rows}
    told = [row for row in rows if edition.admits(row.record.visibility)]
    if not told:
        raise _nothing(records)
    met = {one.organisation_id for row in told for one in row.organisations}
    met |= {one.record.organisation_id for found in quotes.values() for one in found if one.record.organisation_id}
    places = organisation_places(store, met, wanted.language)
    kinds = {one.id: one.kind for one in store.find(Organisation, deleted=None, id=met)}
    naming = wanted.naming
    found = [Told.of(row, quotes[row.record.id], places, kinds, naming=naming, edition=edition) for row in told]
    return found, len(rows) - len(told)


def _nothing(records: Sequence[Difficulty]) -> KnownError:
    if not records:
        return KnownError(
            "no_difficulties",
            N_("There is no difficulty to tell of."),
            advice=N_("Choose other themes or states, or note one first."),
        )
    return KnownError(
        "difficulty_stays",
        N_("“{name}” is not shareable: it does not leave."),
        advice=N_("Make it shareable on its page, where that is right, or print the internal edition."),
        name=records[0].title,
    )
