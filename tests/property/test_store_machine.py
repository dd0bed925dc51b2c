"""Random work with undo, redo and restarts equals a plain model, and the journal always replays to the tables."""

import copy
import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

import hypothesis.strategies as st
import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import (
    Bundle,
    MultipleResults,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    multiple,
    rule,
)

from clusterdesk.base.errors import KnownError
from clusterdesk.domain.commands.records import AddRecord, ChangeSet, DeleteRecord, EditRecord, RestoreRecord
from clusterdesk.domain.fields import plain_values
from clusterdesk.domain.parsing.text import one_line, plain_line
from clusterdesk.domain.record_types import RECORD_TYPES, type_of
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.contacts import Contact, ContactRole
from clusterdesk.domain.records.organisations import Address, Organisation
from clusterdesk.domain.records.sessions import Action, Session
from clusterdesk.services import records
from clusterdesk.services.drafts import recover_drafts, save_draft
from clusterdesk.services.shipped_lists import shipped_rows
from clusterdesk.services.undo import redo, undo
from clusterdesk.store.desk_store import Store
from clusterdesk.store.integrity import check_store
from clusterdesk.store.opening import create_store, open_store

pytestmark = pytest.mark.slow

Model = dict[UUID, dict[str, Any]]
type Thing = tuple[str, UUID] | MultipleResults[tuple[str, UUID]]
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=20).map(plain_line)
NAME = TEXT.filter(lambda text: bool(one_line(text)))
DAY = st.dates(date(2024, 1, 1), date(2028, 12, 31))
# Without shrinking: a failing run prints its steps, and shrinking takes minutes.
_PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
WATCHED = ("organisation", "address", "contact", "contact_role", "session", "action", "organisation_value_chain")


