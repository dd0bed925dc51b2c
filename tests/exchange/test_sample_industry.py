"""The sample shows each case of industrial scale-up, and its levels are those of its answers."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from clusterdesk.domain.industrialisation.capacity import derived_values
from clusterdesk.domain.industrialisation.maturity import maturity
from clusterdesk.domain.proposals.proposal import ResultStanding
from clusterdesk.domain.records.industrialisation import CapacitySheet, MrlAnswer, MrlAssessment, MrlQuestion, MrlReply
from clusterdesk.domain.records.projects import Project
from clusterdesk.exchange.sample import make_sample, reference_monday
from clusterdesk.services.binders import create_binder
from clusterdesk.services.industry_views import read_industry_of_project
from clusterdesk.store.desk_store import Store


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder: Path = tmp_path_factory.mktemp("sample") / "binder"
    made = create_binder(folder, sample=True)
    make_sample(made, reference_monday())
    yield made
    made.close()


def test_every_level_is_that_of_its_answers(store: Store) -> None:
    questions = store.find(MrlQuestion)
    for one in store.find(MrlAssessment):
        replies = {each.question_id: each.reply for each in store.find(MrlAnswer, assessment_id=one.id)}
        assert maturity(questions, replies).level == one.level, one.external_id
        assert one.profile_id is not None


@pytest.mark.parametrize(
    ("project", "level", "standing"),
    [
        ("noord-p1", 8, ResultStanding.ON_THE_WAY),
        ("noord-p2", 1, ResultStanding.NOT_YET),
        ("cargopile-p1", 9, ResultStanding.VALIDATED),
        ("quaivieux-p", 9, ResultStanding.VALIDATED),
        ("houtlus-p1", 7, ResultStanding.TO_REVOKE),
        ("relave-p1", 9, ResultStanding.NOT_YET),
        ("trameneuve-p", 9, ResultStanding.ALREADY_BEFORE),
        ("cadre-p", 9, ResultStanding.PROPOSED),
        ("schering-p", 6, ResultStanding.ON_THE_WAY),
        ("naaf-p", 7, ResultStanding.ON_THE_WAY),
    ],
)
def test_each_case_is_there(store: Store, project: str, level: int, standing: ResultStanding) -> None:
    (found,) = store.find(Project, external_id=project)
    shown = read_industry_of_project(store, found.id)[1]
    assert (shown.level, shown.maturity.level) == (level, level)
    assert shown.proposal.standing is standing


def test_answers_say_what_is_behind_them_and_sheets_what_is_missing(store: Store) -> None:
    remarks = [one for one in store.find(MrlAnswer) if one.remark]
    assert len(remarks) > 5
    assert {one.reply for one in store.find(MrlAnswer)} >= {MrlReply.YES, MrlReply.NO}
    sheets = store.find(CapacitySheet)
    assert len(sheets) >= 6
    assert any(value.missing for one in sheets for value in derived_values(one))
