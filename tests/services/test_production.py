"""Production projects: rated, ranked, moved from stage to stage, refused where a stage does not follow, taken back."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clusterdesk.base.errors import KnownError
from clusterdesk.charts.rating_matrix import Box, MatrixDot, lay_out_matrix
from clusterdesk.domain.commands.production import AddIdea, MoveProduction, RateProduction
from clusterdesk.domain.commands.records import AddRecord, DeleteRecord
from clusterdesk.domain.commands.results import GivenProof
from clusterdesk.domain.production import stages
from clusterdesk.domain.production.rating import ranked, score_of
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.chains import ChainLink
from clusterdesk.domain.records.lists import ValueChain
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.production import ProductionStage, ProductionStep, ProjectChainLink, ProjectRating
from clusterdesk.domain.records.projects import Project, ProjectKind, ProjectPartner
from clusterdesk.domain.records.results import Evidence, EvidenceLevel, ResultEvent, ResultKind
from clusterdesk.domain.views.production import ProductionRow
from clusterdesk.domain.views.timeline import TimelineKind
from clusterdesk.services import shipped_lists, undo
from clusterdesk.services.production import move_production, rate_production
from clusterdesk.services.production_ideas import add_idea
from clusterdesk.services.production_views import read_production
from clusterdesk.services.records import add_record, delete_record
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.timeline import timeline

WHOLE = {"timing": 4, "skills": 3, "budget": 4, "funding": 5, "impact": 4}
IDEA, RANKED, SET_UP = ProductionStage.IDEA, ProductionStage.RANKED, ProductionStage.SET_UP
FINANCED, RUNNING, ABANDONED = ProductionStage.FINANCED, ProductionStage.IN_PRODUCTION, ProductionStage.ABANDONED


def add[R: Record](store: Store, record: R) -> R:
    add_record(store, AddRecord(record=record))
    return record


@pytest.fixture
def project(store: Store) -> Project:
    """An idea of Atelier Noord in wood."""
    if not store.find(ChainLink):
        shipped_lists.seed(store)
    holder = add(store, Organisation(name="Atelier Noord"))
    (wood,) = store.find(ValueChain, key="wood")
    return add_idea(store, AddIdea(title="Carrelets", value_chain_id=wood.id, organisation_id=holder.id)).output


def row(store: Store, project: Project) -> ProductionRow:
    found = read_production(store).row(project.id)
    assert found is not None
    return found


def move(store: Store, project: Project, stage: ProductionStage, **more: object) -> ProductionStep:
    return move_production(store, MoveProduction(project_id=project.id, stage=stage, **more)).output  # type: ignore[arg-type]


def rate(store: Store, project: Project, **scores: object) -> ProjectRating:
    return rate_production(store, RateProduction(project_id=project.id, **scores)).output  # type: ignore[arg-type]


def to_financed(store: Store, project: Project) -> None:
    rate(store, project, **WHOLE)
    for stage in (SET_UP, FINANCED):
        move(store, project, stage)


def test_an_idea_rated_as_a_whole_is_ranked_in_one_step_that_undo_takes_back(store: Store, project: Project) -> None:
    assert row(store, project).stage is IDEA
    rate(store, project, timing=4, impact=5)
    assert row(store, project).stage is IDEA, "half a rating ranks nothing"
    rate(store, project, skills=3, budget=4, funding=5)
    assert row(store, project).stage is RANKED, "the scores of before were kept"
    score = row(store, project).score
    assert score is not None
    assert [score.feasibility, score.impact, score.product] == [Decimal(4), Decimal(5), Decimal(20)]
    undo.undo(store)
    assert row(store, project).stage is IDEA
    assert len(store.find(ProjectRating)) == 1


def test_the_road_goes_stage_by_stage_and_each_step_is_dated_by_whom(store: Store, project: Project) -> None:
    rate(store, project, **WHOLE)
    step = move(store, project, SET_UP, by="Claire", remark="convention signée")
    assert (step.on, step.by, step.remark) == (store.clock.today(), "Claire", "convention signée")
    with pytest.raises(KnownError) as refused:
        move(store, project, RUNNING)
    assert refused.value.code == "production_move"
    assert "financed" in refused.value.advice
    move(store, project, FINANCED)
    assert [one.stage for one in row(store, project).steps] == [RANKED, SET_UP, FINANCED]


def test_an_unrated_idea_is_not_ranked(store: Store, project: Project) -> None:
    with pytest.raises(KnownError) as refused:
        move(store, project, RANKED)
    assert refused.value.code == "production_unrated"


@pytest.mark.parametrize("stage", [IDEA, ABANDONED])
def test_going_back_and_giving_up_want_a_reason(store: Store, project: Project, stage: ProductionStage) -> None:
    rate(store, project, **WHOLE)
    with pytest.raises(KnownError) as refused:
        move(store, project, stage, remark="  ")
    assert refused.value.code == "production_reason"
    move(store, project, stage, remark="le hangar est vendu")
    assert row(store, project).stage is stage


def test_what_was_abandoned_is_taken_up_where_it_stood(store: Store, project: Project) -> None:
    to_financed(store, project)
    move(store, project, ABANDONED, remark="le banquier se retire")
    assert stages.moves_from(row(store, project).steps) == (FINANCED, IDEA)
    move(store, project, FINANCED)
    assert row(store, project).stage is FINANCED


def test_a_stage_is_neither_to_come_nor_before_the_one_before(store: Store, project: Project) -> None:
    rate(store, project, **WHOLE)
    today = store.clock.today()
    for day, code in ((today + timedelta(days=1), "production_ahead"), (today - timedelta(days=1), "production_order")):
        with pytest.raises(KnownError) as refused:
            move(store, project, SET_UP, on=day)
        assert refused.value.code == code


def test_production_confirms_its_result_with_the_evidence_in_the_same_step(store: Store, project: Project) -> None:
    to_financed(store, project)
    day = store.clock.today()
    move(store, project, RUNNING, by="Claire", proof=GivenProof("Bon de livraison", EvidenceLevel.DOCUMENT))
    (result,) = store.find(ResultEvent)
    assert (result.kind, result.on, result.confirmed_by) == (ResultKind.PRODUCTION_STARTED, day, "Claire")
    assert (result.project_id, result.organisation_id) == (project.id, project.organisation_id)
    (evidence,) = store.find(Evidence)
    assert (evidence.result_event_id, evidence.level) == (result.id, EvidenceLevel.DOCUMENT)
    undo.undo(store)
    assert row(store, project).stage is FINANCED
    assert store.find(ResultEvent) == []
    assert store.find(Evidence) == []


def test_without_evidence_the_result_waits_to_be_confirmed(store: Store, project: Project) -> None:
    to_financed(store, project)
    move(store, project, RUNNING)
    (result,) = store.find(ResultEvent)
    assert result.confirmed_on is None
    move(store, project, FINANCED, remark="la presse est en panne")
    move(store, project, RUNNING, by="Claire", proof=GivenProof("Facture", EvidenceLevel.DOCUMENT))
    (same,) = store.find(ResultEvent)
    assert same.id == result.id, "one result of a project, not two"
    assert same.confirmed_by == "Claire"


def test_only_production_projects_have_stages(store: Store, project: Project) -> None:
    other = add(store, Project(title="Atelier", kind=ProjectKind.COMPANY))
    for refuse in (lambda: move(store, other, RANKED), lambda: rate(store, other, impact=3)):
        with pytest.raises(KnownError) as refused:
            refuse()
        assert refused.value.code == "production_kind"
    delete_record(store, DeleteRecord(type_key="project", record_id=project.id))
    with pytest.raises(KnownError) as binned:
        rate(store, project, impact=3)
    assert binned.value.code == "owner_binned"


@pytest.mark.parametrize("scores", [{}, {"impact": 0}, {"timing": 6}])
def test_scores_go_from_one_to_five(store: Store, project: Project, scores: dict[str, int]) -> None:
    with pytest.raises(KnownError):
        rate(store, project, **scores)
    with pytest.raises(KnownError):
        add(store, ProjectRating(project_id=project.id, on=date(2026, 5, 1), impact=9))


def test_projects_stand_by_rank_and_tell_what_is_missing(store: Store, project: Project) -> None:
    rate(store, project, **WHOLE)
    better = add_idea(store, AddIdea(title="Séchoir")).output
    rate(store, better, **dict.fromkeys(WHOLE, 5))
    unrated = add_idea(store, AddIdea(title="Lavage")).output
    data = read_production(store)
    assert [one.project.title for one in data.rows] == ["Séchoir", "Carrelets", "Lavage"]
    assert data.ranks == {better.id: 1, project.id: 2}
    (link,) = store.find(ChainLink, key="wood_collection")
    add(store, ProjectChainLink(project_id=project.id, chain_link_id=link.id))
    assert [one.link.key for one in row(store, project).missing] == ["wood_collection"]
    assert row(store, unrated).score is None


def test_the_fil_of_holder_and_partner_tells_the_stages(store: Store, project: Project) -> None:
    partner = add(store, Organisation(name="Planchéa"))
    add(store, ProjectPartner(project_id=project.id, organisation_id=partner.id, role="rabotage"))
    rate(store, project, **WHOLE)
    for one in (project.organisation_id, partner.id):
        assert one is not None
        with store.read() as connection:
            page = timeline(connection, one, kinds=[TimelineKind.PRODUCTION])
        assert [(entry.title, entry.detail) for entry in page.entries] == [("Carrelets", "ranked")]


def test_equal_projects_share_a_rank() -> None:
    ids = [UUID(int=number) for number in range(3)]
    ratings = [
        ProjectRating(project_id=one, on=date(2026, 1, 1), timing=3, impact=impact)
        for one, impact in zip(ids, (4, 5, 4), strict=True)
    ]
    assert ranked((one.project_id, score_of(one)) for one in ratings) == {ids[1]: 1, ids[0]: 2, ids[2]: 2}


@given(
    st.lists(
        st.tuples(st.sampled_from([1, 2, 2.5, 3, 5]), st.integers(1, 5), st.text("abc é", min_size=1, max_size=40)),
        max_size=14,
    )
)
def test_no_label_of_the_matrix_covers_another_or_a_dot(made: list[tuple[float, int, str]]) -> None:
    dots = [MatrixDot(place, x, y, place + 1, name) for place, (x, y, name) in enumerate(made)]
    frame = Box(20, 4, 400, 280)
    matrix = lay_out_matrix(dots, frame, radius=9, text_height=15, measure=lambda text: 7.0 * len(text))
    labels = [Box(one.label_x, one.label_y, 7.0 * len(one.label), 15) for one in matrix.dots if one.label]
    discs = [Box(one.x - 9, one.y - 9, 18, 18) for one in matrix.dots]
    assert len(matrix.dots) == len(made)
    for place, label in enumerate(labels):
        assert frame.holds(label)
        assert not any(label.meets(other) for other in labels[place + 1 :])
        assert not any(label.meets(disc) for disc in discs)
