"""Verdicts on the rows of lists of past sessions, actions and results."""

from collections.abc import Iterator
from datetime import date
from typing import ClassVar
from uuid import UUID

from clusterdesk.domain.parsing.text import folded, match_key
from clusterdesk.domain.records.base import Record
from clusterdesk.domain.records.organisations import Establishment, Organisation
from clusterdesk.domain.records.results import Evidence, EvidenceLevel, ResultEvent, ResultKind
from clusterdesk.domain.records.sessions import (
    Action,
    NoteKind,
    OwnerKind,
    Session,
    SessionAttendee,
    SessionKind,
    SessionNote,
    SessionState,
)
from clusterdesk.exchange.importing.known import Known
from clusterdesk.exchange.importing.owners import OwnedRowPlanner
from clusterdesk.exchange.importing.settling import dated, joined, settled
from clusterdesk.exchange.importing.verdicts import RowPlan
from clusterdesk.exchange.mapping.column_mapping import ColumnMapping
from clusterdesk.exchange.mapping.read_row import ReadRow
from clusterdesk.exchange.mapping.targets.follow_up import OWNER_WORDS

_DONE = frozenset(
    match_key(word) for word in ("fait", "terminé", "ok", "clos", "done", "gedaan", "afgewerkt", "klaar", "x")
)
_INDICATORS = {
    ResultKind.BREAK_EVEN_REACHED: "break_even",
    ResultKind.BREAK_EVEN_LOST: "break_even",
    ResultKind.INDUSTRIALISED: "industrialised",
    ResultKind.PRODUCTION_STARTED: "new_production",
}


class SessionPlanner(OwnedRowPlanner):
    """A visit, meeting, call or mail; one in the future is planned, one in the past was held."""

    def about(self, read: ReadRow, organisation: Organisation | None) -> RowPlan:
        """Return the verdict on a row that could be read."""
        values = read.values
        assert organisation is not None
        file = self.owners.file(read, organisation, values["date"])
        if isinstance(file, RowPlan):
            return file
        made = Session(
            organisation_id=organisation.id,
            coaching_file_id=file.id if file else None,
            establishment_id=self._place(organisation, str(values.get("place") or "")),
            profile_id=self.known.profile(str(values["manager"])) if values.get("manager") else None,
            kind=SessionKind(values["kind"]) if values.get("kind") else SessionKind.MEETING,
            state=SessionState.HELD if values["date"] <= self.today else SessionState.PLANNED,
            on=values["date"],
            starts_at=values.get("starts_at"),
            minutes=values.get("minutes"),
            subject=str(values.get("subject") or ""),
            next_step=str(values.get("next_step") or ""),
            external_id=values.get("external_id"),
        )
        made = dated(made, values.get("known_since"))
        twin = self._twin(made, organisation.id)
        given = {name for name in ("minutes", "starts_at", "subject", "next_step") if values.get(name)}
        if twin is None:
            self.known.remember_existing(made)
        parts = self.known.missing(self._parts(read, twin or made))
        return settled(read, twin, made, given, parts, organisation.name)

    def _twin(self, made: Session, owner: UUID) -> Session | None:
        present = self.known.existing(Session, "organisation_id", owner)
        if made.external_id:
            return next((one for one in present if one.external_id == made.external_id), None)
        for one in present:
            same = (one.on, one.kind, one.starts_at) == (made.on, made.kind, made.starts_at)
            if same and folded(one.subject) == folded(made.subject):
                return one
        return None

    def _place(self, organisation: Organisation, text: str) -> UUID | None:
        if not text:
            return None
        wanted = folded(text)
        for one in self.known.existing(Establishment, "organisation_id", organisation.id):
            if wanted in {folded(one.name), folded(one.street), folded(one.city)}:
                return one.id
        return None

    def _parts(self, read: ReadRow, made: Session) -> Iterator[Record]:
        since = read.values.get("known_since")
        texts = [(NoteKind.NOTE, joined(read.every("notes"))), (NoteKind.DECISION, joined(read.every("decisions")))]
        place = str(read.values.get("place") or "")
        if place and made.establishment_id is None:
            texts.append((NoteKind.NOTE, place))
        for position, (kind, text) in enumerate(texts):
            if text:
                yield dated(SessionNote(session_id=made.id, kind=kind, text=text, position=position), since)
        for name in read.values.get("attendees") or ():
            person = self.known.person(made.organisation_id, name)
            if person is not None:
                yield SessionAttendee(session_id=made.id, contact_id=person.id)
            else:
                yield SessionAttendee(session_id=made.id, name=name)


