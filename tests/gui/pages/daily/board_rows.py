"""A result that counts, and its row on the board."""

from datetime import date

import pytest

from clusterdesk.domain.records.coaching import CoachingFile
from clusterdesk.domain.records.organisations import Address
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.results import Evidence, EvidenceLevel, ResultEvent, ResultKind
from clusterdesk.domain.records.sessions import Session, SessionKind, SessionNote, SessionState
from clusterdesk.gui.pages.board.page import BoardPage
from clusterdesk.gui.pages.board.row import IndicatorRow
from clusterdesk.store.desk_store import Store
from tests.factories import add
from tests.gui.pages.organisation.conftest import Ask, Rich


@pytest.fixture
def counted(ask: Ask, rich: Rich) -> None:
    """A project industrialised in the Region after a coaching visit, not proved yet."""

    def make(store: Store) -> bool:
        mine = rich.organisation
        (project,) = store.find(Project, organisation_id=mine)
        (file,) = store.find(CoachingFile, project_id=project.id)
        visit = Session(
            organisation_id=mine,
            coaching_file_id=file.id,
            kind=SessionKind.VISIT,
            state=SessionState.HELD,
            on=date(2026, 3, 2),
            recorded_on=date(2026, 3, 2),
        )
        add(store, visit, SessionNote(session_id=visit.id, text="Premier tour"))
        add(store, Address(organisation_id=mine, postcode="1080", city="Molenbeek"))
        result = ResultEvent(
            kind=ResultKind.INDUSTRIALISED,
            on=date(2026, 6, 30),
            organisation_id=mine,
            project_id=project.id,
            coaching_file_id=file.id,
            confirmed_by="Claire Delvaux",
            confirmed_on=date(2026, 7, 1),
            recorded_on=date(2026, 7, 1),
        )
        paper = Evidence(
            title="Attestation", result_event_id=result.id, organisation_id=mine, level=EvidenceLevel.ATTESTATION
        )
        add(store, result, paper)
        return True

    ask(make)


def row_of(page: BoardPage, name: str) -> IndicatorRow:
    rows = [row for card in page.cards for row in card.rows.values()]
    return next(row for row in rows if row.name.words == name)
