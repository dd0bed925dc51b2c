"""Common vision and answers to difficulties, as the report to the Advisory Board tells of them."""

from collections.abc import Callable
from datetime import date

from clusterdesk.domain.difficulties.counting import rounds
from clusterdesk.domain.views.board_report_parts import ObtainedAnswer, VisionState
from clusterdesk.domain.views.difficulties import DifficultyRow
from clusterdesk.domain.views.edition import Edition
from clusterdesk.domain.views.vision import StageReached
from clusterdesk.services.vision import dossiers, read_vision
from clusterdesk.store.desk_store import Store

_MOST_ANSWERS = 6

type Clear = Callable[[str], str]


def vision_states(store: Store, day: date, edition: Edition, clear: Clear) -> tuple[VisionState, ...]:
    """Return how far each dossier was on a day, of those that the edition may tell of."""
    found = []
    for dossier in dossiers(store):
        if not edition.admits(dossier.visibility):
            continue
        page = read_vision(store, dossier.id)
        stages = tuple(
            one if one.on is not None and one.on <= day else StageReached(one.stage, None) for one in page.stages
        )
        counts = len(page.sources), len(page.contributors), page.open_questions
        found.append(VisionState(clear(dossier.title), stages, *counts))
    return tuple(found)


def obtained_answers(
    rows: tuple[DifficultyRow, ...], day: date, edition: Edition, clear: Clear
) -> tuple[ObtainedAnswer, ...]:
    """Return what was answered in the year to difficulties that may be told of, the newest first."""
    found = []
    for row in rows:
        one = row.record
        days = [each.answered_on for each in rounds(one, row.steps) if each.answered_on is not None]
        told = [each for each in days if each.year == day.year and each <= day]
        said = one.result.strip() or one.answer.strip()
        if told and said and edition.admits(one.visibility):
            found.append((max(told), one.title, said))
    found.sort(key=lambda each: each[0], reverse=True)
    return tuple(ObtainedAnswer(clear(title), clear(said), on) for on, title, said in found[:_MOST_ANSWERS])
