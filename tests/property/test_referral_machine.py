"""Random lives of an orientation in a real binder: no illegal state is reached, and every move can be taken back."""

import random
import shutil
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.records import AddRecord, EditRecord
from clusterdesk.domain.commands.referrals import (
    Accept,
    Acknowledge,
    ChaseTeam,
    CreateReferral,
    Decline,
    FeedBack,
    FinishReferral,
    GiveConsent,
    HandOver,
    OfReferral,
    OutcomeEvidence,
    ReopenReferral,
    RevokeReferral,
    StartReferral,
    Withdraw,
)
from clusterdesk.domain.fields import plain_values
from clusterdesk.domain.records.directory import HubTeam, ReferralKind
from clusterdesk.domain.records.organisations import Organisation
from clusterdesk.domain.records.referrals import Referral, ReferralOutcome, ReferralState, ReferralStep
from clusterdesk.domain.records.results import Evidence
from clusterdesk.domain.referrals.states import possible
from clusterdesk.services import records
from clusterdesk.services.referral_moves import move_referral
from clusterdesk.services.referrals import create_referral
from clusterdesk.services.shipped_lists import seed
from clusterdesk.services.undo import redo, undo
from clusterdesk.store.desk_store import Store
from clusterdesk.store.opening import create_store
from tests.store.conftest import SteppingClock

pytestmark = pytest.mark.slow

S = ReferralState
WITH_TEAM = {S.HANDED_OVER, S.ACKNOWLEDGED, S.ACCEPTED, S.IN_PROGRESS}
ENDED = {S.DECLINED, S.DONE, S.WITHDRAWN, S.REVOKED}

# Said once more than in the program, from the words of the trade: what may follow a state.
FOLLOWS: dict[ReferralState, set[ReferralState]] = {
    S.DRAFT: {S.DRAFT, S.CONSENT, S.WITHDRAWN, S.REVOKED},
    S.CONSENT: {S.CONSENT, S.HANDED_OVER, S.WITHDRAWN, S.REVOKED},
    S.HANDED_OVER: WITH_TEAM | ENDED,
    S.ACKNOWLEDGED: {S.ACKNOWLEDGED, S.ACCEPTED, S.DECLINED, S.IN_PROGRESS, S.DONE, S.WITHDRAWN, S.REVOKED},
    S.ACCEPTED: {S.ACCEPTED, S.DECLINED, S.IN_PROGRESS, S.DONE, S.WITHDRAWN, S.REVOKED},
    S.IN_PROGRESS: {S.IN_PROGRESS, S.DONE, S.WITHDRAWN, S.REVOKED},
    S.DECLINED: {S.DECLINED, S.HANDED_OVER},
    S.DONE: {S.DONE, S.IN_PROGRESS},
    S.WITHDRAWN: {S.WITHDRAWN, S.DRAFT},
    S.REVOKED: {S.REVOKED, S.CONSENT, S.DRAFT},
}  # fmt: skip
WORD = st.sampled_from(["", "  ", "Sofie", "plan d’affaires"])
BACK = st.integers(-2, 6)


