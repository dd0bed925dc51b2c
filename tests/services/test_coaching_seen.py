"""Where the coaching plan is seen as well: the timeline, search, the next step, deadlines."""

from datetime import date, timedelta

from clusterdesk.domain.commands.coaching import CloseCoachingFile
from clusterdesk.domain.commands.plans import CriterionScore, TakeDiagnostic
from clusterdesk.domain.commands.records import EditRecord
from clusterdesk.domain.records.diagnostics import DiagnosticCriterion
from clusterdesk.domain.records.plan import FundingApplication, FundingDecision, Milestone
from clusterdesk.domain.views.deadlines import DeadlineKind
from clusterdesk.domain.views.organisation_page import StepKind
from clusterdesk.domain.views.timeline import TimelineKind
from clusterdesk.domain.views.today import TodayQuestion
from clusterdesk.services.coaching_views import read_deadlines
from clusterdesk.services.diagnostics import take_diagnostic
from clusterdesk.services.file_closing import close_coaching_file
from clusterdesk.services.lookup import search_while_typing
from clusterdesk.services.page_views import read_organisation, read_timeline
from clusterdesk.services.records import edit_record
from clusterdesk.store.desk_store import Store
from clusterdesk.store.queries.today import today
from tests.factories import add, make_file, make_organisation, make_visit


def test_the_timeline_tells_what_was_reached_diagnosed_and_asked_for(store: Store) -> None:
    organisation = make_organisation(store)
    file = make_file(store, organisation)
    add(store, Milestone(coaching_file_id=file.id, title="Dix clients", done_on=date(2026, 5, 4)))
    add(store, Milestone(coaching_file_id=file.id, title="Vingt clients", due_on=date(2026, 9, 1)))
    take_diagnostic(store, TakeDiagnostic(organisation_id=organisation.id, on=date(2026, 3, 2), remark="Vif"))
    for funder, left in (("Région", date(2026, 4, 1)), ("Banque", None)):
        add(store, FundingApplication(organisation_id=organisation.id, funder=funder, submitted_on=left))
    kinds = (TimelineKind.MILESTONE, TimelineKind.FUNDING, TimelineKind.DIAGNOSTIC)
    page = read_timeline(store, organisation.id, kinds=kinds)
    assert [(one.kind, one.title) for one in page.entries] == [
        (TimelineKind.MILESTONE, "Dix clients"),
        (TimelineKind.FUNDING, "Région"),
        (TimelineKind.DIAGNOSTIC, ""),
    ]
    assert [page.counts[kind] for kind in kinds] == [1, 1, 1]  # what is only planned has not happened


def test_search_finds_milestones_requests_and_sentences_with_their_organisation(store: Store) -> None:
    organisation = make_organisation(store)
    file = make_file(store, organisation)
    add(store, Milestone(coaching_file_id=file.id, title="Zinguerie agréée"))
    add(store, FundingApplication(organisation_id=organisation.id, funder="Xylofonds"))
    market = store.find(DiagnosticCriterion, key="market")[0].id
    scores = (CriterionScore(market, 2, "Quincailliers méfiants"),)
    take_diagnostic(store, TakeDiagnostic(organisation_id=organisation.id, scores=scores))
    for word, kind in (("zinguerie", "milestone"), ("xylofonds", "funding_application"),
                       ("quincailliers", "diagnostic_score")):  # fmt: skip
        (hit,) = search_while_typing(store, word, 10).hits
        assert (hit.kind, hit.organisation_id) == (kind, organisation.id)


def test_the_next_step_of_a_file_is_that_of_its_organisation_until_one_has_met_again(store: Store) -> None:
    organisation = make_organisation(store)
    file = make_file(store, organisation, opened_on=date(2025, 2, 3))
    now = store.clock.today()

    def adrift() -> int:
        with store.read() as connection:
            return today(connection, TodayQuestion(now)).counts.without_next_step

    assert adrift() == 1
    ahead = now + timedelta(days=30)
    edit_record(store, EditRecord(type_key="coaching_file", record_id=file.id, values={"next_step": "Revoir le plan"}))
    step = read_organisation(store, organisation.id).next_step
    assert step is not None
    assert (step.kind, step.text) == (StepKind.FILE, "Revoir le plan")
    assert adrift() == 0
    close = CloseCoachingFile(coaching_file_id=file.id, on=now, reason="fini", next_step="Repasser", next_step_on=ahead)
    close_coaching_file(store, close)
    step = read_organisation(store, organisation.id).next_step
    assert step is not None
    assert (step.text, step.on) == ("Repasser", ahead)
    edit_record(
        store,
        EditRecord(type_key="coaching_file", record_id=file.id, values={"next_step_on": now - timedelta(days=3)}),
    )
    assert read_organisation(store, organisation.id).next_step is not None  # late, but not lost
    make_visit(store, organisation, now, "Vu")
    assert read_organisation(store, organisation.id).next_step is None


def test_deadlines_of_requests_come_a_month_ahead_and_the_rest_a_week(store: Store) -> None:
    organisation = make_organisation(store)
    file = make_file(store, organisation)
    day = store.clock.today()

    def ask(funder: str, days: int, decision: FundingDecision = FundingDecision.PREPARED) -> None:
        deadline = day + timedelta(days=days)
        one = FundingApplication(organisation_id=organisation.id, funder=funder, deadline=deadline, decision=decision)
        add(store, one)

    ask("près", 30)
    ask("loin", 31)
    ask("introduit", 3, FundingDecision.SUBMITTED)
    for title, days in (("bientôt", 7), ("plus tard", 8), ("en retard", -5)):
        add(store, Milestone(coaching_file_id=file.id, title=title, due_on=day + timedelta(days=days)))
    found = read_deadlines(store)
    assert [(one.kind, one.text, one.days) for one in found] == [
        (DeadlineKind.FUNDING, "près", 30),
        (DeadlineKind.MILESTONE, "en retard", -5),
        (DeadlineKind.MILESTONE, "bientôt", 7),
    ]
    assert {one.organisation for one in found} == {organisation.name}
    close = CloseCoachingFile(coaching_file_id=file.id, on=day, reason="fini", no_next_step=True)
    close_coaching_file(store, close)
    assert [one.text for one in read_deadlines(store)] == ["près"]  # a closed file asks for nothing more
