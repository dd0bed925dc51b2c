"""Difficulties under random work in a real binder: no illegal state is reached, and every move can be taken back."""

import shutil
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.difficulties import (
    AddTouched,
    AnswerDifficulty,
    ApproveDifficulty,
    CloseDifficulty,
    FeedBackDifficulty,
    JoinDifficulties,
    NoteDifficulty,
    ReopenDifficulty,
    SendBackDifficulty,
    SendDifficulty,
    TakeApartDifficulty,
)
from clusterdesk.domain.commands.records import AddRecord, EditRecord
from clusterdesk.domain.difficulties import states
from clusterdesk.domain.record_types import RECORD_TYPES
from clusterdesk.domain.records.difficulties import (
    Difficulty,
    DifficultyAct,
    DifficultyOrganisation,
    DifficultyRecipient,
    DifficultyState,
    DifficultyStep,
)
from clusterdesk.services import difficulties, difficulty_moves, records
from clusterdesk.services.undo import undo
from clusterdesk.store.desk_store import Store
from clusterdesk.store.integrity import check_store
from clusterdesk.store.opening import create_store
from tests.factories import add, make_organisation
from tests.store.conftest import SteppingClock

pytestmark = pytest.mark.slow

_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
_TYPES = ("difficulty", "difficulty_organisation", "difficulty_quote", "difficulty_step")
_ACTS: dict[DifficultyAct, tuple[Callable[..., Any], Callable[..., Any], dict[str, Any]]] = {
    DifficultyAct.APPROVED: (difficulty_moves.approve_difficulty, ApproveDifficulty, {"by": "Inès Vervoort"}),
    DifficultyAct.SENT_BACK: (difficulty_moves.send_back_difficulty, SendBackDifficulty, {"remark": "Chiffrer"}),
    DifficultyAct.SENT: (
        difficulty_moves.send_difficulty,
        SendDifficulty,
        {"with_note": False, "remark": "En réunion"},
    ),
    DifficultyAct.ANSWERED: (difficulty_moves.answer_difficulty, AnswerDifficulty, {"answer": "À l’étude"}),
    DifficultyAct.FED_BACK: (difficulty_moves.feed_back_difficulty, FeedBackDifficulty, {}),
    DifficultyAct.CLOSED: (difficulty_moves.close_difficulty, CloseDifficulty, {"result": "Délai réduit"}),
    DifficultyAct.REOPENED: (difficulty_moves.reopen_difficulty, ReopenDifficulty, {"remark": "Cela reprend"}),
}


def _refused(service: Callable[..., Any], store: Store, command: Any) -> KnownError | None:
    """Run a service; return the known error it refuses with, if it does."""
    try:
        service(store, command)
    except KnownError as error:
        return error
    return None