class Life(RuleBasedStateMachine):
    """One orientation, whatever people try to do with it."""

    @initialize()
    def begin(self) -> None:
        """Make a binder with an organisation, a team and a draft."""
        self.folder = Path(tempfile.mkdtemp(prefix="clusterdesk-referral-"))
        self.clock = SteppingClock()
        self.store: Store = create_store(self.folder / "binder", "here", author="Claire", clock=self.clock)
        seed(self.store)
        organisation = Organisation(name="Atelier Noord")
        self.team = HubTeam(name="Équipe export", answer_days=10)
        for record in (organisation, self.team):
            records.add_record(self.store, AddRecord(record=record))
        kind = next(one for one in self.store.find(ReferralKind) if not one.international)
        cmd = CreateReferral(organisation_id=organisation.id, need="Un crédit", kind_id=kind.id, on=date(2026, 11, 2))
        self.id = create_referral(self.store, cmd).output.id

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.store.close()
        shutil.rmtree(self.folder)

    def contents(self) -> list[dict[str, Any]]:
        """Return everything that a move may touch."""
        found = [*self.store.find(Referral), *self.store.find(ReferralStep), *self.store.find(Evidence)]
        return [plain_values(one) for one in found]

    def move(self, cmd: OfReferral, back: int) -> None:
        """Try a move; one that is made is taken back and made again, one that is refused changes nothing."""
        cmd = replace(cmd, on=self.clock.today() - timedelta(days=back))
        before, contents, version = self.store.get(Referral, self.id), self.contents(), self.store.data_version()
        try:
            after = move_referral(self.store, cmd).output
        except KnownError:
            assert self.store.data_version() == version
            assert self.contents() == contents
            return
        assert after.state in FOLLOWS[before.state]
        steps = self.store.find(ReferralStep, referral_id=self.id)
        step = max(steps, key=lambda one: one.id)
        assert (step.act, step.on, step.by) == (cmd.ACT, cmd.on, "Claire")
        done = self.contents()
        undo(self.store)
        assert self.contents() == contents
        redo(self.store)
        assert self.contents() == done

    @rule(seed=st.integers(0, 10**6))
    def something_possible(self, seed: int) -> None:
        """Make moves that are offered, as they are meant, the early ones of the machine more often: they succeed."""
        chance = random.Random(seed)
        for _ in range(chance.randint(3, 9)):
            acts = possible(self.store.get(Referral, self.id).state)
            offered = {one.ACT: one for one in self.well_formed() if one.ACT in acts}
            assert set(offered) == set(acts)
            steps = len(self.store.find(ReferralStep, referral_id=self.id))
            self.move(offered[acts[int(len(acts) * chance.random() ** 1.7)]], 0)
            assert len(self.store.find(ReferralStep, referral_id=self.id)) == steps + 1

    def well_formed(self) -> list[OfReferral]:
        """Return every move with all that it needs."""
        of: dict[str, Any] = {"referral_id": self.id}
        return [
            GiveConsent(**of, consent_by="Sofie Peeters", consent_what="plan d’affaires"),
            HandOver(**of, hub_team_id=self.team.id),
            *(each(**of) for each in (Acknowledge, Accept, StartReferral, ReopenReferral, ChaseTeam, FeedBack)),
            *(each(**of, reason="Plus le moment") for each in (Decline, Withdraw, RevokeReferral)),
            FinishReferral(**of, outcome=ReferralOutcome.LEAD, evidence=OutcomeEvidence(title="Bon de commande")),
        ]

    @rule(by=WORD, what=WORD, back=BACK)
    def consent(self, by: str, what: str, back: int) -> None:
        self.move(GiveConsent(referral_id=self.id, consent_by=by, consent_what=what), back)

    @rule(back=BACK)
    def hand_over(self, back: int) -> None:
        self.move(HandOver(referral_id=self.id, hub_team_id=self.team.id), back)

    @rule(back=BACK, act=st.sampled_from([Acknowledge, Accept, StartReferral, ReopenReferral, ChaseTeam, FeedBack]))
    def say(self, act: type[OfReferral], back: int) -> None:
        self.move(act(referral_id=self.id), back)

    @rule(back=BACK, act=st.sampled_from([Decline, Withdraw, RevokeReferral]), reason=WORD)
    def end(self, act: Any, back: int, reason: str) -> None:
        self.move(act(referral_id=self.id, reason=reason), back)

    @rule(back=BACK, outcome=st.sampled_from(ReferralOutcome), title=WORD, before=st.integers(-1, 3))
    def finish(self, back: int, outcome: ReferralOutcome, title: str, before: int) -> None:
        day = self.clock.today() - timedelta(days=back + before)
        proof = OutcomeEvidence(title=title)
        self.move(
            FinishReferral(
                referral_id=self.id, outcome=outcome, outcome_on=day, outcome_value=Decimal(1200), evidence=proof
            ),
            back,
        )

    @rule(values=st.fixed_dictionaries({}, optional={
        "state": st.sampled_from(ReferralState), "consent_by": WORD, "consent_on": st.none(), "consent_what": WORD,
        "hub_team_id": st.none(), "handed_over_on": st.sampled_from([None, date(2026, 11, 20)]), "reason": WORD,
        "outcome": st.sampled_from([None, ReferralOutcome.LEAD]),
        "need": WORD, "token": WORD,
    }))  # fmt: skip
    def type_into_fields(self, values: dict[str, Any]) -> None:
        """Edit fields as the window and the command line can: what is refused changes nothing."""
        before, version = self.store.get(Referral, self.id), self.store.data_version()
        try:
            records.edit_record(self.store, EditRecord(type_key="referral", record_id=self.id, values=values))
        except KnownError:
            assert self.store.data_version() == version
        after = self.store.get(Referral, self.id)
        assert (after.state, after.token) == (before.state, before.token)

    @rule()
    def take_back(self) -> None:
        """Undo the step before, unless it is the beginning."""
        if len(self.store.find(ReferralStep, referral_id=self.id)) > 1:
            undo(self.store)

    @rule(days=st.integers(1, 30))
    def wait(self, days: int) -> None:
        self.clock.moment += timedelta(days=days)

    @invariant()
    def is_whole(self) -> None:
        """What a state says is known: who agreed, which team has it, why it was declined, what came of it."""
        if not hasattr(self, "store"):
            return
        one = self.store.get(Referral, self.id)
        if one.state in WITH_TEAM | {S.CONSENT, S.DECLINED, S.DONE}:
            assert one.consent_by.strip()
            assert one.consent_what.strip()
            assert one.consent_on is not None
        if one.state in WITH_TEAM | {S.DECLINED, S.DONE}:
            assert one.hub_team_id is not None
            assert one.handed_over_on is not None
            assert one.answer_due_on is None or one.answer_due_on >= one.handed_over_on
        if one.state is S.DECLINED:
            assert one.reason.strip()
        if one.state is S.DONE:
            assert one.outcome is not None
            assert one.outcome_on is not None
        else:
            assert one.outcome is None
        if one.state in {S.DRAFT, S.CONSENT}:
            assert one.handed_over_on is None
        assert one.token
        assert one.state_on is not None
        assert one.state_on <= self.clock.today()


Life.TestCase.settings = settings(
    max_examples=40, stateful_step_count=12, deadline=None, phases=(Phase.explicit, Phase.reuse, Phase.generate)
)
TestLife = Life.TestCase