class Desk(RuleBasedStateMachine):
    """What one person does at one desk."""

    organisations = Bundle("organisations")
    everything = Bundle("everything")

    @initialize()
    def start(self) -> None:
        """Open an empty binder."""
        self.folder = Path(tempfile.mkdtemp(prefix="clusterdesk-machine-"))
        self.store: Store = create_store(self.folder / "binder", "here")
        self.chains = [row for row in shipped_rows() if type_of(row).key == "value_chain"]
        for chain in self.chains:
            records.add_record(self.store, AddRecord(record=chain))
        self.model: Model = {}
        self._steps = 0
        self.undone: list[Model] = []
        self.done: list[Model] = [{} for _ in self.chains]

    def teardown(self) -> None:
        """Leave nothing behind."""
        self.store.close()
        shutil.rmtree(self.folder)

    def _did(self, after: Model) -> None:
        if after != self.model:
            self.done.append(self.model)
            self.undone.clear()
            self.model = after

    def _add(self, record: Record, *parts: Record) -> bool:
        """Add a record, or be told that what it is a part of lies in the bin; tell whether it was added."""
        try:
            records.add_record(self.store, AddRecord(record=record, parts=parts))
        except KnownError as error:
            assert error.code == "owner_binned"  # noqa: PT017 - a state machine cannot use pytest.raises twice
            assert self._belongs_to_the_bin(record, *parts)
            return False
        assert not self._belongs_to_the_bin(record, *parts)
        after = copy.deepcopy(self.model)
        for one in (record, *parts):
            after[one.id] = plain_values(self.store.get(type(one), one.id)) | {"type": type_of(one).key}
        self._did(after)
        return True

    def _belongs_to_the_bin(self, *added: Record) -> bool:
        owners = {getattr(one, spec.name) for one in added for spec in type_of(one).references if spec.owned}
        return any(self.model[owner]["deleted"] for owner in owners if owner in self.model)

    @rule(target=organisations, name=NAME, summary=TEXT, languages=st.lists(st.sampled_from(["fr", "nl"]), unique=True))
    def add_organisation(self, name: str, summary: str, languages: list[str]) -> UUID:
        """Add an organisation with an address."""
        made = Organisation(name=name, summary=summary, languages=tuple(languages))
        self._add(made, Address(organisation_id=made.id, postcode="1080"))
        return made.id

    @rule(target=everything, organisation=organisations, name=NAME)
    def add_contact(self, organisation: UUID, name: str) -> Thing:
        """Add a person with a role."""
        made = Contact(first_name=name)
        added = self._add(made, ContactRole(contact_id=made.id, organisation_id=organisation, role=name))
        return ("contact", made.id) if added else multiple()

    @rule(target=everything, organisation=organisations, day=DAY, minutes=st.none() | st.integers(0, 600))
    def add_session(self, organisation: UUID, day: date, minutes: int | None) -> Thing:
        """Plan a session."""
        made = Session(organisation_id=organisation, on=day, minutes=minutes)
        added = self._add(made)
        return ("session", made.id) if added else multiple()

    @rule(target=everything, organisation=organisations, text=NAME, due=st.none() | DAY)
    def add_action(self, organisation: UUID, text: str, due: date | None) -> Thing:
        """Note a promise."""
        made = Action(organisation_id=organisation, text=text, due_on=due)
        added = self._add(made)
        return ("action", made.id) if added else multiple()

    @rule(
        organisation=organisations,
        values=st.fixed_dictionaries({}, optional={"name": NAME, "summary": TEXT, "legal_form": st.none() | TEXT}),
    )
    def edit_organisation(self, organisation: UUID, values: dict[str, Any]) -> None:
        """Give fields of an organisation new values."""
        records.edit_record(self.store, EditRecord(type_key="organisation", record_id=organisation, values=values))
        after = copy.deepcopy(self.model)
        after[organisation].update({name: _kept(value) for name, value in values.items()})
        self._did(after)

    @rule(thing=everything, text=NAME)
    def type_and_crash(self, thing: tuple[str, UUID], text: str) -> None:
        """Type a text that is recovered after a crash."""
        key, record_id = thing
        name = {"contact": "notes", "session": "subject", "action": "text"}[key]
        save_draft(self.store, key, record_id, name, text[:1])
        save_draft(self.store, key, record_id, name, _kept(text))
        self.restart()
        recover_drafts(self.store)
        after = copy.deepcopy(self.model)
        after[record_id][name] = _kept(text)
        self._did(after)

    @rule(organisation=organisations, members=st.sets(st.integers(0, 3)))
    def choose_chains(self, organisation: UUID, members: set[int]) -> None:
        """Make the value chains of an organisation exactly these."""
        chosen = tuple(self.chains[index].id for index in sorted(members))
        command = ChangeSet(
            type_key="organisation_value_chain",
            owner_field="organisation_id",
            owner_id=organisation,
            member_field="value_chain_id",
            members=chosen,
        )
        records.change_set(self.store, command)
        after = copy.deepcopy(self.model)
        kind = RECORD_TYPES["organisation_value_chain"]
        for member in self.store.find(kind.cls, deleted=None, organisation_id=organisation):
            after.setdefault(member.id, plain_values(member) | {"type": kind.key})
        for values in after.values():
            if values["type"] == kind.key and values["organisation_id"] == str(organisation):
                self._turn(values, deleted=UUID(values["value_chain_id"]) not in chosen)
        self._steps += 1
        self._did(after)

    @rule(organisation=organisations)
    def delete_organisation(self, organisation: UUID) -> None:
        """Put an organisation and its parts into the bin."""
        records.delete_record(self.store, DeleteRecord(type_key="organisation", record_id=organisation))
        self._did(self._family(organisation, deleted=True))

    @rule(organisation=organisations)
    def restore_organisation(self, organisation: UUID) -> None:
        """Take it out again."""
        records.restore_record(self.store, RestoreRecord(type_key="organisation", record_id=organisation))
        self._did(self._family(organisation, deleted=False))

    def _family(self, organisation: UUID, *, deleted: bool) -> Model:
        """Return the model with an organisation in the bin with its parts, or out of it with those that went along."""
        after = copy.deepcopy(self.model)
        own = self.model[organisation]
        for record_id, values in after.items():
            part = values.get("organisation_id") == str(organisation)
            together = own["deleted"] and values.get("binned") == own.get("binned")
            if record_id == organisation or (part and (deleted or together)):
                self._turn(values, deleted=deleted)
        self._steps += 1
        return after

    def _turn(self, values: dict[str, Any], *, deleted: bool) -> None:
        """Put a record into the bin or out of it, and remember in which step."""
        if deleted and not values["deleted"]:
            values["binned"] = self._steps
        values["deleted"] = deleted

    @rule(thing=consumes(everything))
    def delete_thing(self, thing: tuple[str, UUID]) -> None:
        """Put a record and its parts into the bin."""
        key, record_id = thing
        records.delete_record(self.store, DeleteRecord(type_key=key, record_id=record_id))
        after = copy.deepcopy(self.model)
        for other, values in after.items():
            if other == record_id or values.get(f"{key}_id") == str(record_id):
                self._turn(values, deleted=True)
        self._steps += 1
        self._did(after)

    @rule(times=st.integers(1, 4))
    def undo(self, times: int) -> None:
        """Take back a few steps."""
        for _ in range(times):
            if len(self.done) > len(self.chains):
                undo(self.store)
                self.undone.append(self.model)
                before = self.done.pop()
                for record_id, values in self.model.items():  # what was added then lies in the bin now
                    if record_id not in before:
                        before[record_id] = dict(values)
                        self._turn(before[record_id], deleted=True)
                self._steps += 1
                self.model = before

    @rule(times=st.integers(1, 4))
    def redo(self, times: int) -> None:
        """Do a few steps again, or be told that there are none."""
        for _ in range(times):
            if self.undone:
                redo(self.store)
                self.done.append(self.model)
                self.model = self.undone.pop()
            else:
                try:
                    redo(self.store)
                except KnownError as error:
                    assert error.code == "nothing_to_redo"  # noqa: PT017 - a state machine cannot use pytest.raises twice

    @rule()
    def restart(self) -> None:
        """Close and open again."""
        self.store.close()
        self.store = open_store(self.folder / "binder", "here")

    @invariant()
    def equals_the_model(self) -> None:
        """What is not in the bin is what the model says; what the model forgot is in the bin."""
        if not hasattr(self, "store"):
            return
        for key in WATCHED:
            stored = {record.id: plain_values(record) for record in self.store.find(RECORD_TYPES[key].cls)}
            told = {
                record_id: {name: value for name, value in values.items() if name not in {"type", "binned"}}
                for record_id, values in self.model.items()
                if values["type"] == key and not values["deleted"]
            }
            assert stored == told

    @invariant()
    def replays(self) -> None:
        """The journal replays to the same tables, and undo names the last step."""
        if hasattr(self, "store"):
            report = check_store(self.store)
            assert report.ok, report.problems


def _kept(value: Any) -> Any:
    import unicodedata

    return unicodedata.normalize("NFC", value) if isinstance(value, str) else value


Desk.TestCase.settings = settings(max_examples=20, stateful_step_count=25, deadline=None, phases=_PHASES)
TestDesk = Desk.TestCase