class ActionPlanner(OwnedRowPlanner):
    """A promise of the past or still to keep, and who owes it."""

    NEEDED: ClassVar[bool] = False

    def __init__(self, known: Known, mapping: ColumnMapping, today: date) -> None:
        """Read what the binder knows."""
        super().__init__(known, mapping, today)
        self._taken: set[UUID] = set()

    def about(self, read: ReadRow, organisation: Organisation | None) -> RowPlan:
        """Return the verdict on a row that could be read."""
        values = read.values
        day = values.get("date") or values.get("due_on") or self.today
        file = self.owners.file(read, organisation, day) if organisation else None
        if isinstance(file, RowPlan):
            return file
        done = values.get("done_on")
        if done is None and values.get("status") and match_key(str(values["status"])) in _DONE:
            done = values.get("due_on") or day
        owner, profile, name = self._owner(str(values.get("owner") or ""), organisation)
        made = Action(
            organisation_id=organisation.id if organisation else None,
            coaching_file_id=file.id if file else None,
            text=joined([values["text"], *read.every("notes")]).replace("\n", " – "),
            owner=owner,
            profile_id=profile,
            owner_name=name,
            due_on=values.get("due_on"),
            done_on=done,
            external_id=values.get("external_id"),
        )
        made = dated(made, values.get("known_since") or values.get("date"))
        present = self.known.existing(Action, "organisation_id", made.organisation_id)
        twin = self._twin(made, [one for one in present if folded(one.text) == folded(made.text)])
        given = {name for name in ("due_on", "done_on") if getattr(made, name)}
        if twin is None:
            self.known.remember_existing(made)
        self._taken.add((twin or made).id)
        return settled(read, twin, made, given, (), made.text)

    def _twin(self, made: Action, called_so: list[Action]) -> Action | None:
        """Return the promise a row speaks of: the one due that day, else one that no other row of the list means."""
        due = [one for one in called_so if one.due_on == made.due_on]
        free = [one for one in called_so if one.id not in self._taken]
        return next(iter([*due, *free]), None)

    def _owner(self, text: str, organisation: Organisation | None) -> tuple[OwnerKind, UUID | None, str]:
        """Return who owes: us (perhaps a colleague), the organisation (perhaps by name), or somebody else."""
        kind = OWNER_WORDS.get(match_key(text)) if text else "us"
        if kind is not None:
            return OwnerKind(kind), None, ""
        if organisation and (folded(text) == folded(organisation.name) or self.known.person(organisation.id, text)):
            return OwnerKind.ORGANISATION, None, ""
        colleague = self.known.colleague(text)
        return (OwnerKind.US, colleague, "") if colleague else (OwnerKind.OTHER, None, text)


class ResultPlanner(OwnedRowPlanner):
    """A result of the past, with the evidence the list speaks of."""

    NEEDED: ClassVar[bool] = False

    def about(self, read: ReadRow, organisation: Organisation | None) -> RowPlan:
        """Return the verdict on a row that could be read."""
        values = read.values
        project = self.owners.project(read, organisation)
        if isinstance(project, RowPlan):
            return project
        holder = project.organisation_id if project else None
        made = ResultEvent(
            project_id=project.id if project else None,
            organisation_id=organisation.id if organisation else holder,
            kind=ResultKind(values["kind"]),
            on=values["date"],
            confirmed_by=str(values.get("confirmed_by") or ""),
            confirmed_on=values["date"] if values.get("confirmed_by") else None,
            validated_by=str(values.get("validated_by") or ""),
            validated_on=values["date"] if values.get("validated_by") else None,
            revoked_on=values.get("revoked_on"),
            remark=joined(read.every("notes")),
            external_id=values.get("external_id"),
        )
        made = dated(made, values.get("known_since"))
        owner_field = "project_id" if project else "organisation_id"
        owner = made.project_id if project else made.organisation_id
        present = self.known.existing(ResultEvent, owner_field, owner)
        twin = next((one for one in present if (one.kind, one.on) == (made.kind, made.on)), None)
        given = {name for name in ("confirmed_by", "validated_by", "revoked_on") if values.get(name)}
        if twin is None:
            self.known.remember_existing(made)
        title = project.title if project else (organisation.name if organisation else "")
        parts = self.known.missing(self._evidence(read, twin or made, title))
        return settled(read, twin, made, given, parts, title)

    @staticmethod
    def _evidence(read: ReadRow, made: ResultEvent, title: str) -> Iterator[Record]:
        level = read.values.get("evidence_level")
        if level is not None:
            yield dated(
                Evidence(
                    result_event_id=made.id,
                    project_id=made.project_id,
                    organisation_id=made.organisation_id,
                    level=EvidenceLevel(int(level)),
                    title=title,
                    indicator=_INDICATORS[made.kind],
                    on=made.on,
                ),
                read.values.get("known_since"),
            )
