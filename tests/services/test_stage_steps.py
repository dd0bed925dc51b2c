"""The days of steps keep their order on every road: of a prospect as of a dossier of the common vision."""

from datetime import date, timedelta
from typing import Any

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.prospects import MoveProspect
from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.dated_steps import in_order
from clusterdesk.domain.prospects.states import state_of
from clusterdesk.domain.records.prospects import Prospect, ProspectState, ProspectStep
from clusterdesk.domain.records.vision import VisionDossier, VisionStage, VisionStep
from clusterdesk.services.prospects import move_prospect
from clusterdesk.services.records import edit_record
from clusterdesk.services.vision import move_dossier
from clusterdesk.store.desk_store import Store
from tests.factories import add

STATES = (ProspectState.TO_CONTACT, ProspectState.CONTACTED, ProspectState.INTERESTED)
STAGES = (VisionStage.SCOPE, VisionStage.COLLECTION, VisionStage.SHAPING)


def of_prospect(store: Store, days: tuple[date, ...]) -> list[ProspectStep]:
    prospect = add(store, Prospect(name="Démontages Lavandier"))
    for state, day in zip(STATES, days, strict=True):
        move_prospect(store, MoveProspect(prospect_id=prospect.id, state=state, on=day))
    return in_order(store.find(ProspectStep, prospect_id=prospect.id))


def of_dossier(store: Store, days: tuple[date, ...]) -> list[VisionStep]:
    dossier = add(store, VisionDossier(title="Le bois de demain"))
    for stage, day in zip(STAGES, days, strict=True):
        move_dossier(store, dossier.id, stage, on=day)
    return in_order(store.find(VisionStep, vision_dossier_id=dossier.id))


@pytest.mark.parametrize(
    ("make", "type_key", "ahead", "order"),
    [
        (of_prospect, "prospect_step", "prospect_ahead", "prospect_order"),
        (of_dossier, "vision_step", "vision_day_to_come", "vision_days"),
    ],
)
def test_the_days_of_steps_keep_their_order(store: Store, make: Any, type_key: str, ahead: str, order: str) -> None:
    today = store.clock.today()
    first, second, last = make(store, tuple(today - timedelta(days=days) for days in (9, 5, 2)))

    def edit(step: Any, days_ago: int) -> None:
        on = today - timedelta(days=days_ago)
        edit_record(store, EditRecord(type_key=type_key, record_id=step.id, values={"on": on}))

    for step, days_ago, code in ((last, -1, ahead), (last, 6, order), (second, 10, order), (first, 4, order)):
        with pytest.raises(KnownError) as refused:
            edit(step, days_ago)
        assert refused.value.code == code
        assert f"{today - timedelta(days=days_ago)}" in str(refused.value)
    edit(second, 9)
    edit(last, 0)
    assert [one.on for one in in_order(store.find(type(first)))] == [today - timedelta(days=n) for n in (9, 9, 0)]


def test_another_day_of_a_call_does_not_change_where_a_prospect_stands(store: Store) -> None:
    today = store.clock.today()
    *_, contacted, interested = of_prospect(store, (today, today, today))
    assert state_of(store.find(ProspectStep)) is ProspectState.INTERESTED
    earlier = {"on": today - timedelta(days=3)}
    edit = EditRecord(type_key="prospect_step", record_id=interested.id, values=earlier)
    with pytest.raises(KnownError, match=f"{contacted.on}"):
        edit_record(store, edit)
    assert state_of(store.find(ProspectStep)) is ProspectState.INTERESTED
