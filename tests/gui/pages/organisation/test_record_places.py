"""No type of record and no field is forgotten: the table of places against the domain, and against the real window."""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import UUID

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from clusterdesk.domain.commands.plans import TakeDiagnostic
from clusterdesk.domain.commands.production import MoveProduction
from clusterdesk.domain.commands.prospects import MoveProspect
from clusterdesk.domain.commands.records import AddRecord
from clusterdesk.domain.commands.sessions import StartSession
from clusterdesk.domain.industrialisation.maturity import in_order
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.chains import ChainActor, ChainLink
from clusterdesk.domain.records.coaching import CoachingFile, CoachingFileManager, CoachingFileTrack, OneOffAdvice
from clusterdesk.domain.records.communication import CommunicationItem, Feature
from clusterdesk.domain.records.contacts import Consent, ConsentPurpose
from clusterdesk.domain.records.difficulties import (
    Difficulty,
    DifficultyAct,
    DifficultyOrganisation,
    DifficultyQuote,
    DifficultyStep,
)
from clusterdesk.domain.records.employment import Headcount
from clusterdesk.domain.records.exchange import Exchange
from clusterdesk.domain.records.figures import AnnualAccounts, Ledger, LedgerLine, Scenario
from clusterdesk.domain.records.groups import GroupMember, Meeting, MeetingAttendance, MeetingDecision, WorkingGroup
from clusterdesk.domain.records.industrialisation import CapacitySheet, MrlAnswer, MrlAssessment, MrlQuestion
from clusterdesk.domain.records.lists import NamedMapping, Profile, SavedFilter, Tag, Track
from clusterdesk.domain.records.organisations import ImportNote, Organisation, OrganisationActivity, OrganisationStatus
from clusterdesk.domain.records.plan import FundingApplication, Milestone
from clusterdesk.domain.records.production import ProductionStage, ProjectChainLink, ProjectRating
from clusterdesk.domain.records.programme import (
    Commitment,
    EventKind,
    EventParticipation,
    ProgrammeEvent,
    Satisfaction,
    Theme,
    ThemeVote,
)
from clusterdesk.domain.records.projects import Project, ProjectKind, ProjectPartner
from clusterdesk.domain.records.prospects import Prospect, ProspectState
from clusterdesk.domain.records.referrals import (
    ReadinessAnswer,
    ReadinessQuestion,
    Referral,
    ReferralAct,
    ReferralAnswer,
    ReferralCountry,
    ReferralDocument,
    ReferralStep,
)
from clusterdesk.domain.records.results import Document, Evidence, ResultEvent, ResultKind
from clusterdesk.domain.records.sessions import Session
from clusterdesk.domain.records.strategy import BoardFreeze, BoardRemark, PlanItem
from clusterdesk.domain.records.vision import (
    OpenQuestion,
    VisionChapter,
    VisionContributor,
    VisionDossier,
    VisionSource,
    VisionStage,
    VisionStep,
)
from clusterdesk.gui import routes
from clusterdesk.gui.binding import RecordFields
from clusterdesk.gui.forms.part_row import PartRow
from clusterdesk.gui.pages.organisation.points_editor import PointLine
from clusterdesk.gui.places import places
from clusterdesk.gui.record_places import COMMON_FIELDS, RECORD_PLACES
from clusterdesk.gui.shell.main_window import MainWindow
from clusterdesk.gui.shell.places import Route
from clusterdesk.services import diagnostics, records, sessions
from clusterdesk.services.production import move_production
from clusterdesk.services.prospects import move_prospect
from clusterdesk.store.desk_store import Store
from tests.gui.pages.organisation.conftest import MOMENT, Ask, Rich
from tests.gui.support import TODAY

REFERRAL = UUID(int=7)
EVENT = UUID("00000000-0000-4000-8000-00000000e7e7")
DIFFICULTY = UUID("00000000-0000-4000-8000-00000000d1ff")
GROUP, MEETING = UUID(int=8), UUID(int=9)
GUIDE = Path(__file__).resolve().parents[4] / "docs" / "window.md"


def test_every_type_of_record_has_a_place_in_the_window() -> None:
    assert set(RECORD_PLACES) == set(RECORD_TYPES), "where in the window is it edited? See gui/record_places.py"
    known = {place.key for place in places()}
    assert {one.place for one in RECORD_PLACES.values()} <= known


def test_the_table_names_fields_that_exist() -> None:
    for key, place in RECORD_PLACES.items():
        assert set(place.special) <= set(RECORD_TYPES[key].fields), key
    assert set(COMMON_FIELDS) >= {one.name for one in fields(Record)}


def test_the_documentation_has_a_row_for_each_type() -> None:
    rows = [
        line for line in GUIDE.read_text("utf-8").partition("## The binder")[0].splitlines() if line.startswith("| `")
    ]
    assert [row.split("`")[1] for row in rows] == [key.replace("_", "-") for key in RECORD_PLACES]