class Field(RuleBasedStateMachine):
    """What a team does with its difficulties."""

    noted = Bundle("noted")

    @initialize()
    def start(self) -> None:
        """Open a binder with two organisations and somebody to send to."""
        self.folder = Path(tempfile.mkdtemp(prefix="clusterdesk-difficulties-"))
        self.clock = SteppingClock()
        self.store = create_store(self.folder / "binder", "here", author="Claire Dubois", clock=self.clock)
        self.met = [make_organisation(self.store, name) for name in ("Atelier Noord", "Relave")]
        self.recipient = add(self.store, DifficultyRecipient(key="cabinet", name_fr="Cabinet"))

    def teardown(self) -> None:
        """Leave nothing behind."""
        if not hasattr(self, "store"):
            return
        assert check_store(self.store).ok
        self.store.close()
        shutil.rmtree(self.folder)

    @rule(target=noted, both=st.booleans())
    def note(self, both: bool) -> Difficulty:
        """Note one."""
        ids = tuple(one.id for one in self.met[: 1 + both])
        command = NoteDifficulty(title="Délai du permis", organisation_ids=ids)
        done = difficulties.note_difficulty(self.store, command).output
        assert self.store.get(Difficulty, done.id).state is DifficultyState.DRAFT
        return done

    @rule(days=st.integers(0, 40))
    def time_passes(self, days: int) -> None:
        """Wait."""
        self.clock.moment += timedelta(days=days)

    @rule(one=noted, act=st.sampled_from(list(_ACTS)))
    def try_any(self, one: Difficulty, act: DifficultyAct) -> None:
        """Try a move that may not be possible."""
        self.move(one, act)

    def move(self, one: Difficulty, act: DifficultyAct) -> None:
        """Try a move: what the rules allow happens, whole and dated; what they forbid changes nothing."""
        before = self.store.get(Difficulty, one.id)
        lawful = act in states.moves_from(before)
        picture = self._picture()
        service, command, values = _ACTS[act]
        if act is DifficultyAct.SENT:
            values = {**values, "recipient_id": self.recipient.id}
        refused = _refused(service, self.store, command(difficulty_id=one.id, **values))
        if refused is not None:
            assert not lawful or refused.code == "difficulty_told"
            assert refused.advice
            assert self._picture() == picture
            return
        assert lawful
        after = self.store.get(Difficulty, one.id)
        assert (after.state, after.state_on) == (states.MOVES[act].to, self.clock.today())
        step = max(self.store.find(DifficultyStep, difficulty_id=one.id), key=lambda each: each.id)
        assert (step.act, step.on) == (act, self.clock.today())
        assert step.by
        moved = self._picture()
        undo(self.store)
        assert self._picture() == picture
        service(self.store, command(difficulty_id=one.id, **values))
        assert len(self._picture()) == len(moved)

    @rule(one=noted, data=st.data())
    def move_on(self, one: Difficulty, data: st.DataObject) -> None:
        """Make a move that says it is possible."""
        possible = states.moves_from(self.store.get(Difficulty, one.id))
        if possible:
            self.move(one, data.draw(st.sampled_from(possible)))

    @rule(one=noted, into=noted)
    def join(self, one: Difficulty, into: Difficulty) -> None:
        """Join two, take that back, join them again."""
        picture = self._picture()
        command = JoinDifficulties(difficulty_id=one.id, into_id=into.id)
        if _refused(difficulty_moves.join_difficulties, self.store, command) is not None:
            assert self._picture() == picture
            return
        assert difficulties.standing(self.store, one.id).id == difficulties.standing(self.store, into.id).id
        undo(self.store)
        assert self._picture() == picture
        difficulty_moves.join_difficulties(self.store, command)

    @rule(one=noted)
    def apart(self, one: Difficulty) -> None:
        """Take one apart."""
        joined = self.store.get(Difficulty, one.id).joined_into is not None
        command = TakeApartDifficulty(difficulty_id=one.id)
        assert (_refused(difficulty_moves.take_apart_difficulty, self.store, command) is None) == joined
        assert not joined or difficulties.standing(self.store, one.id).id == one.id

    @rule(one=noted)
    def meet(self, one: Difficulty) -> None:
        """Let the second organisation meet it as well."""
        difficulties.add_touched(self.store, AddTouched(difficulty_id=one.id, organisation_id=self.met[1].id))

    @rule(one=noted, state=st.sampled_from(list(DifficultyState)))
    def edit_by_hand(self, one: Difficulty, state: DifficultyState) -> None:
        """Try to write a state by hand."""
        before = self.store.get(Difficulty, one.id).state
        command = EditRecord(type_key="difficulty", record_id=one.id, values={"state": state})
        refused = _refused(records.edit_record, self.store, command)
        assert refused.code == "moved_only" if refused is not None else state is before
        assert self.store.get(Difficulty, one.id).state is before

    @rule(one=noted, act=st.sampled_from([act for act in DifficultyAct if act is not DifficultyAct.CREATED]))
    def write_a_step_by_hand(self, one: Difficulty, act: DifficultyAct) -> None:
        """Try to write what did not happen, as a new step and into an old one."""
        picture = self._picture()
        step = next(iter(self.store.find(DifficultyStep, difficulty_id=one.id)))
        new = AddRecord(record=DifficultyStep(difficulty_id=one.id, act=act, on=self.clock.today(), by="Claire"))
        other = EditRecord(type_key="difficulty_step", record_id=step.id, values={"act": act})
        for service, command in ((records.add_record, new), (records.edit_record, other)):
            refused = _refused(service, self.store, command)
            assert refused.code == "written_by_program" if refused is not None else step.act is act
        assert self._picture() == picture

    @invariant()
    def what_it_says_of_itself_agrees(self) -> None:
        """A state has behind it what leads there, and nothing that comes later."""
        if not hasattr(self, "store"):
            return
        for one in self.store.find(Difficulty):
            place = list(DifficultyState).index(one.state)
            assert (one.approved_on is not None and bool(one.approved_by)) == (place >= 1)
            assert (one.sent_on is not None and one.recipient_id is not None) == (place >= 2) or place < 2
            assert (one.answered_on is not None and bool(one.answer)) == (place >= 3)
            assert (one.closed_on is not None and bool(one.result)) == (place == 5)
            days = [day for day in (one.approved_on, one.sent_on, one.answered_on, one.closed_on) if day is not None]
            assert days == sorted(days)
            assert difficulties.standing(self.store, one.id).joined_into is None
        for row in self.store.find(DifficultyOrganisation):
            root = difficulties.standing(self.store, row.difficulty_id)
            if root.answered_on is None and root.id == row.difficulty_id:
                assert row.fed_back_on is None

    def _picture(self) -> dict[Any, Any]:
        """Return what stands, by its id."""
        return {one.id: one for key in _TYPES for one in self.store.find(RECORD_TYPES[key].cls)}


Field.TestCase.settings = settings(max_examples=15, stateful_step_count=40, phases=_PHASES)
TestField = Field.TestCase
