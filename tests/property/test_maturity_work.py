"""Random days in workshops: what is answered, lifted, confirmed and thrown away comes back; levels stay true."""

import random
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import pytest

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.bin import BinItem, BinRecords, UnbinRecords
from clusterdesk.domain.commands.industrialisation import AnswerMrl, BeginAssessment, LiftBlocking
from clusterdesk.domain.industrialisation.maturity import in_order, maturity
from clusterdesk.domain.proposals.proposal import ProposedAction, ResultProposal
from clusterdesk.domain.records.industrialisation import MrlAnswer, MrlAssessment, MrlQuestion, MrlReply
from clusterdesk.domain.records.projects import Project
from clusterdesk.domain.records.results import Evidence, EvidenceLevel
from clusterdesk.services.bin import bin_records, unbin_records
from clusterdesk.services.industrialisation import answer_question, begin_assessment, lift_blocking
from clusterdesk.services.industry_views import read_industry_of_project
from clusterdesk.services.proposals import confirm_proposal, confirmation
from clusterdesk.services.undo import redo, undo
from clusterdesk.store.desk_store import Store
from clusterdesk.store.opening import open_store
from tests.factories import add, make_file, make_organisation
from tests.property.test_services import check, contents

pytestmark = pytest.mark.slow

STEPS = 60
_LIKELY = (*[MrlReply.YES] * 12, *MrlReply)


class Workshop:
    """One random step after the other."""

    def __init__(self, store: Store, seed: int) -> None:
        self.store, self._chance = store, random.Random(seed)
        self._steps = (*[self.answer] * 12, self.climb, self.assess, self.lift, self.confirm, self.bin, self.unbin)

    def step(self) -> bool:
        """Do something; tell whether it was done."""
        before = self.store.data_version()
        with suppress(KnownError, IndexError):
            self._chance.choice(self._steps)()
        return self.store.data_version() > before

    def answer(self) -> None:
        answer_question(self.store, self._command(self._chance.choice(_LIKELY)))

    def climb(self) -> None:
        """Answer yes to a whole lot, so that high levels are met too."""
        project = self._project()
        for question in in_order(self.store.find(MrlQuestion))[: self._chance.randint(5, 29)]:
            command = AnswerMrl(project_id=project.id, question_id=question.id, reply=MrlReply.YES, on=None)
            answer_question(self.store, command)

    def assess(self) -> None:
        begin_assessment(self.store, BeginAssessment(project_id=self._project().id, on=self._day()))

    def lift(self) -> None:
        question = self._chance.choice(self.store.find(MrlQuestion))
        lift_blocking(self.store, LiftBlocking(project_id=self._project().id, question_id=question.id))

    def confirm(self) -> None:
        proposal = self.proposal(self._project())
        if proposal.action is ProposedAction.CONFIRM:
            confirm_proposal(self.store, confirmation(proposal, by="Claire", override_reason="Autre produit"))

    def bin(self) -> None:
        one = self._chance.choice(self.store.find(MrlAssessment))
        bin_records(self.store, BinRecords(items=(BinItem("mrl_assessment", one.id),)))

    def unbin(self) -> None:
        one = self._chance.choice(self.store.find(MrlAssessment, deleted=True))
        unbin_records(self.store, UnbinRecords(items=(BinItem("mrl_assessment", one.id),)))

    def proposal(self, project: Project) -> ResultProposal:
        """Return what is proposed of a project."""
        return read_industry_of_project(self.store, project.id)[1].proposal

    def _command(self, reply: MrlReply) -> AnswerMrl:
        question = self._chance.choice(self.store.find(MrlQuestion))
        return AnswerMrl(project_id=self._project().id, question_id=question.id, reply=reply, on=self._day())

    def _project(self) -> Project:
        return self._chance.choice(self.store.find(Project))

    def _day(self) -> date:
        return self.store.clock.today() - timedelta(days=self._chance.choice((0, 0, 0, 30, 200)))


def _levels_are_true(store: Store) -> None:
    """The level kept in an assessment is that of its answers."""
    questions = store.find(MrlQuestion)
    for one in store.find(MrlAssessment):
        replies = {each.question_id: each.reply for each in store.find(MrlAnswer, assessment_id=one.id)}
        assert one.level == maturity(questions, replies).level
    for project in store.find(Project):
        shown = read_industry_of_project(store, project.id)[1]
        assert shown.level == shown.maturity.level
        if shown.proposal.action is ProposedAction.CONFIRM:
            assert shown.level >= 9


@pytest.mark.parametrize("seed", range(4))
def test_every_step_in_the_workshop_comes_back(store: Store, binder: Path, seed: int) -> None:
    for name in ("Atelier Noord", "Feutrelle"):
        file = make_file(store, make_organisation(store, name), f"Ligne {name}")
        for title in ("Attestation", "Factures"):
            add(store, Evidence(title=title, level=EvidenceLevel.DOCUMENT, project_id=file.project_id))
    work, states = Workshop(store, seed), [contents(store)]
    for number in range(STEPS):
        before = store.data_version()
        if work.step():
            states.extend([contents(store)] * (store.data_version() - before))
            _levels_are_true(store)
        if number % 15 == 0:
            check(store)
    assert len(states) > STEPS // 3
    store.close()
    again = open_store(binder, "this laptop")
    for _state in states[1:]:
        undo(again)
        _levels_are_true(again)
    assert contents(again) == states[0]
    for _state in states[1:]:
        redo(again)
    assert contents(again) == states[-1]
    check(again)
    again.close()