def test_every_field_is_edited_where_the_table_says(window: MainWindow, rich: Rich, ask: Ask, qtbot: QtBot) -> None:
    ask(lambda store: _one_of_each(store, rich))
    bound: dict[str, set[str]] = {}
    for route in _routes(rich):
        window.go(route)
        qtbot.waitUntil(lambda: _at_rest(window), timeout=MOMENT)
        for _ in range(3):  # rows within rows
            assert window.page is not None
            for row in window.page.findChildren(PartRow):
                row.open()
            for line in window.page.findChildren(PointLine):
                if line.details is None:
                    line.toggle()
            qtbot.waitUntil(lambda: _at_rest(window), timeout=MOMENT)
        assert window.page is not None
        for form in window.page.findChildren(RecordFields):
            bound.setdefault(form.type_key, set()).update(form._bindings)
    for key, place in RECORD_PLACES.items():
        kind, special = RECORD_TYPES[key], set(place.special)
        here = bound.get(key, set())
        assert set(kind.fields) - set(COMMON_FIELDS) - special - here == set(), f"{key}: no way to edit these"
        assert special & here == set(), f"{key}: a field after all"


def _routes(rich: Rich) -> Iterator[Route]:
    yield routes.organisation(rich.organisation)
    yield routes.session(rich.planned)
    yield routes.coaching(rich.organisation)
    yield routes.diagnostic(rich.organisation)
    yield routes.break_even(rich.organisation)
    yield routes.industry(rich.organisation)
    yield routes.employment(rich.organisation)
    yield routes.figures(rich.organisation)
    yield routes.accounts(rich.organisation)
    yield routes.teams()
    yield from (routes.strategy(key) for key in ("indicator", "plan_item", "board_remark"))
    yield routes.referral(REFERRAL)
    yield routes.difficulty(DIFFICULTY)
    yield routes.chains()
    yield routes.vision()
    yield routes.communication()
    yield routes.chains("projects")
    yield routes.programme()
    yield routes.event(EVENT)
    yield routes.chains("exchange")
    yield routes.chains("prospects")
    yield routes.group(GROUP)
    yield routes.meeting(MEETING)
    yield from (routes.lists(key) for key, place in RECORD_PLACES.items() if place.place == routes.LISTS)


def _at_rest(window: MainWindow) -> bool:
    page: QWidget | None = window.page
    return page is not None and not window.context.desk.busy and not page._soon.isActive()  # type: ignore[attr-defined]


def _one_of_each(store: Store, rich: Rich) -> None:
    """Add what the organisation has nothing of yet."""
    mine: UUID = rich.organisation
    (project,) = store.find(Project, organisation_id=mine)
    (file,) = store.find(CoachingFile, project_id=project.id)
    other = Organisation(name="Scierie du Canal")
    plan = Document(organisation_id=mine, name="plan.pdf", sha256="0" * 64, size=1)
    asked = store.find(ReadinessQuestion)[0]
    result = ResultEvent(kind=ResultKind.INDUSTRIALISED, on=date(2026, 5, 1), organisation_id=mine)
    assessment = MrlAssessment(project_id=project.id, on=date(2026, 5, 4))
    first = in_order(store.find(MrlQuestion))[0]
    making = Project(title="Panneaux", kind=ProjectKind.PRODUCTION, organisation_id=mine)
    ledger = Ledger(organisation_id=mine, name="Atelier")
    for record in (
        other,
        ledger,
        Scenario(ledger_id=ledger.id, name="Plan", on=date(2026, 5, 4)),
        LedgerLine(ledger_id=ledger.id, name="Sous-traitance"),
        assessment,
        MrlAnswer(assessment_id=assessment.id, question_id=first.id),
        CapacitySheet(project_id=project.id, on=date(2026, 5, 4)),
        CoachingFileTrack(coaching_file_id=file.id, track_id=store.find(Track)[0].id),
        Milestone(coaching_file_id=file.id, track_id=store.find(Track)[0].id, title="Dix clients"),
        FundingApplication(organisation_id=mine, funder="Région"),
        ProjectPartner(project_id=project.id, organisation_id=other.id),
        CoachingFileManager(coaching_file_id=file.id, profile_id=store.find(Profile)[0].id),
        OneOffAdvice(organisation_id=mine, on=date(2026, 5, 1), subject="Bail"),
        Consent(organisation_id=mine, purpose=ConsentPurpose.CITATION),
        OrganisationStatus(organisation_id=mine),
        OrganisationActivity(organisation_id=mine, code="31001"),
        ImportNote(organisation_id=mine, topic="fte", column="ETP"),
        plan,
        Referral(id=REFERRAL, organisation_id=mine, on=date(2026, 5, 4), need="Un distributeur"),
        ReferralCountry(referral_id=REFERRAL, country="NL"),
        ReferralDocument(referral_id=REFERRAL, document_id=plan.id),
        ReferralStep(referral_id=REFERRAL, act=ReferralAct.CREATED, on=date(2026, 5, 4)),
        ReferralAnswer(referral_id=REFERRAL, act=ReferralAct.ACCEPTED, on=date(2026, 5, 4), text="accepté"),
        ReadinessAnswer(referral_id=REFERRAL, question_id=asked.id),
        result,
        Evidence(title="Attestation", result_event_id=result.id, organisation_id=mine),
        Headcount(organisation_id=mine, on=date(2026, 9, 30), fte=Decimal("7.5")),
        AnnualAccounts(organisation_id=mine, from_on=date(2025, 1, 1), to_on=date(2025, 12, 31)),
        ChainActor(chain_link_id=_first_link(store).id, organisation_id=mine),
        making,
        Exchange(organisation_id=mine, text="Chutes de chêne"),
        ProjectChainLink(project_id=making.id, chain_link_id=_first_link(store).id),
        ProjectRating(project_id=making.id, on=TODAY),
        Tag(name="bois"),
        NamedMapping(name="Liste", target="organisations", mapping="{}"),
        SavedFilter(name="Sans nouvelles", criteria='{"silent": true}'),
    ):
        records.add_record(store, AddRecord(record=record))
    given_up = MoveProduction(project_id=making.id, stage=ProductionStage.ABANDONED, remark="–")
    move_production(store, given_up)
    _strategy_of(store)
    for more in (_difficulty_of, _vision_with, _programme_of, _group_of, _prospect_of):
        more(store, mine)
    diagnostics.take_diagnostic(store, TakeDiagnostic(organisation_id=mine))
    assert isinstance(store.get(Session, rich.planned), Session)
    sessions.start_session(store, StartSession(session_id=rich.planned, language="fr"))


def _first_link(store: Store) -> ChainLink:
    return next(one for one in store.find(ChainLink) if one.key == "wood_collection")


def _programme_of(store: Store, organisation_id: UUID) -> None:
    kind = store.find(EventKind)[0]
    theme = Theme(year=TODAY.year, title="Réemploi des emballages")
    for record in (
        Commitment(year=TODAY.year, event_kind_id=kind.id, planned=2),
        theme,
        ThemeVote(theme_id=theme.id, organisation_id=organisation_id),
        ProgrammeEvent(id=EVENT, title="Visite de l’atelier", on=TODAY, host_id=organisation_id),
        EventParticipation(programme_event_id=EVENT, name="Nora Lejeune", registered_on=TODAY),
        Satisfaction(programme_event_id=EVENT, useful=4),
    ):
        records.add_record(store, AddRecord(record=record))


def _strategy_of(store: Store) -> None:
    for record in (
        PlanItem(year=TODAY.year, text="Relever les effectifs"),
        BoardRemark(period="2026-Q3", text="Deux résultats de plus"),
        BoardFreeze(period="2026-Q3", as_of=date(2026, 9, 30)),
    ):
        records.add_record(store, AddRecord(record=record))


def _group_of(store: Store, organisation_id: UUID) -> None:
    for record in (
        WorkingGroup(id=GROUP, name="GT Bois"),
        GroupMember(working_group_id=GROUP, organisation_id=organisation_id),
        Meeting(id=MEETING, working_group_id=GROUP, on=TODAY),
        MeetingAttendance(meeting_id=MEETING, organisation_id=organisation_id),
        MeetingDecision(meeting_id=MEETING, text="On se revoit en janvier."),
    ):
        records.add_record(store, AddRecord(record=record))


def _prospect_of(store: Store, organisation_id: UUID) -> None:
    prospect = Prospect(name="Démontages Lavandier", organisation_id=organisation_id)
    records.add_record(store, AddRecord(record=prospect))
    move_prospect(store, MoveProspect(prospect_id=prospect.id, state=ProspectState.CONTACTED))


def _difficulty_of(store: Store, organisation_id: UUID) -> None:
    for record in (
        Difficulty(id=DIFFICULTY, title="Permis", on=TODAY),
        DifficultyOrganisation(difficulty_id=DIFFICULTY, organisation_id=organisation_id),
        DifficultyQuote(difficulty_id=DIFFICULTY, organisation_id=organisation_id, text="Trois mois déjà."),
        DifficultyStep(difficulty_id=DIFFICULTY, act=DifficultyAct.CREATED, on=TODAY),
    ):
        records.add_record(store, AddRecord(record=record))


def _vision_with(store: Store, organisation_id: UUID) -> None:
    dossier = VisionDossier(title="Produire en ville")
    item = CommunicationItem(title="Portrait", on=TODAY)
    for record in (
        dossier,
        VisionStep(vision_dossier_id=dossier.id, stage=VisionStage.SCOPE, on=TODAY),
        VisionChapter(vision_dossier_id=dossier.id, title="Les métiers"),
        VisionSource(vision_dossier_id=dossier.id, title="Entretiens"),
        VisionContributor(vision_dossier_id=dossier.id, organisation_id=organisation_id),
        OpenQuestion(vision_dossier_id=dossier.id, text="Combien de surface ?"),
        item,
        Feature(communication_item_id=item.id, organisation_id=organisation_id),
    ):
        records.add_record(store, AddRecord(record=record))
